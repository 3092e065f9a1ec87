import { expect, test } from 'vitest'
import { aSoundReport } from '../testing/a-sound-report.ts'
import { missingGovernmentMatters } from './government-matters.ts'
import { sameAsOthers } from './same-as-others.ts'

const sentence = '基层政务公开专区建设进度不一，个别乡镇尚未配备查阅设备'
const withProblems = (...paragraphs: string[]) => {
  const report = aSoundReport({ year: 2024 })
  return {
    ...report,
    sections: report.sections.map((each) => (each.id === 'problems' ? { ...each, paragraphs } : each)),
  }
}

test('a sentence of section 五 that stands in another organ’s report on the year is told with its organ', () => {
  const report = withProblems(`一是${sentence}；二是解读少。`)
  const others = [
    { organ: '示例市教育局', section: 'problems', paragraphs: [`存在的主要问题：${sentence}。`] },
    { organ: '示例市体育局', section: 'problems', paragraphs: ['场馆开放信息更新不及时，夜间开放时段没有单独公布。'] },
  ]
  const found = sameAsOthers(report, others, [])
  expect(found.map(({ code, message }) => [code, message.includes('示例市教育局')])).toEqual([['SAME_AS_OTHERS', true]])
})

test('in section 一 and 六 the same sentence is told without being a fault; the sentence of another section is nobody’s', () => {
  const report = aSoundReport({ year: 2024 })
  const words = {
    ...report,
    sections: report.sections.map((each) =>
      each.id === 'overview' ? { ...each, paragraphs: [`${sentence}。`] } : each,
    ),
  }
  const others = ['overview', 'problems'].map((section) => ({
    organ: `${section}局`,
    section,
    paragraphs: [`${sentence}。`],
  }))
  expect(sameAsOthers(words, others, []).map(({ severity, row, message }) => [severity, row, message])).toEqual([
    ['note', 'overview', expect.stringContaining('与overview局的报告相同，请确认')],
  ])
})

test('short sentences, and those that the registers propose to everybody, are nobody’s', () => {
  const others = [
    { organ: '示例市教育局', section: 'problems', paragraphs: [`${sentence}。公开时效还需要进一步提高。`] },
  ]
  expect(sameAsOthers(withProblems(`${sentence}。公开时效还需要进一步提高。`), others, [`${sentence}。`])).toEqual([])
})

test('art. 50(4): the report of a government tells assessment, social appraisal and accountability; what it does not tell is asked for', () => {
  const report = withProblems('本年度开展了工作考核，组织了社会评议。')
  expect(missingGovernmentMatters(report).map(({ message }) => message)).toEqual([
    expect.stringContaining('责任追究结果（条例第五十条第四项）'),
  ])
  expect(missingGovernmentMatters(withProblems('考核、评议照常开展，没有需要追责的情形。'))).toEqual([])
})
