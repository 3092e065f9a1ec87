import type { Box, Matrix } from './geometry.ts'
import type { Line } from './outline.ts'
import type { PathPart } from './path-boxes.ts'

/** Upright, or turned by a quarter: a box stays a box. */
export const isUpright = ([a, b, c, d]: Matrix): boolean => {
  const slight = 0.001 * Math.max(Math.abs(a), Math.abs(b), Math.abs(c), Math.abs(d))
  return (Math.abs(b) <= slight && Math.abs(c) <= slight) || (Math.abs(a) <= slight && Math.abs(d) <= slight)
}
/** A box as the line around it. */
export const cornersOf = ([left, bottom, right, top]: Box): Line => [
  [left, bottom],
  [right, bottom],
  [right, top],
  [left, top],
]
/** Less high or wide than this, it covers nothing that can be read: such are the signs of a font that was drawn. */
export const isSlight = ([left, bottom, right, top]: Box): boolean => right - left < 2 || top - bottom < 2
/** Of how many points they are made. */
export const pointsOf = (parts: readonly PathPart[]): number => parts.reduce((sum, { line }) => sum + line.length, 0)
/** The box around all of them. */
export const around = ([first, ...others]: readonly Box[]): Box | undefined =>
  first &&
  others.reduce(
    (sum, box) => [
      Math.min(sum[0], box[0]),
      Math.min(sum[1], box[1]),
      Math.max(sum[2], box[2]),
      Math.max(sum[3], box[3]),
    ],
    first,
  )
