import type { Canvas, Operations } from './canvas.ts'
import { type Box, meet, moved } from './geometry.ts'
import { drawnBy, filledBy, movedLine } from './outline.ts'
import { boxesOf, type PathPart } from './path-boxes.ts'
import { around, isSlight, isUpright, pointsOf } from './shapes.ts'

/** A line as thick as this covers words like a rectangle. */
const thickLine = 4
/** Of a path with more, only its rectangles are looked at. */
const mostPoints = 4000

/** Paths: clipped to, filled, drawn. `names` are those of the ways of painting. */
export function pathOperations(canvas: Canvas, names: ReadonlyMap<number, string>): Operations {
  let willClip: 'winding' | 'evenOdd' | undefined
  return {
    clip: () => {
      willClip = 'winding'
    },
    eoClip: () => {
      willClip = 'evenOdd'
    },
    constructPath: ([what, data], at) => {
      const paint = names.get(Number(what)) ?? ''
      const parts = boxesOf(data)
      const { ctm, width } = canvas.state
      if (willClip) clipTo(canvas, parts, willClip === 'evenOdd')
      willClip = undefined
      if (/fill/i.test(paint)) fill(canvas, parts, /eofill/i.test(paint), at)
      if (/stroke/i.test(paint) && width * Math.hypot(ctm[0], ctm[1]) >= thickLine) stroke(canvas, parts, at)
    },
    shadingFill: (_, at) => {
      if (canvas.isSwitchedOff) return
      const look = { color: undefined, kind: 'fill', isOpaque: canvas.isOpaque } as const
      canvas.areas.push({ at, box: canvas.state.clip, shapes: canvas.state.clips, ...look })
    },
  }
}

const placed = ({ state }: Canvas, parts: readonly PathPart[]) => parts.map(({ line }) => movedLine(state.ctm, line))

function clipTo(canvas: Canvas, parts: readonly PathPart[], isEvenOdd: boolean): void {
  const { state } = canvas
  const box = around(parts.map((part) => moved(state.ctm, part.box)))
  if (!box) return
  state.clip = meet(state.clip, box)
  const [only] = parts
  if (parts.length === 1 && only?.isRectangle && isUpright(state.ctm)) return
  if (pointsOf(parts) <= mostPoints) state.clips = [...state.clips, filledBy(placed(canvas, parts), isEvenOdd)]
}

function fill(canvas: Canvas, parts: readonly PathPart[], isEvenOdd: boolean, at: number): void {
  const { state } = canvas
  const look = { color: state.fill, kind: 'fill', isOpaque: canvas.isOpaque } as const
  const simple = parts.filter((part) => part.isRectangle)
  const isPlain = simple.length === parts.length && !(isEvenOdd && parts.length > 1)
  if (isPlain || pointsOf(parts) > mostPoints) for (const { box } of simple) canvas.cover(at, box, look)
  else {
    const box = around(parts.map((part) => part.box))
    if (box && !isSlight(moved(state.ctm, box)))
      canvas.cover(at, box, look, [filledBy(placed(canvas, parts), isEvenOdd)])
  }
}

function stroke(canvas: Canvas, parts: readonly PathPart[], at: number): void {
  const { ctm, stroke: color, width } = canvas.state
  const half = width / 2
  const look = { color, kind: 'fill', isOpaque: canvas.isOpaque } as const
  const wider = ([left, bottom, right, top]: Box): Box => [left - half, bottom - half, right + half, top + half]
  for (const part of parts) {
    if (part.isLine && isUpright(ctm)) canvas.cover(at, wider(part.box), look)
    else if (pointsOf([part]) <= mostPoints)
      canvas.cover(at, wider(part.box), look, [drawnBy(placed(canvas, [part]), half * Math.hypot(ctm[0], ctm[1]))])
  }
}
