import { expect, test } from 'vitest'
import type { Content } from './content.ts'
import { hiddenWith, toldEditions } from './public-history.ts'
import { aContent, aText } from './testing/a-record.ts'

const file = (id: number) => ({
  fileId: `b3b1f1f0-0000-4000-8000-00000000000${id}`,
  name: `${id}.txt`,
  size: 9,
  contentType: 'text/plain',
  sha256: 'a'.repeat(64),
  alternative: '',
})
const editions = (...contents: Partial<Content>[]) =>
  contents.map((facts, index) => ({
    edition: index + 1,
    publishedAt: new Date(`2026-11-0${index + 1}T02:00:00Z`),
    content: aContent(facts),
  }))
const correct = (hideReason?: string): Partial<Content> => ({
  act: { kind: 'correct', reason: '更正', ...(hideReason === undefined ? {} : { hideReason }) },
})
const readable = (...contents: Partial<Content>[]) =>
  toldEditions(editions(...contents)).map(({ edition, content }) => (content ? edition : -edition))

test('个人信息保护法 47: from a correction that hides on, no earlier text is read, whatever follows', () => {
  expect(readable({}, correct())).toEqual([1, 2])
  expect(readable({}, correct('含身份证号'))).toEqual([-1, 2])
  expect(readable({}, correct(), correct('含身份证号'), correct())).toEqual([-1, -2, 3, 4])
  expect(readable({}, correct('甲'), correct(), correct('乙'), correct())).toEqual([-1, -2, -3, 4, 5])
  // A reason that was never filled in hides all the same.
  expect(readable({}, correct(''))).toEqual([-1, 2])
})

test('what was withdrawn is not told again by what came after it', () => {
  const withdraw: Partial<Content> = { act: { kind: 'withdraw', reason: '有误' } }
  expect(readable({}, withdraw, correct())).toEqual([3])
  expect(readable({}, correct('甲'), withdraw)).toEqual([])
})

test('a file of a hidden text is told with the day and the reason; one that stands still, and one of no text, are not', () => {
  const picture = { type: 'image', attrs: { fileId: file(3).fileId, alt: '名单' } } as const
  const text = { type: 'doc' as const, content: [...aText('甲').content, picture] }
  const all = editions(
    { attachments: [file(1), file(2)], text },
    { ...correct('含身份证号'), attachments: [file(2)] },
    { ...correct(), attachments: [file(4)] },
  )
  for (const id of [1, 2, 3])
    expect(hiddenWith(all, file(id).fileId)).toEqual({ publishedAt: all[1]?.publishedAt, reason: '含身份证号' })
  expect(hiddenWith(all, file(4).fileId)).toBeUndefined()
  expect(hiddenWith(all, file(5).fileId)).toBeUndefined()
  expect(hiddenWith(editions({ attachments: [file(1)] }, correct()), file(1).fileId)).toBeUndefined()
  expect(hiddenWith([], file(1).fileId)).toBeUndefined()
})
