import { asDoubtful } from './marks.ts'
import { isMatrix, type Matrix, type OperatorList, type Rule, same, times } from './pdf-rules.ts'
import type { Word } from './pdf-words.ts'

/** Where text begins and ends on its line that is white, pale or not printed at all. */
export interface FaintText {
  readonly left: number
  readonly right: number
  readonly bottom: number
}

/** Operators by the numbers that pdf.js gives them. */
const operators = {
  save: 10,
  restore: 11,
  transform: 12,
  beginText: 31,
  charSpacing: 33,
  leading: 36,
  font: 37,
  renderingMode: 38,
  move: 40,
  moveAndLead: 41,
  matrix: 42,
  nextLine: 43,
  show: 44,
  fillColor: 59,
  formBegin: 74,
  formEnd: 75,
} as const

/** Of 255: paler than grey print; programs darken white text to such a grey when they print. */
const palest = 158
const invisibleMode = 3

const isPale = (color: unknown): boolean => {
  const parts = typeof color === 'string' ? /^#(..)(..)(..)$/.exec(color) : null
  return parts?.slice(1).every((part) => Number.parseInt(part, 16) > palest) ?? false
}

const numberOf = (value: unknown): number => (typeof value === 'number' ? value : 0)

/** Most pages set nothing that could make text faint, and need not be followed sign by sign. */
const mayHaveFaint = ({ fnArray, argsArray }: OperatorList): boolean =>
  fnArray.some((operator, index) => {
    if (operator !== operators.fillColor && operator !== operators.renderingMode) return false
    const args = argsArray[index]
    const [first]: readonly unknown[] = Array.isArray(args) ? args : []
    return operator === operators.fillColor ? isPale(first) : first === invisibleMode
  })

/** The faint text of a page, where some text is not: a scan lies over text that is all unseen. */
export function faintTextOf(list: OperatorList): FaintText[] {
  if (!mayHaveFaint(list)) return []
  const { fnArray, argsArray } = list
  const faint: FaintText[] = []
  let isSomePlain = false
  let state = { matrix: same, isPale: false, isUnseen: false, size: 0, spacing: 0, leading: 0 }
  const saved: (typeof state)[] = []
  let line: Matrix = same
  let at: Matrix = same
  const moveLine = (x: number, y: number) => {
    line = times(line, [1, 0, 0, 1, x, y])
    at = line
  }
  const show = (glyphs: unknown) => {
    const width = Array.isArray(glyphs) ? glyphs.reduce<number>((sum, glyph) => sum + advanceOf(glyph, state), 0) : 0
    const [, , , , left, bottom] = times(state.matrix, at)
    at = times(at, [1, 0, 0, 1, width, 0])
    const [, , , , right] = times(state.matrix, at)
    if (state.isPale || state.isUnseen)
      faint.push({ left: Math.min(left, right), right: Math.max(left, right), bottom })
    else if (width !== 0) isSomePlain = true
  }
  fnArray.forEach((operator, index) => {
    const given = argsArray[index]
    const args: readonly unknown[] = Array.isArray(given) ? given : []
    const [first, second] = args
    if (operator === operators.save) saved.push(state)
    else if (operator === operators.restore || operator === operators.formEnd) state = saved.pop() ?? state
    else if (operator === operators.transform) {
      if (isMatrix(args)) state = { ...state, matrix: times(state.matrix, args) }
    } else if (operator === operators.formBegin) {
      saved.push(state)
      if (isMatrix(first)) state = { ...state, matrix: times(state.matrix, first) }
    } else if (operator === operators.fillColor) state = { ...state, isPale: isPale(first) }
    else if (operator === operators.renderingMode) state = { ...state, isUnseen: first === invisibleMode }
    else if (operator === operators.font) state = { ...state, size: numberOf(second) }
    else if (operator === operators.charSpacing) state = { ...state, spacing: numberOf(first) }
    else if (operator === operators.leading) state = { ...state, leading: numberOf(first) }
    else if (operator === operators.beginText) {
      line = same
      at = same
    } else if (operator === operators.matrix) {
      line = isMatrix(first) ? first : isMatrix(args) ? args : line
      at = line
    } else if (operator === operators.move || operator === operators.moveAndLead)
      moveLine(numberOf(first), numberOf(second))
    else if (operator === operators.nextLine) moveLine(0, state.leading)
    else if (operator === operators.show) show(first)
  })
  return isSomePlain ? faint : []
}

/** How far a glyph, or a number between two, moves on. */
function advanceOf(glyph: unknown, { size, spacing }: { readonly size: number; readonly spacing: number }): number {
  if (typeof glyph === 'number') return (-glyph / 1000) * size
  const width = typeof glyph === 'object' && glyph !== null && 'width' in glyph ? numberOf(glyph.width) : 0
  return (width / 1000) * size + spacing
}

/** Parts of the height of a word between which a line strikes it through. */
const struck = { from: 0.15, to: 0.65 }
const near = 1

/** Less than a space between two words, by their height: they print one figure. */
const touching = 0.3

/** Figures of which a part is faint or struck through: nobody can say which of their digits count, so none does. */
export function withoutFaint(words: readonly Word[], faint: readonly FaintText[], rules: readonly Rule[]): Word[] {
  const level = rules.filter(({ isLevel }) => isLevel)
  const marked = words.filter((word) => isFigurePart(word) && (isFaint(word, faint) || isStruck(word, level)))
  if (marked.length === 0) return [...words]
  return words.map((word) =>
    isFigurePart(word) && marked.some((one) => one === word || touch(one, word))
      ? { ...word, text: asDoubtful(word.text) }
      : word,
  )
}

const isFigurePart = ({ text }: Word): boolean => /\d/.test(text)

const covers = ({ left, right }: Word, from: number, to: number): boolean =>
  Math.min(to, right) - Math.max(from, left) > near

const isFaint = (word: Word, faint: readonly FaintText[]): boolean =>
  faint.some((one) => Math.abs(one.bottom - word.bottom) < word.height / 2 && covers(word, one.left, one.right))

const isStruck = (word: Word, level: readonly Rule[]): boolean =>
  level.some(
    ({ at, from, to }) =>
      at > word.bottom + word.height * struck.from &&
      at < word.bottom + word.height * struck.to &&
      covers(word, from, to),
  )

const touch = (one: Word, other: Word): boolean =>
  Math.abs(one.bottom - other.bottom) < one.height / 2 &&
  Math.max(one.left, other.left) - Math.min(one.right, other.right) < one.height * touching
