import type { PageBox, PageSign, PageSize, TextRun } from './page-picture.ts'

interface Canvas {
  /** Red, green, blue and one that is not used, row by row. */
  readonly pixels: Uint8Array
  readonly width: number
  readonly height: number
}

const black = 0
/** In points: what touches by less is beside it. */
const hair = 0.05

/** Whether anything of a sign lies in a box. */
export const touches = ([left, top, right, bottom]: PageBox, [signLeft, signTop, signRight, signBottom]: PageBox) =>
  Math.min(right, signRight) - Math.max(left, signLeft) > hair &&
  Math.min(bottom, signBottom) - Math.max(top, signTop) > hair

/** In pixels, outwards, so that no shade at the edge of a sign stays. */
function inPixels(canvas: Canvas, size: PageSize, [left, top, right, bottom]: PageBox): PageBox {
  const [across, down] = [canvas.width / size.width, canvas.height / size.height]
  return [
    Math.max(0, Math.floor(left * across) - 1),
    Math.max(0, Math.floor(top * down) - 1),
    Math.min(canvas.width, Math.ceil(right * across) + 1),
    Math.min(canvas.height, Math.ceil(bottom * down) + 1),
  ]
}

/** Paints boxes of a page in its pixels: what was there is nowhere any more. */
export function cover(canvas: Canvas, size: PageSize, boxes: readonly PageBox[]): void {
  for (const box of boxes) {
    const [left, top, right, bottom] = inPixels(canvas, size, box)
    for (let y = top; y < bottom; y += 1)
      canvas.pixels.fill(black, (y * canvas.width + left) * 4, (y * canvas.width + right) * 4)
  }
}

/** Signs that a reader of the covered page may have: not covered, and to be seen. What is white, hidden or under something else goes. */
export function keptSigns(
  canvas: Canvas,
  size: PageSize,
  signs: readonly PageSign[],
  boxes: readonly PageBox[],
): PageSign[] {
  return signs.filter(
    ({ text, box }) =>
      text.trim() !== '' && !boxes.some((each) => touches(each, box)) && isSeen(canvas, inPixels(canvas, size, box)),
  )
}

/** Of light and dark within a sign, less than this is a plain ground. */
const leastContrast = 48

function isSeen({ pixels, width }: Canvas, [left, top, right, bottom]: PageBox): boolean {
  let [darkest, lightest] = [255, 0]
  for (let y = top; y < bottom; y += 1)
    for (let x = left; x < right; x += 1) {
      const at = (y * width + x) * 4
      const light = ((pixels[at] ?? 0) * 3 + (pixels[at + 1] ?? 0) * 6 + (pixels[at + 2] ?? 0)) / 10
      darkest = Math.min(darkest, light)
      lightest = Math.max(lightest, light)
      if (lightest - darkest >= leastContrast) return true
    }
  return false
}

/** Signs in the order of the page as runs: one goes on while the next sign stands behind the last in the same line. */
export function runsOf(signs: readonly PageSign[]): TextRun[] {
  const runs: { text: string; box: PageBox }[] = []
  for (const { text, box } of signs) {
    const last = runs.at(-1)
    if (!last || !goesOn(last.box, box)) {
      runs.push({ text, box })
      continue
    }
    last.text += text
    last.box = around(last.box, box)
  }
  return runs
}

export const around = (a: PageBox, b: PageBox): PageBox => [
  Math.min(a[0], b[0]),
  Math.min(a[1], b[1]),
  Math.max(a[2], b[2]),
  Math.max(a[3], b[3]),
]

function goesOn([left, top, right, bottom]: PageBox, [nextLeft, nextTop, , nextBottom]: PageBox): boolean {
  const height = bottom - top
  const shared = Math.min(bottom, nextBottom) - Math.max(top, nextTop)
  return shared > 0.5 * Math.min(height, nextBottom - nextTop) && nextLeft > left && nextLeft - right < height / 2
}
