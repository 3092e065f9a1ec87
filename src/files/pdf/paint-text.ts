import { type Canvas, number, type Operations } from './canvas.ts'
import { type Box, identity, type Matrix, matrixFrom, moved, multiply } from './geometry.ts'

const unpaintedMode = 3

interface Glyph {
  readonly unicode: string
  readonly width: number
  readonly isSpace: boolean
  /** Of a sign in a line that runs downwards: how long it is, and where it hangs. */
  readonly vmetric: readonly unknown[] | null
}

/** Words: where they stand, in which size, and sign by sign what they say. */
export function textOperations(canvas: Canvas): Operations {
  const move = (x: number, y: number) => {
    canvas.line = multiply(canvas.line, [1, 0, 0, 1, x, y])
    canvas.text = canvas.line
  }
  return {
    beginText: () => {
      canvas.line = identity
      canvas.text = identity
    },
    setFont: ([, size]) => {
      canvas.state.size = number(size)
    },
    setCharSpacing: ([value]) => {
      canvas.state.spacing = number(value)
    },
    setWordSpacing: ([value]) => {
      canvas.state.wordSpacing = number(value)
    },
    setHScale: ([value]) => {
      canvas.state.stretch = number(value) / 100
    },
    setLeading: ([value]) => {
      canvas.state.leading = -number(value)
    },
    setTextRise: ([value]) => {
      canvas.state.rise = number(value)
    },
    setTextRenderingMode: ([value]) => {
      canvas.state.mode = number(value)
    },
    setTextMatrix: (args) => {
      canvas.line = matrixFrom(args)
      canvas.text = canvas.line
    },
    moveText: ([x, y]) => move(number(x), number(y)),
    setLeadingMoveText: ([x, y]) => {
      canvas.state.leading = number(y)
      move(number(x), number(y))
    },
    nextLine: () => move(0, canvas.state.leading),
    showText: ([glyphs], at) => show(canvas, Array.isArray(glyphs) ? glyphs : [], at),
  }
}

function show(canvas: Canvas, glyphs: readonly unknown[], at: number): void {
  const { size, stretch, mode } = canvas.state
  if (glyphs.length === 0 && mode !== unpaintedMode) canvas.hasUnreadable = true
  for (const each of glyphs) {
    if (typeof each === 'number') canvas.text = multiply(canvas.text, [1, 0, 0, 1, (-each / 1000) * size * stretch, 0])
    else showSign(canvas, glyphOf(each), at)
  }
}

function showSign(canvas: Canvas, glyph: Glyph, at: number): void {
  const { unicode, width } = glyph
  const { state } = canvas
  const whole = multiply(state.ctm, canvas.text)
  const box = boxOf(canvas, glyph, whole)
  if (/[\p{Co}\ufffd]|^$/u.test(unicode) && width > 0) canvas.hasUnreadable = true
  canvas.signs.push({
    at,
    text: unicode,
    box,
    color: state.fill,
    alpha: state.alpha,
    size: state.size * Math.hypot(whole[2], whole[3]),
    isUnpainted: state.mode === unpaintedMode,
    isSwitchedOff: canvas.isSwitchedOff,
    isClippedAway: canvas.isClippedAway(box),
  })
  canvas.text = multiply(canvas.text, stepBehind(canvas, glyph))
}

/** Where the sign stands; what runs downwards hangs from the middle of its head. */
function boxOf({ state: { size, stretch, rise } }: Canvas, { width, vmetric }: Glyph, whole: Matrix): Box {
  const long = (width / 1000) * size
  const [, aside = 0, above = 0] = (vmetric ?? []).map(number)
  const hung = multiply(whole, [1, 0, 0, 1, (-aside / 1000) * size, (-above / 1000) * size])
  return moved(vmetric ? hung : whole, [0, rise - 0.1 * size, Math.max(long * stretch, 0.1 * size), rise + 0.75 * size])
}

/** From this sign to where the next one goes. */
function stepBehind({ state }: Canvas, { width, isSpace, vmetric }: Glyph): Matrix {
  const { size, stretch, spacing, wordSpacing } = state
  const further = spacing + (isSpace ? wordSpacing : 0)
  if (!vmetric) return [1, 0, 0, 1, ((width / 1000) * size + further) * stretch, 0]
  const [long = -1000] = vmetric.map(number)
  return [1, 0, 0, 1, 0, (long / 1000) * size - further]
}

/** A sign as the reader hands it over. */
function glyphOf(each: unknown): Glyph {
  const given: { readonly [Part in keyof Glyph]?: unknown } = typeof each === 'object' && each !== null ? each : {}
  const { unicode, width, isSpace, vmetric } = given
  return {
    unicode: typeof unicode === 'string' ? unicode : '',
    width: number(width),
    isSpace: Boolean(isSpace),
    vmetric: Array.isArray(vmetric) ? vmetric : null,
  }
}
