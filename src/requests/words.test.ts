import { expect, test } from 'vitest'
import { likeness, pairsOf, tellingPairs } from './words.ts'

const like = (wish: string, title: string) =>
  likeness(tellingPairs(wish, '示例市住房和城乡建设局'), tellingPairs(title, '示例市住房和城乡建设局'))

test('pairs leave out signs and spaces, also outside the BMP, and never tear a character', () => {
  expect([...pairsOf('老旧 小区（2024）')]).toEqual(['老旧', '旧小', '小区', '区2', '20', '02', '24'])
  expect([...pairsOf('𠮷野家')]).toEqual(['𠮷野', '野家'])
  expect(pairsOf('字').size).toBe(0)
})

test('what stands in every title finds nothing', () => {
  expect(tellingPairs('申请公开政府信息', '示例').size).toBe(0)
  expect(like('申请公开有关文件', '关于印发工作方案的通知')).toBe(0)
  expect(like('示例市住房和城乡建设局的文件', '示例市住房和城乡建设局公告')).toBe(0)
})

test.for([
  ['老旧小区改造计划', '示例市2025年老旧小区改造计划', true],
  [
    '我想知道我们小区（人民路3号）什么时候列入老旧小区改造，有没有年度计划',
    '关于2025年老旧小区改造年度计划的公告',
    true,
  ],
  ['燃气管道老化更新改造项目清单', '老旧小区改造计划', false],
  ['2024年财政决算', '示例市财政局2024年部门决算公开', true],
])('a wish for “%s” and the title “%s”: %s', ([wish, title, fits]) => {
  expect(like(String(wish), String(title)) > 0).toBe(fits)
})
