import { officeDayOf, timeOfDayAt } from '../days/plain-date.ts'
import type { Tx } from '../db/database.ts'
import { type ExportedList, exportList, type LineColumn, type ListExport } from '../lists/export-list.ts'
import type { Exported } from '../lists/wanted.ts'
import type { Actor } from '../organs/actor.ts'
import { actLabels } from './content.ts'
import type { RecordItem } from './record-view.ts'
import { findWanted } from './show.ts'
import type { WantedRecords } from './wanted.ts'

const columns: readonly LineColumn<RecordItem>[] = [
  { label: '标题', of: ({ title }) => title },
  { label: '信息类型', of: ({ typeLabel }) => typeLabel },
  { label: '栏目', of: ({ columnName }) => columnName },
  { label: '拟稿科室', of: ({ unitName }) => unitName },
  { label: '事项', of: ({ act }) => actLabels[act] },
  { label: '状态', of: ({ statusLabel }) => statusLabel },
  { label: '轮到谁', of: ({ turnLabel }) => turnLabel },
  { label: '信息形成日期', of: ({ madeOn }) => madeOn },
  { label: '发布期限', of: ({ publishBy }) => publishBy },
  { label: '审核期限', of: ({ stepDueOn }) => stepDueOn },
  {
    label: '发布时间',
    of: ({ publishedAt }) => publishedAt && `${officeDayOf(publishedAt)} ${timeOfDayAt(publishedAt)}`,
  },
  { label: '版本', of: ({ edition }) => edition },
]

const list: ListExport<RecordItem> = {
  action: 'record.exported',
  title: '主动公开信息清单',
  sheet: '主动公开',
  unit: '条',
  columns,
}

/** The editions that the list shows, as a file. */
export const exportRecords = (tx: Tx, actor: Actor, wanted: WantedRecords & Exported): Promise<ExportedList> =>
  exportList(tx, actor, list, wanted, (part) => findWanted(tx, actor, wanted, part))
