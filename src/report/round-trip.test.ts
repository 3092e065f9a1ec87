import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkReport } from './check/check-report.ts'
import { readReport } from './read/read-report.ts'
import { aReport } from './testing/a-report.ts'
import { type ReportForm, reportForms } from './write/forms.ts'
import { writeReport } from './write/write.ts'

const letterhead = { organ: '示例市统计局', contact: ['电话：010-00000000'], publishedOn: null }
const figures = fc.oneof(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 999_999 }))

const cases = (Object.keys(reportForms) as ReportForm[]).flatMap((form) =>
  (['2019', '2021'] as const).map((format) => ({ form, format })),
)

test.for(cases)(
  'what we write as $form in the form of $format we read back to the same numbers',
  async ({ form, format }) => {
    await fc.assert(
      fc.asyncProperty(fc.array(figures, { minLength: 40, maxLength: 40 }), async (values) => {
        let next = 0
        const report = aReport({ format, value: () => values[next++ % values.length] ?? 0 })
        if (format === '2021') report.proactive['administrativeFees.amountWan'] = `${(values[0] ?? 0) % 100_000}.030851`
        else report.proactive['procurement.amountPrinted'] = `${values[0]}.35万元`
        const read = await readReport(await writeReport(report, form, letterhead), `x.${form}`)
        expect(read.readable).toBe(true)
        expect(read.findings.filter(({ severity }) => severity === 'error')).toEqual([])
        const { proactive, requests, remedies, organ, year } = read.report
        expect(read.report.format).toBe(format)
        expect({ proactive, requests, remedies, organ, year }).toEqual({
          proactive: report.proactive,
          requests: report.requests,
          remedies: report.remedies,
          organ: report.organ,
          year: report.year,
        })
        const arithmetic = (of: typeof report) => checkReport(of).filter(({ severity }) => severity === 'error')
        expect(arithmetic(read.report)).toEqual(arithmetic(report))
      }),
      { numRuns: 6 },
    )
  },
)
