import type { Label } from './labels.ts'
import { namesTime } from './other-time.ts'
import { looksLikeFigure, type Piece } from './pieces.ts'
import type { Headers, Tables } from './tables.ts'
import { unlikeness } from './unlikeness.ts'

/**
 * The headers that stand above each line of a real table: the last lines of headers before it. A table that goes on after a
 * page break with its headers printed again is read under the new ones.
 */
export function headersByLine({ pieces, found, rows }: Omit<Tables, 'headers'>): ReadonlyMap<number, Headers> {
  const rowLines = new Set(rows.map(({ occurrence }) => pieces[occurrence.last]?.line))
  const above = new Map<number, Headers>()
  let headers = new Map<number, Piece[]>()
  let isOpen = false
  for (const line of gridLines(pieces)) {
    const [first] = line
    if (!first) continue
    const at = first.piece.line
    const isData = rowLines.has(at) || line.some(({ piece }) => looksLikeFigure(piece))
    if (isData) {
      above.set(at, headers)
      isOpen = false
    } else if (isHeader(line, found)) {
      if (!isOpen) headers = new Map()
      isOpen = true
      for (const { piece } of line) {
        if (piece.kind === 'text') headers.set(piece.at, [...(headers.get(piece.at) ?? []), piece])
      }
    }
  }
  return above
}

/** A line with a known header, or one of unknown words only: the headers of another table, or others than the form's. */
const isHeader = (line: readonly { piece: Piece; index: number }[], { owner }: Tables['found']): boolean =>
  line.some(({ index }) => owner[index]?.candidates.some(({ kind }) => kind === 'column')) ||
  (line.filter(({ piece }) => piece.kind === 'text').length > 1 && line.every(({ index }) => !owner[index]))

function* gridLines(pieces: readonly Piece[]): Generator<{ piece: Piece; index: number }[]> {
  let line: { piece: Piece; index: number }[] = []
  for (const [index, piece] of pieces.entries()) {
    if (line[0] && line[0].piece.line !== piece.line) {
      yield line
      line = []
    }
    if (piece.isGrid) line.push({ piece, index })
  }
  if (line.length > 0) yield line
}

/** A column that is looked for: its id and every wording of its header. */
export type Wanted = Pick<Label, 'id' | 'names'>

/** Where each wanted column stands, or why that cannot be told. */
export type Places = ReadonlyMap<string, number> | 'unclear'

const isOneOf = (names: readonly string[], text: string): boolean => names.includes(text)
/** A header that says nothing: numbered columns of a converter, or none. */
const isEmptyWord = (text: string): boolean => /^(?:数据|列|项|栏)?\d*$/.test(text)

/**
 * The columns under their headers. `filled` are the columns in which figures stand. Where some headers are lost, the usual
 * order is taken only if nothing speaks against it: the others stand in their places, and no other word in those of the lost.
 */
export function placesOf(wanted: readonly Wanted[], headers: Headers, filled: readonly number[]): Places {
  const words = new Map([...headers].map(([column, texts]) => [column, texts.map(({ bare }) => bare).reverse()]))
  const places = new Map<string, number>()
  for (const [column, texts] of words) {
    const word = texts.find((text) => wanted.some(({ names }) => isOneOf(names, text)))
    const id = wanted.find(({ names }) => word !== undefined && isOneOf(names, word))?.id
    if (id === undefined) continue
    if (places.has(id)) return 'unclear'
    places.set(id, column)
  }
  if (places.size === wanted.length) return places
  if (filled.length !== wanted.length) return 'unclear'
  const agrees = wanted.every(({ id, names }, index) => {
    const column = filled[index] ?? -1
    const known = places.get(id)
    if (known !== undefined) return known === column
    if ([...places.values()].includes(column)) return false
    const word = words.get(column)?.[0] ?? ''
    return isEmptyWord(word) || (!namesTime(word) && names.some((name) => unlikeness(name, word, 1) <= 0.5))
  })
  return agrees ? new Map(wanted.map(({ id }, index) => [id, filled[index] ?? -1])) : 'unclear'
}

/**
 * The cells of one line under the columns; 'unclear' where a column has no cell there, or a figure stands under no header:
 * then a cell was lost or doubled, and nobody can say which.
 */
export function cellsUnder(
  line: readonly Piece[],
  places: ReadonlyMap<string, number>,
  headers: Headers,
  wanted: readonly Wanted[],
): (string | null)[] | 'unclear' {
  const used = new Set(places.values())
  const first = Math.min(...used)
  // Above the labels of the rows there is a header too, but no figure belongs there.
  const hasOwnHeader = (at: number): boolean => at > first && headers.has(at)
  const cells = wanted.map(({ id }) => line.find(({ at }) => at === places.get(id)))
  if (cells.some((cell) => cell === undefined)) return cellsInTurn(line, places, headers, wanted)
  const isStray = line.some((piece) => isNumberLike(piece) && !used.has(piece.at) && !hasOwnHeader(piece.at))
  return isStray ? 'unclear' : cells.map(printed)
}

/** A figure, or one that is doubtful, such as one with a mark. */
const isNumberLike = ({ kind, raw }: Piece): boolean =>
  kind === 'figure' || (kind === 'text' && /\d/.test(raw.normalize('NFKC')) && !/[\u4e00-\u9fff]/.test(raw))

const printed = (cell: Piece | undefined): string | null => (cell && cell.raw !== '' ? cell.raw : null)

/** Where headers and cells are set to different widths: as many cells as headers, one under another in their order. */
function cellsInTurn(
  line: readonly Piece[],
  places: ReadonlyMap<string, number>,
  headers: Headers,
  wanted: readonly Wanted[],
): (string | null)[] | 'unclear' {
  const columns = [...places.values()].sort((a, b) => a - b)
  const others = [...headers.keys()].filter((column) => column > (columns[0] ?? 0) && !columns.includes(column))
  if (line.length !== wanted.length || others.length > 0) return 'unclear'
  return wanted.map(({ id }) => printed(line[columns.indexOf(places.get(id) ?? -1)]))
}
