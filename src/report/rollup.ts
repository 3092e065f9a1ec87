import { leafRows, type ReportFormat } from '../law/report-format.ts'
import { reportFormats } from '../law/report-formats.ts'
import { addDecimals, type Decimal, parseDecimal, printDecimal } from '../money/decimal.ts'
import { arithmeticFindings } from './check/arithmetic.ts'
import { declaredFormat, withClosedGroups } from './declared-format.ts'
import { type Finding, ofTheReport, unreadOf } from './finding.ts'
import { gatherFindings, hasErrors } from './finding-list.ts'
import { type AnnualReport, type CellRef, type Figure, figure, setFigure } from './report.ts'
import { cellsOf } from './sheet.ts'

export interface RollupEntry {
  readonly file: string
  readonly report: AnnualReport
  /** What the reader had to say: sums with cells that were not read prove nothing. */
  readonly findings?: readonly Finding[]
}

export interface Rollup {
  /** The sums, or null when the reports may not be added up; `findings` then say why. */
  readonly report: AnnualReport | null
  /** How many reports do not state a cell (`table/row/column`), where any does not. */
  readonly notStated: Readonly<Record<string, number>>
  /** The reports that lack cells of the sum (`table/row/column`): those that could not be read, and those that they leave blank. */
  readonly incomplete: readonly {
    readonly file: string
    readonly organ: string | null
    readonly unread: readonly string[]
    readonly blank: readonly string[]
  }[]
  readonly disagreements: readonly {
    readonly file: string
    readonly organ: string | null
    readonly findings: Finding[]
  }[]
  readonly findings: readonly Finding[]
}

/**
 * C6: adds the reports of many organs on one year cell by cell. A cell that a report does not state is counted as such,
 * never as 0. Refused: an organ twice, several years, or a file that holds several reports.
 *
 * Where all follow one format the sum follows it too. Otherwise （六）其他处理 is summed as one row, the three rows of 2021
 * going into it, and section two has the cells of every format present.
 */
export function rollUp(entries: readonly RollupEntry[]): Rollup {
  const findings = gatherFindings(severalReports(entries), repeatedOrgans(entries), severalYears(entries))
  const disagreements = entries
    .map(({ file, report, findings: read = [] }) => ({
      file,
      organ: report.organ,
      findings: arithmeticFindings(report, declaredFormat(report), unreadOf(read)).map(ofTheReport),
    }))
    .filter((entry) => entry.findings.length > 0)
  if (entries.length === 0 || hasErrors(findings))
    return { report: null, notStated: {}, incomplete: [], disagreements, findings }
  return { ...sum(entries), disagreements, findings }
}

const isSeveral = (findings: readonly Finding[]): boolean => findings.some(({ code }) => code === 'SEVERAL_REPORTS')

const severalReports = (entries: readonly RollupEntry[]): Finding[] =>
  entries
    .filter(({ findings = [] }) => isSeveral(findings))
    .map(({ file }) => ({
      code: 'SEVERAL_REPORTS',
      severity: 'error',
      about: 'reading',
      message: `${file} 里有不止一份年度报告，请拆成每份一个文件后再汇总。`,
    }))

function repeatedOrgans(entries: readonly RollupEntry[]): Finding[] {
  const first = new Map<string, string>()
  return entries.flatMap(({ file, report: { organ, year } }) => {
    if (organ === null) return []
    const key = `${organ.replace(/\s+/g, '')} ${year}`
    const earlier = first.get(key)
    if (earlier === undefined) first.set(key, file)
    if (earlier === undefined) return []
    const message = `${organ}${year ?? ''}年度的报告出现两次：${earlier}、${file}，请只保留一份。`
    return [
      {
        code: 'DUPLICATE_REPORT' as const,
        severity: 'error' as const,
        about: 'report' as const,
        actual: organ,
        message,
      },
    ]
  })
}

function severalYears(entries: readonly RollupEntry[]): Finding[] {
  const years = [...new Set(entries.flatMap(({ report: { year } }) => (year === null ? [] : [year])))].sort()
  const undated = entries.filter(({ report, findings = [] }) => report.year === null && !isSeveral(findings))
  return [
    ...(years.length > 1
      ? [
          {
            code: 'YEAR_MISMATCH' as const,
            severity: 'error' as const,
            about: 'report' as const,
            message: `报告分属${years.join('、')}年度，只能汇总同一年度的报告，请分开汇总。`,
          },
        ]
      : []),
    ...undated.map(({ file }) => ({
      code: 'YEAR_MISMATCH' as const,
      severity: 'warning' as const,
      about: 'reading' as const,
      message: `${file} 没有载明年度，已一并汇总，请核对是否为同一年度。`,
    })),
  ]
}

function sum(entries: readonly RollupEntry[]): Pick<Rollup, 'report' | 'notStated' | 'incomplete'> {
  const reports = entries.map(({ report }) => report)
  const formats = reports.map(declaredFormat)
  const isUniform = formats.every((format) => format === formats[0])
  const isPlain =
    isUniform && formats[0] !== undefined && Object.values(reportFormats).some((one) => one === formats[0])
  const common = (isUniform ? formats[0] : undefined) ?? withClosedGroups(reportFormats['2021'], ['other'])
  const total: AnnualReport = {
    title: null,
    organ: null,
    year: reports.find(({ year }) => year !== null)?.year ?? null,
    format: isPlain ? common.id : 'mixed',
    proactive: {},
    requests: {},
    remedies: {},
    sections: [],
  }
  const notStated: Record<string, number> = {}
  const lacks = entries.map(({ file, report: { organ }, findings = [] }) => ({
    entry: { file, organ, ...nothingLacks() },
    unread: unreadOf(findings),
  }))
  for (const cell of cellsOfAll(common, formats)) {
    const key = `${cell.table}/${cell.row}/${cell.column}`
    const all = reports.map((report) => figureIn(report, common, cell))
    const figures = all.filter((value) => value !== null)
    setFigure(total, cell, addFigures(figures))
    if (figures.length < reports.length) notStated[key] = reports.length - figures.length
    lacks.forEach(({ entry, unread }, at) => {
      if (all[at] === null) (isUnread(cell, unread) ? entry.unread : entry.blank).push(key)
    })
  }
  const incomplete = lacks.map(({ entry }) => entry).filter(({ unread, blank }) => unread.length + blank.length > 0)
  return { report: total, notStated, incomplete }
}

const nothingLacks = (): { unread: string[]; blank: string[] } => ({ unread: [], blank: [] })

/** The reader has given the cell up: by its row, a part of it, or its table. */
const isUnread = ({ table, row }: CellRef, unread: ReadonlySet<string>): boolean =>
  unread.has(table) || unread.has(row) || [...unread].some((one) => one.startsWith(`${row}.`))

/** The cells of the common form, and those of section two that only another format has. */
function cellsOfAll(common: ReportFormat, formats: readonly ReportFormat[]): CellRef[] {
  const cells = [...new Set([common, ...formats])].flatMap((format) =>
    cellsOf(format).filter(({ table }) => format === common || table === 'proactive'),
  )
  const unique = new Map(cells.map((cell) => [`${cell.table}/${cell.row}/${cell.column}`, cell]))
  return [...unique.values()].filter(({ column }) => column !== 'amountPrinted')
}

/** A row that the common form prints as one and the report in parts is the sum of its parts, where all are stated. */
function figureIn(report: AnnualReport, common: ReportFormat, cell: CellRef): Figure {
  const own = figure(report, cell)
  if (own !== null || cell.table !== 'requests') return own
  const known = new Set(leafRows(common.requests.rows).map(({ id }) => id))
  const parts = leafRows(declaredFormat(report).requests.rows)
    .filter(({ id }) => id.startsWith(`${cell.row}.`) && !known.has(id))
    .map(({ id: row }) => figure(report, { ...cell, row }))
  return parts.length > 0 && parts.every((part) => typeof part === 'number')
    ? parts.reduce((total, part) => total + part, 0)
    : null
}

/** Counts stay numbers, amounts stay exact decimals; null when nobody states anything. */
export function addFigures(figures: readonly (number | string)[]): Figure {
  if (figures.length === 0) return null
  if (figures.every((value) => typeof value === 'number')) return figures.reduce((total, value) => total + value, 0)
  const decimals = figures.map((value) => parseDecimal(String(value)))
  if (decimals.some((decimal) => decimal === undefined)) return null
  return printDecimal(
    decimals.reduce<Decimal>((total, value) => addDecimals(total, value ?? total), { digits: 0n, scale: 0 }),
  )
}
