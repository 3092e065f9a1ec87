import type { ReportFormat } from '../../../law/report-format.ts'
import { cellName } from '../../cell-name.ts'
import type { ReportFault } from '../../finding.ts'
import { type AnnualReport, type CellRef, figure } from '../../report.ts'
import { paragraphsOf, withoutTitles } from '../plain-text.ts'
import { clausesOf } from './clauses.ts'
import { type Statement, statementsIn } from './statements.ts'

const narrated = ['intro', 'overview', 'proactive', 'requests', 'remedies', 'otherMatters'] as const

/** The sum of the cells, or null when any of them is not stated. */
function sumOf(report: AnnualReport, cells: readonly CellRef[]): number | null {
  const figures = cells.map((cell) => figure(report, cell))
  return figures.every((value) => typeof value === 'number') ? figures.reduce((sum, value) => sum + value, 0) : null
}

const topicOf = ({ readings }: Statement): string => JSON.stringify(readings[0])

/**
 * C3: numbers in the text that clearly speak of a cell and differ from it. A cell that the text states rightly elsewhere is
 * left alone: the other number then speaks of a part. Cells that are not stated prove nothing.
 */
export function narrativeMismatches(report: AnnualReport, format: ReportFormat): ReportFault[] {
  const read = statementsIn(format)
  const statements = narrated.flatMap((id) =>
    paragraphsOf(report, id).flatMap((paragraph) => clausesOf(withoutTitles(paragraph), report.year).flatMap(read)),
  )
  const agrees = (statement: Statement) => statement.readings.some((cells) => sumOf(report, cells) === statement.stated)
  const settled = new Set(statements.filter(agrees).map(topicOf))
  const reported = new Set<string>()
  return statements.flatMap((statement) => {
    const sums = statement.readings.map((cells) => sumOf(report, cells))
    const key = `${topicOf(statement)}${statement.stated}`
    if (sums[0] === null || sums[0] === undefined || settled.has(topicOf(statement)) || reported.has(key)) return []
    reported.add(key)
    return [mismatch(format, statement, sums[0])]
  })
}

function mismatch(format: ReportFormat, { stated, quote, readings }: Statement, printed: number): ReportFault {
  const cells = readings[0] ?? []
  const where = cells
    .map((cell) => cellName(format, cell))
    .slice(0, 2)
    .join('、')
  const several = cells.length > 1 ? `${where}${cells.length > 2 ? '等各格' : ''}合计` : where
  return {
    code: 'NARRATIVE_MISMATCH',
    severity: 'warning',
    ...(cells[0] && { row: cells[0].row, column: cells[0].column }),
    expected: printed,
    actual: stated,
    message: `正文“${quote}”说的是${stated}，${several}是${printed}，请核对。`,
  }
}
