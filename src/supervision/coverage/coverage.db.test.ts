import { afterAll, describe, expect, test } from 'vitest'
import { buildApp } from '../../app/build-app.ts'
import { plainDate } from '../../days/plain-date.ts'
import { testDatabase } from '../../db/testing/database.ts'
import { aPlatform } from '../../disclosure/testing/a-platform.ts'
import { queuedMails } from '../../mail/testing/queued.ts'
import { systemActor } from '../../organs/actor.ts'
import { aStaffedOrgan } from '../../organs/testing/staffed-organ.ts'
import { remindDeclarations } from './actions.ts'
import type { CoverageRow } from './coverage.ts'

const { db, url, owner, ownerUrl } = await testDatabase()
const app = await buildApp({ db, url }, { KAICHENG_TODAY: '2026-11-24' })
const unguarded = await buildApp({ db: owner, url: ownerUrl }, { KAICHENG_TODAY: '2026-11-24' })
afterAll(async () => {
  await app.close()
  await unguarded.close()
})
const { organ, work, publish, signedIn } = await aPlatform(db, app, '2026-11-24')
const { browser: head } = await signedIn('ogiHead')
const { browser: clerk } = await signedIn('clerk')

const rows = async (): Promise<CoverageRow[]> => (await clerk.send('GET', '/coverage')).json().rows
const row = async (wanted: number | string) => {
  const found = (await rows()).find(({ item, matter }) => item === wanted || matter === wanted)
  if (!found) throw new Error(`no row ${wanted}`)
  return found
}
const declare = (facts: object = {}, by = head) =>
  by.send('POST', '/coverage/declarations', {
    item: 9,
    matter: null,
    reason: '本机关没有集中采购项目',
    reviewOn: '2027-06-01',
    ...facts,
  })

test('arts. 20 and 21: fifteen items and what the level adds; before anything is published each is missing', async () => {
  const all = await rows()
  expect(all.filter(({ item }) => item !== null)).toHaveLength(15)
  expect(all.filter(({ matter }) => matter !== null).map(({ matter }) => matter)).toContain('社会救助')
  expect(new Set(all.map(({ state }) => state))).toEqual(new Set(['hole']))
})

describe('a record counts', () => {
  test('for the item that it names itself, in whatever column it stands', async () => {
    await publish({ columnId: 'tzgg', art20Item: 4, title: '统计公报' })
    expect(await row(4)).toMatchObject({ state: 'covered', count: 1, updatedOn: expect.any(String) })
    expect((await row(4)).cells.find(({ columnId }) => columnId === 'tzgg')).toMatchObject({
      count: 1,
      isAssigned: false,
    })
    expect(await row(15)).toMatchObject({ state: 'hole', count: 0 })
  })

  test('for what its column serves, where it names nothing', async () => {
    await publish({ columnId: 'jgzn', art20Item: null, title: '机关职能' })
    expect(await row(2)).toMatchObject({ count: 1 })
    expect((await row(2)).cells.find(({ columnId }) => columnId === 'jgsz')).toMatchObject({
      count: 0,
      isAssigned: true,
    })
  })

  test('for a matter of art. 21 by its column alone', async () => {
    await owner
      .updateTable('platformColumns')
      .set({ art21Matters: ['公共服务'] })
      .where('id', '=', 'tzgg')
      .execute()
    expect(await row('公共服务')).toMatchObject({ state: 'covered', count: 1 })
  })

  test('and a column that is out of date shows', async () => {
    await owner
      .updateTable('publishedRecords')
      .set({ changedAt: '2025-06-01T00:00:00Z' })
      .where('columnId', '=', 'jgzn')
      .execute()
    expect(await row(2)).toMatchObject({ state: 'stale', staleColumns: ['机关职能'] })
  })
})

describe('本机关无此项', () => {
  test('is declared by the head of the work body, with a reason and a day of review', async () => {
    const { id } = (await declare()).json()
    expect(await row(9)).toMatchObject({
      state: 'declared',
      declaration: { id, reason: '本机关没有集中采购项目', reviewOn: '2027-06-01', declaredByName: 'ogihead' },
    })
    const entry = await owner.selectFrom('auditEntries').select('action').where('subject', '=', id).executeTakeFirst()
    expect(entry?.action).toBe('coverage.declared')
  })

  test('again, it takes the place of the earlier one', async () => {
    await declare({ reviewOn: '2027-09-01' })
    expect((await row(9)).declaration?.reviewOn).toBe('2027-09-01')
    const standing = await owner.selectFrom('coverageDeclarations').select('id').where('endedOn', 'is', null).execute()
    expect(standing).toHaveLength(1)
  })

  test.for([
    { what: 'by nobody else', facts: {}, by: clerk, status: 403, code: 'not_yours' },
    {
      what: 'not of functions, address and head, which every organ has',
      facts: { item: 2 },
      status: 409,
      code: 'every_organ_has',
    },
    { what: 'not of what is published', facts: { item: 4 }, status: 409, code: 'absence_contradicted' },
    { what: 'not without a reason', facts: { reason: ' 。' }, status: 422, code: 'invalid_request' },
    { what: 'not for ever', facts: { reviewOn: '2027-11-26' }, status: 422, code: 'review_day_out_of_range' },
    { what: 'not until today', facts: { reviewOn: '2026-11-24' }, status: 422, code: 'review_day_out_of_range' },
    {
      what: 'not of a township’s matter in a city',
      facts: { item: null, matter: '筹资筹劳' },
      status: 422,
      code: 'not_in_scope',
    },
    {
      what: 'not of an item and a matter at once',
      facts: { matter: '社会救助' },
      status: 422,
      code: 'invalid_request',
    },
  ])('$what', async ({ facts, by, status, code }) => {
    const answer = await declare(facts, by)
    expect({ status: answer.statusCode, code: answer.json().code }).toEqual({ status, code })
  })

  test('once something is published the declaration is in contradiction, until it is taken back', async () => {
    const { id } = (await declare({ item: 12, reason: '无' })).json()
    await publish({ columnId: 'yjgl', art20Item: 12, title: '应急预案' })
    expect(await row(12)).toMatchObject({ state: 'contradicted', count: 1 })
    expect((await head.send('POST', `/coverage/declarations/${id}/end`, { reason: '' })).statusCode).toBe(422)
    expect((await head.send('POST', `/coverage/declarations/${id}/end`, { reason: '已公开' })).statusCode).toBe(200)
    expect(await row(12)).toMatchObject({ state: 'covered', declaration: null })
    expect((await head.send('POST', `/coverage/declarations/${id}/end`, { reason: '再撤' })).statusCode).toBe(404)
  })

  test('when its day comes the head of the work body is reminded, once', async () => {
    await declare({ item: 14, reason: '不组织招考', reviewOn: '2026-12-01' })
    const remind = (day: string) => work((tx) => remindDeclarations(tx, systemActor(organ.id, plainDate(day))))
    expect(await remind('2026-11-30')).toBe(0)
    expect(await remind('2026-12-01')).toBe(1)
    expect(await remind('2026-12-02')).toBe(0)
    const mails = await queuedMails(owner, 'declarationsDue')
    expect(mails).toHaveLength(1)
    expect(JSON.stringify(mails[0])).not.toContain('不组织招考')
  })
})

test.for([
  { guard: 'row-level security and the program', on: app },
  { guard: 'the program alone', on: unguarded },
])('another organ: it neither sees nor ends what is declared here: $guard', async ({ on }) => {
  const { id } = (await declare({ item: 8, reason: '没有收费项目' })).json()
  const there = await aStaffedOrgan(db, app)
  const { browser } = await there.someone('ogiHead', on)
  expect((await browser.send('GET', '/coverage')).body).not.toContain('没有收费项目')
  expect((await browser.send('POST', `/coverage/declarations/${id}/end`, { reason: '撤' })).statusCode).toBe(404)
  expect((await row(8)).state).toBe('declared')
})
