/** A line drawn on a page of a PDF, level or upright, from one end to the other. */
export interface Rule {
  readonly isLevel: boolean
  readonly at: number
  readonly from: number
  readonly to: number
}

/** What a page of a PDF does, as pdf.js lists it. */
export interface OperatorList {
  readonly fnArray: readonly number[]
  readonly argsArray: readonly unknown[]
}

/** Operators and parts of paths by the numbers that pdf.js gives them. */
const operators = { save: 10, restore: 11, transform: 12, formBegin: 74, formEnd: 75, path: 91 } as const
const strokes = new Set([20, 21, 24, 25, 26, 27])
const fills = new Set([22, 23, 24, 25, 26, 27])
const steps = { moveTo: 0, lineTo: 1, curveTo: 2, quadraticCurveTo: 3, closePath: 4 } as const

/** How a place is moved, turned and sized. */
export type Matrix = readonly [number, number, number, number, number, number]
export const same: Matrix = [1, 0, 0, 1, 0, 0]

export const isMatrix = (value: unknown): value is Matrix =>
  (Array.isArray(value) || value instanceof Float32Array) && value.length === 6

export const times = ([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix => [
  a * g + c * h,
  b * g + d * h,
  a * i + c * j,
  b * i + d * j,
  a * k + c * l + e,
  b * k + d * l + f,
]

/** Wider is no line but a ground. */
const widest = 3
const shortest = 3
/** What no page of a report draws. */
const mostRules = 20_000

/** The level and upright lines of a page: strokes, the thin boxes that many programs fill instead, and frames of two boxes. */
export function rulesOf({ fnArray, argsArray }: OperatorList): Rule[] {
  const rules: Rule[] = []
  const saved: Matrix[] = []
  let matrix = same
  const move = (by: unknown) => {
    if (isMatrix(by)) matrix = times(matrix, by)
  }
  fnArray.forEach((operator, index) => {
    const args = argsArray[index]
    const given: readonly unknown[] = Array.isArray(args) ? args : []
    if (operator === operators.save) saved.push(matrix)
    else if (operator === operators.restore || operator === operators.formEnd) matrix = saved.pop() ?? same
    else if (operator === operators.transform) move(given)
    else if (operator === operators.formBegin) {
      saved.push(matrix)
      move(given[0])
    } else if (operator === operators.path && rules.length < mostRules) rules.push(...rulesOfPath(given, matrix))
  })
  return rules
}

interface Point {
  readonly x: number
  readonly y: number
}

function rulesOfPath([paint, data]: readonly unknown[], matrix: Matrix): Rule[] {
  const [numbers]: readonly unknown[] = Array.isArray(data) ? data : []
  if (typeof paint !== 'number' || !(numbers instanceof Float32Array)) return []
  const parts = partsOf(numbers, matrix)
  const stroked = strokes.has(paint) ? parts.flatMap(edgesOf) : []
  if (!fills.has(paint)) return stroked
  const boxes = parts.map(boxOf)
  const filled = boxes.flatMap((box) => thinRule(box) ?? [])
  const framed = boxes.flatMap((box, index) => {
    const next = boxes[index + 1]
    return next && isFrame(box, next) ? edgesOfBox(box) : []
  })
  return [...stroked, ...filled, ...framed]
}

/** The corners of each part of a path, the first once more at the end where it is closed; curves by their ends. */
function partsOf(numbers: Float32Array, [a, b, c, d, e, f]: Matrix): Point[][] {
  const parts: Point[][] = []
  let at = 0
  const point = (from: number): Point => {
    const x = numbers[from] ?? 0
    const y = numbers[from + 1] ?? 0
    return { x: a * x + c * y + e, y: b * x + d * y + f }
  }
  while (at < numbers.length) {
    const step = numbers[at]
    const part = parts.at(-1)
    const [first] = part ?? []
    if (step === steps.moveTo) parts.push([point(at + 1)])
    else if (step === steps.closePath && first) part?.push(first)
    else if (step === steps.lineTo) part?.push(point(at + 1))
    else if (step === steps.curveTo) part?.push(point(at + 5))
    else if (step === steps.quadraticCurveTo) part?.push(point(at + 3))
    else if (step !== steps.closePath) return parts
    at += step === steps.closePath ? 1 : step === steps.curveTo ? 7 : step === steps.quadraticCurveTo ? 5 : 3
  }
  return parts
}

function edgesOf(part: readonly Point[]): Rule[] {
  return part.slice(1).flatMap((end, index) => thinRule(boxOf([part[index] ?? end, end]), 0.5) ?? [])
}

interface Box {
  readonly left: number
  readonly right: number
  readonly bottom: number
  readonly top: number
}

function boxOf(points: readonly Point[]): Box {
  let [left, right, bottom, top] = [Infinity, -Infinity, Infinity, -Infinity]
  for (const { x, y } of points) {
    left = Math.min(left, x)
    right = Math.max(right, x)
    bottom = Math.min(bottom, y)
    top = Math.max(top, y)
  }
  return { left, right, bottom, top }
}

/** The line that a box is when it is no wider than a line. */
function thinRule({ left, right, bottom, top }: Box, most = widest): Rule | undefined {
  const [width, height] = [right - left, top - bottom]
  if (height <= most && width > Math.max(shortest, height))
    return { isLevel: true, at: (top + bottom) / 2, from: left, to: right }
  if (width <= most && height > shortest) return { isLevel: false, at: (left + right) / 2, from: bottom, to: top }
  return undefined
}

const isFrame = (outer: Box, inner: Box): boolean =>
  [outer.left - inner.left, outer.right - inner.right, outer.bottom - inner.bottom, outer.top - inner.top].every(
    (gap) => Math.abs(gap) <= widest,
  )

const edgesOfBox = ({ left, right, bottom, top }: Box): Rule[] => [
  { isLevel: true, at: top, from: left, to: right },
  { isLevel: true, at: bottom, from: left, to: right },
  { isLevel: false, at: left, from: bottom, to: top },
  { isLevel: false, at: right, from: bottom, to: top },
]
