import { isGroupRow, type LeafColumn, type ReportFormat, type Row } from '../../law/report-format.ts'
import { cellLabels } from '../../report/cell-name.ts'
import type { CellRef } from '../../report/report.ts'
import { sheetTables } from '../../report/sheet.ts'

/** One row of the statutory form whose figures of all organs can be looked at. */
export interface RowChoice {
  /** As in the address: `requests.newReceived`, `proactive.rules.inForce`, `remedies.review.upheld`. */
  readonly id: string
  /** As printed. */
  readonly name: string
  /** What the column of its figures is called in print. */
  readonly column: string
  readonly cell: CellRef
  readonly kind: LeafColumn['kind'] | null
}

/** Rows that stand together in the form. */
export interface ChoiceGroup {
  readonly label: string
  readonly choices: readonly RowChoice[]
}

/** Section three is looked at by its rows, in the column of their totals; sections two and four by their single figures. */
export function rowChoices(format: ReportFormat): ChoiceGroup[] {
  const totals = format.equations.flatMap(({ code, right }) => (code === 'ROW_TOTAL' ? right : []))
  const groups: { label: string; choices: RowChoice[] }[] = []
  for (const { id, rows } of sheetTables(format))
    for (const { cell, kind } of rows.flat()) {
      if (!cell || (id === 'requests' && !totals.includes(cell.column))) continue
      const label = groupOf(format, cell)
      const last = groups.at(-1)
      const choice = choiceOf(format, cell, kind)
      if (last?.label === label) last.choices.push(choice)
      else groups.push({ label, choices: [choice] })
    }
  return groups
}

/** The choice of this id; undefined where the form has no such row. */
export const choiceById = (format: ReportFormat, id: string): RowChoice | undefined =>
  rowChoices(format)
    .flatMap(({ choices }) => choices)
    .find((choice) => choice.id === id)

function choiceOf(format: ReportFormat, cell: CellRef, kind: RowChoice['kind']): RowChoice {
  const { table, row, column } = cell
  const labels = cellLabels(format, cell)
  if (table === 'requests') return { id: `${table}.${row}`, name: labels.row, column: labels.column, cell, kind }
  return { id: `${table}.${row}.${column}`, name: `${labels.row}—${labels.column}`, column: labels.column, cell, kind }
}

/** Section and group of a figure as printed. */
function groupOf(format: ReportFormat, { table, row }: CellRef): string {
  const heading = format.sections.find(({ id }) => id === table)?.heading ?? ''
  const within = {
    proactive: () => format.proactive.find(({ rows }) => rows.some(({ id }) => id === row))?.caption,
    requests: () => groupLabel(format.requests.rows, row),
    remedies: () => undefined,
  }[table]()
  return within === undefined ? heading : `${heading} ${within}`
}

/** The nearest group above a row; undefined for one that stands for itself. */
function groupLabel(rows: readonly Row[], id: string): string | undefined {
  for (const row of rows) {
    if (!isGroupRow(row)) continue
    if (row.rows.some((each) => each.id === id)) return row.label
    const below = groupLabel(row.rows, id)
    if (below !== undefined) return below
  }
  return undefined
}
