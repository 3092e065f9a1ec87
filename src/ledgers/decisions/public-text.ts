import type { Block, TableRow } from '../../text/text.ts'
import type { PublicText } from '../public-records.ts'
import type { Decision } from './decision.ts'
import { decisionFields, decisionKindLabel } from './decision-fields.ts'
import { written } from './written.ts'

const paragraph = (text: string): Block => ({ type: 'paragraph', content: [{ type: 'text', text }] })
const row = (label: string, value: string): TableRow => ({
  type: 'tableRow',
  content: [
    { type: 'tableHeader', content: [paragraph(label)] },
    { type: 'tableCell', content: value.split('\n').map((line) => paragraph(line || '　')) },
  ],
})

/** 公示: the draft of the record from the public fields, persons masked. It is reviewed as any other text. */
export function publicText(decision: Decision, type: PublicText['type'], organName: string): PublicText {
  const { kind, number, subject, decidedOn, facts } = decision
  const label = decisionKindLabel(kind)
  const rows = decisionFields[kind].flatMap((field) => {
    const value = facts[field.id]
    return field.isPublic && value ? [row(field.label, written(field, value))] : []
  })
  const counterparty = facts.counterparty ?? ''
  const { violation = '', basis = '' } = facts
  return {
    type,
    issuingOrgan: facts.organ ?? organName,
    title: `${label}决定公示：${counterparty}（${subject}）`,
    documentNumber: number,
    madeOn: decidedOn,
    keywords: [label, '双公示'],
    fields: { counterparty, decidedOn, ...(kind === 'penalty' ? { violation, basis } : {}) },
    text: { type: 'doc', content: [{ type: 'table', content: [row('事项名称', subject), ...rows] }] },
  }
}
