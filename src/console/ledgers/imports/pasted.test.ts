import { expect, test } from 'vitest'
import { tableOfPasted } from './pasted.ts'

test.for([
  {
    rule: 'rows copied from a table with their heads stay as they are',
    text: '标题\t发布日期\n甲\t2026-01-02\n',
    table: '标题\t发布日期\n甲\t2026-01-02',
  },
  {
    rule: 'lines of title, day and address are told apart, in whatever order they stand',
    text: '优化营商环境 2026年1月2日 https://mp.weixin.qq.com/s/AbC\nhttps://mp.weixin.qq.com/s/AbD 图解：“一件事”，一次办\n',
    table: [
      '"标题","发布日期","网址"',
      '"优化营商环境","2026年1月2日","https://mp.weixin.qq.com/s/AbC"',
      '"图解：“一件事”，一次办","","https://mp.weixin.qq.com/s/AbD"',
    ].join('\n'),
  },
  { rule: 'what no line says has no head', text: '甲\n乙 "丙"丁', table: '"标题"\n"甲"\n"乙 ""丙""丁"' },
])('$rule', ({ text, table }) => {
  expect(tableOfPasted(text)).toBe(table)
})
