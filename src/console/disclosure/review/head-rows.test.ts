import { expect, test } from 'vitest'
import { plainDate } from '../../../days/plain-date.ts'
import { blankContent, type Content } from '../../../disclosure/content.ts'
import { recordTypeIds, recordTypeOf } from '../../../disclosure/record-type.ts'
import { typedDay } from '../../fields/typed-day.ts'
import { headRows } from './head-rows.ts'

type Given = Parameters<typeof headRows>[1]

const given: Given = { columnName: '通知公告', indexNumber: '', publishedAt: null }
const content: Content = {
  ...blankContent({ ...recordTypeOf('notice'), id: 'notice' }, '示例市统计局'),
  title: '公告',
  madeOn: plainDate('2026-11-20'),
}
const said = (facts: Partial<Content> = {}, more: Partial<Given> = {}) =>
  Object.fromEntries(
    headRows({ ...content, ...facts }, { ...given, ...more }).map(([place, , value]) => [place, value]),
  )

test('what no head may lack is shown although it is empty; what is not filled in otherwise is left out', () => {
  expect(said({ issuingOrgan: '' })).toMatchObject({ issuingOrgan: '', columnId: '通知公告' })
  expect(said()).not.toHaveProperty('documentNumber')
  expect(said({ documentNumber: '示统〔2026〕12号' })).toMatchObject({ documentNumber: '示统〔2026〕12号' })
})

test('before it is published a record has no number and no day, and says when it will', () => {
  expect(said()).toMatchObject({ indexNumber: '（首次发布时编号）', publishedAt: '（发布时填写）' })
  const out = said({}, { indexNumber: 'A1-2026-1', publishedAt: '2026-11-24T16:30:00.000Z' })
  expect(out).toMatchObject({ indexNumber: 'A1-2026-1', publishedAt: '2026年11月25日' })
})

test('what is typed and is no day stands as it was typed', () => {
  expect(said({ madeOn: typedDay('11月31日') as never }).madeOn).toBe('11月31日')
})

test('why a record is not published by itself stands behind its attribute', () => {
  expect(said({ attribute: 'onRequest', attributeReason: '第十六条' }).attribute).toBe('依申请公开：第十六条')
})

test.each(recordTypeIds)('the own fields of %s stand in its head by their names', (id) => {
  const type = recordTypeOf(id)
  const fields = Object.fromEntries(type.fields.map((field) => [field.id, '甲']))
  const rows = headRows({ ...blankContent({ ...type, id }, '示例市统计局'), fields }, given)
  for (const field of type.fields) expect(rows).toContainEqual([`fields.${field.id}`, field.label, '甲'])
})
