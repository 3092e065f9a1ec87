import { record as audit } from '../audit/record.ts'
import { chineseDate, officeDayOf, timeOfDayAt } from '../days/plain-date.ts'
import type { Tx } from '../db/database.ts'
import { mostExported } from '../lists/wanted.ts'
import { type LineColumn, refuseLongSpan, refuseTooMany, writeLines } from '../lists/write-lines.ts'
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

/** The editions that the list shows, as a workbook. Refuses more than one workbook holds, and spans of more than five years. */
export async function exportRecords(
  tx: Tx,
  actor: Actor,
  wanted: WantedRecords,
): Promise<{ name: string; bytes: Uint8Array }> {
  refuseLongSpan(wanted.from, wanted.to)
  const { items, total } = await findWanted(tx, actor, wanted, { offset: 0, limit: mostExported })
  refuseTooMany(total)
  const { q, ...chosen } = wanted
  await audit(tx, actor, 'record.exported', { detail: { ...chosen, words: q !== '', count: items.length } })
  const bytes = await writeLines('主动公开', columns, items)
  return { name: `主动公开信息清单（${chineseDate(actor.today)}导出${items.length}条）.xlsx`, bytes }
}
