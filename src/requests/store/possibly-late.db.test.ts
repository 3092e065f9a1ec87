import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nationalCalendar } from '../../calendar/calendar.ts'
import { addDays, plainDate } from '../../days/plain-date.ts'
import { insertRows } from '../../db/bulk.ts'
import { inActs, inOrgan, lookInOrgan } from '../../db/organ.ts'
import { testDatabase } from '../../db/testing/database.ts'
import * as organs from '../../organs/store.ts'
import { anOrgan } from '../../organs/testing/organ.ts'
import { foldHistory } from '../history.ts'
import { firstDueDates, isLate } from '../late.ts'
import { foldedOf } from '../refold.ts'
import { type Told, told } from '../testing/a-history.ts'
import { listPossiblyLate } from './histories.ts'

const { db } = await testDatabase()
const year = { from: plainDate('2025-01-01'), to: plainDate('2025-12-31') }

/** A request of the two years around the turn, what may move its last day, and perhaps its answer. */
const history = fc
  .record({
    receivedAt: fc.integer({ min: -200, max: 400 }),
    moves: fc.uniqueArray(fc.constantFrom('extended', 'supplement', 'consultation', 'delayed', 'open supplement'), {
      maxLength: 2,
    }),
    answeredAfter: fc.option(fc.integer({ min: 15, max: 160 }), { freq: 4 }),
  })
  .map(({ receivedAt, moves, answeredAfter }) => {
    const on = addDays(year.from, receivedAt)
    const lines: Told[] = [
      [on, 'arrived', {}],
      [on, 'received', {}],
    ]
    const day = (count: number) => addDays(on, count)
    if (moves.includes('supplement'))
      lines.push([day(3), 'supplementRequested', {}], [day(9), 'supplementReceived', { text: '补正' }])
    if (moves.includes('consultation'))
      lines.push(
        [
          day(10),
          'consultationSent',
          { consultation: 1, party: 'thirdParty', label: '第三方', about: '', letter: null },
        ],
        [day(14), 'consultationAnswered', { consultation: 1, opinion: 'agrees', reason: '' }],
      )
    if (moves.includes('extended')) lines.push([day(14), 'extended', { days: 10 }])
    if (moves.includes('delayed'))
      lines.push([day(14), 'delayed', { until: day(100), reason: '数量巨大', letter: null }])
    if (answeredAfter !== null) lines.push([day(answeredAfter), 'concluded', { outcome: 'granted' }])
    else if (moves.includes('open supplement') && !moves.includes('supplement'))
      lines.push([day(15), 'supplementRequested', {}])
    return told(...lines)
  })

test('art. 33: what is looked at of a year finds every late answer that folding all of its requests finds', async () => {
  const histories = fc.sample(history, 400)
  const organ = await inActs(db, (tx) => organs.add(tx, anOrgan({ slug: 'late' })))
  await inOrgan(db, organ.id, async (tx) => {
    for (const [at, events] of histories.entries()) {
      const { dueProvisional, ...folded } = foldedOf(events, nationalCalendar, plainDate('2026-03-01'))
      const id = crypto.randomUUID()
      const code = `\\x${Buffer.from(id).toString('hex').padStart(64, '0').slice(0, 64)}`
      const row = { id, number: `${at}`, channel: 'online', origin: 'live', applicantKind: 'naturalPerson' }
      const arrivedOn = events[0]?.happenedOn ?? null
      const request = { ...row, arrivedOn, dueProvisional, ...folded, receiptCodeHash: code, receiptSecretHash: code }
      await insertRows(tx, 'requests', organ.id, Object.keys(request), [request])
      for (const { seq, kind, happenedOn, data } of events)
        await tx
          .insertInto('requestEvents')
          .values({ organId: organ.id, requestId: id, seq, kind, happenedOn, data: JSON.stringify(data) })
          .execute()
    }
  })
  const found = await lookInOrgan(db, organ.id, (tx) =>
    listPossiblyLate(tx, organ.id, year, firstDueDates(nationalCalendar, year.to)),
  )
  const inYear = histories.filter((events) => {
    const { receivedOn, conclusion } = foldHistory(events)
    return receivedOn !== null && receivedOn <= year.to && (!conclusion || conclusion.on >= year.from)
  })
  const late = (lists: readonly (typeof histories)[number][]) =>
    lists.filter((events) => isLate(nationalCalendar, foldHistory(events), year.to)).length
  expect(late(inYear)).toBeGreaterThan(20)
  expect(found.unmoved + late(found.moved)).toBe(late(inYear))
  expect(found.moved.length).toBeLessThan(inYear.length)
})
