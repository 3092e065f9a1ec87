import type { Box, Matrix } from './geometry.ts'

export type Point = readonly [number, number]
/** A line of points, as a path draws it; its curves are straight pieces. */
export type Line = readonly Point[]
/** Whether a place of the page lies within a shape. */
export type Within = (x: number, y: number) => boolean

/** Of a sign, these places are asked whether a shape holds them. */
const [across, up] = [5, 3]

/** The same points after a matrix. */
export const movedLine = ([a, b, c, d, e, f]: Matrix, line: Line): Line =>
  line.map(([x, y]) => [a * x + c * y + e, b * x + d * y + f])

/** What fills lines: by the winding rule, or by even and odd, where a line within a line is a hole. */
export function filledBy(lines: readonly Line[], isEvenOdd: boolean): Within {
  return (x, y) => {
    let turns = 0
    for (const line of lines)
      for (let at = 0; at < line.length; at += 1) {
        const [x1, y1] = line[at] ?? [0, 0]
        const [x2, y2] = line[(at + 1) % line.length] ?? [0, 0]
        if (y1 <= y === y2 <= y) continue
        if (x1 + ((y - y1) / (y2 - y1)) * (x2 - x1) > x) turns += y2 > y1 ? 1 : -1
      }
    return isEvenOdd ? turns % 2 !== 0 : turns !== 0
  }
}

/** What a pen covers that goes along lines: all that is no further from them than half its width. */
export function drawnBy(lines: readonly Line[], half: number): Within {
  return (x, y) =>
    lines.some((line) =>
      line.some((point, at) => {
        const [x1, y1] = point
        const [x2, y2] = line[at + 1] ?? point
        const [dx, dy] = [x2 - x1, y2 - y1]
        const along = Math.max(0, Math.min(1, ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy || 1)))
        return Math.hypot(x - x1 - along * dx, y - y1 - along * dy) <= half
      }),
    )
}

/** Of a box, how much lies within all of these shapes, 0–1. Where its middle does not, nobody counts further. */
export function shareInside([left, bottom, right, top]: Box, shapes: readonly Within[]): number {
  if (shapes.length === 0) return 1
  const isInside: Within = (x, y) => shapes.every((shape) => shape(x, y))
  if (!isInside((left + right) / 2, (bottom + top) / 2)) return 0
  let inside = 0
  for (let column = 0; column < across; column += 1)
    for (let row = 0; row < up; row += 1) {
      const x = left + ((column + 0.5) / across) * (right - left)
      const y = bottom + ((row + 0.5) / up) * (top - bottom)
      if (isInside(x, y)) inside += 1
    }
  return inside / (across * up)
}
