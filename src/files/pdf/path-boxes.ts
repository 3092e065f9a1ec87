import { type Box, isListed } from './geometry.ts'
import type { Line, Point } from './outline.ts'

export interface PathPart {
  readonly box: Box
  readonly line: Line
  readonly isRectangle: boolean
  readonly isLine: boolean
}

/** As the reader numbers them, with how many figures follow: move, line, curve, short curve, close. */
const figures: Readonly<Record<number, number>> = { 0: 2, 1: 2, 2: 6, 3: 4, 4: 0 }

/** A curve is so many straight pieces. */
const pieces = 8

function curve(from: Point, [x1 = 0, y1 = 0, x2 = 0, y2 = 0, x3, y3]: readonly number[]): Point[] {
  const isShort = x3 === undefined || y3 === undefined
  return Array.from({ length: pieces }, (_, index): Point => {
    const t = (index + 1) / pieces
    const u = 1 - t
    if (isShort) return [u * u * from[0] + 2 * u * t * x1 + t * t * x2, u * u * from[1] + 2 * u * t * y1 + t * t * y2]
    const [a, b, c, d] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t]
    return [a * from[0] + b * x1 + c * x2 + d * x3, a * from[1] + b * y1 + c * y2 + d * y3]
  })
}

/** The parts of a path: its rectangles, upright or turned by a quarter, its straight lines, and all others as they run. */
export function boxesOf(data: unknown): PathPart[] {
  const [given]: readonly unknown[] = Array.isArray(data) ? data : []
  if (!isListed(given)) return []
  const list = Array.from(given, Number)
  const parts: PathPart[] = []
  let points: Point[] = []
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
    const given = Array.from({ length: count }, (_, index) => list[at + 1 + index] ?? 0)
    if (what === 2 || what === 3) points.push(...curve(points.at(-1) ?? [given[0] ?? 0, given[1] ?? 0], given))
    else if (count === 2) points.push([given[0] ?? 0, given[1] ?? 0])
    at += 1 + count
  }
  end()
  return parts
}

const slack = 0.01

function partOf(points: Line, isCurved: boolean): PathPart {
  let [left, bottom, right, top] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x, y] of points) {
    left = Math.min(left, x)
    right = Math.max(right, x)
    bottom = Math.min(bottom, y)
    top = Math.max(top, y)
  }
  const near = (a: number, b: number) => Math.abs(a - b) <= slack + Math.abs(b) * 1e-4
  const isCorner = ([x, y]: Point) => (near(x, left) || near(x, right)) && (near(y, bottom) || near(y, top))
  const corners = points.every(isCorner)
  return {
    box: [left, bottom, right, top],
    line: points,
    isRectangle: !isCurved && points.length >= 4 && points.length <= 6 && corners,
    isLine: !isCurved && (near(left, right) || near(bottom, top)),
  }
}
