import { expect, test } from 'vitest'
import { plainDate } from '../calendar/plain-date.ts'
import { inActs } from '../db/organ.ts'
import { testDatabase } from '../db/testing/database.ts'
import * as organs from '../organs/store.ts'
import { anOrgan } from '../organs/testing/organ.ts'
import { type Publication, publishReport } from './actions.ts'
import { findFile, findPublished } from './store/published.ts'

const { db } = await testDatabase()
const organ = await inActs(db, (tx) => organs.add(tx, anOrgan()))
const how: Publication = { publishedOn: plainDate('2025-01-20'), calendarVersion: 'test', reason: null }
const publish = (year: number, changes: Partial<Publication> = {}) =>
  publishReport(db, organ, year, { ...how, ...changes })

test('art. 49: the report on a year is published after that year, never before', async () => {
  await expect(publish(2025)).rejects.toThrow('2025年度尚未结束')
})

test('a published report is frozen in every form; a correction is a new revision and needs a reason', async () => {
  expect(await publish(2024)).toBe(1)
  await expect(publish(2024)).rejects.toThrow('写明更正理由')
  expect(await publish(2024, { reason: '补登一件申请' })).toBe(2)
  await db.transaction().execute(async (tx) => {
    const published = await findPublished(tx, organ.id, 2024)
    expect(published?.revisions.map(({ revision, reason }) => [revision, reason])).toEqual([
      [2, '补登一件申请'],
      [1, null],
    ])
    expect(published?.findings.filter(({ severity }) => severity === 'error')).toEqual([])
    for (const form of ['html', 'docx', 'pdf', 'xlsx', 'json', 'txt'] as const)
      expect((await findFile(tx, organ.id, 2024, form))?.bytes.length).toBeGreaterThan(500)
  })
})
