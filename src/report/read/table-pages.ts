import { isGroupColumn, leafRows, type ReportFormat } from '../../law/report-format.ts'
import type { CellRef } from '../report.ts'

/** On which page of a document, counted from nought, a row of a table stands: by `placeKey`. */
export type RowPages = Readonly<Record<string, number>>

export const placeKey = ({ table, row }: Pick<CellRef, 'table' | 'row'>): string => `${table}/${row}`

interface Labelled {
  readonly table: CellRef['table']
  readonly row: string
  readonly label: string
}

/** What stands at the head of each row, and of the columns of section four, which has one row only. */
const labelsOf = (format: ReportFormat): Labelled[] =>
  [
    ...format.proactive.flatMap(({ rows }) => rows.map((row) => ({ table: 'proactive' as const, ...row }))),
    ...leafRows(format.requests.rows).map((row) => ({ table: 'requests' as const, ...row })),
    ...format.remedies.columns.flatMap((column) =>
      blocksOf(column).map(({ id, label }) => ({
        table: 'remedies' as const,
        id,
        label,
      })),
    ),
  ].map(({ table, id, label }) => ({ table, row: id, label: bare(label) }))

/** What has results of its own: 行政复议 as a whole, of 行政诉讼 its two halves. */
function blocksOf(column: ReportFormat['remedies']['columns'][number]) {
  if (!isGroupColumn(column)) return []
  const halves = column.columns.filter(isGroupColumn)
  return halves.length > 0 ? halves : [column]
}

/** As it may be broken into lines, numbered or bracketed by whoever typed it. */
const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(/\([^)]*\)|["“”'‘’]/g, '')
    .replaceAll(/[\s\d.、,，:：;；]/g, '')

/**
 * Where the rows of the statutory tables stand in a document of these pages. A table stands where most of its rows are named;
 * a row on that page, or on the next ones that name it. What is named nowhere has no place.
 */
export function rowPages(format: ReportFormat, texts: readonly string[]): RowPages {
  const pages = texts.map(bare)
  const found: Record<string, number> = {}
  for (const [, rows] of Map.groupBy(labelsOf(format), ({ table }) => table)) {
    const counts = pages.map(
      (page) => new Set(rows.filter(({ label }) => page.includes(label)).map(({ label }) => label)).size,
    )
    const most = Math.max(0, ...counts)
    if (most === 0) continue
    const best = counts.indexOf(most)
    // A table that a page breaks goes on beside the page that has most of it.
    const near = [best - 1, best, best + 1].filter((page) => (counts[page] ?? 0) * 4 >= most)
    for (const { table, row, label } of rows)
      found[placeKey({ table, row })] =
        (pages[best]?.includes(label) ? best : near.find((page) => pages[page]?.includes(label))) ?? best
  }
  return found
}
