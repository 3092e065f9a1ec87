import { bare } from './bare.ts'
import { lineText, type Page, type PageLine } from './page.ts'
import { isFigure } from './printed-figure.ts'

/**
 * The smallest thing of a page that a table can be built from. `blank` is a cell that is surely empty; `pad` is a bare
 * separator, which may be an empty cell or only the rest of a merged one.
 */
export interface Piece {
  readonly kind: 'text' | 'figure' | 'blank' | 'pad'
  readonly raw: string
  readonly bare: string
  readonly line: number
  /** The line, when the line is a whole row of a table; otherwise -1. */
  readonly row: number
  /** Stands in a cell of a real table, whose columns are known. */
  readonly isGrid: boolean
  /** Column of a real table, or the middle of the word in a line of text set in columns. */
  readonly at: number
  /** The text breaks off right behind this piece. */
  readonly isTorn: boolean
}

/** A figure, or words that are only the digits of one, torn apart in their cell. */
export const looksLikeFigure = ({ kind, raw }: Piece): boolean =>
  kind === 'figure' || (kind === 'text' && /^\d[\d,. \u00a0\u3000]*$/.test(raw))

/** Prose cannot be a label or a figure; leaving it out keeps labels quoted in sentences from being taken for rows. */
export const isProse = (text: string): boolean =>
  (text.length > 12 && /[。；]/.test(text)) || (text.length > 160 && text.replace(/\s+/g, '').length > 260)

const pageNumber = /^\s*(?:[-—–－·]{1,2}\s*\d{1,3}\s*[-—–－·]{1,2}|第?\s*\d{1,3}\s*页.{0,14}|P\.? ?\d{1,3})\s*$/i

/** A page number, which may stand inside a table that runs over pages. */
export const isPageNumber = (text: string): boolean => text.trim().length < 30 && pageNumber.test(text)

const ruleLine = /^[\s|:+-]*-{3}[\s|:+-]*$/
const unitGap = /(\d)[ \t\u00a0\u3000]+(?=万元|元|件|项)/g

/** The pieces of a page, in reading order. */
export function piecesOf(page: Page): Piece[] {
  const pieces: Piece[] = []
  let isOpen = false
  page.lines.forEach((line, index) => {
    const text = lineText(line)
    if (line.isRow) addRow(pieces, line, index)
    else if (text.length > 4000 || (text.length < 2000 && ruleLine.test(text))) return
    else if (text.includes('|')) isOpen = addPiped(pieces, text, index, isOpen)
    else if (text.trim() !== '') {
      if (!isProse(text) && !isPageNumber(text)) addWords(pieces, text, index, -1)
      isOpen = true
    }
  })
  const last = pieces.at(-1)
  const lowest = page.lines.at(-1)
  const endsOpen = lowest !== undefined && !lineText(lowest).trimEnd().endsWith('|')
  if (page.isTorn && last?.line === page.lines.length - 1 && endsOpen) {
    pieces[pieces.length - 1] = { ...last, isTorn: true }
  }
  return pieces
}

function add(pieces: Piece[], kind: Piece['kind'], raw: string, line: number, row: number, at: number): void {
  pieces.push({ kind, raw, bare: kind === 'text' ? bare(raw) : '', line, row, isGrid: false, at, isTorn: false })
}

function addRow(pieces: Piece[], line: PageLine, index: number): void {
  line.cells.forEach((cell, position) => {
    const at = line.columns?.[position] ?? position
    const text = cell.trim()
    const kind = text === '' ? 'blank' : isFigure(text) ? 'figure' : 'text'
    if (kind === 'text' && isProse(text)) return
    add(pieces, kind, text, index, index, at)
    const last = pieces.at(-1)
    if (last) pieces[pieces.length - 1] = { ...last, isGrid: true }
  })
}

/** A line with `|`: a bar ends a cell, wherever it stands. Returns whether its last cell is still open. */
function addPiped(pieces: Piece[], text: string, index: number, wasOpen: boolean): boolean {
  const segments = text.split('|')
  const row = segments.filter((segment) => segment.trim() !== '').length > 1 ? index : -1
  const lastFilled = segments.findLastIndex((segment) => segment.trim() !== '')
  const tail = segments.slice(lastFilled + 1, -1)
  // Cells left over by a merge are bars close together; an empty cell of its own has its spaces.
  const isMergedTail = tail.some((segment) => segment === '') || (tail.length === 1 && (tail[0] ?? '').length < 2)
  segments.forEach((segment, position) => {
    const isFirst = position === 0
    const isLast = position === segments.length - 1
    if (segment.trim() !== '') {
      if (!isProse(segment)) addWords(pieces, segment, index, row)
    } else if (isLast) return
    else if (isFirst) {
      if (!wasOpen) add(pieces, 'pad', '', index, -1, -1)
    } else {
      const isPad = segment === '' || (position > lastFilled && isMergedTail)
      add(pieces, isPad ? 'pad' : 'blank', '', index, row, -1)
    }
  })
  return segments.at(-1)?.trim() !== ''
}

/** Words of a cell or line: figures at its end stand alone, everything before is text. */
function addWords(pieces: Piece[], text: string, index: number, row: number): void {
  if (isFigure(text)) {
    add(pieces, 'figure', text.trim(), index, row, middle(text, 0, text.length))
    return
  }
  const joined = text.replace(unitGap, '$1')
  const words = [...joined.matchAll(/[^\s\u00a0\u3000]+/g)]
  let firstFigure = words.length
  while (firstFigure > 0 && isFigure(words[firstFigure - 1]?.[0] ?? '')) firstFigure -= 1
  words.forEach((word, position) => {
    const kind = position >= firstFigure ? 'figure' : 'text'
    add(pieces, kind, word[0], index, row, middle(joined, word.index, word.index + word[0].length))
  })
}

/** Middle of a word in half-width columns. */
function middle(text: string, from: number, to: number): number {
  let column = 0
  let start = 0
  for (let index = 0; index < to; index += 1) {
    if (index === from) start = column
    column += text.charCodeAt(index) > 0x2e7f ? 2 : 1
  }
  return (start + column) / 2
}
