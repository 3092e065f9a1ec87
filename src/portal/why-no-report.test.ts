import { expect, test } from 'vitest'
import { plainDate } from '../days/plain-date.ts'
import { whyNoReport, whyNoYear } from './why-no-report.ts'

const bureau = { name: '示例市统计局', kind: 'department' } as const
const township = { name: '示例镇人民政府', kind: 'township' } as const
const government = { name: '示例市人民政府', kind: 'government' } as const

test.for([
  { of: bureau, year: 2025, on: '2026-11-24', says: '应于2026年1月31日前公布（条例第四十九条），至今没有' },
  { of: bureau, year: 2025, on: '2026-01-31', says: '尚未到公布的期限：应当在2026年1月31日前公布' },
  { of: government, year: 2025, on: '2026-02-01', says: '尚未到公布的期限：应当在2026年3月31日前公布' },
  { of: bureau, year: 2030, on: '2026-11-24', says: '尚未到公布的期限：应当在2031年1月31日前公布' },
  { of: bureau, year: 2010, on: '2026-11-24', says: '应于2011年3月31日前公布（2007年公布的条例第三十一条），至今没有' },
  { of: township, year: 2025, on: '2026-11-24', says: '由县级政府信息公开工作主管部门规定' },
  { of: bureau, year: 1999, on: '2026-11-24', says: '2008年以前没有政府信息公开工作年度报告' },
])('of $year, asked on $on: $says', ({ of, year, on, says }) => {
  expect(whyNoReport(of, year, plainDate(on))).toContain(says)
})

test.for([
  { year: 2007, says: '2008年以前没有政府信息公开工作年度报告' },
  { year: 2012, says: '没有收录各机关的2012年度报告。当年的报告没有全国统一的格式' },
  { year: 2020, says: /没有收录各机关的2020年度报告。$/ },
  { year: 2026, says: '尚未到公布的期限：县级以上人民政府部门应当在2027年1月31日前' },
])('of all organs on $year: $says', ({ year, says }) => {
  expect(whyNoYear(year, plainDate('2026-11-24'))).toMatch(says)
})
