import { blankContent, type Content } from '../../disclosure/content.ts'
import { type RecordTypeId, recordTypeOf } from '../../disclosure/record-type.ts'
import type { Block, TableRow } from '../../text/text.ts'
import type { Decision } from './decision.ts'
import { decisionFields, decisionKindLabel } from './decision-fields.ts'
import { written } from './written.ts'

/** The text of a record. */
export type PublicContent = Content

const paragraph = (text: string): Block => ({ type: 'paragraph', content: [{ type: 'text', text }] })
const row = (label: string, value: string): TableRow => ({
  type: 'tableRow',
  content: [
    { type: 'tableHeader', content: [paragraph(label)] },
    { type: 'tableCell', content: value.split('\n').map((line) => paragraph(line || '　')) },
  ],
})

/** 公示: the draft of the record from the public fields, persons masked. It is reviewed as any other text. */
export function publicContent(decision: Decision, type: RecordTypeId, organName: string): PublicContent {
  const { kind, number, subject, decidedOn, facts } = decision
  const label = decisionKindLabel(kind)
  const rows = decisionFields[kind].flatMap((field) => {
    const value = facts[field.id]
    return field.isPublic && value ? [row(field.label, written(field, value))] : []
  })
  const counterparty = facts.counterparty ?? ''
  const { violation = '', basis = '' } = facts
  return {
    ...blankContent({ ...recordTypeOf(type), id: type }, facts.organ ?? organName),
    title: `${label}决定公示：${counterparty}（${subject}）`,
    documentNumber: number,
    madeOn: decidedOn,
    keywords: [label, '双公示'],
    fields: { counterparty, decidedOn, ...(kind === 'penalty' ? { violation, basis } : {}) },
    text: { type: 'doc', content: [{ type: 'table', content: [row('事项名称', subject), ...rows] }] },
  }
}
