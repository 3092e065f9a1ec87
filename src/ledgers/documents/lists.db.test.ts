import { afterAll, expect, test } from 'vitest'
import { buildApp } from '../../app/build-app.ts'
import { addDays, plainDate } from '../../days/plain-date.ts'
import { inOrgan } from '../../db/organ.ts'
import { testDatabase } from '../../db/testing/database.ts'
import { expectList } from '../../lists/testing/expect-list.ts'
import { aStaffedOrgan } from '../../organs/testing/staffed-organ.ts'
import { countsIn, registerTermIds, standingOn } from './register.ts'
import { addAmendment, addDocument, listDocuments } from './store/documents.ts'
import { documentSorts, documentViews } from './wanted.ts'

const { db, url } = await testDatabase()
const app = await buildApp({ db, url }, {}, () => new Date('2026-11-24T02:00:00Z'))
afterAll(() => app.close())
const { organ, clerk } = await aStaffedOrgan(db, app)
const today = plainDate('2026-11-24')
const list = async (search: string) => (await clerk.browser.send('GET', `/ledgers/documents?${search}`)).json()

/** Every way in which the days of a document may lie to each other, about the turn of a year. */
const turn = plainDate('2025-12-31')
const offsets = [-400, -1, 0, 1, 400]
const all = await inOrgan(db, organ.id, async (tx) => {
  let number = 0
  for (const effective of [0, 1, 300])
    for (const until of [null, ...offsets])
      for (const repealed of [null, ...offsets]) {
        const issuedOn = addDays(turn, -500 + effective + number)
        const effectiveFrom = addDays(issuedOn, effective)
        const [validUntil, repealedOn] = [until, repealed].map((offset) =>
          offset === null ? null : addDays(turn, offset),
        )
        if (validUntil && validUntil < effectiveFrom) continue
        if (repealedOn && repealedOn < issuedOn) continue
        number += 1
        const id = await addDocument(tx, organ.id, {
          kind: 'normativeDocuments',
          title: `第${number}号办法`,
          documentNumber: `示统规〔2024〕${number}号`,
          issuedOn,
          effectiveFrom,
          validUntil: validUntil ?? null,
          repealedOn: repealedOn ?? null,
          repealedBy: repealedOn ? '示统规〔2025〕99号' : null,
        })
        if (number % 5 === 0) await addAmendment(tx, organ.id, id, { amendedOn: turn, amendedBy: '示统规〔2025〕98号' })
      }
  return listDocuments(tx, organ.id)
})

test('what the views count is what they list; in every order each document comes once, to the last; exported is what is shown', async () => {
  await expectList({
    send: (method, path) => clerk.browser.send(method, path),
    path: '/ledgers/documents',
    exportPath: '/ledgers/documents/list/export',
    views: documentViews,
    sorts: documentSorts,
    beside: ['on=2025-12-31', 'q=1号办法', 'day=repealedOn&from=2025-01-01&to=2026-01-01', 'term=expired&year=2025'],
  })
})

test('the list finds of each state, and of each term of a year, what the rules of the register find', async () => {
  for (const on of [addDays(turn, -1), turn, addDays(turn, 1), today]) {
    const expected = { all: all.length, inForce: 0, notYetEffective: 0, repealed: 0, expired: 0 }
    for (const document of all) {
      const standing = standingOn(document, on)
      if (standing) expected[standing] += 1
    }
    expect((await list(`on=${on}`)).counts, on).toEqual(expected)
  }
  for (const year of [2024, 2025, 2026])
    for (const term of registerTermIds) {
      const expected = all.filter((document) => countsIn(document, term, year)).length
      expect((await list(`term=${term}&year=${year}`)).total, `${term} ${year}`).toBe(expected)
    }
})

test('is narrowed by how it came into the register and by words in either width; what is no filter is refused', async () => {
  expect((await list('source=register')).total).toBe(all.length)
  expect((await list('source=platform')).total).toBe(0)
  expect((await list('q=示统规〔2024〕１号')).total).toBe(1)
  for (const wrong of ['view=gone', 'sort=number', 'day=endsOn', 'on=2026-02-30', 'standing=inForce'])
    expect((await clerk.browser.send('GET', `/ledgers/documents?${wrong}`)).statusCode, wrong).toBe(422)
})
