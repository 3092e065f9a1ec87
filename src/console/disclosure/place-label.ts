import { fieldLabels } from '../../disclosure/content.ts'
import { recordTypeOf } from '../../disclosure/record-type.ts'
import type { RecordView } from '../../disclosure/record-view.ts'

const labels: Readonly<Record<string, string>> = {
  ...fieldLabels,
  text: '正文',
  publishBy: '发布期限',
  type: '信息类型',
  'act.reason': '理由',
  'act.hideReason': '隐去原文的理由',
  'act.changedOn': '信息变更日期',
  'act.on': '废止日期',
  'act.by': '宣布废止的文件',
}

/** A place of an edition in words: 正文第3段, 标题, the name of an attached file. */
export function placeLabel(place: string, { type, content }: Pick<RecordView, 'type' | 'content'>): string {
  const [kind = '', rest = ''] = place.split(':')
  if (kind === 'text' && rest !== '') return `正文第${Number(rest) + 1}段`
  if (kind === 'attachment') return content.attachments.find(({ fileId }) => fileId === rest)?.name ?? '附件'
  const own = recordTypeOf(type).fields.find(({ id }) => place === `fields.${id}`)
  return own?.label ?? labels[place] ?? labels[kind] ?? '其他'
}
