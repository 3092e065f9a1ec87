import type { Content } from './content.ts'
import { recordTypeOf } from './record-type.ts'

/**
 * What a new draft takes over from a text that is there: its words, pictures and classification. Nothing that belongs to the one
 * document alone: number, days, address, attachments, what it interprets.
 */
export function copiedContent(content: Content): Content {
  const days = recordTypeOf(content.type)
    .fields.filter(({ kind }) => kind === 'date')
    .map(({ id }) => id)
  return {
    ...content,
    act: { kind: 'publish' },
    documentNumber: '',
    madeOn: null,
    effectiveFrom: null,
    validUntil: null,
    sourceUrl: '',
    interprets: null,
    fields: Object.fromEntries(Object.entries(content.fields).filter(([id]) => !days.includes(id))),
    attachments: [],
  }
}
