import { expect, test } from 'vitest'
import { buildApp } from '../app/build-app.ts'
import { plainDate } from '../days/plain-date.ts'
import { inOrgan } from '../db/organ.ts'
import { testDatabase } from '../db/testing/database.ts'
import { publishAsSigned } from '../demo/publish-as-signed.ts'
import { aPlatform } from '../disclosure/testing/a-platform.ts'
import { operatorActor } from '../organs/actor.ts'
import { inYearOf, sinceYearOf } from './knowingly.ts'
import { confirmAll } from './years/testing/confirm-all.ts'

const { db, url } = await testDatabase()
const day = '2026-01-20'
const app = await buildApp({ db, url }, {}, () => new Date(`${day}T02:00:00Z`))
const office = await aPlatform(db, app, day)
const { organ } = office
await office.work((tx) => confirmAll(tx, organ, 2025, plainDate(day)))
await publishAsSigned(db, operatorActor(organ.id, plainDate(day)), organ, 2025, {
  publishedOn: plainDate(day),
  calendarVersion: 'test',
  reason: null,
})
const { browser } = await office.signedIn('clerk')
const fee = (collectedOn: string, receiptNumber = collectedOn) => ({
  receiptNumber,
  item: '考试考务费',
  collectedOn,
  amount: '12000',
})
const known = { headers: { 'x-kaicheng-known': 'frozen' } }
const count = () =>
  inOrgan(db, organ.id, (tx) => tx.selectFrom('administrativeFees').selectAll().execute()).then(({ length }) => length)

test('a late row of a year whose report stands frozen is kept only once a person has read which cell becomes what', async () => {
  const refused = await browser.send('POST', '/ledgers/fees', fee('2025-06-12'))
  expect(refused.statusCode).toBe(409)
  expect(refused.json()).toMatchObject({ code: 'frozen_moves' })
  expect(refused.json().message).toContain('由0变为1.2')
  expect(await count()).toBe(0)
  expect((await browser.send('POST', '/ledgers/fees', fee('2025-06-12'), known)).statusCode).toBe(200)
  expect(await count()).toBe(1)
})

test('what no frozen report counts is registered without a question', async () => {
  expect((await browser.send('POST', '/ledgers/fees', fee('2026-01-12'))).statusCode).toBe(200)
})

test('a correction of a counted row names the cell before it is put up, and again to whoever decides it', async () => {
  const { items } = (await browser.send('GET', '/ledgers/fees?year=2025')).json()
  const at = `/ledgers/rows/administrativeFees/${items[0].id}`
  const proposal = { values: { amount: '52000' }, reason: '录入时误写' }
  const refused = await browser.send('POST', `${at}/correction`, proposal)
  expect(refused.json()).toMatchObject({ code: 'frozen_moves' })
  expect(refused.json().message).toContain('由1.2变为5.2')
  const { id } = (await browser.send('POST', `${at}/correction`, proposal, known)).json()
  const head = await office.signedIn('ogiHead')
  expect((await head.browser.send('GET', at)).json().moves.effects[0]).toContain('由1.2变为5.2')
  // Another receipt has come since: what it would become is said as things stand now.
  await browser.send('POST', '/ledgers/fees', fee('2025-07-01'), known)
  const approve = (more = {}) => head.browser.send('POST', `/ledgers/corrections/${id}/approval`, { opinion: '' }, more)
  expect((await approve()).json().message).toContain('由2.4变为6.4')
  expect((await browser.send('GET', at)).json().values.amount).toBe('12000.00')
  expect((await approve(known)).json()).toMatchObject({ state: 'done', reports: [2025] })
  const removal = await browser.send('POST', `${at}/removal`, { reason: '登记错机关' })
  expect(removal.json().message).toContain('由6.4变为1.2')
})

test('a row counts in the year of its day; a document as long as it may stand', () => {
  expect([2024, 2025, 2026].filter(inYearOf('2025-03-01', null))).toEqual([2025])
  expect([2024, 2025, 2026].filter(sinceYearOf('2025-03-01'))).toEqual([2025, 2026])
  expect([2024, 2025].filter(sinceYearOf(undefined))).toEqual([])
  expect([2024, 2025].filter(inYearOf('nothing'))).toEqual([])
})
