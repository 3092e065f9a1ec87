import type { Found, Occurrence } from './find-labels.ts'
import { isSectionHeading } from './outline.ts'
import { isPageNumber, type Piece } from './pieces.ts'
import { readFigure } from './printed-figure.ts'

/** The cells that belong to a row: a figure as printed, or null where the cell is blank. Never guessed. */
export type RowCells = readonly (string | null)[]

type Entry = Piece & { readonly index: number }

const remark = /^\s*[（(【[].{0,60}[)）】\]]\s*$/
const numbered = /^\s*(?:[（(][一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}\s*[、.．])/

/** A section or a numbered part begins here: no cell of the row before. */
const isHeading = ({ kind, raw }: Piece): boolean => kind === 'text' && (numbered.test(raw) || isSectionHeading(raw))

/** The pieces that may hold the figures of the row: those inside a wrapped label, or those right behind it. */
function entriesOf(pieces: readonly Piece[], found: Found, row: Occurrence): Entry[] {
  const inside: Entry[] = []
  for (let index = row.first; index <= row.last; index += 1) {
    const piece = pieces[index]
    if (piece && piece.kind !== 'text') inside.push({ ...piece, index })
  }
  if (inside.some(({ kind }) => kind === 'figure')) return inside
  const entries: Entry[] = []
  const label = pieces[row.last]
  const isClosed = label !== undefined && label.row >= 0 && pieces[row.last + 1]?.row === label.row
  for (let index = row.last + 1; index < pieces.length && entries.length < 60; index += 1) {
    const piece = pieces[index]
    if (!piece || found.owner[index] || isHeading(piece) || (isClosed && piece.row !== label.row)) break
    if (found.isAside[index] || (piece.kind === 'text' && (remark.test(piece.raw) || isPageNumber(piece.raw)))) continue
    if (piece.kind === 'text' && (piece.raw.length > 16 || piece.bare === '' || isBelowLine(entries, piece))) break
    entries.push({ ...piece, index })
  }
  return entries
}

/** Words on another line than a row of figures that stands on one line are no cell of that row. */
const isBelowLine = (entries: readonly Entry[], piece: Piece): boolean => {
  const [first, second] = entries
  return first !== undefined && second !== undefined && first.line === second.line && piece.line !== first.line
}

/** Figures of a row and where they stand. */
export interface RowFigures {
  readonly cells: RowCells
  /** The pieces taken, blank ones too. */
  readonly used: readonly number[]
  /** Blank cells beside the figures were left out to come to the number of columns. */
  readonly isTrimmed: boolean
  /** Label and figures stand on the same lines, so that they belong together for certain. */
  readonly isLocked: boolean
}

const printed = (entry: Entry): string | null => (entry.raw !== '' ? entry.raw : null)
const isEmpty = ({ kind }: Entry): boolean => kind === 'blank' || kind === 'pad'

/** `isSet`: the places of words are those of the print, so that no figure of the row stands before its label. */
interface RowOptions {
  readonly isLastRow: boolean
  readonly isSet: boolean
  readonly hasDecimals?: boolean
}

/** `count` cells behind a label in flattened text, or the reason why they cannot be told: none at all, or not the right number. */
export function cellsBehind(
  pieces: readonly Piece[],
  found: Found,
  row: Occurrence,
  count: number,
  options: RowOptions,
): RowFigures | 'none' | 'unclear' {
  const taken = entriesBehind(pieces, found, row, count, options)
  if (typeof taken === 'string') return taken
  const from = pieces[row.first]?.line ?? -1
  const to = pieces[row.last]?.line ?? -1
  const entries = entriesOf(pieces, found, row)
  const blanks = (list: readonly Entry[]) => list.filter(({ kind }) => kind === 'blank').length
  return {
    cells: taken.map(printed),
    used: taken.map(({ index }) => index),
    isTrimmed: blanks(entries) > blanks(taken),
    isLocked: taken.every((entry) => isEmpty(entry) || (entry.line >= from && entry.line <= to)),
  }
}

function entriesBehind(
  pieces: readonly Piece[],
  found: Found,
  row: Occurrence,
  count: number,
  options: RowOptions,
): Entry[] | 'none' | 'unclear' {
  const all = entriesOf(pieces, found, row)
  if (!all.some(({ kind }) => kind === 'figure')) {
    return all.some(({ kind }) => kind === 'text') && !beginsWithLabel(all) ? (exact(all, count) ?? 'none') : 'none'
  }
  const words = all.findIndex(({ kind }) => kind === 'text')
  const clean = words < 0 ? all : all.slice(0, words)
  const end = options.isLastRow ? pieces.length - 1 : -1
  const mayBeWords = words >= 0 && !beginsWithLabel(all)
  const entries = [withoutTail(clean, count, end), ...(mayBeWords ? [withoutTail(all, count, end)] : [])].find(
    (candidate) => exact(candidate, count) !== null,
  )
  const taken = entries && exact(entries, count)
  if (!taken || hasPageNumber(taken) || (options.isSet && standsBefore(pieces, row, taken))) return 'unclear'
  const filled = taken.filter(({ kind }) => kind === 'figure')
  if (filled.at(-1)?.isTorn && (options.hasDecimals || !isWhole(filled.map(({ raw }) => raw)))) return 'unclear'
  return taken
}

/** A figure left of the label is the number of the row, or of another one. */
function standsBefore(pieces: readonly Piece[], { first, last }: Occurrence, taken: readonly Entry[]): boolean {
  const label = pieces.slice(first, last + 1).filter(({ kind, row }) => kind === 'text' && row < 0)
  const left = Math.min(...label.map(({ at }) => at))
  return taken.some(({ kind, row, at }) => kind === 'figure' && row < 0 && at < left)
}

/** Words before a line of figures are a part of some label, such as a letter of the caption beside the rows, and no cell. */
function beginsWithLabel([first, ...others]: readonly Entry[]): boolean {
  if (first?.kind !== 'text' || first.row >= 0 || /\d/.test(first.raw) || !/[\u4e00-\u9fff]/.test(first.bare))
    return false
  const lines = new Set(others.map(({ line }) => line))
  return lines.has(first.line) || (others.length > 1 && lines.size === 1)
}

/** All figures on one line but the last: that one may be the number of the page, standing for a lost figure. */
function hasPageNumber(entries: readonly Entry[]): boolean {
  const filled = entries.filter(({ kind }) => kind === 'figure')
  const [first] = filled
  const last = filled.at(-1)
  return (
    filled.length > 2 &&
    first !== undefined &&
    last !== undefined &&
    filled.slice(0, -1).every(({ line }) => line === first.line) &&
    last.line !== first.line
  )
}

/** A count at the very end of a broken-off text is whole when it is 0, or the sum of the cells before it. */
export function isWhole(figures: readonly string[]): boolean {
  const values = figures.map((text) => readFigure(text, 'count'))
  const last = values.pop()
  if (last === 0) return true
  const sum = values.reduce<number>((total, value) => total + (typeof value === 'number' ? value : Number.NaN), 0)
  return values.length > 3 && last === sum
}

/** Drops what cannot belong to the row: what begins behind the last row of a table when the text breaks off (`end`), a page number on a line of its own. */
function withoutTail(entries: readonly Entry[], count: number, end: number): Entry[] {
  const filled = entries.filter(({ kind }) => kind !== 'pad')
  const tail = filled.at(-1)
  if (filled.length !== count + 1 || !tail || tail.kind !== 'figure') return [...entries]
  const before = filled.slice(0, count)
  const isAlone = count > 2 && before.every(({ line }) => line === before[0]?.line) && tail.line !== before[0]?.line
  return tail.index === end || isAlone ? entries.filter((entry) => entry !== tail) : [...entries]
}

function trimmed(entries: readonly Entry[], isCut: (entry: Entry) => boolean): Entry[] {
  const from = entries.findIndex((entry) => !isCut(entry))
  return from < 0 ? [] : entries.slice(from, entries.findLastIndex((entry) => !isCut(entry)) + 1)
}

const isPad = ({ kind }: Entry): boolean => kind === 'pad'

/** The run of exactly `count` cells, if there is only one way to see it. */
function exact(entries: readonly Entry[], count: number): Entry[] | null {
  const core = trimmed(entries, isPad)
  if (core.length === count) return core
  if (core.length < count) {
    const first = core[0]
    const leading = first ? entries.indexOf(first) : 0
    const hasTail = core.length + leading < entries.length
    return !hasTail && leading + core.length === count ? [...entries] : null
  }
  const dense = trimmed(core, isEmpty)
  if (dense.length === count) return dense
  const [foremost] = dense
  if (!foremost || dense.length > count) return null
  const leading = core.indexOf(foremost)
  const trailing = core.length - leading - dense.length
  if (leading === 0) return core.slice(0, count)
  return trailing === 0 ? core.slice(-count) : null
}
