import fc, { type Arbitrary } from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, plainDate } from '../days/plain-date.ts'
import { enterOrgan, inActs, inOrgan } from '../db/organ.ts'
import { testDatabase } from '../db/testing/database.ts'
import { outcomesOn } from '../law/outcomes.ts'
import { applicantKinds } from '../law/report-format-2021.ts'
import { reportFormats } from '../law/report-formats.ts'
import { confirmAll } from '../ledgers/years/testing/confirm-all.ts'
import * as organs from '../organs/store.ts'
import { anOrgan } from '../organs/testing/organ.ts'
import { checkReport } from './check/check-report.ts'
import { compileReport } from './compile.ts'
import { explainCell } from './explain.ts'
import { figure, setFigure } from './report.ts'
import { cellsOf } from './sheet.ts'

const { db } = await testDatabase()
const format = reportFormats['2021']
let made = 0

type Value<A> = A extends Arbitrary<infer T> ? T : never

const day = fc.integer({ min: -400, max: 760 }).map((offset) => addDays(plainDate('2024-01-01'), offset))
const aRequest = fc.record({
  applicantKind: fc.constantFrom(...applicantKinds),
  receivedOn: day,
  lasted: fc.option(fc.integer({ min: 0, max: 200 })),
  outcome: fc.constantFrom(...outcomesOn(plainDate('2024-12-31')).map(({ id }) => id)),
})
const aRemedy = fc.record({
  kind: fc.constantFrom('review', 'suitDirect', 'suitAfterReview'),
  filedOn: day,
  lasted: fc.option(fc.integer({ min: 0, max: 300 })),
  result: fc.constantFrom('upheld', 'corrected', 'otherResult'),
  isCoDefendant: fc.boolean(),
})

async function organWith(requests: Value<typeof aRequest>[], remedies: Value<typeof aRemedy>[]) {
  return inActs(db, async (tx) => {
    made += 1
    const organ = await organs.add(tx, anOrgan({ slug: `organ-${made}`, name: `示例机关${made}` }))
    await enterOrgan(tx, organ.id)
    const ended = (from: (typeof requests)[number]['receivedOn'], lasted: number | null) =>
      lasted === null ? null : addDays(from, lasted)
    if (requests.length > 0)
      await tx
        .insertInto('requests')
        .values(
          requests.map(({ lasted, outcome, ...request }, index) => ({
            ...request,
            organId: organ.id,
            number: `${index}`,
            channel: 'online',
            arrivedOn: request.receivedOn,
            status: lasted === null ? 'processing' : 'concluded',
            concludedOn: ended(request.receivedOn, lasted),
            outcome: lasted === null ? null : outcome,
          })),
        )
        .execute()
    if (remedies.length > 0)
      await tx
        .insertInto('remedies')
        .values(
          remedies.map(({ lasted, result, ...remedy }, index) => ({
            ...remedy,
            organId: organ.id,
            number: `${index}`,
            concludedOn: ended(remedy.filedOn, lasted),
            result: lasted === null ? null : result,
          })),
        )
        .execute()
    return organ
  })
}

test('for any ledgers every equation of the form holds, and every cell is the number of records behind it', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(aRequest, { maxLength: 40 }),
      fc.array(aRemedy, { maxLength: 12 }),
      async (requests, remedies) => {
        const organ = await organWith(requests, remedies)
        await inOrgan(db, organ.id, async (tx) => {
          const report = await compileReport(tx, organ, 2024)
          for (const { table, across, left, right } of format.equations) {
            const lines =
              across === 'rows'
                ? [...applicantKinds, 'total']
                : table === 'requests'
                  ? Object.keys(report.requests)
                  : ['']
            for (const line of lines) {
              const at = (id: string) => {
                if (table === 'remedies') {
                  const [row = '', column = ''] = id.split('.')
                  return Number(report.remedies[row]?.[column])
                }
                return Number(across === 'rows' ? report.requests[id]?.[line] : report.requests[line]?.[id])
              }
              const sum = (ids: readonly string[]) => ids.reduce((total, id) => total + at(id), 0)
              expect(sum(left)).toBe(sum(right))
            }
          }
          for (const cell of cellsOf(format)) {
            if (cell.table === 'proactive') continue
            const stated = figure(report, cell)
            if (stated === 0) continue
            expect((await explainCell(tx, organ, 2024, cell)).count, `${cell.row}/${cell.column}`).toBe(stated)
          }
        })
      },
    ),
    { numRuns: 40 },
  )
})

test('a single cell that is changed after compiling is always caught', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(aRequest, { maxLength: 20 }),
      fc.array(aRemedy, { maxLength: 6 }),
      fc.boolean(),
      async (requests, remedies, canMakeRules) => {
        const { id } = await organWith(requests, remedies)
        const organ = await inOrgan(db, id, (tx) => organs.save(tx, id, { canMakeRules }))
        const report = await inOrgan(db, organ.id, async (tx) => {
          // Only what is known is put into words, where a wrong figure stands out.
          await confirmAll(tx, organ, 2024, plainDate('2025-01-08'))
          return compileReport(tx, organ, 2024)
        })
        expect(checkReport(report, { canMakeRules })).toEqual([])
        for (const cell of cellsOf(format)) {
          const now = Number(figure(report, cell))
          for (const other of [now + 1, ...(now > 0 ? [0] : [])]) {
            const changed = structuredClone(report)
            setFigure(changed, cell, cell.column === 'amountWan' ? `${other}` : other)
            expect(checkReport(changed, { canMakeRules }), `${cell.row}/${cell.column} ${now} → ${other}`).not.toEqual(
              [],
            )
          }
        }
      },
    ),
    { numRuns: 8 },
  )
})

test('a request concluded in January is still open in the report on the year before, whenever that is compiled', async () => {
  const organ = await organWith(
    [{ applicantKind: 'enterprise', receivedOn: plainDate('2024-12-20'), lasted: 25, outcome: 'granted' }],
    [],
  )
  await inOrgan(db, organ.id, async (tx) => {
    const [last, next] = [await compileReport(tx, organ, 2024), await compileReport(tx, organ, 2025)]
    expect(last.requests.carriedForward?.enterprise).toBe(1)
    expect(last.requests.resultsTotal?.total).toBe(0)
    expect(next.requests.carriedOver?.enterprise).toBe(1)
    expect(next.requests.granted?.enterprise).toBe(1)
    expect(next.requests.newReceived?.total).toBe(0)
  })
})

test('a form that the ledgers cannot fill is refused with its reason', async () => {
  const organ = await organWith([], [])
  await inOrgan(db, organ.id, async (tx) => {
    await expect(compileReport(tx, organ, 2020)).rejects.toThrow('2019年格式')
    await expect(compileReport(tx, organ, 2018)).rejects.toThrow('统一格式自2019年度起施行')
  })
})
