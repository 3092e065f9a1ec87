import { expect, test } from 'vitest'
import { enclosureNames } from './enclosure-names.ts'

const named = (...names: string[]) => enclosureNames(names.map((name) => ({ name })))

test.each([
  ['附件1企业名单.xlsx', '企业名单'],
  ['附件 2：评审结果.pdf', '评审结果'],
  ['附件三、汇总表.DOCX', '汇总表'],
  ['附件_汇总表.et', '汇总表'],
  ['附件1　申报企业名单（含 “特殊” 企业）.xlsx', '申报企业名单（含 “特殊” 企业）'],
  ['1.名单.xlsx', '名单'],
  ['附件1.xlsx', '附件1'],
  ['附件.pdf', '附件'],
  ['附件2026年名单.xlsx', '附件2026年名单'],
  ['附件12月报表.xlsx', '附件12月报表'],
  ['附件一般说明.pdf', '附件一般说明'],
  ['3.15活动方案.pdf', '3.15活动方案'],
  ['2.5微米颗粒物.csv', '2.5微米颗粒物'],
  ['采购合同', '采购合同'],
  ['.pdf', '.pdf'],
])('GB/T 9704: the file %s is the enclosure %s', (file, title) => expect(named(file)).toEqual([title]))

test('two files of one title stay apart', () => {
  expect(named('附件1名单.xlsx', '名单.pdf', '说明.pdf')).toEqual(['名单.xlsx', '名单.pdf', '说明'])
})
