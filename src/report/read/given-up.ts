import type { Finding } from '../finding.ts'
import type { CellRef } from '../report.ts'
import { type Draft, rowName } from './draft.ts'

export const tableNames = {
  proactive: '第二部分“主动公开政府信息情况”',
  requests: '第三部分“收到和处理政府信息公开申请情况”',
  remedies: '第四部分“行政复议、行政诉讼情况”',
} as const satisfies Record<CellRef['table'], string>

/** More rows than this with one trouble are told in one sentence. */
const mostApart = 3

/** What was given up, once for each table and reason, and never as the report's fault. */
export function givenUpFindings(draft: Draft): Finding[] {
  const findings: Finding[] = [...draft.refused].map(([table, reason]) => ({
    code: 'UNRELIABLE',
    severity: 'error',
    about: 'reading',
    row: table,
    message: `${tableNames[table]}的表格读取不可靠：${reason}。该表未读取任何数字，请提供原始的网页或Word文件`,
  }))
  const groups = new Map<string, Draft['givenUp']>()
  for (const given of draft.givenUp) {
    if (draft.refused.has(given.table)) continue
    const key = `${given.table} ${given.reason}`
    groups.set(key, [...(groups.get(key) ?? []), given])
  }
  for (const group of groups.values())
    findings.push(...(group.length > mostApart ? [together(group)] : group.map(apart)))
  return findings
}

const apart = ({ table, row, reason }: Draft['givenUp'][number]): Finding => ({
  code: 'AMBIGUOUS_ROW',
  severity: 'error',
  about: 'reading',
  row,
  message: `“${rowName(table, row)}”${reason}，该行未读取，请与原文核对`,
})

function together(group: Draft['givenUp']): Finding {
  const [first] = group
  const table = first?.table ?? 'requests'
  return {
    code: 'UNRELIABLE',
    severity: 'error',
    about: 'reading',
    row: table,
    rows: group.map(({ row }) => row),
    actual: group.length,
    message: `${tableNames[table]}的表格有${group.length}行未能读出（自“${rowName(table, first?.row ?? '')}”起）：这些行${first?.reason ?? ''}，请与原文核对`,
  }
}

/** Formulas of a workbook that were saved without their results: one sentence for each table. */
export function unsavedFormulas(draft: Draft): Finding[] {
  return (['proactive', 'requests', 'remedies'] as const).flatMap((table) => {
    const mine = draft.formulas.filter((one) => one.table === table && !draft.refused.has(table))
    if (mine.length === 0) return []
    return {
      code: 'FORMULA_UNSAVED',
      severity: 'error',
      about: 'reading',
      row: table,
      rows: [...new Set(mine.map(({ row }) => row))],
      actual: mine.length,
      message: `${tableNames[table]}的表格有${mine.length}格是公式，但文件里没有保存计算结果，读不出来。请用Excel或WPS打开这个文件，按“保存”后再检查`,
    }
  })
}

/** Cells that print “none”: they state no number, and are not counted as 0. One note for each table. */
export function printedAsNone(draft: Draft): Finding[] {
  return (['proactive', 'requests', 'remedies'] as const).flatMap((table) => {
    const mine = draft.nones.filter((none) => none.table === table && !draft.refused.has(table))
    const [first] = mine
    if (!first) return []
    const count = mine.reduce((sum, none) => sum + none.count, 0)
    const rows = [...new Set(mine.map(({ row }) => row))]
    return [
      {
        code: 'PRINTED_AS_NONE' as const,
        severity: 'note' as const,
        about: 'report' as const,
        row: rows.length === 1 ? first.row : table,
        rows,
        actual: count,
        message: `${tableNames[table]}的表格有${count}格填的是“/”“-”或“无”，没有写明数字，不作0计算；没有的应填0`,
      },
    ]
  })
}
