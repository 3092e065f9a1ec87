import { expect, test } from 'vitest'
import { plainDate } from '../../days/plain-date.ts'
import { inOrgan } from '../../db/organ.ts'
import { testDatabase } from '../../db/testing/database.ts'
import { anOffice } from '../../organs/testing/officers.ts'
import { listOwnTurns } from '../../review/turns/actions.ts'
import { aContent, aSignedRecord, type Reviewers } from '../testing/a-record.ts'
import { beginEdition } from './begin.ts'
import { settleTurns } from './settle-turns.ts'
import { takeStep } from './take-step.ts'

const { db } = await testDatabase()
const { organ, officer } = await anOffice(db)
const day = '2026-11-24'
const people: Reviewers = {
  clerk: await officer(day, ['clerk']),
  unitHead: await officer(day, ['unitHead']),
  ogiHead: await officer(day, ['ogiHead']),
  leader: await officer(day, ['leader']),
}
const { clerk } = people
const now = new Date('2026-11-24T02:00:00Z')

const waitingOn = async (today: string) => {
  await settleTurns(db, organ.id, plainDate(today))
  const { items } = await inOrgan(db, organ.id, (tx) => listOwnTurns(tx, clerk))
  return items.map(({ what, dueOn }) => [what.slice(0, 5), dueOn])
}

test('ninety days before a record ends by its term its unit is asked what becomes of it, until it ends or is under way', async () => {
  const content = aContent({ effectiveFrom: plainDate('2026-11-20'), validUntil: plainDate('2027-06-30') })
  const { key, hash } = await aSignedRecord(db, people, content, 3, now)
  await inOrgan(db, organ.id, (tx) => takeStep(tx, clerk, now, key, 'publish', { hash }))
  expect(await waitingOn('2027-03-31')).toEqual([])
  expect(await waitingOn('2027-04-01')).toEqual([['有效期将满', '2027-06-30']])
  expect(await waitingOn('2027-06-30')).toEqual([['有效期将满', '2027-06-30']])
  expect(await waitingOn('2027-07-01')).toEqual([])
  expect(await waitingOn('2027-06-01')).toHaveLength(1)
  await inOrgan(db, organ.id, (tx) => beginEdition(tx, clerk, now, key.recordId, 'correct'))
  expect(await waitingOn('2027-06-01')).toEqual([['拟稿、送审', null]])
})
