import { picturesOf, plainTextOf } from '../../text/plain.ts'
import { type Content, isGoing } from '../content.ts'
import { recordTypeOf } from '../record-type.ts'
import type { Finding } from './finding.ts'

const missing = (place: string, what: string): Finding => ({
  gate: 'complete',
  severity: 'block',
  place,
  excerpt: '',
  message: `请填写${what}`,
})

/** Something that can be seen stands there. */
const isWritten = (text: string): boolean => /[^\s\p{Default_Ignorable_Code_Point}]/u.test(text)

const needed: Readonly<Record<string, readonly [(content: Content) => boolean, string]>> = {
  documentNumber: [({ documentNumber }) => documentNumber !== '', '文号'],
  effectiveFrom: [({ effectiveFrom }) => effectiveFrom !== null, '施行日期'],
  summary: [({ summary }) => summary !== '', '内容概述'],
  interprets: [({ interprets }) => interprets !== null, '所解读的政策文件'],
  sourceName: [({ sourceName }) => sourceName !== '', '来源（转载应注明来源）'],
}

/** What a record of its type must have before it is reviewed. */
export function completenessFindings(content: Content): Finding[] {
  const { act } = content
  const type = recordTypeOf(content.type)
  return [
    ...(isWritten(content.title) ? [] : [missing('title', '标题')]),
    ...(content.madeOn ? [] : [missing('madeOn', '成文日期')]),
    ...type.needs.flatMap((need) => {
      const [isThere, label] = needed[need] ?? []
      return isThere?.(content) === false ? [missing(need, label ?? '')] : []
    }),
    ...type.fields.flatMap(({ id, label, required }) =>
      required && !content.fields[id]?.trim() ? [missing(`fields.${id}`, label)] : [],
    ),
    ...(content.attribute !== 'proactive' && !content.attributeReason
      ? [missing('attributeReason', '不主动公开的理由')]
      : []),
    ...(content.originality === 'repost' && !isGoing(act) && !isWritten(content.issuingOrgan)
      ? [missing('issuingOrgan', '原发文机关')]
      : []),
    ...(act.kind !== 'publish' && !act.reason ? [missing('act.reason', '理由')] : []),
    ...(act.kind === 'correct' && act.hideReason === '' ? [missing('act.hideReason', '隐去原文的理由')] : []),
    ...(act.kind === 'repeal' && !act.on ? [missing('act.on', '废止日期')] : []),
    ...(act.kind === 'repeal' && act.on && content.madeOn && act.on < content.madeOn
      ? [{ ...missing('act.on', ''), message: '废止日期不能早于成文日期' }]
      : []),
    ...(act.kind === 'repeal' && !act.by ? [missing('act.by', '宣布废止的文件')] : []),
    ...(isWritten(plainTextOf(content.text)) || content.attachments.length > 0
      ? []
      : [missing('text', '正文，或者添加附件')]),
    ...picturesOf(content.text)
      .filter(({ alt }) => !alt.trim())
      .map(() => missing('text', '图片的替代文字，供看不到图片的人使用')),
  ]
}
