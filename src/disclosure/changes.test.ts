import { expect, test } from 'vitest'
import { wordChanges } from '../text/word-changes.ts'
import { changesBetween } from './changes.ts'
import { aContent, aText } from './testing/a-record.ts'

const printed = (before: string[], after: string[]) =>
  changesBetween(aContent({ text: aText(...before) }), aContent({ text: aText(...after) })).map(
    ({ place, words }) =>
      `${place} ${words.map(({ kind, text }) => (kind === 'same' ? text : kind === 'added' ? `[+${text}]` : `[-${text}]`)).join('')}`,
  )

test('a changed word is shown as such, in its paragraph', () => {
  expect(printed(['一段。', '补贴标准为每人500元。'], ['一段。', '补贴标准为每人800元。'])).toEqual([
    'text:1 补贴标准为每人[-500][+800]元。',
  ])
})

test('paragraphs that come and go are shown where they stand in the newer text', () => {
  expect(printed(['甲。', '乙。', '丙。'], ['甲。', '丙。', '丁。'])).toEqual(['text:1 [-乙。]', 'text:2 [+丁。]'])
})

test('words are Chinese words, not letters', () => {
  expect(
    wordChanges('统计局负责实施', '财政局负责实施')
      .filter(({ kind }) => kind !== 'same')
      .map(({ text }) => text),
  ).toEqual(['统计', '财政'])
})

test('metadata, attachments and mere formatting are changes too', () => {
  const before = aContent()
  const bold = structuredClone(before)
  bold.text.content[0] = {
    type: 'paragraph',
    content: [{ type: 'text', text: '根据国务院部署，现就普查有关事项公告如下。', marks: [{ type: 'bold' }] }],
  }
  expect(changesBetween(before, bold)).toEqual([{ place: 'text', label: '正文格式', words: [] }])
  const file = {
    fileId: 'b3b1f1f0-0000-4000-8000-000000000001',
    name: '附件.pdf',
    size: 9,
    contentType: 'application/pdf',
    alternative: '',
  }
  const one = { ...before, attachments: [{ ...file, sha256: 'a'.repeat(64) }] }
  const other = { ...before, documentNumber: '示统〔2026〕3号', attachments: [{ ...file, sha256: 'b'.repeat(64) }] }
  expect(changesBetween(one, other).map(({ label }) => label)).toEqual(['文号', '附件'])
  expect(changesBetween(before, structuredClone(before))).toEqual([])
})
