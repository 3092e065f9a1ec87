import { afterAll, expect, test } from 'vitest'
import { buildApp } from '../app/build-app.ts'
import { addDays, plainDate } from '../days/plain-date.ts'
import { inOrgan } from '../db/organ.ts'
import { testDatabase } from '../db/testing/database.ts'
import { expectList } from '../lists/testing/expect-list.ts'
import { aStaffedOrgan } from '../organs/testing/staffed-organ.ts'
import { saveAll } from './store.ts'
import { remedySorts, remedyViews } from './wanted.ts'

const { db, url } = await testDatabase()
const app = await buildApp({ db, url }, {}, () => new Date('2026-11-24T02:00:00Z'))
afterAll(() => app.close())
const { organ, clerk } = await aStaffedOrgan(db, app)
const filed = plainDate('2026-03-02')
await inOrgan(db, organ.id, (tx) =>
  saveAll(
    tx,
    organ.id,
    Array.from({ length: 41 }, (_, at) => ({
      number: `市政复〔2026〕${at}号`,
      kind: at % 3 === 0 ? ('suitDirect' as const) : ('review' as const),
      requestNumber: at % 2 === 0 ? `依申请〔2026〕${at}号` : null,
      // Several of one day.
      filedOn: addDays(filed, Math.floor(at / 5)),
      result: at % 4 === 0 ? ('upheld' as const) : null,
      rawResult: at % 4 === 0 ? '维持被申请人作出的答复' : null,
      concludedOn: at % 4 === 0 ? addDays(filed, 60 + at) : null,
      isCoDefendant: at === 3,
    })),
  ),
)
const list = async (search: string) => (await clerk.browser.send('GET', `/ledgers/remedies?${search}`)).json()

test('what the views count is what they list; in every order each case comes once, to the last; exported is what is shown', async () => {
  await expectList({
    send: (method, path) => clerk.browser.send(method, path),
    path: '/ledgers/remedies',
    exportPath: '/ledgers/remedies/list/export',
    views: remedyViews,
    sorts: remedySorts,
    beside: ['kind=suitDirect', 'q=依申请', 'day=concludedOn&from=2026-05-01&to=2026-05-20'],
  })
})

test('is narrowed by kind, result, what the report counts, days and words; what is no filter is refused', async () => {
  expect((await list('')).counts).toEqual({ all: 41, due: 0, pending: 30, concluded: 11 })
  const totals = ['kind=suitDirect', 'result=upheld', 'result=corrected', 'counting=coDefendant', 'q=依申请', 'q=维持']
  expect(await Promise.all(totals.map(async (search) => (await list(search)).total))).toEqual([14, 11, 0, 1, 21, 11])
  expect((await list('from=2026-03-02&to=2026-03-02')).total).toBe(5)
  for (const wrong of ['result=lost', 'sort=result', 'day=dueOn', 'to=2026-13-01', 'unit=none'])
    expect((await clerk.browser.send('GET', `/ledgers/remedies?${wrong}`)).statusCode, wrong).toBe(422)
})
