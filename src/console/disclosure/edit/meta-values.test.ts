import { expect, test } from 'vitest'
import { blankContent, Content } from '../../../disclosure/content.ts'
import { recordTypeIds, recordTypeOf } from '../../../disclosure/record-type.ts'
import { asksFor, fromForm, refusedInForm } from './meta-values.ts'

const blank = blankContent({ ...recordTypeOf('statistics'), id: 'statistics' }, '示例市统计局')

test('a field that is emptied is empty in the content, never missing', () => {
  const cleared = {
    madeOn: undefined,
    title: undefined,
    keywords: undefined,
    art20Item: null,
    fields: { period: undefined },
  }
  const content = { ...blank, ...fromForm(blank, cleared as never) }
  expect(Content.parse(content)).toMatchObject({ madeOn: null, title: '', keywords: [], fields: { period: '' } })
})

test('what only one type has stays beside what is typed anew', () => {
  const before: Content = { ...blank, fields: { period: '2026年', other: '甲' } }
  expect(fromForm(before, { fields: { period: '2027年' } }).fields).toEqual({ period: '2027年', other: '甲' })
})

test('the reason of a withdrawal is typed into the act and leaves its kind alone', () => {
  const before: Content = { ...blank, act: { kind: 'withdraw', reason: '' } }
  expect(fromForm(before, { act: { reason: '已过时' } as never }).act).toEqual({ kind: 'withdraw', reason: '已过时' })
})

test('the form asks for everything that a record of its type needs', () => {
  for (const type of recordTypeIds) {
    const asked = asksFor({ type, originality: 'original' })
    const { needs } = recordTypeOf(type)
    expect([type, asked.number]).toEqual([type, asked.number || needs.includes('documentNumber')])
    if (needs.includes('documentNumber')) expect([type, asked.number]).toEqual([type, true])
    if (needs.includes('effectiveFrom')) expect([type, asked.force]).toEqual([type, true])
    if (needs.includes('interprets')) expect([type, asked.interprets]).toEqual([type, true])
    if (needs.includes('sourceName')) expect([type, asked.source]).toEqual([type, true])
  }
})

test('what the server does not take is told at its field of the form, a keyword at the field of all', () => {
  const refused = refusedInForm({
    'content.title': '不超过500个字',
    'content.keywords.3': '不超过20个字',
    'content.act.reason': '请写明理由',
  })
  expect(refused).toEqual([
    { name: ['title'], errors: ['不超过500个字'] },
    { name: ['keywords'], errors: ['不超过20个字'] },
    { name: ['act', 'reason'], errors: ['请写明理由'] },
  ])
})
