import { extractText, getDocumentProxy } from 'unpdf'
import { describe, expect, test } from 'vitest'
import { plainDate } from '../../days/plain-date.ts'
import { aReport } from '../testing/a-report.ts'
import { writeReport } from './write.ts'

const letterhead = { organ: '示例市统计局', contact: [], publishedOn: plainDate('2025-01-20') }
const sentence = '本机关没有其他需要报告的事项，收费情况为零。'

/** The pages of a report whose last section has paragraphs of so many sentences, as words without gaps. */
async function pagesOf(...sentences: number[]): Promise<string[]> {
  const report = aReport({
    sections: [
      { id: 'overview', heading: '一、总体情况', paragraphs: ['全年工作平稳。'] },
      {
        id: 'otherMatters',
        heading: '六、其他需要报告的事项',
        paragraphs: sentences.map((count) => sentence.repeat(count)),
      },
    ],
  })
  const pdf = await writeReport(report, 'pdf', letterhead)
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: false })
  return text.map((page) => page.replace(/\s/g, ''))
}

describe('the pages of a report', () => {
  // From one line to more than half a page, so that the text ends at every height of it.
  test.each([1, 4, 7, 10, 12, 15, 18, 21, 24, 27, 30])(
    'the last one holds words beside the signature: %i and more sentences',
    async (count) => {
      for (const before of [1, 8])
        expect((await pagesOf(before, count)).at(-1)).toContain('收费情况为零。示例市统计局2025年1月20日')
    },
  )

  test('table three stands on one, with its head once', async () => {
    const pages = await pagesOf(1)
    const heads = pages.filter((page) => page.includes('申请人情况'))
    expect(heads).toHaveLength(1)
    expect(heads[0]).toContain('一、本年新收政府信息公开申请数量')
    expect(heads[0]).toContain('四、结转下年度继续办理')
  })
})
