import { expect, test } from 'vitest'
import { plainCaseNumber, soughtNumber, withYearBrackets } from './document-number.ts'

test.for(['[]', '［］', '【】', '()', '（）', '「」', '『』', '〖〗', '﹝﹞', '〔〕', '[】'])(
  'GB/T 9704 7.2.5: a year that was typed in %s stands in 〔〕',
  ([open, close]) => {
    expect(withYearBrackets(`鹤政办发${open}2024${close}5号`)).toBe('鹤政办发〔2024〕5号')
    expect(withYearBrackets(`由示统发 ${open} 2024 ${close} 12 号和示财罚字${open}2025${close}第3-1号修改`)).toBe(
      '由示统发〔2024〕12 号和示财罚字〔2025〕第3-1号修改',
    )
  },
)

test.for([
  '（2026）示01行初12号',
  '[2024]5号',
  '示例市人民政府令第12号',
  '关于印发《规划（2024）》的通知',
  '表[1]',
  '示统〔1824〕3号',
])('%s stays as it is', (text) => expect(withYearBrackets(text)).toBe(text))

test.for(['2026年12号', '2026年第12号', '[2026]12号', '（2026） 第12号', '〔2026〕12号'])(
  'a number that is sought as %s is that of the year, whatever stands before it',
  (words) => expect(soughtNumber(words)).toBe('〔2026〕12号'),
)

test.for(['2026年12月', '暴雪2026年12号', '12号'])('%s is sought as it was typed', (words) => {
  expect(soughtNumber(words)).toBe(words)
})

test('one case has one number, however it is typed', () => {
  for (const typed of [
    '示政复〔2026〕31号',
    '示政复(2026)031号',
    '示政复〔2026〕３１号',
    ' 示政复 〔2026〕 31 号',
    '示政复[2026]31',
  ])
    expect(plainCaseNumber(typed)).toBe('示政复〔2026〕31号')
  for (const typed of ['（2026）示01行初47号', '(2026)示01行初047号', '（２０２６）示01行初47'])
    expect(plainCaseNumber(typed)).toBe('（2026）示01行初47号')
})
