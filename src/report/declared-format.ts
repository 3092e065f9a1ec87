import { isGroupRow, leafRows, type ReportFormat, type Row } from '../law/report-format.ts'
import { reportFormats } from '../law/report-formats.ts'
import type { AnnualReport } from './report.ts'

/** Group rows named in `ids` become single rows with their own figures. */
const closeGroups = (rows: readonly Row[], ids: ReadonlySet<string>): Row[] =>
  rows.map((row) => {
    if (!isGroupRow(row)) return row
    return ids.has(row.id) ? { id: row.id, label: row.label } : { ...row, rows: closeGroups(row.rows, ids) }
  })

const groupsWithin = (rows: readonly Row[]): { id: string; leaves: string[] }[] =>
  rows.flatMap((row) =>
    isGroupRow(row) ? [{ id: row.id, leaves: leafRows(row.rows).map(({ id }) => id) }, ...groupsWithin(row.rows)] : [],
  )

/** The format with each group of `ids` printed as one row, as the 2019 form prints 其他处理; the equations follow. */
export function withClosedGroups(format: ReportFormat, ids: readonly string[]): ReportFormat {
  const closed = groupsWithin(format.requests.rows).filter(({ id }) => ids.includes(id))
  const groupOf = (leaf: string) => closed.find(({ leaves }) => leaves.includes(leaf))?.id ?? leaf
  const follow = (terms: readonly string[]) => [...new Set(terms.map(groupOf))]
  return {
    ...format,
    requests: { ...format.requests, rows: closeGroups(format.requests.rows, new Set(ids)) },
    equations: format.equations.map((equation) =>
      equation.table === 'requests' && equation.across === 'rows'
        ? { ...equation, left: follow(equation.left), right: follow(equation.right) }
        : equation,
    ),
  }
}

/** The common fault of tables of 2021 with the single （六）其他处理 of 2019. */
const mixedFormat = withClosedGroups(reportFormats['2021'], ['other'])

/** The tree that a report really follows; where its format is unknown, the rows it states decide. */
export function declaredFormat({ format, requests }: Pick<AnnualReport, 'format' | 'requests'>): ReportFormat {
  if (format === '2019' || format === '2021') return reportFormats[format]
  if (format === 'mixed' || requests.other) return mixedFormat
  return reportFormats['2021']
}
