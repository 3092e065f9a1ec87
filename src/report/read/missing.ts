import { leafRows } from '../../law/report-format.ts'
import { reportFormats } from '../../law/report-formats.ts'
import type { Finding } from '../finding.ts'
import type { AnnualReport, CellRef } from '../report.ts'
import { type Draft, isGivenUp, rowKey, rowName } from './draft.ts'
import { tableNames } from './given-up.ts'
import type { Headings } from './outline.ts'
import { blocks } from './remedy-columns.ts'

/**
 * What the report should have and has not: one finding for a whole table or section, else one for each row. Only of a real
 * table read to its last row it is said that the report lacks a row; elsewhere the row was not read.
 */
export function findMissing(
  draft: Draft,
  format: AnnualReport['format'],
  headings: Headings | null,
  isMentioned: (heading: string) => boolean,
): Finding[] {
  const findings: Finding[] = []
  for (const { id, heading } of reportFormats['2021'].sections) {
    const isTable = id === 'proactive' || id === 'requests' || id === 'remedies'
    if (isTable) findings.push(...missingRows(draft, id, format))
    else if (headings && !headings.has(id)) {
      const isUnread = isMentioned(heading)
      findings.push({
        code: 'MISSING_SECTION',
        severity: 'error',
        about: isUnread ? 'reading' : 'report',
        row: id,
        message: isUnread ? `未能认出“${heading}”部分从何处开始，请与原文核对` : `没有找到“${heading}”部分，请补充`,
      })
    }
  }
  return findings
}

function expectedRows(table: CellRef['table'], format: AnnualReport['format'], draft: Draft): readonly string[] {
  if (table === 'remedies') return blocks
  const { proactive, requests } = reportFormats[format === '2019' ? '2019' : '2021']
  if (table === 'requests') {
    const hasSingle = draft.seen.has(rowKey('requests', 'other'))
    const rows = hasSingle ? reportFormats['2019'].requests.rows : requests.rows
    return leafRows(rows).map(({ id }) => id)
  }
  return proactive.flatMap(({ rows }) => rows.map(({ id }) => id))
}

function missingRows(draft: Draft, table: CellRef['table'], format: AnnualReport['format']): Finding[] {
  if (draft.refused.has(table)) return []
  const expected = expectedRows(table, format, draft)
  const isRead = (row: string): boolean => draft.spoken.has(rowKey(table, row))
  const absent = expected.filter((row) => !isRead(row) && !isGivenUp(draft, table, row))
  const blankCells = draft.blanks.filter((blank) => blank.table === table && isRead(blank.row))
  const findings: Finding[] = []
  const isUncertain = draft.isDrawn || draft.hidesParts
  if (blankCells.length > 0) {
    const cells = blankCells.reduce((sum, { count }) => sum + count, 0)
    findings.push({
      code: 'BLANK_CELL',
      severity: 'warning',
      about: isUncertain ? 'reading' : 'report',
      row: table,
      rows: [...new Set(blankCells.map(({ row }) => row))],
      actual: cells,
      message: `${tableNames[table]}的表格有${cells}格空白${isUncertain ? '（没有填写或未能读出，请与原文核对）' : ''}，没有数字的应填0；空白不作0计算`,
    })
  }
  const isSeen = (row: string): boolean => draft.seen.has(rowKey(table, row))
  const isWhole = draft.whole.has(table) && !isUncertain
  const isBlank = absent.every(isSeen) && isWhole
  if (absent.length === expected.length) {
    findings.push({
      code: 'MISSING_SECTION',
      severity: 'error',
      about: isBlank ? 'report' : 'reading',
      row: table,
      message: isBlank
        ? `${tableNames[table]}的表格没有填写数字，没有的应填0`
        : `${tableNames[table]}没有读出表格数字（可能是图片、附件或空表），请与原文核对`,
    })
  } else if (absent.length > 6) findings.push(manyMissing(table, absent, isBlank))
  else for (const row of absent) findings.push(missingRow(table, row, isSeen(row), isWhole))
  return findings
}

const manyMissing = (table: CellRef['table'], absent: readonly string[], isBlank: boolean): Finding => {
  const from = rowName(table, absent[0] ?? '')
  return {
    code: 'MISSING_ROW',
    severity: 'error',
    about: isBlank ? 'report' : 'reading',
    row: table,
    rows: absent,
    actual: absent.length,
    message: isBlank
      ? `${tableNames[table]}的表格有${absent.length}行没有填写数字，自“${from}”起，没有的应填0`
      : `${tableNames[table]}的表格有${absent.length}行未能读出，自“${from}”起，请与原文核对`,
  }
}

/** `isWhole`: the table was read to its last row, so the row is not there; else it may be there, and was not read. */
function missingRow(table: CellRef['table'], row: string, isSeen: boolean, isWhole: boolean): Finding {
  const name = `“${rowName(table, row)}”`
  const base = { code: 'MISSING_ROW', severity: 'error', row } as const
  if (isWhole && isSeen) return { ...base, about: 'report', message: `${name}一行没有填写数字，没有的应填0` }
  if (isWhole) return { ...base, about: 'report', message: `表格缺少${name}一行，请补充` }
  return { ...base, about: 'reading', message: `未能读出${name}一行的数字，请与原文核对` }
}
