import { afterAll, expect, test } from 'vitest'
import { buildApp } from '../../app/build-app.ts'
import { plainDate } from '../../days/plain-date.ts'
import { testDatabase } from '../../db/testing/database.ts'
import { aPlatform } from '../../disclosure/testing/a-platform.ts'
import { Browser, sessionCookie } from '../../organs/testing/staff.ts'
import * as units from '../../organs/units/store.ts'
import { registerIntake } from '../actions/register-intake.ts'
import { takeStep } from '../actions/take-step.ts'
import { showList } from '../show-list.ts'
import { anIntake } from '../testing/an-intake.ts'
import { WantedRequests } from '../wanted.ts'
import { handOver } from '../work/testing/hand-over.ts'
import { showStatistics } from './show-statistics.ts'
import { type Figure, statisticsBy, WantedStatistics } from './statistics.ts'

const { db, url, owner } = await testDatabase()
const day = '2026-11-24'
const app = await buildApp({ db, url }, { KAICHENG_TODAY: day })
afterAll(() => app.close())
const { organ, work, people } = await aPlatform(db, app, day)
const business = (await work((tx) => units.add(tx, organ.id, { name: '业务科', isOgiWorkBody: false, phone: '' }))).id

const received = async (on: string) => {
  const clerk = { ...people.clerk, today: plainDate(on) }
  const [one] = await work((tx) => registerIntake(tx, clerk, anIntake(on)))
  return { clerk, id: one?.request.id ?? '' }
}
const withdrawn = async (on: string) => {
  const { clerk, id } = await received(on)
  const input = { reason: '不再需要', on, evidence: '电话，李文接听' }
  await work((tx) => takeStep(tx, clerk, id, 'withdraw', input))
  return id
}
const handed = await received('2026-09-30')
await work((tx) => handOver(tx, handed.clerk, handed.id, { unitId: business, staffId: null }))
await withdrawn('2026-10-01')
await withdrawn('2026-10-12')
await received('2026-10-13')
await received('2025-12-31')

const shown = (wanted: object) => work((tx) => showStatistics(tx, people.leader, WantedStatistics.parse(wanted)))
const counts = async (wanted: object) =>
  (await shown(wanted)).lines
    .map(({ label, received, concluded, open }) => [label, received?.count, concluded.count, open?.count])
    .filter((line) => line.slice(1).some((count) => count !== 0 && count !== undefined))

test('what was received and concluded in the year is counted by its month, its outcome and its unit', async () => {
  expect(await counts({})).toEqual([
    ['2026年9月', 1, 0, 1],
    ['2026年10月', 3, 2, 1],
  ])
  expect((await shown({})).lines).toHaveLength(12)
  expect(await counts({ by: 'outcome' })).toEqual([['申请人撤回申请', undefined, 2, undefined]])
  expect(await counts({ by: 'unit' })).toEqual([
    ['业务科', 1, 0, 1],
    ['未分办（含台账导入）', 3, 2, 1],
  ])
  expect(await counts({ from: '2026-10-12', to: '2026-10-31' })).toEqual([['2026年10月', 2, 1, 1]])
})

test('every figure counts what its list shows, sums too', async () => {
  const listed = async ({ list }: Figure) =>
    (await work((tx) => showList(tx, people.leader, { ...WantedRequests.parse(list), page: 1 }))).total
  for (const { id: by } of statisticsBy)
    for (const span of [{}, { from: '2026-09-30', to: '2026-10-12' }]) {
      const { lines, sums } = await shown({ by, ...span })
      for (const line of [...lines, sums])
        for (const figure of [line.received, line.concluded, line.open])
          if (figure) expect(await listed(figure), JSON.stringify(figure.list)).toBe(figure.count)
    }
})

test('the table is exported, which is kept in the audit log', async () => {
  const browser = new Browser(app)
  browser.cookie = await sessionCookie(db, organ.id, people.leader.id ?? '', true, app.clock.now())
  const file = await browser.send('GET', '/request-statistics/export?by=unit&as=csv')
  expect(file.statusCode).toBe(200)
  expect(file.body).toContain('业务科')
  const entries = await owner
    .selectFrom('auditEntries')
    .select('action')
    .where('action', '=', 'request.statisticsExported')
    .execute()
  expect(entries).toHaveLength(1)
})
