const channels = (color: string): number[] => [0, 2, 4].map((at) => Number.parseInt(color.slice(at, at + 2), 16) || 0)

/** Relative luminance of RRGGBB, WCAG 2. */
export function lightOf(color: string): number {
  const [red = 0, green = 0, blue = 0] = channels(color).map((value) => {
    const part = value / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** Contrast by WCAG 2, 1.4.3: nobody sees words with less; a watermark in light grey has more. */
const seenFrom = 1.2
const alike = 48

/** Whether nobody sees words of this colour, so far painted over, on this ground. */
export function isUnseen(words: string, ground: string, alpha = 1): boolean {
  const [first, second] = [channels(words), channels(ground)]
  // Two colours may be as bright as one another and differ to every eye.
  if (!first.every((value, index) => Math.abs(value - (second[index] ?? 0)) * alpha <= alike)) return false
  const [light, under] = [lightOf(words) * alpha + lightOf(ground) * (1 - alpha), lightOf(ground)]
  return (Math.max(light, under) + 0.05) / (Math.min(light, under) + 0.05) < seenFrom
}

export const isDark = (color: string): boolean => lightOf(color) < 0.05
