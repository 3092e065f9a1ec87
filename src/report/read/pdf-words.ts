import { withoutRadicals } from '../../text/radicals.ts'
import { asDoubtful } from './marks.ts'

/** Words as they stand on a page of a PDF, from its lower left corner. */
export interface Word {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly bottom: number
  readonly height: number
}

export interface TextItem {
  readonly str: string
  readonly transform: readonly number[]
  readonly width: number
  readonly height: number
}

export function wordOf({ str, transform, width, height }: TextItem): Word {
  const [a = 0, b = 0, , , left = 0, bottom = 0] = transform
  const size = height > 0 ? height : Math.hypot(a, b) || 10
  return { text: withoutRadicals(str), left, right: left + width, bottom, height: size }
}

/** The parts of words that stand in two places, by how wide their characters are. */
export function partsOfWord({ text, left, right, bottom, height }: Word): Word[] {
  const wide = (part: string): number => [...part].reduce((sum, char) => sum + (char > '\u2e7f' ? 2 : 1), 0)
  const unit = (right - left) / Math.max(1, wide(text))
  return [...text.matchAll(/[^ ]+/g)].map(([part], index, all) => {
    const from = left + wide(text.slice(0, all[index]?.index ?? 0)) * unit
    return { text: part, left: from, right: from + wide(part) * unit, bottom, height }
  })
}

/** Words on one line, from the left, lines from the top down. */
export function rowsOf(words: readonly Word[]): Word[][] {
  const rows: Word[][] = []
  for (const word of words.toSorted((a, b) => b.bottom - a.bottom || a.left - b.left)) {
    const row = rows.at(-1)
    const first = row?.[0]
    const isSame = first && Math.abs(first.bottom - word.bottom) <= Math.min(first.height, word.height) * 0.35
    if (row && isSame) row.push(word)
    else rows.push([word])
  }
  return rows.map((row) => row.sort((a, b) => a.left - b.left))
}

/** Smaller than this beside or above other words is a mark, not a digit of their figure. */
const markSize = 0.75

/** Smaller than the word before it, and not on the same foot. */
const isMark = (word: Word, before: Word | undefined): boolean =>
  before !== undefined &&
  word.left - before.right < before.height * 0.6 &&
  word.height < before.height * markSize &&
  Math.abs(word.bottom - before.bottom) > before.height * 0.05

const mostColumns = 1000
/** Points of the usual print; in smaller print the columns are narrower, so that no word pushes the next one out of its place. */
const usualColumn = 5
const narrowestDigit = 0.45

/** Points that one half-width column of text stands for on this sheet, by its small print (not by single marks in it). */
export function columnWidth(words: readonly Word[]): number {
  const heights = words.flatMap(({ text, height }) => Array.from(text, () => height)).sort((a, b) => a - b)
  return Math.max(1, Math.min(usualColumn, narrowestDigit * (heights[Math.floor(heights.length / 20)] ?? usualColumn)))
}

/** A line of text; a gap wider than a space between two words becomes two spaces, and words stand in columns as wide as given. */
export function lineOf(row: readonly Word[], width = usualColumn): string {
  let line = ''
  let before: Word | undefined
  for (const word of row) {
    const gap = before ? word.left - before.right : Number.POSITIVE_INFINITY
    const column = Math.min(mostColumns, Math.max(0, Math.round(word.left / width)))
    if (line === '') line = ' '.repeat(column)
    else if (gap > word.height * 0.6) line += ' '.repeat(Math.max(2, column - columnsOf(line)))
    else if (gap > word.height * 0.15) line += ' '
    line += isMark(word, before) ? asDoubtful(word.text) : word.text
    before =
      isMark(word, before) && before ? { ...before, right: Math.max(before.right, word.right) } : wider(word, before)
  }
  return line
}

const wider = (word: Word, before: Word | undefined): Word =>
  before && before.right > word.right ? { ...word, right: before.right } : word

const columnsOf = (text: string): number => {
  let columns = 0
  for (const char of text) columns += char.charCodeAt(0) > 0x2e7f ? 2 : 1
  return Math.min(columns, mostColumns)
}

/** The text of a cell: its lines one after another, small digits beside or above larger words as marks. */
export function textInCell(words: readonly Word[]): string {
  const tallest = Math.max(0, ...words.map(({ height }) => height))
  return rowsOf(words)
    .map((row) => {
      const isSmall = row.every(({ height }) => height < tallest * markSize)
      const line = lineOf(row).trim().replace(/ {2,}/g, ' ')
      return isSmall ? asDoubtful(line) : line
    })
    .join(' ')
}
