import { afterAll, expect, test } from 'vitest'
import { testDatabase } from '../db/testing/database.ts'
import { aStaffedOrgan } from '../organs/testing/staffed-organ.ts'
import { buildApp } from './build-app.ts'

const { db, url } = await testDatabase()
const app = await buildApp({ db, url }, {}, () => new Date('2026-11-24T02:00:00Z'))
afterAll(() => app.close())
const { clerk, organ } = await aStaffedOrgan(db, app)

test.for([
  '/ledgers/fees?year=YEAR',
  '/ledgers/documents?term=issued&year=YEAR',
  '/ledgers/years?year=YEAR',
  '/ledgers/rows/administrativeFees/export?year=YEAR',
  '/feedback?year=YEAR',
  '/feedback/figures?year=YEAR',
  '/channels/originality?year=YEAR',
  '/annual-reports/YEAR',
])('a year in an address of the console is four digits: %s', async (path) => {
  const ask = async (year: string) => (await clerk.browser.send('GET', path.replace('YEAR', year))).statusCode
  expect(await ask('2025')).toBe(200)
  for (const year of ['0x7e9', '2025.0', '2.025e3', '%202025']) expect(await ask(year), year).toBe(422)
})

test.for(['/api/records?year=YEAR', `/api/organs/${organ.slug}/annual-reports/YEAR`])(
  'and in one of the interface for programs: %s',
  async (path) => {
    const ask = async (year: string) => (await app.inject({ url: path.replace('YEAR', year) })).statusCode
    expect([200, 404]).toContain(await ask('2025'))
    for (const year of ['0x7e9', '2025.0', '2.025e3', '%202025']) expect(await ask(year), year).toBe(422)
  },
)
