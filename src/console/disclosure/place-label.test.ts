import { expect, test } from 'vitest'
import { blankContent, type Content, fieldLabels } from '../../disclosure/content.ts'
import { type RecordTypeId, recordTypeIds, recordTypeOf } from '../../disclosure/record-type.ts'
import { placeLabel } from './place-label.ts'

const contentOf = (type: RecordTypeId): Content => blankContent({ ...recordTypeOf(type), id: type }, '示例市统计局')
const content: Content = {
  ...contentOf('notice'),
  attachments: [
    { fileId: 'f1', name: '名单.pdf', size: 1, contentType: 'application/pdf', sha256: '', alternative: '' },
  ],
}
const label = (place: string) => placeLabel(place, { type: 'notice', content })

test('paragraphs are counted from one, as people count', () => {
  expect([label('text:0'), label('text:2'), label('text')]).toEqual(['正文第1段', '正文第3段', '正文'])
})

test('a file is called by its name; one that was taken away is still a file', () => {
  expect([label('attachment:f1'), label('attachment:gone')]).toEqual(['名单.pdf', '附件'])
})

test('every common field has a name of its own', () => {
  for (const [field, name] of Object.entries(fieldLabels)) expect(label(field)).toBe(name)
})

test.each(recordTypeIds)('the own fields of %s are called as on their form', (type) => {
  for (const field of recordTypeOf(type).fields)
    expect(placeLabel(`fields.${field.id}`, { type, content: contentOf(type) })).toBe(field.label)
})

test('what is nowhere known is called 其他, never by its id', () => {
  expect(label('somewhere')).toBe('其他')
})
