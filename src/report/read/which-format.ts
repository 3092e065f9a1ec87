import type { Finding } from '../finding.ts'
import type { AnnualReport } from '../report.ts'
import { type Draft, rowKey } from './draft.ts'
import { rowLabels } from './labels.ts'

const newOther = rowLabels.filter(({ table, parent }) => table === 'requests' && parent === 'other').map(({ id }) => id)

/** The format that the tables follow, told by headers and rows and never by the year; `mixed` with the reason. */
export function whichFormat(draft: Draft): { format: AnnualReport['format']; findings: Finding[] } {
  const hasSingle = draft.seen.has(rowKey('requests', 'other'))
  const hasThree = newOther.some((id) => draft.seen.has(rowKey('requests', id)))
  const findings: Finding[] = []
  const mixed = (row: string, message: string) =>
    findings.push({ code: 'MIXED_FORMAT', severity: 'error', about: 'report', row, message })
  if (draft.signs.size > 1)
    mixed(
      'proactive',
      '第二部分的表格把2019年和2021年两种格式混在一起，请全部按现行格式（国办公开办函〔2021〕30号）填写',
    )
  if (hasSingle && hasThree) mixed('other', '“（六）其他处理”既有单独一行，又有3个小项，请只保留3个小项')
  else if (hasSingle && draft.signs.has('2021')) {
    mixed('other', '第二部分用的是2021年格式，第三部分“（六）其他处理”却是2019年格式的单独一行，应分列3个小项')
  } else if (hasThree && draft.signs.has('2019')) {
    mixed('other', '第二部分用的是2019年格式，第三部分“（六）其他处理”却是2021年格式的3个小项，请统一为一种格式')
  }
  if (findings.length > 0) return { format: 'mixed', findings }
  const [sign] = draft.signs
  return { format: sign ?? (hasSingle ? '2019' : hasThree ? '2021' : null), findings }
}
