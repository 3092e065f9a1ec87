import type { RowHere } from './choose-rows.ts'
import { type Draft, rowName } from './draft.ts'
import { labels } from './labels.ts'
import { gridLine } from './requests-table.ts'
import type { Tables } from './tables.ts'

const mine = labels.filter(({ table, kind }) => table === 'requests' && kind === 'row')
const inOrder = mine.toSorted((a, b) => a.order - b.order)
const [firstRow, lastRow] = [inOrder[0]?.id, inOrder.at(-1)?.id]
/** So many rows are the table, though its beginning was lost. */
const mostRows = 12
/** So many headers of applicants above a row are those of the table. */
const fewHeaders = 2

/**
 * The page without rows that have the name of a row of section three and stand in another table: behind its last row, behind a
 * paragraph or under a caption, with neither its first row, nor its headers, nor most of its rows, nor all that it lacks at
 * its end. `isProse` tells paragraphs.
 */
export function withoutStrays(
  tables: Tables,
  draft: Pick<Draft, 'findings' | 'hasStrangers'>,
  isProse: (line: number) => boolean,
): Tables {
  const strays = stretchesOf(tables, isProse).filter((rows, index, all) => {
    const before = all.slice(0, index).flat()
    return !isTable(tables, rows, before.at(-1)?.occurrence.last ?? -1) && !isRest(tables, rows, before)
  })
  const rows = strays.flat()
  if (rows.length === 0) return tables
  draft.hasStrangers = true
  for (const { label } of rows) {
    draft.findings.push({
      code: 'EXTRA_ROW',
      severity: 'note',
      about: 'reading',
      row: label.id,
      message: `“${rowName('requests', label.id)}”一行写在第三部分的表格之外，未计入`,
    })
  }
  return { ...tables, rows: tables.rows.filter((row) => !rows.includes(row)) }
}

/** Rows of section three that stand in one table as far as can be seen: another begins where this one ended, or anew. */
function stretchesOf(tables: Tables, isProse: (line: number) => boolean): RowHere[][] {
  const stretches: RowHere[][] = []
  for (const row of tables.rows) {
    if (row.label.table !== 'requests') continue
    const before = stretches.at(-1)?.at(-1)
    if (before && row.label.id !== firstRow && !isApart(tables, before, row, isProse)) stretches.at(-1)?.push(row)
    else stretches.push([row])
  }
  return stretches
}

function isApart(tables: Tables, before: RowHere, row: RowHere, isProse: (line: number) => boolean): boolean {
  const { pieces, found } = tables
  if (before.label.id === lastRow && !isBelow(tables, before, row)) return true
  const [from, to] = [before.occurrence.last, row.occurrence.first]
  const [end, begin] = [pieces[from], pieces[to]]
  if (!end || !begin) return false
  for (let line = end.line + 1; line < begin.line; line += 1) if (isProse(line)) return true
  // A table goes on behind the edge of a page where it was left.
  const isAnew = begin.isGrid && begin.line > end.line + 1 && row.label.order < before.label.order
  return (
    isAnew || found.occurrences.some(({ first, candidates }) => first > from && first < to && isOfOther(candidates))
  )
}

/** The cells of a real table below those of the row before, in the same columns. */
function isBelow(tables: Tables, before: RowHere, row: RowHere): boolean {
  const [above, below] = [before, row].map((one) => gridLine(tables, one) ?? [])
  const columns = (cells: typeof above = []) => cells.map(({ at }) => at).join()
  const isNext = above?.[0] !== undefined && below?.[0]?.line === above[0].line + 1
  return isNext && columns(above) === columns(below)
}

const isOfOther = (candidates: readonly { readonly table: string }[]): boolean =>
  candidates.every(({ table }) => table !== 'requests')

function isTable({ found }: Tables, rows: readonly RowHere[], before: number): boolean {
  if (rows.length >= mostRows || rows.some(({ label }) => label.id === firstRow)) return true
  const begin = rows[0]?.occurrence.first ?? 0
  const headers = found.occurrences.filter(
    ({ first, candidates }) =>
      first > before &&
      first < begin &&
      candidates.some(({ table, kind }) => table === 'requests' && kind === 'column'),
  )
  return headers.length >= fewHeaders
}

/** A table broken by a note: in the form's order, rows as wide as those before go on to its last one, and none is there twice. */
function isRest(tables: Tables, rows: readonly RowHere[], before: readonly RowHere[]): boolean {
  const above = before.at(-1)
  if (!above || rows.at(-1)?.label.id !== lastRow) return false
  const orders = [Math.max(...before.map(({ label }) => label.order)), ...rows.map(({ label }) => label.order)]
  const isInOrder = orders.every((order, index) => index === 0 || order > (orders[index - 1] ?? order))
  return isInOrder && rows.every((row) => widthOf(tables, row) === widthOf(tables, above))
}

/** How many cells stand behind the label of a row. */
function widthOf({ pieces }: Tables, { occurrence }: RowHere): number {
  const behind = pieces.slice(occurrence.last + 1)
  const end = behind.findIndex(({ kind, line }) => kind === 'text' || line !== behind[0]?.line)
  return end < 0 ? behind.length : end
}
