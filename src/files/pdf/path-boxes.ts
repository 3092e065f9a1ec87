import type { Box } from './geometry.ts'

export interface PathPart {
  readonly box: Box
  readonly isRectangle: boolean
  readonly isLine: boolean
}

/** As the reader numbers them, with how many figures follow: move, line, curve, short curve, close. */
const figures: Readonly<Record<number, number>> = { 0: 2, 1: 2, 2: 6, 3: 4, 4: 0 }

/** The parts of a path: its rectangles, upright or turned by a quarter, and straight lines; of all others only the box. */
export function boxesOf(data: unknown): PathPart[] {
  const list = Array.isArray(data) ? (data[0] as ArrayLike<number> | null) : null
  if (!list) return []
  const parts: PathPart[] = []
  let points: (readonly [number, number])[] = []
  let isCurved = false
  const end = () => {
    if (points.length > 1) parts.push(partOf(points, isCurved))
    points = []
    isCurved = false
  }
  for (let at = 0; at < list.length; ) {
    const what = list[at] ?? 4
    const count = figures[what] ?? 0
    if (what === 0) end()
    if (what === 2 || what === 3) isCurved = true
    for (let index = at + 1; index < at + 1 + count; index += 2) points.push([list[index] ?? 0, list[index + 1] ?? 0])
    at += 1 + count
  }
  end()
  return parts
}

const slack = 0.01

function partOf(points: readonly (readonly [number, number])[], isCurved: boolean): PathPart {
  let [left, bottom, right, top] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x, y] of points) {
    left = Math.min(left, x)
    right = Math.max(right, x)
    bottom = Math.min(bottom, y)
    top = Math.max(top, y)
  }
  const near = (a: number, b: number) => Math.abs(a - b) <= slack + Math.abs(b) * 1e-4
  const isCorner = ([x, y]: readonly [number, number]) =>
    (near(x, left) || near(x, right)) && (near(y, bottom) || near(y, top))
  const corners = points.every(isCorner)
  return {
    box: [left, bottom, right, top],
    isRectangle: !isCurved && points.length >= 4 && points.length <= 6 && corners,
    isLine: !isCurved && (near(left, right) || near(bottom, top)),
  }
}
