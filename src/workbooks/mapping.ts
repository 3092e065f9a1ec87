import { z } from 'zod'
import { fromSheetDate } from '../days/plain-date.ts'
import { typedCell } from './entry.ts'
import { headersOf, namesOf } from './headers.ts'
import type { Column, Ledger } from './ledger.ts'
import { likeness } from './nearest.ts'
import { isBlank, isBlankRow, type RawCell, type Table } from './table.ts'

const Head = z.string().max(300)
const ColumnId = z.string().max(60)
const Written = z.string().max(4000)

/** How a table is read whose heads, columns and words are not those of the template. */
export const Mapping = z.strictObject({
  /** By the head in the file the column that it is, or null for one that is not taken in. */
  heads: z.record(Head, ColumnId.nullable()),
  /** What each row says in a column that the file lacks, as a form gives it: a choice by its id. */
  always: z.record(ColumnId, Written),
  /** By column and by what is written in the file: what is meant, as a form gives it. */
  words: z.record(ColumnId, z.record(Written, Written)),
})
export type Mapping = z.infer<typeof Mapping>

export const noMapping: Mapping = { heads: {}, always: {}, words: {} }

/** The heads of a table, and what of its ledger it says and lacks. */
export interface SheetHeads {
  readonly sheet: string
  readonly ledger: string
  readonly heads: readonly ReadHead[]
  /** Every head is a column, and no column that must be there is missing. */
  readonly isTemplate: boolean
}

export interface ReadHead {
  readonly text: string
  /** The column that it is by its name, else the one that it is most like; null where it is like none. */
  readonly column: string | null
  readonly isNamed: boolean
  /** From the first rows, so that one sees what it is about. */
  readonly sample: string
}

const alikeFrom = 0.6
const sampleRows = 20

/** What stands at the head of a table, each with the column that it probably is; undefined where nothing looks like a head. */
export function lookAtHeads(ledger: Ledger, table: Table): SheetHeads | undefined {
  const headers = headersOf(ledger, table)
  if (!headers) return undefined
  const { row, texts, columns, unknown, repeated, missing } = headers
  const free = new Set(ledger.columns.filter((column) => !columns.includes(column)))
  const below = table.rows.slice(row + 1, row + 1 + sampleRows)
  const heads = texts.flatMap((text, index): ReadHead[] => {
    const named = columns[index]
    if (text === '' || (!named && !unknown.some((each) => each.index === index))) return []
    const like = named ?? mostLike(free, text)
    if (like) free.delete(like)
    const sample = below.map((cells) => cells[index]).find((cell) => !isBlank(cell))
    return [{ text, column: like?.id ?? null, isNamed: named !== undefined, sample: shown(sample) }]
  })
  return {
    sheet: table.name,
    ledger: ledger.id,
    heads,
    isTemplate: unknown.length + repeated.length + missing.length === 0,
  }
}

const shown = (cell: RawCell | undefined): string =>
  cell === null || cell === undefined
    ? ''
    : cell instanceof Date
      ? (fromSheetDate(cell) ?? '')
      : String(cell).slice(0, 60)

function mostLike(columns: ReadonlySet<Column>, text: string): Column | undefined {
  const rated = [...columns].map((column) => ({
    column,
    best: Math.max(...namesOf(column).map((name) => likeness(text, name))),
  }))
  return rated.filter(({ best }) => best >= alikeFrom).sort((a, b) => b.best - a.best)[0]?.column
}

/** The table as the template would have it. Every cell stays in its place, so that a fault is still named by where it stands. */
export function withMapping(ledger: Ledger, table: Table, { heads, always, words }: Mapping): Table {
  const headers = headersOf(ledger, table)
  if (!headers) return table
  const byId = new Map(ledger.columns.map((column) => [column.id, column]))
  const columns = headers.texts.map((text, index) => {
    const told = heads[text]
    return told === undefined ? headers.columns[index] : told === null ? undefined : byId.get(told)
  })
  const named = headers.texts.map((text, index) => columns[index]?.header ?? (heads[text] === null ? null : text))
  const added = ledger.columns.filter(({ id }) => id in always && !columns.some((column) => column?.id === id))
  const width = Math.max(...table.rows.map(({ length }) => length))
  const meant = (cell: RawCell, column: Column | undefined): RawCell => {
    const said = column && words[column.id]?.[String(cell ?? '').trim()]
    return said === undefined || column === undefined ? cell : typedCell(column, said)
  }
  const widened = (cells: readonly RawCell[], more: readonly RawCell[]) => [
    ...Array.from({ length: width }, (_, index) => cells[index] ?? null),
    ...more,
  ]
  const isEmpty = (cells: readonly RawCell[]) =>
    isBlankRow(columns.map((column, index) => (column ? (cells[index] ?? null) : null)))
  const rows = table.rows.map((cells, index) => {
    if (index < headers.row || (index > headers.row && isEmpty(cells))) return cells
    if (index === headers.row)
      return widened(
        named,
        added.map(({ header }) => header),
      )
    const said = cells.map((cell, place) => meant(cell, columns[place]))
    return widened(
      said,
      added.map((column) => typedCell(column, always[column.id] ?? null)),
    )
  })
  return { ...table, rows }
}
