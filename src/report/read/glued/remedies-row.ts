import { leafColumns } from '../../../law/report-format.ts'
import { reportFormats } from '../../../law/report-formats.ts'
import { remedyCell } from '../../sheet.ts'
import { printedOf } from './print.ts'
import type { FoundTable } from './requests-rows.ts'
import type { Item } from './stream.ts'
import { isOrdinal } from './zones.ts'

const cells = leafColumns(reportFormats['2021'].remedies.columns).map(({ id }) => remedyCell(id))
const groups = [...new Set(cells.map(({ row }) => row))]
const results = [...new Set(cells.map(({ column }) => column))]

/** Section four in a zone: its headers and one run of figures; undefined when it is not there. */
export function findRemedies(zone: readonly Item[]): FoundTable | undefined {
  const isOf = ({ kind, labels }: Item) => kind === 'label' && labels.some(({ table }) => table === 'remedies')
  const begin = zone.findIndex(
    ({ kind, labels }) => kind === 'label' && labels.length > 0 && labels.every(({ table }) => table === 'remedies'),
  )
  if (begin < 0) return undefined
  const figuresAt = zone.findIndex(({ kind }, index) => index > begin && kind === 'figures')
  const figures = zone[figuresAt]
  const header = zone.slice(begin, figuresAt)
  const printed = figures && printedOf(figures, null)
  if (!printed || !header.some(isOf)) return undefined
  const ids = header.flatMap(({ labels }) => labels.filter(({ table }) => table === 'remedies').slice(0, 1))
  const named = ids.filter(({ id }) => groups.includes(id)).map(({ id }) => id)
  const leaves = ids.map(({ id }) => remedyCell(id).column).filter((id) => results.includes(id))
  if (leaves.length < results.length) return undefined
  const isUsual =
    header.every((item) => isOf(item) || isOrdinal(item)) &&
    named.join() === groups.join() &&
    leaves.join() === groups.flatMap(() => results).join()
  const behind = zone.slice(figuresAt + 1)
  const end = behind.findIndex(({ kind }) => kind === 'heading')
  const hasMore = behind.slice(0, end < 0 ? behind.length : end).some((item) => item.kind === 'figures')
  const problem = isUsual ? (hasMore ? '有不止一行数字' : null) : '表头与统一格式的次序不同'
  return {
    format: reportFormats['2021'],
    runs: [{ ids: groups, printed }],
    problem,
    from: zone[begin]?.from ?? 0,
    to: figures.to,
  }
}
