import { daysBetween } from '../../days/plain-date.ts'
import type { Tx } from '../../db/database.ts'
import { recordTypeOf } from '../../disclosure/record-type.ts'
import { type ExportedList, exportList, type LineColumn } from '../../lists/export-list.ts'
import type { Exported } from '../../lists/wanted.ts'
import type { Actor } from '../../organs/actor.ts'
import { listLate } from './store.ts'
import type { LateRecord } from './timeliness.ts'
import { spanOr, type WantedLate } from './wanted.ts'

const columns: readonly LineColumn<LateRecord>[] = [
  { label: '标题', of: ({ title }) => title },
  { label: '信息类型', of: ({ type }) => recordTypeOf(type).label },
  { label: '栏目', of: ({ columnName }) => columnName },
  { label: '拟稿科室', of: ({ unitName }) => unitName },
  { label: '形成或者变更日期', of: ({ madeOn }) => madeOn },
  { label: '发布期限', of: ({ publishBy }) => publishBy },
  { label: '公开日期', of: ({ publishedOn }) => publishedOn },
  { label: '逾期天数', of: ({ publishBy, publishedOn }) => daysBetween(publishBy, publishedOn) },
  { label: '逾期的理由', of: ({ reason }) => reason },
  { label: '说明人', of: ({ reasonBy }) => reasonBy },
  { label: '是否已撤回', of: ({ isWithdrawn }) => (isWithdrawn ? '已撤回' : '') },
]

const list = {
  action: 'timeliness.exported',
  title: '逾期公开信息清单',
  sheet: '逾期公开',
  unit: '条',
  columns,
}

/** What the list of the late ones shows, as a file. */
export const exportLate = (tx: Tx, actor: Actor, wanted: WantedLate & Exported): Promise<ExportedList> => {
  const between = { ...wanted, ...spanOr(actor.today, wanted) }
  return exportList(tx, actor, list, between, (part) => listLate(tx, actor.organId, between, part))
}
