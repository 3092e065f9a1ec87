import type { Tx } from '../../db/database.ts'
import { type ExportedList, exportList, type LineColumn, type ListExport } from '../../lists/export-list.ts'
import type { Exported } from '../../lists/wanted.ts'
import type { Actor } from '../../organs/actor.ts'
import { publicities, quashingLabel } from './decision.ts'
import { decisionKindLabel } from './decision-fields.ts'
import type { DecisionItem } from './decision-view.ts'
import { findWanted } from './show.ts'
import type { WantedDecisions } from './wanted.ts'

const publicityLabel = (id: DecisionItem['publicity']): string =>
  publicities.find((each) => each.id === id)?.label ?? '未说明'

const columns: readonly LineColumn<DecisionItem>[] = [
  { label: '文号', of: ({ number }) => number },
  { label: '类别', of: ({ kind }) => decisionKindLabel(kind) },
  { label: '事项', of: ({ subject }) => subject },
  { label: '相对人', of: ({ facts }) => facts.counterparty ?? null },
  { label: '承办科室', of: ({ unitName }) => unitName },
  { label: '决定日期', of: ({ decidedOn }) => decidedOn },
  { label: '是否公示', of: ({ publicity }) => publicityLabel(publicity) },
  { label: '不公示的理由', of: ({ exemptReason }) => exemptReason },
  { label: '公示期限', of: ({ task, dueOn }) => (task === 'withdraw' ? null : dueOn) },
  { label: '公示日期', of: ({ publishedOn }) => publishedOn },
  { label: '公示截止期', of: ({ facts }) => facts.shownUntil ?? null },
  { label: '撤销、变更日期', of: ({ quashedOn }) => quashedOn },
  { label: '撤销、变更情形', of: ({ quashedHow }) => quashedHow && quashingLabel(quashedHow) },
  { label: '应当撤回之日', of: ({ task, dueOn }) => (task === 'withdraw' ? dueOn : null) },
  { label: '撤回日期', of: ({ withdrawnOn }) => withdrawnOn },
  { label: '是否逾期', of: ({ isLate }) => (isLate ? '逾期' : '') },
]

const list: ListExport<DecisionItem> = {
  action: 'ledger.exported',
  ledger: 'administrativeDecisions',
  title: '许可、处罚、强制决定清单',
  sheet: '决定',
  unit: '件',
  columns,
}

/** The decisions that the list shows, as a file; persons stay masked. */
export const exportDecisions = (tx: Tx, actor: Actor, wanted: WantedDecisions & Exported): Promise<ExportedList> =>
  exportList(tx, actor, list, wanted, (part) => findWanted(tx, actor, wanted, part))
