import { afterAll, expect, test } from 'vitest'
import { buildApp } from '../../app/build-app.ts'
import { addDays, plainDate } from '../../days/plain-date.ts'
import { inOrgan } from '../../db/organ.ts'
import { testDatabase } from '../../db/testing/database.ts'
import { expectList } from '../../lists/testing/expect-list.ts'
import { aStaffedOrgan } from '../../organs/testing/staffed-organ.ts'
import * as units from '../../organs/units/store.ts'
import { readXlsx } from '../../workbooks/xlsx/read-xlsx.ts'
import { saveAdministrativeDecisions } from '../store.ts'
import { aLicence, aPenalty } from './testing/a-decision.ts'
import { decisionSorts, decisionStates, decisionViews } from './wanted.ts'

const { db, url, owner } = await testDatabase()
const app = await buildApp({ db, url }, {}, () => new Date('2026-11-24T02:00:00Z'))
afterAll(() => app.close())
const { organ, clerk } = await aStaffedOrgan(db, app)
const list = async (search = '') => (await clerk.browser.send('GET', `/ledgers/decisions?${search}`)).json()
const numbers = async (search: string): Promise<string[]> =>
  (await list(search)).items.map(({ number }: { number: string }) => number)

// 41 imported ones, of which every other was published, each third after its last day.
const imported = Array.from({ length: 41 }, (_, at) => {
  const decidedOn = addDays(plainDate('2026-01-05'), at)
  return {
    kind: 'licensing' as const,
    number: `导〔2026〕${at}号`,
    subject: '营业性演出审批',
    decidedOn,
    publishedOn: at % 2 === 0 ? addDays(decidedOn, at % 3 === 0 ? 40 : 1) : null,
  }
})
await inOrgan(db, organ.id, (tx) => saveAdministrativeDecisions(tx, organ.id, imported))
const enter = async (typed: unknown) => (await clerk.browser.send('POST', '/ledgers/decisions', typed)).json().id
await enter(aPenalty({ decidedOn: '2026-10-12' }))
const over = await enter(aPenalty({ number: '示渔罚〔2026〕8号', shownUntil: '2026-11-20' }))
const quashed = await enter(aPenalty({ number: '示渔罚〔2026〕9号' }))
await enter({ ...aLicence(), publicity: 'exempt', exemptReason: '涉及商业秘密' })
const publishedOn = plainDate('2026-11-18')
const unit = await inOrgan(db, organ.id, (tx) =>
  units.add(tx, organ.id, { name: '渔政科', isOgiWorkBody: false, phone: '' }),
)
const rowOf = (id: string) => owner.updateTable('administrativeDecisions').where('id', '=', id)
await rowOf(over).set({ publishedOn }).execute()
await rowOf(quashed)
  .set({ publishedOn, quashedOn: plainDate('2026-11-20'), quashedHow: 'revoked', withdrawnOn: plainDate('2026-11-23') })
  .execute()

test('what the views count is what they list; in every order each decision comes once, to the last; exported is what is shown', async () => {
  await expectList({
    send: (method, path) => clerk.browser.send(method, path),
    path: '/ledgers/decisions',
    exportPath: '/ledgers/decisions/list/export',
    views: decisionViews,
    sorts: decisionSorts,
    beside: ['kind=penalty', 'q=渔罚', 'from=2026-01-10&to=2026-10-31', 'state=public'],
  })
  expect((await list()).counts).toEqual({ all: 45, open: 1, late: 8, withdraw: 1 })
})

test('each decision stands in one state', async () => {
  const totals = await Promise.all(decisionStates.map(async ({ id }) => [id, (await list(`state=${id}`)).total]))
  expect(Object.fromEntries(totals)).toEqual({
    quashed: 1,
    withdrawn: 0,
    ranOut: 1,
    public: 21,
    underWay: 0,
    due: 1,
    exempt: 1,
    unsaid: 20,
  })
})

test('is narrowed by unit, by each of its days, and refuses what is no filter', async () => {
  expect((await list('unit=none')).total).toBe(45)
  await rowOf(over).set({ unitId: unit.id }).execute()
  expect(await numbers(`unit=${unit.id}`)).toEqual(['示渔罚〔2026〕8号'])
  expect(await numbers('day=shownUntil&from=2026-11-20&to=2026-11-20')).toEqual(['示渔罚〔2026〕8号'])
  expect(await numbers('day=quashedOn&from=2026-11-01')).toEqual(['示渔罚〔2026〕9号'])
  for (const wrong of ['state=gone', 'sort=title', 'day=bornOn', 'from=2026-02-30', 'unit=7', 'year=2026'])
    expect((await clerk.browser.send('GET', `/ledgers/decisions?${wrong}`)).statusCode, wrong).toBe(422)
})

test('is exported with persons masked; that it was is recorded, and not what was looked for', async () => {
  const answer = await clerk.browser.send('GET', '/ledgers/decisions/list/export?view=late&sort=-number&q=〔2026〕')
  const [, ...lines] = (await readXlsx(answer.rawPayload)).sheets[0]?.rows ?? []
  expect(JSON.stringify(lines)).toContain('张**')
  const { detail } = await owner
    .selectFrom('auditEntries')
    .select('detail')
    .where('action', '=', 'ledger.exported')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  expect(detail).toMatchObject({ ledger: 'administrativeDecisions', view: 'late', words: true, count: lines.length })
  expect(JSON.stringify(detail)).not.toContain('〔2026〕')
  expect(
    (await clerk.browser.send('GET', '/ledgers/decisions/list/export?from=2019-01-01&to=2026-01-01')).json(),
  ).toMatchObject({ code: 'span_too_long' })
})
