import { expect, test } from 'vitest'
import { plainDate } from '../../days/plain-date.ts'
import { inOrder, readTags } from '../../typesetting/testing/read-tags.ts'
import { aReport } from '../testing/a-report.ts'
import { writeReport } from './write.ts'

const letterhead = { organ: '示例市统计局', contact: [], publishedOn: plainDate('2025-01-20') }

test('PDF/UA: a report is titled, in Chinese, with headings in order, tables with heads, and nothing outside of its tags', async () => {
  const tags = await readTags(new Uint8Array(await writeReport(aReport({}), 'pdf', letterhead)))
  expect(tags).toMatchObject({
    language: 'zh-CN',
    displaysTitle: true,
    isMarked: true,
    saysUa: true,
    figuresWithoutWords: 0,
    tablesWithoutHead: 0,
    unmarked: [],
  })
  expect(tags.title).toContain('2024年政府信息公开工作年度报告')
  expect(tags.headings.length).toBeGreaterThan(0)
  expect(inOrder(tags.headings)).toBe(true)
  expect(tags.roles).toContain('TH')
})
