import type { Print } from './cut.ts'
import type { Item } from './stream.ts'

/** Figures behind a label: their digits, what surely parts them, and whether anything but digits stands among them. */
export interface Printed {
  readonly raw: string
  readonly print: Print
  /** Signs, decimal points or marks stand among the digits. */
  readonly isOdd: boolean
}

/** `3.` before the label 危及…: a number of the label. Without its dot it may be one. */
const numberOf = /(?:^|[0-9 \n])(\d)[ \n]?\.[ \n]*$/

/**
 * What figures print when `ordinal`, the number of the label behind them, is taken away; undefined when nothing is left.
 * `ordinal` is null where the next label has none.
 */
export function printedOf(item: Item, ordinal: string | null): Printed | undefined {
  const dotted = numberOf.exec(item.text)
  const raw = (dotted ? item.text.slice(0, item.text.lastIndexOf(dotted[1] ?? '')) : item.text).trim()
  if (raw === '' || raw === ordinal) return undefined
  const breaks = new Set<number>()
  let digits = ''
  for (const char of raw) {
    if (char === ' ') breaks.add(digits.length)
    else if (char !== '\n') digits += char
  }
  const isOdd = /\D/.test(digits)
  const mayHoldNumber = !dotted && ordinal !== null && raw.endsWith(ordinal)
  const ends = mayHoldNumber ? [digits.length, digits.length - 1] : [digits.length]
  return { raw, print: { digits, breaks, ends }, isOdd }
}

/** Figures that the print itself keeps apart. A line may be broken anywhere, so its end keeps nothing apart. */
export const piecesOf = ({ raw }: Printed): string[] => raw.replaceAll('\n', '').split(' ')

/** A piece that is surely more than one figure: it goes on behind a leading zero, or is far too long. */
export const isManyFigures = (piece: string): boolean => /^0\d/.test(piece) || /^\d{13,}$/.test(piece)
