import { expect, test } from 'vitest'
import { importNotice, previewNotice } from '../../calendar/notices/actions.ts'
import { plainDate } from '../../days/plain-date.ts'
import { inActs, inOrgan } from '../../db/organ.ts'
import { testDatabase } from '../../db/testing/database.ts'
import { anOffice } from '../../organs/testing/officers.ts'
import type { Content } from '../content.ts'
import { aContent, submitAndSign } from '../testing/a-record.ts'
import { beginRecord } from './begin.ts'
import { saveRevision } from './save.ts'

const { db, owner } = await testDatabase()
const { organ, officer } = await anOffice(db)
const today = '2026-12-28'
const now = new Date('2026-12-28T02:00:00Z')
const person = (role: 'clerk' | 'unitHead' | 'ogiHead' | 'leader') => officer(today, [role])
const people = {
  clerk: await person('clerk'),
  unitHead: await person('unitHead'),
  ogiHead: await person('ogiHead'),
  leader: await person('leader'),
}
const { clerk } = people

const begin = () => inOrgan(db, organ.id, (tx) => beginRecord(tx, clerk, now, 'notice'))
const save = (key: Awaited<ReturnType<typeof begin>>, facts: Partial<Content>) =>
  inOrgan(db, organ.id, (tx) => saveRevision(tx, clerk, now, key, { content: aContent(facts), basedOn: 1 }))
const daysOf = async ({ recordId }: { recordId: string }) => {
  const { publishBy, stepDueOn } = await owner
    .selectFrom('editions')
    .select(['publishBy', 'stepDueOn'])
    .where('recordId', '=', recordId)
    .executeTakeFirstOrThrow()
  return { publishBy, stepDueOn }
}

const notice = {
  year: 2027,
  title: '测试用放假安排',
  number: '测试〔2026〕1号',
  issuedOn: plainDate('2026-11-01'),
  holidays: [
    {
      name: '元旦',
      from: plainDate('2026-12-29'),
      to: plainDate('2027-01-04'),
      makeUpDays: [plainDate('2027-01-09')],
    },
  ],
}

test('a holiday notice moves the days of records as well as those of requests, and the log says which', async () => {
  const key = await begin()
  await save(key, { madeOn: plainDate('2026-12-20') })
  await submitAndSign(db, people, key, 0, now)
  const done = await begin()
  await save(done, { madeOn: plainDate('2026-11-02') })
  const before = await daysOf(key)
  const untouched = await daysOf(done)
  const shown = await inOrgan(db, organ.id, (tx) => previewNotice(tx, clerk, notice))
  expect(await daysOf(key)).toEqual(before)
  await inActs(db, (tx) => importNotice(tx, clerk, notice))
  const after = await daysOf(key)
  expect(after.publishBy && before.publishBy && after.publishBy > before.publishBy).toBe(true)
  expect(after.stepDueOn && before.stepDueOn && after.stepDueOn > before.stepDueOn).toBe(true)
  expect(await daysOf(done)).toEqual(untouched)
  const moved = (['publishBy', 'stepDueOn'] as const).map((what) => ({
    id: key.recordId,
    what,
    from: before[what],
    to: after[what],
  }))
  expect(shown).toMatchObject(moved)
  const entries = await owner
    .selectFrom('auditEntries')
    .select(['action', 'actorId', 'detail'])
    .where('action', 'in', ['record.dueMoved', 'calendar.noticeImported'])
    .orderBy('action')
    .execute()
  expect(entries).toMatchObject([
    { action: 'calendar.noticeImported', actorId: clerk.id, detail: { records: 2, number: '测试〔2026〕1号' } },
    {
      action: 'record.dueMoved',
      actorId: clerk.id,
      detail: { moved, reason: expect.stringContaining('测试用放假安排') },
    },
  ])
})

test('a notice with a day of quite another year is refused', async () => {
  const stray = {
    ...notice,
    holidays: [
      {
        ...notice.holidays[0],
        name: '元旦',
        from: plainDate('1900-01-01'),
        to: plainDate('1900-01-02'),
        makeUpDays: [],
      },
    ],
  }
  await expect(inOrgan(db, organ.id, (tx) => previewNotice(tx, clerk, stray))).rejects.toMatchObject({
    code: 'wrong_notice',
  })
})

test.each(['0001-01-01', '1899-12-31', '2050-01-01', '2051-06-01', '9999-12-31'])(
  'a day of %s is refused at its field, and nothing is saved',
  async (day) => {
    const key = await begin()
    for (const field of ['madeOn', 'effectiveFrom', 'validUntil'] as const)
      await expect(save(key, { [field]: plainDate(day) })).rejects.toMatchObject({ field: `content.${field}` })
  },
)

test.each(['1900-01-01', '1999-12-31', '2008-05-01', '2013-12-31', '2019-05-14', '2019-05-15', '2049-12-31'])(
  'a day of %s is kept',
  async (day) => {
    const key = await begin()
    await save(key, { madeOn: plainDate(day), effectiveFrom: plainDate(day) })
    const { publishBy } = await daysOf(key)
    expect(publishBy === null || publishBy > day).toBe(true)
  },
)
