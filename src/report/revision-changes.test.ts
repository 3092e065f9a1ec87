import { expect, test } from 'vitest'
import type { AnnualReport } from './report.ts'
import { revisionChanges } from './revision-changes.ts'
import { aReport } from './testing/a-report.ts'

const corrected = (change: (report: AnnualReport) => void): AnnualReport => {
  const report = aReport()
  change(report)
  return report
}
const wordsOf = (after: AnnualReport, before = aReport()) =>
  revisionChanges(before, after).words.map(
    ({ label, words }) =>
      `${label} ${words.map(({ kind, text }) => ({ same: text, added: `[+${text}]`, removed: `[-${text}]` })[kind]).join('')}`,
  )
const section = (report: AnnualReport, id: string) => report.sections.find((each) => each.id === id)

test('a report that was not changed has no changes', () => {
  expect(revisionChanges(aReport(), aReport())).toEqual({ cells: [], words: [] })
})

test('every cell that differs is named as printed, and one that is no longer stated is not nought', () => {
  const after = corrected((report) => {
    report.proactive['rules.inForce'] = null
    report.requests.newReceived = { ...report.requests.newReceived, total: 7 }
  })
  const { cells } = revisionChanges(aReport(), after)
  expect(cells?.map(({ name, before, after: is }) => [name, before, is])).toEqual([
    ['第二部分“规章”行“现行有效件数”列', 3, null],
    ['第三部分“一、本年新收政府信息公开申请数量”行“总计”列', 17, 7],
  ])
})

test('words that came and went stand in their paragraph of their section; a paragraph that came or went is one of its own', () => {
  const after = corrected((report) => {
    const problems = section(report, 'problems')
    if (problems) problems.paragraphs = [problems.paragraphs[0]?.replace('不够丰富', '单一') ?? '', '新增一段。']
  })
  const said = wordsOf(after)
  expect(said[0]).toMatch(/^“五、存在的主要问题及改进情况”第1段 .*形式\[-不够丰富\]\[\+单一\]，图解/)
  expect(said[1]).toMatch(/^“五、存在的主要问题及改进情况”第2段 /)
  expect(said).toHaveLength(2)
})

test('a title, a heading and a whole section that differ are told too', () => {
  const after = corrected((report) => {
    report.title = '示例市统计局2024年度报告'
    report.sections = report.sections.filter(({ id }) => id !== 'otherMatters')
    const overview = section(report, 'overview')
    if (overview) overview.heading = '一、总体概况'
  })
  const said = wordsOf(after)
  expect(said[0]).toMatch(/^标题 /)
  expect(said).toContainEqual(expect.stringMatching(/^“一、总体概况”的标题 一、总体\[-情况\]\[\+概况\]$/))
  expect(said).toContainEqual(expect.stringMatching(/^“六、其他需要报告的事项”第1段 \[-本年度未发出/))
})

test('tables of two different forms are not compared cell by cell, their words are', () => {
  const before = aReport({ format: '2019', year: 2024 })
  const after = corrected((report) => {
    report.title = before.title
    report.sections = structuredClone(before.sections)
  })
  expect(revisionChanges(before, after)).toEqual({ cells: null, words: [] })
})

test('of what was read from files sentences are compared: another break between paragraphs, or none, is no change', () => {
  const [was, is] = [corrected(() => {}), corrected(() => {})]
  const problems = { was: section(was, 'problems'), is: section(is, 'problems') }
  if (problems.was) problems.was.paragraphs = ['一是解读偏少。二是更新不及时；', '三是队伍不稳。']
  if (problems.is) problems.is.paragraphs = ['一是解读偏少。', '二是更新不够及时；三是队伍 不稳。']
  const { words } = revisionChanges(was, is, 'sentence')
  expect(words.map(({ label }) => label)).toEqual(['“五、存在的主要问题及改进情况”第2句'])
  expect(revisionChanges(was, is).words.length).toBeGreaterThan(1)
})
