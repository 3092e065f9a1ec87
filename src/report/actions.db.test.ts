import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { plainDate } from '../calendar/plain-date.ts'
import { inActs } from '../db/organ.ts'
import { testDatabase } from '../db/testing/database.ts'
import * as organs from '../organs/store.ts'
import { anOrgan } from '../organs/testing/organ.ts'
import { type Publication, publishReport } from './actions.ts'
import { reportContents } from './store/check-contents.ts'
import { findFile, findPublished } from './store/published.ts'

const { db, owner } = await testDatabase()
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

/** By whoever owns the database, past every trigger; undone afterwards. Keeps what is refused, and what the deep check names. */
async function forged(statement: string): Promise<{ refused: string[]; named: string[] }> {
  const seen = { refused: [] as string[], named: [] as string[] }
  await owner
    .transaction()
    .execute(async (tx) => {
      await sql`set local session_replication_role = replica`.execute(tx)
      await sql.raw(statement).execute(tx)
      for (const read of [findPublished(tx, organ.id, 2024), findFile(tx, organ.id, 2024, 'pdf')])
        await read.catch((error: Error) => seen.refused.push(error.message))
      await reportContents.run(tx, organ.id, ({ message }) => seen.named.push(message))
      throw new Error('undone')
    })
    .catch((error: Error) => expect(error.message).toBe('undone'))
  return seen
}

test('nothing forged is refused or named', async () =>
  expect(await forged('select 1')).toEqual({ refused: [], named: [] }))

test.for<[what: string, statement: string, refused: number]>([
  ['a figure', "update annual_reports set report = jsonb_set(report, '{requests,newReceived,total}', '7')", 2],
  ['its day', 'update annual_reports set published_on = published_on - 1', 2],
  ['a file', "update annual_report_files set bytes = bytes || '\\x00'", 1],
  [
    'a file with a hash that fits',
    "update annual_report_files set bytes = bytes || '\\x00', sha256 = encode(sha256(bytes || '\\x00'), 'hex')",
    2,
  ],
  ['a file that is gone', "delete from annual_report_files where form = 'html'", 2],
  [
    'the seal of another revision',
    'update annual_report_seals set seal = (select o.seal from annual_report_seals o where o.revision = 1)',
    2,
  ],
  ['no seal', 'delete from annual_report_seals', 2],
])(
  'a published report is not shown when somebody has forged %s, and the deep check names it',
  async ([, statement, refused]) => {
    const seen = await forged(statement)
    expect(seen.refused).toEqual(Array.from({ length: refused }, () => expect.stringContaining('已停止显示')))
    expect(seen.named.join()).toContain('2024年度报告')
  },
)
