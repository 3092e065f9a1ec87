import { afterAll, describe, expect, test } from 'vitest'
import { buildApp } from '../../app/build-app.ts'
import { plainDate } from '../../days/plain-date.ts'
import { inOrgan, lookInOrgan } from '../../db/organ.ts'
import { testDatabase } from '../../db/testing/database.ts'
import { publishAsSigned } from '../../demo/publish-as-signed.ts'
import { beginRecord } from '../../disclosure/actions/begin.ts'
import { takeStep } from '../../disclosure/actions/take-step.ts'
import { aContent, aSignedRecord, type Reviewers } from '../../disclosure/testing/a-record.ts'
import { confirmAll } from '../../ledgers/years/testing/confirm-all.ts'
import { anOffice } from '../../organs/testing/officers.ts'
import { Browser, sessionCookie } from '../../organs/testing/staff.ts'
import { aStaffedOrgan } from '../../organs/testing/staffed-organ.ts'
import type { ColumnView } from './column.ts'
import { openPlatform } from './standing.ts'

const { db, url, owner, ownerUrl } = await testDatabase()
const app = await buildApp({ db, url }, { KAICHENG_TODAY: '2026-11-24' })
const unguarded = await buildApp({ db: owner, url: ownerUrl }, { KAICHENG_TODAY: '2026-11-24' })
afterAll(async () => {
  await app.close()
  await unguarded.close()
})

const day = '2026-11-24'
const now = new Date('2026-11-24T02:00:00Z')
const { organ, unitId, officer } = await anOffice(db)
await inOrgan(db, organ.id, (tx) => openPlatform(tx, organ.id))
const people: Reviewers = {
  clerk: await officer(day, ['clerk']),
  unitHead: await officer(day, ['unitHead']),
  ogiHead: await officer(day, ['ogiHead']),
  leader: await officer(day, ['leader']),
}

async function signedIn(role: 'clerk' | 'ogiHead' | 'systemAdmin') {
  const { id } = await officer(day, [role])
  const browser = new Browser(app)
  browser.cookie = await sessionCookie(db, organ.id, id ?? '')
  return browser
}
const head = await signedIn('ogiHead')
const clerk = await signedIn('clerk')

const columns = async (): Promise<ColumnView[]> => (await head.send('GET', '/columns')).json().items
const column = async (id: string) => {
  const found = (await columns()).find((each) => each.id === id)
  if (!found) throw new Error(`no column ${id}`)
  return found
}
const asChange = (view: ColumnView) => {
  const { name, scope, content, form, updateDays, art20Items, art21Matters, position } = view
  return { name, scope, content, form, updateDays, unitId: view.unitId, art20Items, art21Matters, position }
}
const aColumn = (facts: object = {}) => ({
  parentId: 'tzgg',
  id: '',
  kind: 'list',
  name: '招标公告',
  scope: '',
  content: '',
  form: '网页',
  updateDays: 30,
  unitId,
  art20Items: [9],
  art21Matters: [],
  position: null,
  ...facts,
})
const add = async (facts: object = {}) => head.send('POST', '/columns', aColumn(facts))
const publish = async (columnId: string, title: string) => {
  const { key, hash } = await aSignedRecord(db, people, aContent({ columnId, title }))
  await inOrgan(db, organ.id, (tx) => takeStep(tx, people.clerk, now, key, 'publish', { hash }))
  return key
}

test('the head of the work body adds a column below a standard one; it has an owner and stands behind its siblings', async () => {
  const { id } = (await add()).json()
  expect(await column(id)).toMatchObject({ parentId: 'tzgg', unitName: '办公室', liveCount: 0, freshness: 'empty' })
  const { action, detail } = await owner
    .selectFrom('auditEntries')
    .select(['action', 'detail'])
    .where('subject', '=', id)
    .executeTakeFirstOrThrow()
  expect({ action, detail }).toMatchObject({ action: 'column.added', detail: { name: '招标公告' } })
})

test('a column counts what stands in it, and since when nothing was added', async () => {
  await publish('gzdt', '全市统计工作会议召开')
  expect(await column('gzdt')).toMatchObject({ liveCount: 1, freshness: 'fresh' })
  await owner.updateTable('publishedRecords').set({ changedAt: '2026-11-13T02:00:00Z' }).execute()
  expect(await column('gzdt')).toMatchObject({ daysSince: 11, updatedOn: '2026-11-13', freshness: 'soon' })
  await owner.updateTable('publishedRecords').set({ changedAt: '2026-11-01T02:00:00Z' }).execute()
  expect(await column('gzdt')).toMatchObject({ freshness: 'stale' })
})

describe('国办公开办函〔2019〕61号: names and order of the five first columns', () => {
  test.for(['zfxxgkzn', 'zfxxgkzd', 'fdzdgknr', 'zfxxgknb', 'ysqgk'])('%s keeps its name and its place', async (id) => {
    const view = await column(id)
    const renamed = await head.send('PUT', `/columns/${id}`, { ...asChange(view), name: '公开专栏' })
    expect(renamed.json()).toMatchObject({ code: 'root_column_fixed' })
    expect(renamed.json().fields.name).toContain('61号')
    const moved = await head.send('PUT', `/columns/${id}`, { ...asChange(view), position: 999 })
    expect(moved.json().fields).toHaveProperty('position')
    expect((await head.send('POST', `/columns/${id}/close`, { reason: '不用了', successorId: null })).statusCode).toBe(
      409,
    )
    const described = await head.send('PUT', `/columns/${id}`, { ...asChange(view), content: '本机关的说明' })
    expect(described.statusCode).toBe(200)
  })

  test('a column below them may be called as the organ calls it', async () => {
    const view = await column('gzdt')
    expect((await head.send('PUT', '/columns/gzdt', { ...asChange(view), name: '统计要闻' })).statusCode).toBe(200)
    expect((await column('gzdt')).name).toBe('统计要闻')
  })
})

test.for([
  { what: 'below the guide', facts: { parentId: 'zfxxgkzn' }, code: 'no_columns_below' },
  { what: 'below none', facts: { parentId: 'nowhere' }, code: 'unknown_parent_column' },
  { what: 'with a name that another has', facts: { name: '政策解读' }, code: 'column_name_taken' },
  { what: 'under an address in use', facts: { id: 'zcjd' }, code: 'column_id_taken' },
  { what: 'of an item that art. 20 does not have', facts: { art20Items: [16] }, code: 'invalid_request' },
  { what: 'of a matter that art. 21 does not have', facts: { art21Matters: ['其他'] }, code: 'invalid_request' },
  {
    what: 'of a unit that there is not',
    facts: { unitId: '01a20c4d-0000-7000-8000-000000000000' },
    code: 'unknown_unit',
  },
])('no column $what', async ({ facts, code }) => {
  expect((await add({ name: '新栏目', ...facts })).json()).toMatchObject({ code })
})

test('nothing lies deeper than the fourth layer', async () => {
  const { id: third } = (await add({ name: '第三层', parentId: 'jgxx' })).json()
  const { id: fourth } = (await add({ name: '第四层', parentId: third })).json()
  expect((await add({ name: '第五层', parentId: fourth })).json().code).toBe('column_too_deep')
})

describe('a column is closed', () => {
  test('when it is empty, with a reason; its address is never given again, and it can be opened anew', async () => {
    const { id } = (await add({ name: '空栏目' })).json()
    expect((await head.send('POST', `/columns/${id}/close`, { reason: ' ', successorId: null })).statusCode).toBe(422)
    expect(
      (await head.send('POST', `/columns/${id}/close`, { reason: '职能划出', successorId: null })).statusCode,
    ).toBe(200)
    expect(await column(id)).toMatchObject({ closedOn: day, closedReason: '职能划出' })
    expect((await add({ name: '空栏目', id })).json().code).toBe('column_id_taken')
    expect((await head.send('PUT', `/columns/${id}`, asChange(await column(id)))).json().code).toBe('column_closed')
    expect((await head.send('POST', `/columns/${id}/reopen`)).statusCode).toBe(200)
    expect(await column(id)).toMatchObject({ closedOn: null, closedReason: '' })
  })

  test('with records in it only if they are told where to go; what was signed for it comes out there', async () => {
    const { id } = (await add({ name: '临时公告' })).json()
    const { recordId } = await publish(id, '关于临时事项的公告')
    const { key, hash } = await aSignedRecord(db, people, aContent({ columnId: id, title: '待发布的公告' }))
    const refused = await head.send('POST', `/columns/${id}/close`, { reason: '并入通知公告', successorId: null })
    expect(refused.json().fields.successorId).toContain('1条已公开、1条在办')
    for (const successorId of [id, 'ysqgk', 'nowhere'])
      expect((await head.send('POST', `/columns/${id}/close`, { reason: '并入', successorId })).json().code).toBe(
        'wrong_successor',
      )
    const closed = await head.send('POST', `/columns/${id}/close`, { reason: '并入通知公告', successorId: 'tzgg' })
    expect(closed.statusCode).toBe(200)
    await inOrgan(db, organ.id, (tx) => takeStep(tx, people.clerk, now, key, 'publish', { hash }))
    const rows = await owner
      .selectFrom('publishedRecords')
      .select(['columnId', 'hash'])
      .where('recordId', 'in', [recordId, key.recordId])
      .execute()
    expect(rows.map(({ columnId }) => columnId)).toEqual(['tzgg', 'tzgg'])
    expect(rows.some((row) => row.hash === hash)).toBe(true)
  })

  test('not while columns below it are open; a chain of closings leads to the last', async () => {
    const { id: upper } = (await add({ name: '上层' })).json()
    const { id: lower } = (await add({ name: '下层', parentId: upper })).json()
    await publish(lower, '下层的公告')
    const close = (id: string, successorId: string | null) =>
      head.send('POST', `/columns/${id}/close`, { reason: '调整', successorId })
    expect((await close(upper, 'tzgg')).json().code).toBe('column_has_columns')
    await close(lower, upper)
    await close(upper, 'tzgg')
    expect(await column(lower)).toMatchObject({ successorId: 'tzgg' })
    expect((await head.send('POST', `/columns/${lower}/reopen`)).json().code).toBe('unknown_parent_column')
  })

  test('a type of record that began there begins where its records went', async () => {
    await head.send('POST', '/columns/hygq/close', { reason: '并入政策解读', successorId: 'zcjd' })
    const { recordId } = await inOrgan(db, organ.id, (tx) =>
      beginRecord(tx, people.clerk, now, 'publicConcernResponse'),
    )
    const { columnId } = await owner
      .selectFrom('informationRecords')
      .select('columnId')
      .where('id', '=', recordId)
      .executeTakeFirstOrThrow()
    expect(columnId).toBe('zcjd')
  })
})

test('a clerk sees the columns and arranges none', async () => {
  expect((await clerk.send('GET', '/columns')).statusCode).toBe(200)
  expect((await clerk.send('POST', '/columns', aColumn())).statusCode).toBe(403)
  expect((await clerk.send('POST', '/columns/gzdt/close', { reason: '不要', successorId: null })).statusCode).toBe(403)
})

test.for([
  { guard: 'row-level security and the program', on: app },
  { guard: 'the program alone', on: unguarded },
])('another organ: its columns are not there: $guard', async ({ on }) => {
  const there = await aStaffedOrgan(db, app)
  await inOrgan(db, there.organ.id, (tx) => openPlatform(tx, there.organ.id))
  const { browser } = await there.someone('systemAdmin', on)
  const { id } = (await add({ name: `那边的栏目${there.organ.id}` })).json()
  expect((await browser.send('GET', '/columns')).body).not.toContain('那边的栏目')
  expect((await browser.send('PUT', `/columns/${id}`, asChange(await column(id)))).statusCode).toBe(404)
  expect((await browser.send('POST', `/columns/${id}/close`, { reason: '撤', successorId: null })).statusCode).toBe(404)
  expect((await column(id)).closedOn).toBeNull()
})

test('two who add at once the same name: one wins', async () => {
  const answers = await Promise.all([add({ name: '同名栏目' }), add({ name: '同名栏目' })])
  expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
})

describe('a column moves with all below it', async () => {
  const move = (id: string, parentId: string, by = head) => by.send('POST', `/columns/${id}/move`, { parentId })
  const under = async (facts: object): Promise<string> => (await add({ ...facts })).json().id

  test('to another parent, behind its siblings; its address and what stands in it stay', async () => {
    const outer = await under({ name: '乡村振兴专栏', parentId: 'fdzdgknr' })
    const inner = await under({ name: '专栏政策', parentId: outer })
    await publish(inner, '关于乡村振兴补助资金的公告')
    expect((await move(outer, 'zdmy', clerk)).statusCode).toBe(403)
    expect((await move(outer, 'zdmy')).statusCode).toBe(200)
    expect(await column(outer)).toMatchObject({ id: outer, parentId: 'zdmy' })
    expect(await column(inner)).toMatchObject({ parentId: outer, liveCount: 1 })
    const page = await app.inject({ url: `/${organ.slug}/columns/${inner}`, headers: { host: '127.0.0.1' } })
    expect([page.statusCode, page.body.includes('关于乡村振兴补助资金的公告')]).toEqual([200, true])
    expect((await move(outer, 'zdmy')).json().code).toBe('column_stands_there')
    expect((await move(outer, inner)).json().code).toBe('column_below_itself')
    expect((await move(outer, outer)).json().code).toBe('column_below_itself')
    // Root, 机构信息, 机构领导, the column and the one below it would be five.
    expect((await move(outer, 'jgld')).json().code).toBe('column_too_deep')
  })

  test.for([
    ['zfxxgkzd', 'fdzdgknr', 'root_column_fixed'],
    ['jgld', 'zfxxgkzd', 'standard_column_stays'],
    ['jgld', 'zfxxgknb', 'no_columns_below'],
    ['jgld', 'nowhere', 'unknown_parent_column'],
  ] as const)('%s does not move below %s', async ([id, parentId, code]) => {
    expect((await move(id, parentId)).json().code).toBe(code)
  })

  test('of two who move columns below each other at once, one is refused: the tree has no loop', async () => {
    const [one, other] = [await under({ name: '甲栏' }), await under({ name: '乙栏' })]
    const answers = await Promise.all([move(one, other), move(other, one)])
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
    expect((await move('jgld', 'fdzdgknr')).statusCode).toBe(200)
  })
})

test('the column of annual reports counts published years, and the day of the last is its own', async () => {
  const reports = async () => (await columns()).filter(({ kind }) => kind === 'reports')
  expect(await reports()).toMatchObject([{ liveCount: 0, openCount: 0, updatedOn: null }])
  const how = { publishedOn: plainDate('2026-01-20'), calendarVersion: 'test', reason: null }
  await inOrgan(db, organ.id, (tx) => confirmAll(tx, organ, 2025, how.publishedOn))
  await publishAsSigned(db, people.ogiHead, organ, 2025, how)
  expect(await reports()).toMatchObject([{ liveCount: 1, openCount: 0, updatedOn: '2026-01-20' }])
})

describe('several columns are given to one unit at once', () => {
  const give = (ids: readonly string[], to: string, by = head) => by.send('POST', '/columns/unit', { ids, unitId: to })

  test('nothing else of them changes, each leaves its entry, and a closed one stays and is told with its reason', async () => {
    const { id: closed } = (await add({ name: '旧公告' })).json()
    await head.send('POST', `/columns/${closed}/close`, { reason: '不再使用', successorId: null })
    const before = [await column('tzgg'), await column('zcjd')]
    const answer = await give(['tzgg', closed, 'zcjd', 'tzgg'], unitId)
    expect(answer.json()).toEqual({
      given: ['tzgg', 'zcjd'],
      refused: [{ id: closed, name: '旧公告', why: expect.stringContaining('已经撤销') }],
    })
    const after = [await column('tzgg'), await column('zcjd')]
    expect(after.map(({ unitName, ...rest }) => rest)).toEqual(
      before.map(({ unitName, ...rest }) => ({ ...rest, unitId })),
    )
    const entries = await lookInOrgan(db, organ.id, (tx) =>
      tx
        .selectFrom('auditEntries')
        .select(['subject', 'detail'])
        .where('action', '=', 'column.changed')
        .orderBy('seq')
        .execute(),
    )
    expect(entries.slice(-2)).toEqual(
      ['tzgg', 'zcjd'].map((subject) => ({ subject, detail: { before: { unitId: null }, after: { unitId } } })),
    )
  })

  test('only by who arranges the platform, to a unit that there is', async () => {
    expect((await give(['tzgg'], unitId, clerk)).statusCode).toBe(403)
    expect((await give(['tzgg'], '01a20c4d-0000-7000-8000-000000000000')).json().code).toBe('unknown_unit')
    expect((await give(['nowhere'], unitId)).statusCode).toBe(404)
    expect((await give([], unitId)).statusCode).toBe(422)
  })
})
