import fc from 'fast-check'
import { expect, test } from 'vitest'
import '../../app/joins.ts'
import { nationalCalendar as calendar } from '../../calendar/calendar.ts'
import { addDays, plainDate } from '../../days/plain-date.ts'
import { inOrgan } from '../../db/organ.ts'
import { testDatabase } from '../../db/testing/database.ts'
import { anOffice } from '../../organs/testing/officers.ts'
import { countRemedies } from '../../report/store/ledger-figures.ts'
import { foldCase } from './case.ts'
import { type CountedStretch, countedInYear } from './counted.ts'
import type { CountedResult } from './event.ts'
import { rowOf } from './row.ts'
import * as store from './store/cases.ts'
import { aHistory, anOpening } from './testing/a-case.ts'

const { db } = await testDatabase()
const { organ } = await anOffice(db)
const start = plainDate('2024-06-01')
const results = ['upheld', 'corrected', 'otherResult'] as const

/** Stretches of a case one after the other, of one part or of several, the last one open or not. */
const cases: fc.Arbitrary<CountedStretch[]> = fc
  .array(
    fc.record({
      gap: fc.integer({ min: 0, max: 300 }),
      lasts: fc.integer({ min: 0, max: 300 }),
      isNewPart: fc.boolean(),
      result: fc.constantFrom(...results),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .chain((stretches) => fc.tuple(fc.constant(stretches), fc.boolean()))
  .map(([stretches, isOpen]) => {
    let [day, part] = [start, 1]
    return stretches.map(({ gap, lasts, isNewPart, result }, at) => {
      const openedOn = addDays(day, gap)
      day = addDays(openedOn, lasts)
      if (at > 0 && isNewPart) part += 1
      const isLast = at === stretches.length - 1
      const isPending = isLast && isOpen
      return { part, openedOn, concludedOn: isPending ? null : day, result: isPending ? null : result }
    })
  })

test('the report counts what the pure rule counts, whatever has happened to the cases of an office, pending ones again or not', async () => {
  const [opening, today] = [anOpening(), plainDate('2026-06-01')]
  await fc.assert(
    fc.asyncProperty(fc.array(cases, { minLength: 1, maxLength: 5 }), fc.boolean(), async (all, pendingShownAgain) => {
      class Undone extends Error {}
      const counted = new Map<number, Record<string, number>>()
      const count = inOrgan(db, organ.id, async (tx) => {
        for (const [at, stretches] of all.entries()) {
          const number = `案${at}号`
          const { row } = rowOf(foldCase(aHistory({ ...opening, number })), calendar, today)
          const { id } = await store.add(tx, organ.id, row)
          await store.save(tx, { organId: organ.id, id }, row, stretches)
        }
        for (let year = 2024; year <= 2028; year += 1) {
          const period = { from: plainDate(`${year}-01-01`), to: plainDate(`${year}-12-31`) }
          const rows = await countRemedies(tx, organ.id, period, { pendingShownAgain, scope: 'ownReport' })
          counted.set(year, Object.fromEntries(rows.map(({ result, count }) => [result, Number(count)])))
        }
        throw new Undone()
      })
      await expect(count).rejects.toBeInstanceOf(Undone)
      for (const [year, figures] of counted) {
        const said: CountedResult[] = all.flatMap((stretches) => countedInYear(stretches, year, { pendingShownAgain }))
        const expected = Object.fromEntries(
          Object.entries(Object.groupBy(said, (each) => each)).map(([result, each]) => [result, each.length]),
        )
        expect(figures, `${year} ${JSON.stringify(all)}`).toEqual(expected)
      }
    }),
    { numRuns: 40 },
  )
})
