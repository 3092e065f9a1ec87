import { beforeAll, expect, test } from 'vitest'
import { verifyAudit } from '../../audit/verify.ts'
import { plainDate } from '../../days/plain-date.ts'
import { inActs, inOrgan } from '../../db/organ.ts'
import { testDatabase } from '../../db/testing/database.ts'
import { roleIds } from '../../organs/role.ts'
import * as organs from '../../organs/store.ts'
import { requestStatuses } from '../../requests/request-status.ts'
import { showCase } from '../../requests/show.ts'
import { showList } from '../../requests/show-list.ts'
import { anOfficer } from '../../requests/testing/a-history.ts'
import { WantedRequests } from '../../requests/wanted.ts'
import { bureau } from '../bureau.ts'
import { liveCases } from './cases.ts'
import { loadLiveDemo } from './load.ts'

const { db, owner } = await testDatabase()
const today = '2026-11-24'

beforeAll(async () => {
  await inActs(db, (tx) => organs.add(tx, bureau))
  await loadLiveDemo(db, plainDate(today), () => {})
  await loadLiveDemo(db, plainDate(today), () => {})
})

const seen = () =>
  inActs(db, async (tx) => {
    const organ = await organs.getBySlug(tx, bureau.slug)
    return inOrgan(db, organ.id, async (own) => {
      const actor = { ...anOfficer(today, ['clerk']), id: null, organId: organ.id }
      const items = []
      for (const page of [1, 2, 3, 4, 5])
        items.push(...(await showList(own, actor, { ...WantedRequests.parse({ view: 'all' }), page })).items)
      const views = []
      for (const { id } of items) views.push(await showCase(own, actor, id))
      return { items, views, broken: await verifyAudit(own, organ.id) }
    })
  })

test('the demo has live requests in every state, told once, and an unbroken audit chain', async () => {
  const { items, views, broken } = await seen()
  expect(items).toHaveLength(liveCases.length)
  // An answer given again is shown from the order on; how it is approved is as with a first one.
  const onTheWay: readonly string[] = ['reapproving', 'reapproved']
  const shown = requestStatuses.map(({ id }) => id).filter((id) => !onTheWay.includes(id))
  expect(new Set(items.map(({ status }) => status))).toEqual(new Set(shown))
  expect(items.some(({ due }) => due !== null && due.leftDays < 0)).toBe(true)
  expect(items.some(({ isPaused }) => isPaused)).toBe(true)
  expect(views.filter(({ status }) => status === 'concluded').map(({ outcomeLabel }) => outcomeLabel)).toContain(
    '申请人撤回申请',
  )
  expect(views.flatMap(({ draft }) => draft?.files ?? [])).toHaveLength(1)
  expect(broken).toMatchObject({ broken: null })
})

test('every role is held by somebody, and no two administrations by one person', async () => {
  const rows = await owner.selectFrom('staffRoles').select(['role', 'staffId']).execute()
  expect(new Set(rows.map(({ role }) => role))).toEqual(new Set(roleIds))
  const administrators = rows.filter(({ role }) => role.endsWith('Admin')).map(({ staffId }) => staffId)
  expect(new Set(administrators).size).toBe(3)
})

test('the demo has records in every state: drafted, in review, scheduled, in public, superseded, withdrawn and repealed', async () => {
  const rows = await owner.selectFrom('editions').select('status').distinct().execute()
  expect(rows.map(({ status }) => status).sort()).toEqual(
    ['drafting', 'live', 'reviewing', 'scheduled', 'superseded'].sort(),
  )
  const published = await owner.selectFrom('publishedRecords').selectAll().execute()
  expect(published.length).toBeGreaterThan(10)
  expect(published.some(({ withdrawnAt }) => withdrawnAt !== null)).toBe(true)
  expect(published.some(({ repealedOn }) => repealedOn !== null)).toBe(true)
  expect(published.some(({ interprets }) => interprets !== null)).toBe(true)
})

test('a reconsideration waits for its answer, and a suit for its day in court', async () => {
  const rows = await owner.selectFrom('remedyCases').select(['kind', 'dueOn', 'dueWhat', 'requestId']).execute()
  expect(rows).toMatchObject([
    { kind: 'review', dueOn: '2026-11-26', dueWhat: '提交复议书面答复和证据', requestId: expect.any(String) },
    { kind: 'review', dueWhat: expect.stringContaining('答复'), requestId: expect.any(String) },
    { kind: 'suitDirect', dueOn: '2026-11-30', dueWhat: '开庭（到场）' },
  ])
})
