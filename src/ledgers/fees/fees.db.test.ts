import { afterAll, expect, test } from 'vitest'
import { buildApp } from '../../cli/build-app.ts'
import { inOrgan } from '../../db/organ.ts'
import { testDatabase } from '../../db/testing/database.ts'
import { aStaffedOrgan } from '../../organs/testing/staffed-organ.ts'
import { compileReport } from '../../report/compile.ts'

const { db, url, owner } = await testDatabase()
const app = await buildApp({ db, url }, {}, () => new Date('2026-11-24T02:00:00Z'))
afterAll(() => app.close())
const here = await aStaffedOrgan(db, app)
const { browser } = here.clerk

const aFee = (facts: Record<string, string | null> = {}) => ({
  ...{ receiptNumber: '0012345678', item: '考试考务费', collectedOn: '2026-06-12', amount: '1200' },
  ...facts,
})
const enter = (facts: Record<string, string | null> = {}) => browser.send('POST', '/ledgers/fees', aFee(facts))

test('receipts and refunds come to what the report says, to the cent and without a float', async () => {
  for (let count = 0; count < 11; count += 1) await enter({ receiptNumber: `a${count}`, amount: '0.10' })
  await enter({ receiptNumber: 'b', amount: '770,281.01' })
  await enter({ receiptNumber: 'c', amount: '-0.11' })
  const { amount, total } = (await browser.send('GET', '/ledgers/fees?year=2026')).json()
  expect({ amount, total }).toEqual({ amount: '770282.00', total: 13 })
  const { items } = (await browser.send('GET', '/ledgers/fees/sums')).json()
  expect(items).toEqual([{ year: 2026, item: '考试考务费', receipts: 13, amount: '770282.00' }])
  await inOrgan(db, here.organ.id, async (tx) => {
    const { proactive } = await compileReport(tx, here.organ, 2026)
    expect(proactive['administrativeFees.amountWan']).toBe('77.0282')
  })
})

test.for([
  { wrong: { receiptNumber: '' }, field: 'receiptNumber', says: '必填' },
  { wrong: { receiptNumber: 'b' }, field: 'receiptNumber', says: '已有票据' },
  { wrong: { amount: '1.2万' }, field: 'amount', says: '以元为单位' },
  { wrong: { amount: '1.005' }, field: 'amount', says: '两位小数' },
  { wrong: { collectedOn: '2026-11-25' }, field: 'collectedOn', says: '晚于今天' },
])('refused with the reason at the field: $wrong', async ({ wrong, field, says }) => {
  expect((await enter(wrong)).json().fields[field]).toContain(says)
})

test('a correction leaves what was; another organ and a leader change nothing', async () => {
  const { id } = (await enter({ receiptNumber: 'd' })).json()
  expect(
    (await browser.send('PUT', `/ledgers/fees/${id}`, aFee({ receiptNumber: 'd', amount: '1300' }))).statusCode,
  ).toBe(204)
  const { detail } = await owner
    .selectFrom('auditEntries')
    .select('detail')
    .where('subject', '=', id)
    .where('action', '=', 'fee.changed')
    .executeTakeFirstOrThrow()
  expect(detail).toMatchObject({ from: { amount: '1200.00' }, to: { amount: '1300.00' } })
  const there = await aStaffedOrgan(db, app)
  expect((await there.clerk.browser.send('PUT', `/ledgers/fees/${id}`, aFee())).statusCode).toBe(404)
  expect((await there.clerk.browser.send('GET', '/ledgers/fees?year=2026')).json().total).toBe(0)
  const leader = await here.someone('leader')
  expect((await leader.browser.send('PUT', `/ledgers/fees/${id}`, aFee())).statusCode).toBe(403)
})
