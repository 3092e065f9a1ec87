import { expect, test } from 'vitest'
import { fold, foldLine } from './fold.ts'
import { markHits } from './mark.ts'
import { longestQuery, loosened, readQuery } from './query.ts'
import { pairsOf } from './tokens.ts'

test.for([
  ['示统发〔2026〕8号', '示统发20268号'],
  ['示统发【2026】第08号', '示统发20268号'],
  ['示统发［２０２６］ ０８ 号', '示统发20268号'],
  ['公告2026年第003号', '公告2026年第3号'],
  ['《统计法》、“实施条例”', '统计法实施条例'],
  ['ＧＤＰ Growth', 'gdpgrowth'],
])('%s is the same as %s', ([typed = '', key]) => {
  expect(foldLine(typed)).toBe(key)
})

test('sentences are parted, and no pair goes across', () => {
  expect(fold('亿元。工业；增加')).toBe('亿元|工业|增加')
  expect(pairsOf(fold('亿元。工业'))).toEqual(['亿元', '工业'])
  expect(pairsOf('𠮷野家')).toEqual(['𠮷野', '野家'])
})

test('a query is words parted by spaces, a number with spaces in it is one', () => {
  expect(readQuery(' 统计　公报 统计 ').runs).toEqual(['统计', '公报'])
  expect(readQuery('示统发 〔2026〕 8 号').runs).toEqual(['示统发20268号'])
  expect(readQuery('统计|公报！').runs).toEqual(['统计公报'])
  expect([...readQuery('长'.repeat(900)).typed]).toHaveLength(longestQuery)
  expect(
    ['长'.repeat(100), '长'.repeat(101), '一 二 三 四 五 六 七 八 九'].map((text) => readQuery(text).isCut),
  ).toEqual([false, true, true])
})

test('loosened, a query is its words, and nothing where it is a word already', () => {
  expect(loosened(readQuery('什么是统计执法'))?.runs).toEqual(['统计', '执法'])
  expect(loosened(readQuery('统计'))).toBeUndefined()
  expect(loosened(readQuery('什么'))).toBeUndefined()
  expect(loosened(readQuery('示统发〔2026〕999号'))).toBeUndefined()
})

test('hits are marked in the text as it is written, whole and once', () => {
  const marked = (text: string, ...runs: string[]) =>
    markHits(text, runs)
      .map(({ text: piece, isHit }) => (isHit ? `<${piece}>` : piece))
      .join('')
  expect(marked('二０二六年ＧＤＰ核算', 'gdp')).toBe('二０二六年<ＧＤＰ>核算')
  expect(marked('经济、普查与普查', '经济普查', '普查')).toBe('<经济、普查>与<普查>')
  expect(marked('关于𠮷野的𠮷', '𠮷')).toBe('关于<𠮷>野的<𠮷>')
  expect(marked('什么也没有', '统计')).toBe('什么也没有')
  expect(marked('统计', '')).toBe('统计')
})
