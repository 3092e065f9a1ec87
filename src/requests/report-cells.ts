import { type PlainDate, plainDate, yearOf } from '../days/plain-date.ts'
import { outcomesOn } from '../law/outcomes.ts'
import { isGroupColumn, isGroupRow, type ReportFormat } from '../law/report-format.ts'
import { formatForYear } from '../law/report-formats.ts'
import type { CaseView } from './case-view.ts'
import type { Request } from './request.ts'

type Cell = CaseView['cells'][number]
type Counted = Pick<Request, 'applicantKind' | 'receivedOn' | 'concludedOn' | 'outcome'>

/** The cells of the report on `year` in which the request counts, as things stand on `today`. */
export function reportCells(request: Counted, year: number): Cell[] {
  const format = formatForYear(year)
  const { receivedOn, concludedOn, outcome } = request
  if (!format || !receivedOn || yearOf(receivedOn) > year) return []
  const concludedIn = concludedOn ? yearOf(concludedOn) : null
  if (concludedIn !== null && concludedIn < year) return []
  const row =
    concludedIn === year && outcome
      ? outcomesOn(plainDate(`${year}-12-31`)).find(({ id }) => id === outcome)?.row
      : 'carriedForward'
  const rows = [yearOf(receivedOn) === year ? 'newReceived' : 'carriedOver', ...(row ? [row] : [])]
  return rows.map((id) => ({
    year,
    row: id,
    rowLabel: rowLabel(format, id),
    column: request.applicantKind,
    columnLabel: columnLabel(format, request.applicantKind),
  }))
}

/** The year of `today`, in whose report the request counts now; for a concluded one the year of its answer. */
export const reportYear = ({ concludedOn }: Counted, today: PlainDate): number => yearOf(concludedOn ?? today)

function rowLabel({ requests }: ReportFormat, id: string): string {
  const walk = (rows: typeof requests.rows, above: string): string | undefined => {
    for (const row of rows) {
      const label = above ? `${above} ${row.label}` : row.label
      if (row.id === id) return label
      const found = isGroupRow(row) ? walk(row.rows, row.id === 'results' ? '' : label) : undefined
      if (found) return found
    }
    return undefined
  }
  return walk(requests.rows, '') ?? id
}

function columnLabel({ requests }: ReportFormat, id: string): string {
  for (const column of requests.columns) {
    if (column.id === id) return column.label
    const inner = isGroupColumn(column) ? column.columns.find((each) => each.id === id) : undefined
    if (inner) return `${column.label}—${inner.label}`
  }
  return id
}
