import { afterAll, expect, test } from 'vitest'
import { buildApp } from '../../app/build-app.ts'
import { plainDate } from '../../days/plain-date.ts'
import { inOrgan } from '../../db/organ.ts'
import { testDatabase } from '../../db/testing/database.ts'
import { aStaffedOrgan } from '../../organs/testing/staffed-organ.ts'
import { multipartOf } from '../../portal/testing/forms.ts'
import { readXlsx } from '../../workbooks/xlsx/read-xlsx.ts'
import { saveAdministrativeDecisions, saveAdministrativeFees, saveNormativeDocuments } from '../store.ts'

const { db, url, owner } = await testDatabase()
const app = await buildApp({ db, url }, {}, () => new Date('2026-11-24T02:00:00Z'))
afterAll(() => app.close())
const { organ, clerk, audit } = await aStaffedOrgan(db, app)
const there = await aStaffedOrgan(db, app)
await inOrgan(db, organ.id, async (tx) => {
  await saveNormativeDocuments(tx, organ.id, [
    {
      kind: 'normativeDocuments',
      title: '=示例市渔船管理办法',
      documentNumber: '示农规〔2021〕1号',
      issuedOn: plainDate('2021-11-30'),
      effectiveFrom: plainDate('2022-01-01'),
      validUntil: plainDate('2026-12-31'),
      repealedOn: null,
      repealedBy: null,
    },
  ])
  const decision = { kind: 'penalty', subject: '捕捞', publishedOn: null } as const
  await saveAdministrativeDecisions(tx, organ.id, [
    { ...decision, number: '示渔罚〔2025〕1号', decidedOn: plainDate('2025-12-31') },
    { ...decision, number: '示渔罚〔2026〕1号', decidedOn: plainDate('2026-01-01') },
  ])
  const fee = { item: '渔业资源增殖保护费', receiptNumber: '0012', amount: '1234.50' }
  await saveAdministrativeFees(tx, organ.id, [{ ...fee, collectedOn: plainDate('2026-03-02') }])
})

const bytesOf = async (register: string, by = clerk.browser, search = '') => {
  const answer = await by.send('GET', `/ledgers/rows/${register}/export${search}`)
  expect(answer.statusCode).toBe(200)
  return answer.rawPayload
}
const rowsOf = async (register: string, by = clerk.browser, search = '') => {
  const { sheets } = await readXlsx(await bytesOf(register, by, search))
  return sheets[1]?.rows.slice(1) ?? []
}

test.each([
  ['normativeDocuments', 1],
  ['administrativeDecisions', 2],
  ['administrativeFees', 1],
])('what is exported of %s is what an import reads, and changes nothing', async (register, count) => {
  const file = { field: 'file', name: '台账.xlsx', bytes: Buffer.from(await bytesOf(register)) }
  const { payload, contentType } = multipartOf({ how: JSON.stringify({ ledger: register }) }, [file])
  const answer = await clerk.browser.send('POST', '/ledgers/imports/preview', undefined, {
    payload,
    headers: { 'content-type': contentType },
  })
  expect(answer.json()).toMatchObject({ problems: [], counts: [{ added: 0, changed: 0, unchanged: count }] })
})

test('a register is exported of one year, by its own days; who took how much stands in the log', async () => {
  const [row, ...others] = await rowsOf('administrativeDecisions', clerk.browser, '?year=2026')
  expect([row?.includes('示渔罚〔2026〕1号'), others.length]).toEqual([true, 0])
  const [entry] = await owner
    .selectFrom('auditEntries')
    .select(['actorId', 'detail'])
    .where('action', '=', 'ledger.exported')
    .orderBy('seq', 'desc')
    .execute()
  expect(entry).toEqual({
    actorId: clerk.id,
    detail: { ledger: 'administrativeDecisions', year: 2026, count: 1 },
  })
})

test('another organ’s rows are in no export; requests are exported by their own list; an administrator exports none', async () => {
  expect(await rowsOf('administrativeDecisions', there.clerk.browser)).toEqual([])
  expect((await clerk.browser.send('GET', '/ledgers/rows/requests/export')).statusCode).toBe(404)
  expect((await audit.browser.send('GET', '/ledgers/rows/administrativeFees/export')).statusCode).toBe(403)
})
