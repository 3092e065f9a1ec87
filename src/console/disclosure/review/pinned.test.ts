import { expect, test } from 'vitest'
import type { RecordView } from '../../../disclosure/record-view.ts'
import { pinnedNow } from './pinned.ts'

const sentBack = (paragraph: number | null, quoted: string) =>
  ({ paragraph, quoted }) as unknown as RecordView['sentBack']
const paragraphs = ['标题', '普查标准时点为12月31日。', '特此公告。']

test('a return follows its paragraph when others were put before it', () => {
  expect(pinnedNow({ sentBack: sentBack(0, '普查标准时点'), paragraphs })).toBe(1)
})

test('a paragraph that was rewritten is looked for where it stood', () => {
  expect(pinnedNow({ sentBack: sentBack(2, '原来的话'), paragraphs })).toBe(2)
})

test('of a paragraph that is gone nothing is marked, nor of a return to the whole text', () => {
  expect(pinnedNow({ sentBack: sentBack(7, '原来的话'), paragraphs })).toBeNull()
  expect(pinnedNow({ sentBack: sentBack(null, ''), paragraphs })).toBeNull()
  expect(pinnedNow({ sentBack: null, paragraphs })).toBeNull()
})

test('a return to a line without words stays at its place', () => {
  expect(pinnedNow({ sentBack: sentBack(2, ''), paragraphs })).toBe(2)
})
