import { paragraphsOf } from '../../text/plain.ts'
import type { Content } from '../content.ts'
import { recordTypeOf } from '../record-type.ts'

/** Words of a record that stand in one place. */
export interface Passage {
  readonly place: string
  readonly text: string
}

/** Everything that people have typed, place by place. */
export function passagesOf(content: Content): Passage[] {
  const { act } = content
  const typed: Passage[] = [
    ...(['title', 'documentNumber', 'issuingOrgan', 'summary', 'attributeReason', 'sourceName'] as const).map(
      (place) => ({ place, text: content[place] }),
    ),
    { place: 'keywords', text: content.keywords.join('、') },
    ...(act.kind === 'publish' ? [] : [{ place: 'act.reason', text: act.reason }]),
    ...(act.kind === 'correct' ? [{ place: 'act.hideReason', text: act.hideReason ?? '' }] : []),
    ...(act.kind === 'repeal' ? [{ place: 'act.by', text: act.by }] : []),
    ...recordTypeOf(content.type).fields.map(({ id }) => ({ place: `fields.${id}`, text: content.fields[id] ?? '' })),
    ...paragraphsOf(content.text).map((text, index) => ({ place: `text:${index}`, text })),
    ...content.attachments.map(({ fileId, name, alternative }) => ({
      place: `attachment:${fileId}`,
      text: `${name}\n${alternative}`,
    })),
  ]
  return typed.filter(({ text }) => text !== '')
}

/** Full width becomes half width and what nobody sees goes away, so that no writing of a number escapes. */
export const plainOf = (text: string): string => text.normalize('NFKC').replace(/\p{Cf}+/gu, '')

/** What people put between the groups of a long number: a class of a pattern. */
export const gap = '[ \\-‐-―·.]'

/** Up to so many characters before a place in a text. */
export const before = (text: string, at: number, count: number): string => text.slice(Math.max(0, at - count), at)
