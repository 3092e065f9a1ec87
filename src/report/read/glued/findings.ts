import type { Finding } from '../../finding.ts'
import type { CellRef } from '../../report.ts'
import { rowName } from '../draft.ts'
import type { TableReading } from './read-table.ts'

const tables = {
  proactive: '第二部分“主动公开政府信息情况”',
  requests: '第三部分“收到和处理政府信息公开申请情况”',
  remedies: '第四部分“行政复议、行政诉讼情况”',
} as const

const glued = '的表格各格数字连在一起'
const askForCells = '请改交各格分开的文本（如网页、Word或PDF原件），并与原文核对'

/** What is to be said of a table whose cells hang together: how it was read, or why it was not. */
export function gluedFindings(table: CellRef['table'], reading: TableReading, problem: string | null): Finding[] {
  const { decoded, forced, refused, reason } = reading
  const about = 'reading' as const
  const findings: Finding[] = []
  if (decoded.length > 0) {
    findings.push({
      code: 'DECODED_BY_SUMS',
      severity: 'note',
      about,
      row: table,
      rows: decoded,
      message: `${tables[table]}${glued}，已按合计关系分开：只有一种分法能使各项合计都成立，已按此读取，请与原文核对`,
    })
  }
  if (forced.length > 0) {
    findings.push({
      code: 'DECODED_BY_SUMS',
      severity: 'warning',
      about,
      row: table,
      rows: forced,
      message: `${tables[table]}${glued}，只有一种分法，已按此读取；照此分开，${brokenText(reading)}`,
    })
  }
  if (refused.length > 0) {
    const rows = rowsText(table, refused)
    findings.push({
      code: 'GLUED_CELLS',
      severity: 'error',
      about,
      row: refused.length === 1 ? (refused[0] ?? table) : table,
      rows: refused,
      message: `${tables[table]}${glued}，${reasonText(reason, problem, reading)}，${rows}未读取；${askForCells}`,
    })
  }
  return findings
}

function reasonText(reason: TableReading['reason'], problem: string | null, reading: TableReading): string {
  if (reason === 'none') return `无论怎样分开，${brokenText(reading)}`
  if (reason === 'unknown') return '分法过多，无法逐一排除'
  if (reason === 'problem') return problem ?? '有的行数字个数少于格数，可能有空白格'
  return '不止一种分法'
}

/** The sums that cannot hold, by the same words as the checks use. */
function brokenText({ broken }: TableReading): string {
  const sums = [...broken.rows.flatMap(({ sum }) => sum ?? []), ...broken.sums]
  if (sums.length === 0) return '各项合计不能同时成立'
  const byStatement = [...Map.groupBy(sums, ({ statement }) => statement)]
  const texts = byStatement.map(([statement, some]) => `${some.map(({ where }) => where).join('、')}的“${statement}”`)
  return `${texts.join('，')}都不能成立`
}

const rowsText = (table: CellRef['table'], rows: readonly string[]): string =>
  rows.length > 6 ? `${rows.length}行` : rows.map((row) => `“${rowName(table, row)}”`).join('、')

/** Rows of section two whose figures hang together: it has no sums that could tell them apart. */
export function proactiveFinding(rows: readonly string[]): Finding[] {
  if (rows.length === 0) return []
  return [
    {
      code: 'GLUED_CELLS',
      severity: 'error',
      about: 'reading',
      row: rows.length === 1 ? (rows[0] ?? 'proactive') : 'proactive',
      rows,
      message: `${tables.proactive}${glued}，该表没有合计可以验证，${rowsText('proactive', rows)}未读取；${askForCells}`,
    },
  ]
}
