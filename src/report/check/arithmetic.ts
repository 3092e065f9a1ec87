import { type Equation, leafColumns, leafRows, type ReportFormat } from '../../law/report-format.ts'
import { cellName, columnName, remedyName, rowName } from '../cell-name.ts'
import type { ReportFault } from '../finding.ts'
import { type AnnualReport, type CellRef, figure } from '../report.ts'
import { cellsOf, remedyCell } from '../sheet.ts'

/** One use of an equation: in one row, in one column, or in one group of section four. */
interface Instance {
  readonly equation: Equation
  readonly at: Pick<ReportFault, 'row' | 'column'>
  readonly where: string
  readonly left: readonly CellRef[]
  readonly right: readonly CellRef[]
}

/** Every use of an equation in the tables of a format. */
export function instancesOf(format: ReportFormat, equation: Equation): Instance[] {
  const { table, across, left, right } = equation
  if (table === 'remedies') {
    const total = remedyCell(right[0] ?? '')
    return [
      {
        equation,
        at: { row: total.row, column: total.column },
        where: `第四部分“${remedyName(format, total.row)}”`,
        left: left.map(remedyCell),
        right: right.map(remedyCell),
      },
    ]
  }
  if (across === 'columns') {
    return leafRows(format.requests.rows).map(({ id: row }) => ({
      equation,
      at: { row, column: right[0] ?? 'total' },
      where: `第三部分“${rowName(format, row)}”行`,
      left: left.map((column) => ({ table, row, column })),
      right: right.map((column) => ({ table, row, column })),
    }))
  }
  return leafColumns(format.requests.columns).map(({ id: column }) => ({
    equation,
    at: { row: right[0] ?? '', column },
    where: `第三部分“${columnName(format, column)}”列`,
    left: left.map((row) => ({ table, row, column })),
    right: right.map((row) => ({ table, row, column })),
  }))
}

interface Sum {
  readonly sum: number
  /** Every term is stated. */
  readonly isWhole: boolean
  /** A term is not stated because it could not be read. */
  readonly isUnread: boolean
}

/** The sum of what is stated, and whether all is stated. */
function add(report: AnnualReport, cells: readonly CellRef[], unread: ReadonlySet<string>): Sum {
  const figures = cells.map((cell) => figure(report, cell))
  const stated = figures.filter((value) => typeof value === 'number')
  return {
    sum: stated.reduce((total, value) => total + value, 0),
    isWhole: stated.length === cells.length,
    isUnread: cells.some(({ table, row }, at) => figures[at] === null && (unread.has(row) || unread.has(table))),
  }
}

/** A1–A3, B1: broken when all terms are stated and differ, or when the stated part of one side already exceeds the other. */
function broken(report: AnnualReport, instance: Instance, unread: ReadonlySet<string>): ReportFault[] {
  const left = add(report, instance.left, unread)
  const right = add(report, instance.right, unread)
  if (left.isUnread || right.isUnread) return []
  const exceeds = (right.isWhole && left.sum > right.sum) || (left.isWhole && right.sum > left.sum)
  const differs = left.isWhole && right.isWhole && left.sum !== right.sum
  if (!differs && !exceeds) return []
  return [
    {
      code: instance.equation.code,
      severity: 'error',
      ...instance.at,
      expected: left.sum,
      actual: right.sum,
      message: sentence(instance, left, right),
    },
  ]
}

function sentence({ equation, where }: Instance, left: Sum, right: Sum): string {
  const sides =
    equation.code === 'BALANCE'
      ? `第一、二项之和为${left.sum}，第三项总计与第四项之和为${right.sum}`
      : `总计填的是${right.sum}，各项相加为${left.sum}`
  const partly = left.isWhole && right.isWhole ? '' : '（未填的格未计入）'
  return `${where}数据不平衡：${sides}${partly}。${equation.statement}。`
}

/** A4, B2: a count is a whole number of 0 or more; an amount is not negative. Signed changes of the 2019 form are exempt. */
const negatives = (report: AnnualReport, format: ReportFormat): ReportFault[] =>
  cellsOf(format).flatMap((cell) => {
    const value = figure(report, cell)
    if (cell.column === 'itemsDelta' || value === null || !(Number(value) < 0)) return []
    return [
      {
        code: 'NEGATIVE' as const,
        severity: 'error' as const,
        row: cell.row,
        column: cell.column,
        actual: value,
        message: `${cellName(format, cell)}填的是${value}，数量和金额不能小于0。`,
      },
    ]
  })

const nothing: ReadonlySet<string> = new Set()

/**
 * Every sum of sections three and four that does not hold, and every negative figure. Figures not stated prove nothing;
 * no sum is told as broken when one of its cells could not be read (`unread`: rows and tables).
 */
export const arithmeticFindings = (
  report: AnnualReport,
  format: ReportFormat,
  unread: ReadonlySet<string> = nothing,
): ReportFault[] => [
  ...format.equations.flatMap((equation) =>
    instancesOf(format, equation).flatMap((instance) => broken(report, instance, unread)),
  ),
  ...negatives(report, format),
]
