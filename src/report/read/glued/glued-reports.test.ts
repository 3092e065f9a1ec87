import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hasSamples, sampleAt } from '../../../../tests/samples.ts'
import { reportFormats } from '../../../law/report-formats.ts'
import { arithmeticFindings } from '../../check/arithmetic.ts'
import { figure, setFigure } from '../../report.ts'
import { cellsOf } from '../../sheet.ts'
import { readReport } from '../read-report.ts'
import type { Reading } from '../reading.ts'
import { type Glue, gluedReport, glues, soundFigures } from '../testing/glued-report.ts'
import { cleanHand, type Figures, hands, printedFormats } from '../testing/printed-report.ts'

const read = (text: string): Promise<Reading> => readReport(new TextEncoder().encode(text), 'report.txt')

/** Ten thousand with KAICHENG_RUNS=10000: half an hour. */
const numRuns = Number(process.env.KAICHENG_RUNS ?? 30)

const places = ({ proactive, requests, remedies }: Figures): Map<string, unknown> => {
  const found = new Map<string, unknown>(Object.entries(proactive))
  for (const [table, rows] of Object.entries({ requests, remedies }))
    for (const [row, cells] of Object.entries(rows))
      for (const [column, value] of Object.entries(cells)) found.set(`${table}/${row}/${column}`, value)
  return found
}

/** Figures that were read and were not printed so. */
const invented = (reading: Reading, stated: Map<string, unknown>) =>
  [...places(reading.report)].filter(([place, value]) => value !== null && value !== stated.get(place))

const countRead = (reading: Reading, table: string) =>
  [...places(reading.report)].filter(([place, value]) => value !== null && place.startsWith(table)).length

/** What is left between two figures, by chance from a seed. */
function gapsFrom(seed: number, share: number): () => string {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32 < share ? ' ' : ''
  }
}

const aForm = fc.constantFrom(...Object.keys(printedFormats))
const aGlue = fc.constantFrom(...Object.keys(glues))
const glueOf = (name: string): Glue => glues[name] ?? (() => '')
const formOf = (name: string) => printedFormats[name] ?? reportFormats['2021']
const glueHands = ['clean', 'fullWidth', 'halfWidth', 'bare', 'spaced', 'short']

const aGluedReport = aForm.chain((form) =>
  fc.record({
    form: fc.constant(form),
    figures: soundFigures(formOf(form)),
    glue: aGlue,
    isOneLine: fc.boolean(),
    share: fc.constantFrom(0, 0, 0.2, 0.5),
    seed: fc.integer(),
    hand: fc.constantFrom('clean', ...glueHands),
  }),
)
type GluedReport = typeof aGluedReport extends fc.Arbitrary<infer Value> ? Value : never
const print = ({ form, figures, glue, isOneLine, share, seed, hand }: GluedReport): string =>
  gluedReport(formOf(form), figures, glueOf(glue), gapsFrom(seed, share), { isOneLine, hand: hands[hand] ?? cleanHand })

describe('a report whose cells hang together is read right or refused', () => {
  test('no figure is read that was not printed in that cell; organ and year are read always', async () => {
    await fc.assert(
      fc.asyncProperty(aGluedReport, async (glued) => {
        const reading = await read(print(glued))
        expect(invented(reading, places(glued.figures))).toEqual([])
        expect(reading.report).toMatchObject({ organ: '示例市园林局', year: 2024 })
      }),
      { numRuns, endOnFailure: true },
    )
  }, 3_600_000)

  test('what is not read is the reader’s trouble, with a finding on its table, never a fault of the report', async () => {
    await fc.assert(
      fc.asyncProperty(aGluedReport, async (glued) => {
        const reading = await read(print(glued))
        for (const table of ['requests', 'remedies']) {
          const isWhole =
            countRead(reading, table) ===
            [...places(glued.figures).keys()].filter((place) => place.startsWith(table)).length
          const named = reading.findings.filter(({ code, rows }) => code === 'GLUED_CELLS' && rows !== undefined)
          if (!isWhole) expect(named.length).toBeGreaterThan(0)
        }
        const blaming = reading.findings.filter(({ about }) => about !== 'reading').map(({ code }) => code)
        expect(blaming.filter((code) => code !== 'MIXED_FORMAT')).toEqual([])
      }),
      { numRuns: Math.ceil(numRuns / 4), endOnFailure: true },
    )
  }, 1_800_000)

  test('the usual report of a county is read whole, whatever glued it', async () => {
    const county = soundFigures(reportFormats['2021'], ['village'])
    await fc.assert(
      fc.asyncProperty(county, aGlue, fc.boolean(), async (figures, glue, isOneLine) => {
        const reading = await read(gluedReport(reportFormats['2021'], figures, glueOf(glue), () => '', { isOneLine }))
        expect(reading.report.requests).toEqual(figures.requests)
        expect(reading.findings.filter(({ code }) => code === 'DECODED_BY_SUMS').map(({ row }) => row)).toContain(
          'requests',
        )
      }),
      { numRuns: Math.ceil(numRuns / 2), endOnFailure: true },
    )
  }, 1_800_000)
})

describe('a print that denies its own sums', () => {
  const form = reportFormats['2021']
  const cells = cellsOf(form).filter(({ table }) => table === 'requests')
  const county = soundFigures(form, ['village', 'county'])

  test('is never read as figures that it does not print', async () => {
    await fc.assert(
      fc.asyncProperty(county, fc.nat(cells.length - 1), fc.nat(40), async (sound, index, value) => {
        const figures: Figures = structuredClone(sound)
        const cell = cells[index] ?? { table: 'requests', row: 'granted', column: 'total' }
        fc.pre(figure(figures, cell) !== value)
        setFigure(figures, cell, value)
        const reading = await read(gluedReport(form, figures, glueOf('a table in one line'), () => ''))
        expect(invented(reading, places(figures)).filter(([place]) => place.startsWith('requests'))).toEqual([])
      }),
      { numRuns: Math.ceil(numRuns / 2), endOnFailure: true },
    )
  }, 1_800_000)

  test('nor when a cell of it prints nothing', async () => {
    await fc.assert(
      fc.asyncProperty(county, fc.nat(cells.length - 1), async (figures, index) => {
        const lost = cells[index] ?? { table: 'requests', row: 'granted', column: 'total' }
        const printed: Figures = structuredClone(figures)
        setFigure(printed, lost, null)
        const reading = await read(gluedReport(form, printed, glueOf('a table in one line'), () => ''))
        expect(invented(reading, places(printed)).filter(([place]) => place.startsWith('requests'))).toEqual([])
      }),
      { numRuns: Math.ceil(numRuns / 2), endOnFailure: true },
    )
  }, 1_800_000)
})

const names = ['260-平潭综合实验区-2024-粘连', '261-平潭综合实验区公安局-2021-粘连'] as const

describe.skipIf(!hasSamples)('published reports whose cells hang together', () => {
  const published = (name: string) =>
    readReport(new Uint8Array(readFileSync(sampleAt(`reports/${name}.txt`))), `${name}.txt`)

  test('260: section three and four are told apart by their sums; section two only where there is one way', async () => {
    const { report, findings } = await published(names[0])
    const truth: Record<string, number[]> = JSON.parse(
      readFileSync(sampleAt(`reports/${names[0]}.section3.json`), 'utf8'),
    )
    expect(Object.values(report.requests).map((row) => Object.values(row))).toEqual(Object.values(truth))
    expect(Object.values(report.remedies).map((group) => Object.values(group))).toEqual([
      [2, 1, 3, 1, 7],
      [0, 0, 0, 0, 0],
      [13, 2, 4, 0, 19],
    ])
    expect(report.proactive).toEqual({
      'rules.issuedThisYear': 0,
      'rules.repealedThisYear': 0,
      'rules.inForce': 0,
      'licensing.decisions': 4529,
      'penalty.decisions': 1100,
      'compulsion.decisions': 65,
      'administrativeFees.amountWan': '18651.06',
    })
    expect(report).toMatchObject({ year: 2024, organ: '平潭综合实验区管委会办公室', format: '2021' })
    expect(findings.map(({ code, row, about }) => [code, row, about])).toEqual([
      ['DECODED_BY_SUMS', 'requests', 'reading'],
      ['DECODED_BY_SUMS', 'remedies', 'reading'],
      ['GLUED_CELLS', 'normativeDocuments', 'reading'],
    ])
  })

  test('261: there is one way to cut it, and so the print breaks 一 + 二 = 三 + 四 for natural persons and in all', async () => {
    const { report, findings } = await published(names[1])
    expect(report).toMatchObject({ year: 2021, organ: '平潭综合实验区公安局', format: '2021' })
    expect(report.requests.carriedForward).toMatchObject({ naturalPerson: 1, total: 1 })
    const broken = arithmeticFindings(report, reportFormats['2021'])
    expect(broken.map(({ column, expected, actual }) => [column, expected, actual])).toEqual([
      ['naturalPerson', 1, 2],
      ['total', 1, 2],
    ])
    expect(findings.find(({ row }) => row === 'requests')?.message).toContain(
      '只有一种分法，已按此读取；照此分开，第三部分“自然人”列、第三部分“总计”列的“第一项加第二项之和，应等于第三项加第四项之和”都不能成立',
    )
  })
})
