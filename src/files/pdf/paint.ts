import { getResolvedPDFJS } from 'unpdf'
import { type Box, identity, matrixFrom, meet, moved, multiply, shareWithin } from './geometry.ts'
import type { OpenPdf, PdfPage } from './open-pdf.ts'
import { drawnBy, filledBy, movedLine, shareInside, type Within } from './outline.ts'
import { type Area, type Painted, type Sign, type State, start } from './painted.ts'
import { boxesOf, type PathPart } from './path-boxes.ts'
import { around, cornersOf, isSlight, isUpright, pointsOf } from './shapes.ts'
import { softPicture } from './small-pictures.ts'

interface Glyph {
  readonly unicode?: string
  readonly width?: number
  readonly isSpace?: boolean
  readonly vmetric?: readonly number[] | null
}

const opaqueFrom = 0.9
const unpaintedMode = 3
/** A line as thick as this covers words like a rectangle. */
const thickLine = 4
const mostOperations = 500_000
/** Of a path with more, only its rectangles are looked at. */
const mostPoints = 4000
/** Of a sign that may be painted, less than this is none that anybody reads. */
const seenFrom = 0.4

type Look = Pick<Area, 'color' | 'kind' | 'isOpaque'>

/** What a page paints, in its order; undefined where it is more than anybody looks through. */
export async function paintedOn(document: OpenPdf, page: PdfPage): Promise<Painted | undefined> {
  const { OPS } = await getResolvedPDFJS()
  const names = new Map(Object.entries(OPS).map(([name, number]) => [number, name]))
  const { fnArray, argsArray } = await page.getOperatorList({ intent: 'any' })
  if (fnArray.length > mostOperations) return undefined
  const layers = await document.getOptionalContentConfig({ intent: 'any' })
  const canvas = canvasFor(names, (layer) => layers.isVisible(layer as never))
  fnArray.forEach((number: number, at: number) => {
    canvas.take(names.get(number) ?? '', (argsArray[at] ?? []) as unknown[], at)
  })
  return canvas
}

function canvasFor(names: ReadonlyMap<number, string>, isVisible: (layer: unknown) => boolean) {
  const signs: Sign[] = []
  const areas: Area[] = []
  const kept: State[] = []
  const marks: boolean[] = []
  let state = { ...start }
  let line = identity
  let text = identity
  let willClip: 'winding' | 'evenOdd' | undefined
  let switchedOff = 0
  const found = { signs, areas, hasUnreadable: false }

  const save = () => kept.push({ ...state })
  const restore = () => {
    state = kept.pop() ?? state
  }
  const cover = (at: number, box: Box, area: Look, shapes: readonly Within[] = []) => {
    if (switchedOff > 0) return
    // What stands obliquely fills only a part of the upright box around it.
    const turned =
      shapes.length > 0 || isUpright(state.ctm) ? [] : [filledBy([movedLine(state.ctm, cornersOf(box))], false)]
    areas.push({
      at,
      ...area,
      box: meet(state.clip, moved(state.ctm, box)),
      shapes: [...state.clips, ...shapes, ...turned],
    })
  }
  const isOpaque = () => state.alpha >= opaqueFrom && !state.isSheer
  const picture = (at: number, isWhole: boolean, box: Box = [0, 0, 1, 1]) =>
    cover(at, box, { color: undefined, kind: 'picture', isOpaque: isWhole && isOpaque() })
  const begin = (mark: boolean) => {
    marks.push(mark)
    if (mark) switchedOff += 1
  }

  function path([what, data]: readonly unknown[], at: number) {
    const paint = names.get(Number(what)) ?? ''
    const parts = boxesOf(data)
    if (willClip) clipTo(parts, willClip === 'evenOdd')
    willClip = undefined
    if (/fill/i.test(paint)) fill(parts, /eofill/i.test(paint), at)
    if (/stroke/i.test(paint) && state.width * Math.hypot(state.ctm[0], state.ctm[1]) >= thickLine) stroke(parts, at)
  }

  function clipTo(parts: readonly PathPart[], isEvenOdd: boolean) {
    const box = around(parts.map((part) => moved(state.ctm, part.box)))
    if (!box) return
    state.clip = meet(state.clip, box)
    const [only] = parts
    if (parts.length === 1 && only?.isRectangle && isUpright(state.ctm)) return
    if (pointsOf(parts) <= mostPoints) state.clips = [...state.clips, filledBy(placed(parts), isEvenOdd)]
  }

  function fill(parts: readonly PathPart[], isEvenOdd: boolean, at: number) {
    const look = { color: state.fill, kind: 'fill', isOpaque: isOpaque() } as const
    const simple = parts.filter((part) => part.isRectangle)
    const isPlain = simple.length === parts.length && !(isEvenOdd && parts.length > 1)
    if (isPlain || pointsOf(parts) > mostPoints) for (const { box } of simple) cover(at, box, look)
    else {
      const box = around(parts.map((part) => part.box))
      if (box && !isSlight(moved(state.ctm, box))) cover(at, box, look, [filledBy(placed(parts), isEvenOdd)])
    }
  }

  function stroke(parts: readonly PathPart[], at: number) {
    const half = state.width / 2
    const look = { color: state.stroke, kind: 'fill', isOpaque: isOpaque() } as const
    const wider = ([left, bottom, right, top]: Box): Box => [left - half, bottom - half, right + half, top + half]
    for (const part of parts) {
      if (part.isLine && isUpright(state.ctm)) cover(at, wider(part.box), look)
      else if (pointsOf([part]) <= mostPoints)
        cover(at, wider(part.box), look, [drawnBy(placed([part]), half * Math.hypot(state.ctm[0], state.ctm[1]))])
    }
  }
  const placed = (parts: readonly PathPart[]) => parts.map(({ line }) => movedLine(state.ctm, line))

  function show(glyphs: readonly unknown[], at: number) {
    const { size, stretch, rise, spacing, wordSpacing } = state
    if (glyphs.length === 0 && state.mode !== unpaintedMode) found.hasUnreadable = true
    for (const each of glyphs) {
      if (typeof each === 'number') {
        text = multiply(text, [1, 0, 0, 1, (-each / 1000) * size * stretch, 0])
        continue
      }
      const { unicode = '', width = 0, isSpace, vmetric } = (each ?? {}) as Glyph
      const long = (width / 1000) * size
      const whole = multiply(state.ctm, text)
      // What runs downwards hangs from the middle of its head.
      const [, aside = 0, above = 0] = vmetric ?? []
      const hung = multiply(whole, [1, 0, 0, 1, (-aside / 1000) * size, (-above / 1000) * size])
      const box = moved(vmetric ? hung : whole, [
        0,
        rise - 0.1 * size,
        Math.max(long * stretch, 0.1 * size),
        rise + 0.75 * size,
      ])
      if (/[\p{Co}\ufffd]|^$/u.test(unicode) && width > 0) found.hasUnreadable = true
      signs.push({
        at,
        text: unicode,
        box,
        color: state.fill,
        alpha: state.alpha,
        size: size * Math.hypot(whole[2], whole[3]),
        isUnpainted: state.mode === unpaintedMode,
        isSwitchedOff: switchedOff > 0,
        isClippedAway: isClippedAway(box),
      })
      const further = spacing + (isSpace ? wordSpacing : 0)
      text = vmetric
        ? multiply(text, [1, 0, 0, 1, 0, ((vmetric[0] ?? -1000) / 1000) * size - further])
        : multiply(text, [1, 0, 0, 1, (long + further) * stretch, 0])
    }
  }
  const isClippedAway = (box: Box) =>
    shareWithin(state.clip, box) < seenFrom || (state.clips.length > 0 && shareInside(box, state.clips) < seenFrom)
  const move = (x: number, y: number) => {
    line = multiply(line, [1, 0, 0, 1, x, y])
    text = line
  }
  const color = (args: readonly unknown[]) => (typeof args[0] === 'string' ? args[0] : undefined)
  const number = (value: unknown) => (typeof value === 'number' ? value : 0)

  function setState(pairs: unknown) {
    for (const [key, value] of Array.isArray(pairs) ? pairs : []) {
      if (key === 'ca') state.alpha = number(value)
      if (key === 'LW') state.width = number(value)
      if (key === 'BM') state.isSheer = value !== 'source-over' && value !== 'Normal'
      if (key === 'SMask' && value) state.isSheer = true
      if (key === 'Font' && Array.isArray(value)) state.size = number(value[1])
    }
  }

  const operations: Readonly<Record<string, (args: readonly unknown[], at: number) => void>> = {
    save,
    restore,
    transform: (args) => {
      state.ctm = multiply(state.ctm, matrixFrom(args))
    },
    setLineWidth: ([width]) => {
      state.width = number(width)
    },
    setGState: ([pairs]) => setState(pairs),
    setFillRGBColor: (args) => {
      state.fill = color(args)
    },
    setStrokeRGBColor: (args) => {
      state.stroke = color(args)
    },
    setFillColorN: () => {
      state.fill = undefined
    },
    setStrokeColorN: () => {
      state.stroke = undefined
    },
    clip: () => {
      willClip = 'winding'
    },
    eoClip: () => {
      willClip = 'evenOdd'
    },
    constructPath: path,
    shadingFill: (_, at) => {
      if (switchedOff > 0) return
      const look = { color: undefined, kind: 'fill', isOpaque: isOpaque() } as const
      areas.push({ at, box: state.clip, shapes: state.clips, ...look })
    },
    paintImageXObject: ([, width, height], at) => picture(at, !(width === softPicture[0] && height === softPicture[1])),
    paintInlineImageXObject: (_, at) => picture(at, true),
    paintImageMaskXObject: (_, at) => picture(at, false),
    paintSolidColorImageMask: (_, at) => picture(at, false),
    paintImageXObjectRepeat: ([, wide, high, places], at) => {
      const list = Array.from((places ?? []) as ArrayLike<number>)
      for (let index = 0; index + 1 < list.length; index += 2) {
        const [x = 0, y = 0] = list.slice(index, index + 2)
        picture(at, false, [x, y, x + number(wide), y + number(high)])
      }
    },
    paintFormXObjectBegin: ([matrix, box]) => {
      save()
      if (matrix) state.ctm = multiply(state.ctm, matrixFrom([matrix]))
      if (Array.isArray(box) && box.length === 4)
        state.clip = meet(
          state.clip,
          moved(state.ctm, [number(box[0]), number(box[1]), number(box[2]), number(box[3])]),
        )
    },
    paintFormXObjectEnd: restore,
    beginGroup: ([group]) => {
      save()
      if (typeof group === 'object' && group && 'smask' in group && group.smask) state.isSheer = true
    },
    endGroup: restore,
    beginAnnotation: ([, , transform, matrix]) => {
      save()
      state = { ...start }
      if (transform) state.ctm = multiply(state.ctm, matrixFrom([transform]))
      if (matrix) state.ctm = multiply(state.ctm, matrixFrom([matrix]))
    },
    endAnnotation: restore,
    beginMarkedContent: () => begin(false),
    beginMarkedContentProps: ([tag, layer]) => begin(tag === 'OC' && !isVisible(layer)),
    endMarkedContent: () => {
      if (marks.pop()) switchedOff -= 1
    },
    beginText: () => {
      line = identity
      text = identity
    },
    setFont: ([, size]) => {
      state.size = number(size)
    },
    setCharSpacing: ([value]) => {
      state.spacing = number(value)
    },
    setWordSpacing: ([value]) => {
      state.wordSpacing = number(value)
    },
    setHScale: ([value]) => {
      state.stretch = number(value) / 100
    },
    setLeading: ([value]) => {
      state.leading = -number(value)
    },
    setTextRise: ([value]) => {
      state.rise = number(value)
    },
    setTextRenderingMode: ([value]) => {
      state.mode = number(value)
    },
    setTextMatrix: (args) => {
      line = matrixFrom(args)
      text = line
    },
    moveText: ([x, y]) => move(number(x), number(y)),
    setLeadingMoveText: ([x, y]) => {
      state.leading = number(y)
      move(number(x), number(y))
    },
    nextLine: () => move(0, state.leading),
    showText: ([glyphs], at) => show(Array.isArray(glyphs) ? glyphs : [], at),
  }
  return Object.assign(found, {
    take: (name: string, args: readonly unknown[], at: number) => operations[name]?.(args, at),
  })
}
