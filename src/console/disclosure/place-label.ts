import { recordTypeOf } from '../../disclosure/record-type.ts'
import type { RecordView } from '../../disclosure/record-view.ts'

const labels: Readonly<Record<string, string>> = {
  title: '标题',
  documentNumber: '文号',
  issuingOrgan: '发文机关',
  columnId: '栏目',
  subjectCategory: '主题分类',
  genre: '体裁',
  keywords: '关键词',
  summary: '内容概述',
  madeOn: '成文日期',
  effectiveFrom: '施行日期',
  validUntil: '有效期至',
  art20Item: '条例第二十条事项',
  attribute: '公开属性',
  attributeReason: '公开属性的理由',
  originality: '原创或转载',
  sourceName: '来源',
  sourceUrl: '来源网址',
  interprets: '所解读的文件',
  text: '正文',
  attachments: '附件',
  'act.reason': '理由',
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
