import type { Content } from '../../../disclosure/content.ts'
import { recordTypeOf } from '../../../disclosure/record-type.ts'
import { plainTyped } from '../../fields/typed-day.ts'

/** What the form holds of a content: everything but the text and the files. */
export type MetaValues = Omit<Content, 'text' | 'attachments' | 'type'>

/** What was typed into the form, as the part of a content: emptied fields are empty words, not missing ones. */
export function fromForm(before: Content, typed: Partial<MetaValues>): Partial<Content> {
  const { act, fields, ...plain } = typed
  const set = Object.entries(plain).map(([name, value]) => [name, value ?? blankOf(name)])
  return {
    ...(Object.fromEntries(set) as Partial<Content>),
    ...(fields ? { fields: { ...before.fields, ...filled(fields) } } : {}),
    ...(act ? { act: { ...before.act, ...act } as Content['act'] } : {}),
  }
}

const unset = ['madeOn', 'effectiveFrom', 'validUntil', 'art20Item', 'interprets']
const blankOf = (name: string) => (unset.includes(name) ? null : name === 'keywords' ? [] : '')
const filled = (fields: Readonly<Record<string, string | null | undefined>>) =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, plainTyped(value ?? '')]))

/** What the server did not take, at the fields of the form: a keyword's at all of them, which are one control. */
export const refusedInForm = (fields: Readonly<Record<string, string>>) =>
  Object.entries(fields).map(([path, message]) => ({
    name: path
      .replace(/^content\./, '')
      .replace(/^keywords\..*/, 'keywords')
      .split('.'),
    errors: [message],
  }))

/** Which of the common fields the form asks for, by the type of the record. */
export function asksFor({ type, originality }: Pick<Content, 'type' | 'originality'>) {
  const { needs, isNormative = false, callsForInterpretation = false } = recordTypeOf(type)
  const isDocument = isNormative || ['policyDocument', 'institution'].includes(type)
  return {
    number: isDocument || needs.includes('documentNumber') || type === 'notice' || type === 'plan',
    force: isDocument || needs.includes('effectiveFrom'),
    interprets: needs.includes('interprets'),
    source: originality !== 'original' || needs.includes('sourceName'),
    interpretation: callsForInterpretation,
  }
}
