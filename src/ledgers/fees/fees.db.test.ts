import { afterAll, expect, test } from 'vitest'
import { buildApp } from '../../app/build-app.ts'
import { inOrgan } from '../../db/organ.ts'
import { testDatabase } from '../../db/testing/database.ts'
import { aStaffedOrgan } from '../../organs/testing/staffed-organ.ts'
import { compileReport } from '../../report/compile.ts'

const { db, url } = await testDatabase()
const app = await buildApp({ db, url }, {}, () => new Date('2026-11-24T02:00:00Z'))
afterAll(() => app.close())
const here = await aStaffedOrgan(db, app)
const { browser } = here.clerk

const aFee = (facts: Record<string, string | null> = {}) => ({
  receiptNumber: '0012345678',
  item: '考试考务费',
  collectedOn: '2026-06-12',
  amount: '1200',
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

test('a correction waits for a second person; another organ and a leader propose and decide nothing', async () => {
  const { id } = (await enter({ receiptNumber: 'd' })).json()
  const [row, why] = [`/ledgers/rows/administrativeFees/${id}`, '录入时误写']
  const correction = { values: { amount: '1300' }, reason: why }
  expect((await browser.send('POST', `${row}/correction`, { ...correction, reason: '' })).statusCode).toBe(422)
  const proposed = (await browser.send('POST', `${row}/correction`, correction)).json()
  expect(proposed).toMatchObject({ state: 'waiting', reports: [] })
  expect((await browser.send('GET', row)).json().values.amount).toBe('1200.00')
  const [there, leader, head] = [
    await aStaffedOrgan(db, app),
    await here.someone('leader'),
    await here.someone('unitHead'),
  ]
  const strangers = { clerk: there.clerk, head: await there.someone('ogiHead') }
  const tries = async (by: typeof browser) =>
    Promise.all([
      by.send('POST', `${row}/correction`, correction),
      by.send('POST', `${row}/removal`, { reason: why }),
      by.send('POST', `/ledgers/corrections/${proposed.id}/approval`, { opinion: '' }),
      by.send('POST', `/ledgers/corrections/${proposed.id}/refusal`, { reason: why }),
      by.send('POST', `/ledgers/corrections/${proposed.id}/withdrawal`),
    ]).then((answers) => answers.map(({ statusCode }) => statusCode))
  expect(await tries(strangers.head.browser)).toEqual([404, 404, 404, 404, 404])
  expect(await tries(leader.browser)).toEqual([403, 403, 403, 403, 403])
  expect(await tries(here.system.browser)).toEqual([403, 403, 403, 403, 403])
  expect((await strangers.clerk.browser.send('GET', row)).statusCode).toBe(404)
  expect((await here.system.browser.send('GET', row)).statusCode).toBe(403)
  expect((await leader.browser.send('GET', row)).json().corrections).toHaveLength(1)
  expect((await strangers.clerk.browser.send('GET', '/ledgers/corrections?view=all')).json().total).toBe(0)
  expect((await browser.send('POST', `/ledgers/corrections/${proposed.id}/approval`, {})).statusCode).toBe(403)
  const done = await head.browser.send('POST', `/ledgers/corrections/${proposed.id}/approval`, { opinion: '同意' })
  expect(done.json()).toMatchObject({ state: 'done' })
  expect((await browser.send('GET', row)).json()).toMatchObject({
    values: { amount: '1300.00' },
    corrections: [{ lines: [{ from: '1200.00元', to: '1300.00元' }], decisionReason: '同意' }],
  })
})
