import { expect, test } from 'vitest'
import { inTraditional } from './traditional.ts'

const turned = (words: string) => /<p>(.*?)<\/p>/.exec(inTraditional(`<p>${words}</p>`))?.[1]

test.for([
  ['行政复议', '行政復議'],
  ['局长于伟、余秀华', '局長于偉、余秀華'],
  ['关于印发', '關於印發'],
  ['位于北京，由于', '位於北京，由於'],
  ['其余余额', '其餘餘額'],
  ['复印件', '複印件'],
])('国家法律的用语和姓氏不错写: %s', ([words = '', right]) => expect(turned(words)).toBe(right))

test('what is there to be copied stays as it is written', () => {
  const html = '<p class="to-copy">某某局. 关于会议: 某发〔2026〕1号</p><p>会议</p>'
  expect(inTraditional(html)).toContain('关于会议: 某发〔2026〕1号</p><p>會議</p>')
})

test('what links and pictures are called for whoever does not see them turns with the words', () => {
  const html = '<a href="/简体" aria-label="下载2024年度报告">报告</a><textarea title="网">会议</textarea>'
  expect(inTraditional(html)).toBe(
    '<a href="/简体" aria-label="下載2024年度報告">報告</a><textarea title="网">会议</textarea>',
  )
})

test('a page in English and a very long page stay as they are', () => {
  const english = '<article class="reading" lang="en">简体</article>'
  expect(inTraditional(english)).toBe(english)
  const long = `<p>${'简'.repeat(500_001)}</p>`
  expect(inTraditional(long)).toBe(long)
})
