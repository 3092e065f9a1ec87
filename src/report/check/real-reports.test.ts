import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { hasSamples, sampleAt } from '../../../tests/samples.ts'
import { AnnualReport, type SectionKey } from '../report.ts'
import { checkReport } from './check-report.ts'
import { plainText } from './plain-text.ts'

const folder = sampleAt('reports/').pathname

const headings: readonly [SectionKey, RegExp][] = [
  ['overview', /^一、总体情况/],
  ['proactive', /^二、.{0,6}主动公开政府信息/],
  ['requests', /^三、.{0,6}收到和处理政府信息/],
  ['remedies', /^四、.{0,12}(行政)?复议/],
  ['problems', /^五、.{0,16}问题/],
  ['otherMatters', /^六、.{0,8}(其他|报告)/],
]

/** Lines by the headings they follow; short lines are taken for cells of tables. */
function sectionsOf(text: string): AnnualReport['sections'] {
  const sections: AnnualReport['sections'] = [{ id: 'intro', heading: '', paragraphs: [] }]
  for (const line of text.split('\n')) {
    const heading = headings.find(([, pattern]) => pattern.test(plainText(line)))
    if (heading && line.length < 60) sections.push({ id: heading[0], heading: line, paragraphs: [] })
    else if (!line.includes('|') && line.trim().length > (sections.length === 2 ? 2 : 8))
      sections.at(-1)?.paragraphs.push(line)
  }
  return sections
}

interface Truth {
  readonly organ: string | null
  readonly year: number | null
  readonly formatVersion: '2019' | '2021'
  readonly wrongSums: readonly { readonly expected: number; readonly actual: number }[]
}

const load = (name: string) => {
  const truth = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as Truth & Record<string, unknown>
  const report = AnnualReport.parse({
    ...truth,
    format: truth.formatVersion === '2021' && 'other' in (truth.requests as object) ? 'mixed' : truth.formatVersion,
    sections: sectionsOf(readFileSync(join(folder, `${name}.txt`), 'utf8')),
  })
  return { truth, report }
}

const names = hasSamples
  ? readdirSync(folder)
      .filter((file) => file.endsWith('.json') && existsSync(join(folder, file.replace(/json$/, 'txt'))))
      .map((file) => file.slice(0, -5))
  : ['（没有真实报告）']
const sums = new Set(['ROW_TOTAL', 'RESULTS_TOTAL', 'BALANCE', 'REMEDY_TOTAL'])

describe.skipIf(!hasSamples)('published reports', () => {
  test.for(names)('%s: the sums that are wrong in print are found, and no others', (name) => {
    const { truth, report } = load(name)
    const found = checkReport(report).filter(({ code }) => sums.has(code))
    if (process.env.SHOW) for (const f of checkReport(report)) console.log(name, f.code, f.severity, f.message)
    expect(found.map(({ expected, actual }) => ({ expected, actual }))).toEqual(
      truth.wrongSums.map(({ expected, actual }) => ({ expected, actual })),
    )
  })

  test('the sample has its three formal defects and no other', () => {
    const found = checkReport(load('hegang-2024').report)
    expect(found.map(({ code, expected }) => [code, expected])).toEqual([
      ['MIXED_FORMAT', undefined],
      ['OVERVIEW_PART_MISSING', '依申请公开'],
      ['FEE_STATEMENT_MISSING', undefined],
    ])
  })
})
