import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readReport } from './read-report.ts'
import type { Reading } from './reading.ts'
import {
  anyFigures,
  cleanHand,
  type Figures,
  hands,
  printedFormats,
  reportText,
  stated,
} from './testing/printed-report.ts'
import { type Layout, layouts } from './testing/text-layouts.ts'

const read = (text: string): Promise<Reading> => readReport(new TextEncoder().encode(text), 'report.txt')
const figuresOf = ({ report: { proactive, requests, remedies } }: Reading): Figures => ({
  proactive,
  requests,
  remedies,
})
const cases = Object.entries(layouts).flatMap(([layout, print]) =>
  Object.entries(printedFormats).map(([format, form]) => ({ layout, format, print, form })),
)
// Shrinking two hundred figures to zero only hides the row that was misread.
const run = { numRuns: 12, endOnFailure: true }

describe('a report printed in any layout by any hand is read back to the same figures', () => {
  test.for(cases)('layout $layout, form $format', async ({ print, format, form }) => {
    await fc.assert(
      fc.asyncProperty(anyFigures(form), fc.constantFrom(...Object.keys(hands)), async (figures, hand) => {
        const reading = await read(reportText(form, figures, print, hands[hand] ?? cleanHand))
        expect(figuresOf(reading)).toEqual(stated(form, figures, hand))
        expect(reading.report).toMatchObject({ format, organ: '示例市园林局', year: 2024 })
        const errors = reading.findings.filter(({ severity }) => severity === 'error').map(({ code }) => code)
        expect(errors).toEqual(format === 'mixed' ? ['MIXED_FORMAT'] : [])
      }),
      run,
    )
  })
})

const at = (share: number, list: readonly unknown[]) => Math.floor(share * list.length)

/** What copying does to a table: lost lines and words, repeated lines, repetitions removed, the end cut off. */
const damages: Readonly<Record<string, (text: string, share: number) => string>> = {
  'the end is cut off': (text, share) => text.slice(0, Math.floor(text.length * share)),
  'a line is lost': (text, share) =>
    text
      .split('\n')
      .toSpliced(at(share, text.split('\n')), 1)
      .join('\n'),
  'a word is lost': (text, share) =>
    text
      .split(/(?<=\s)/)
      .toSpliced(at(share, text.split(/(?<=\s)/)), 1)
      .join(''),
  'a line is repeated': (text, share) => {
    const lines = text.split('\n')
    const index = at(share, lines)
    return lines.toSpliced(index, 0, lines[index] ?? '').join('\n')
  },
  'repeated lines are removed': (text) => {
    const lines = text.split('\n')
    return lines.filter((line, index) => line.trim() === '' || line !== lines[index - 1]).join('\n')
  },
  'zeros are lost': (text) => text.replaceAll(/^0 \|\n/gm, ''),
}

const places = ({ proactive, requests, remedies }: Figures): Map<string, unknown> => {
  const found = new Map<string, unknown>(Object.entries(proactive))
  for (const [table, rows] of Object.entries({ requests, remedies })) {
    for (const [row, cells] of Object.entries(rows)) {
      for (const [column, value] of Object.entries(cells)) found.set(`${table}/${row}/${column}`, value)
    }
  }
  return found
}

describe('whatever a copy has lost, no figure is read that was not printed in that cell', () => {
  const spoilt = Object.keys(damages).flatMap((damage) => Object.keys(layouts).map((layout) => ({ damage, layout })))
  test.for(spoilt)('$damage, layout $layout', async ({ damage, layout }) => {
    const print = layouts[layout] as Layout
    const spoil = damages[damage] ?? ((text: string) => text)
    for (const form of Object.values(printedFormats)) {
      await fc.assert(
        fc.asyncProperty(anyFigures(form), fc.double({ min: 0.2, max: 0.999, noNaN: true }), async (figures, share) => {
          const stated = places(figures)
          const reading = places(figuresOf(await read(spoil(reportText(form, figures, print, cleanHand), share))))
          const invented = [...reading].filter(([place, value]) => value !== null && value !== stated.get(place))
          expect(invented).toEqual([])
        }),
        { ...run, numRuns: 4, seed: 711 },
      )
    }
  })
})
