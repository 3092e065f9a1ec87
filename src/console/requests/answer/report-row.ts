import { isGroupRow, type Row } from '../../../law/report-format.ts'
import { reportFormat2021 } from '../../../law/report-format-2021.ts'

function wayTo(rows: readonly Row[], id: string): string[] | undefined {
  for (const row of rows) {
    if (row.id === id) return [row.label]
    const below = isGroupRow(row) ? wayTo(row.rows, id) : undefined
    if (below) return [row.label, ...below]
  }
  return undefined
}

/** The printed way to a row of the report's table of requests, below its head: （三）不予公开 › 5.属于三类内部事务信息. */
export const rowWords = (id: string): string => (wayTo(reportFormat2021.requests.rows, id)?.slice(1) ?? []).join(' › ')
