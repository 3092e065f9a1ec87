/** As PDF writes it: a point (x, y) goes to (ax + cy + e, bx + dy + f). */
export type Matrix = readonly [number, number, number, number, number, number]
/** Left, bottom, right, top. */
export type Box = readonly [number, number, number, number]

export const identity: Matrix = [1, 0, 0, 1, 0, 0]
export const everywhere: Box = [-1e9, -1e9, 1e9, 1e9]

/** First `inner`, then `outer`. */
export const multiply = (outer: Matrix, inner: Matrix): Matrix => [
  outer[0] * inner[0] + outer[2] * inner[1],
  outer[1] * inner[0] + outer[3] * inner[1],
  outer[0] * inner[2] + outer[2] * inner[3],
  outer[1] * inner[2] + outer[3] * inner[3],
  outer[0] * inner[4] + outer[2] * inner[5] + outer[4],
  outer[1] * inner[4] + outer[3] * inner[5] + outer[5],
]

/** The upright box around a box that was moved, scaled or turned. */
export function moved([a, b, c, d, e, f]: Matrix, [left, bottom, right, top]: Box): Box {
  const xs = [a * left + c * bottom, a * right + c * bottom, a * left + c * top, a * right + c * top]
  const ys = [b * left + d * bottom, b * right + d * bottom, b * left + d * top, b * right + d * top]
  return [Math.min(...xs) + e, Math.min(...ys) + f, Math.max(...xs) + e, Math.max(...ys) + f]
}

export const meet = (a: Box, b: Box): Box => [
  Math.max(a[0], b[0]),
  Math.max(a[1], b[1]),
  Math.min(a[2], b[2]),
  Math.min(a[3], b[3]),
]

export const areaOf = ([left, bottom, right, top]: Box): number => Math.max(0, right - left) * Math.max(0, top - bottom)

/** Of `inner`, how much lies within `outer`, 0–1. */
export const shareWithin = (outer: Box, inner: Box): number => areaOf(meet(outer, inner)) / (areaOf(inner) || 1)

export const middleOf = ([left, bottom, right, top]: Box): readonly [number, number] => [
  (left + right) / 2,
  (bottom + top) / 2,
]

/** Whether it is numbers in a row, in an array or in bytes. */
export const isListed = (value: unknown): value is ArrayLike<unknown> =>
  typeof value === 'object' && value !== null && 'length' in value && typeof value.length === 'number'

/** The box that is written as four numbers. */
export const boxOf = ([left = 0, bottom = 0, right = 0, top = 0]: readonly number[]): Box => [left, bottom, right, top]

/** Six numbers, however the reader hands them over. */
export function matrixFrom(args: ArrayLike<unknown> | null | undefined): Matrix {
  const [only] = args && args.length === 1 ? Array.from(args) : []
  const list = isListed(only) ? Array.from(only) : Array.from(args ?? [])
  const [a, b, c, d, e, f] = list.map(Number)
  return [a ?? 1, b ?? 0, c ?? 0, d ?? 1, e ?? 0, f ?? 0]
}
