import { leafRows } from '../../law/report-format.ts'
import { reportFormats } from '../../law/report-formats.ts'
import type { Finding } from '../finding.ts'
import type { AnnualReport, CellRef } from '../report.ts'
import { type Draft, rowKey, rowName } from './draft.ts'
import type { Headings } from './outline.ts'

const names = {
  proactive: '第二部分“主动公开政府信息情况”',
  requests: '第三部分“收到和处理政府信息公开申请情况”',
  remedies: '第四部分“行政复议、行政诉讼情况”',
} as const

/** What the report should have and has not: one finding for a whole table or section, else one for each row. */
export function findMissing(draft: Draft, format: AnnualReport['format'], headings: Headings | null): Finding[] {
  const findings: Finding[] = []
  for (const { id, heading } of reportFormats['2021'].sections) {
    const isTable = id === 'proactive' || id === 'requests' || id === 'remedies'
    if (isTable) findings.push(...missingRows(draft, id, format))
    else if (headings && !headings.has(id)) {
      findings.push({
        code: 'MISSING_SECTION',
        severity: 'error',
        row: id,
        message: `没有找到“${heading}”部分，请补充`,
      })
    }
  }
  return findings
}

function expectedRows(table: CellRef['table'], format: AnnualReport['format'], draft: Draft): string[] {
  if (table === 'remedies') return ['review', 'suitDirect', 'suitAfterReview']
  const { proactive, requests } = reportFormats[format === '2019' ? '2019' : '2021']
  if (table === 'requests') {
    const hasSingle = draft.seen.has(rowKey('requests', 'other'))
    const rows = hasSingle ? reportFormats['2019'].requests.rows : requests.rows
    return leafRows(rows).map(({ id }) => id)
  }
  if (format === 'mixed') return proactive.flatMap(({ rows }) => rows.map(({ id }) => id))
  return proactive.flatMap(({ rows }) => rows.map(({ id }) => id))
}

function missingRows(draft: Draft, table: CellRef['table'], format: AnnualReport['format']): Finding[] {
  const expected = expectedRows(table, format, draft)
  const read = (row: string): boolean =>
    table === 'proactive'
      ? Object.entries(draft.figures.proactive).some(([key, value]) => value !== null && key.startsWith(`${row}.`))
      : Object.values(draft.figures[table][row] ?? {}).some((value) => value !== null)
  const absent = expected.filter((row) => !read(row) && !draft.unclear.has(rowKey(table, row)))
  const blankCells = draft.blanks.filter((blank) => blank.table === table && read(blank.row))
  const findings: Finding[] = []
  if (blankCells.length > 0) {
    const cells = blankCells.reduce((sum, { count }) => sum + count, 0)
    findings.push({
      code: 'BLANK_CELL',
      severity: 'warning',
      row: table,
      actual: cells,
      message: `${names[table]}的表格有${cells}格空白，没有数字的应填0；空白不作0计算`,
    })
  }
  if (absent.length === 0) return findings
  if (absent.length === expected.length) {
    findings.push({
      code: 'MISSING_SECTION',
      severity: 'error',
      row: table,
      message: `${names[table]}没有可读的表格数字（可能是图片、附件、空表或内容不全），该部分按未填处理`,
    })
  } else if (absent.length > 6) {
    findings.push({
      code: 'MISSING_ROW',
      severity: 'error',
      row: table,
      actual: absent.length,
      message: `${names[table]}的表格缺少${absent.length}行数字，自“${rowName(table, absent[0] ?? '')}”起，请补全`,
    })
  } else {
    for (const row of absent) {
      const isBlank = draft.seen.has(rowKey(table, row))
      findings.push({
        code: 'MISSING_ROW',
        severity: 'error',
        row,
        message: isBlank
          ? `“${rowName(table, row)}”一行没有填写数字，没有的应填0`
          : `表格缺少“${rowName(table, row)}”一行，请补充`,
      })
    }
  }
  return findings
}
