import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readReport } from './read-report.ts'
import { anyFigures, cleanHand, hands, printedFormats, reportText } from './testing/printed-report.ts'
import { layouts } from './testing/text-layouts.ts'

const read = (text: string, name = 'report.txt') => readReport(new TextEncoder().encode(text), name)
const cases = Object.keys(layouts).flatMap((layout) => Object.keys(printedFormats).map((format) => ({ layout, format })))

describe('a report printed in any layout is read back to the same figures', () => {
  test.for(cases)('layout $layout, form $format', async ({ layout, format }) => {
    const form = printedFormats[format]
    const print = layouts[layout]
    if (!form || !print) throw new Error('unknown case')
    await fc.assert(
      fc.asyncProperty(anyFigures(form), fc.constantFrom(...Object.keys(hands)), async (figures, hand) => {
        const { report, findings } = await read(reportText(form, figures, print, hands[hand] ?? cleanHand))
        expect({ proactive: report.proactive, requests: report.requests, remedies: report.remedies }).toEqual(figures)
        expect(report.format).toBe(format)
        const codes = findings.filter(({ severity }) => severity === 'error').map(({ code }) => code)
        expect(codes).toEqual(format === 'mixed' ? ['MIXED_FORMAT'] : [])
      }),
      { numRuns: 40 },
    )
  })
})
