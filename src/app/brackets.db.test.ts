import { afterAll, beforeAll, expect, test } from 'vitest'
import { plainDate } from '../days/plain-date.ts'
import { inActs } from '../db/organ.ts'
import { testDatabase } from '../db/testing/database.ts'
import { aPlatform } from '../disclosure/testing/a-platform.ts'
import { aContent, aSignedRecord } from '../disclosure/testing/a-record.ts'
import { importLedgers } from '../ledgers/import.ts'
import { first } from '../ledgers/rows/testing/one-of-each.ts'
import { systemActor } from '../organs/actor.ts'
import { readLedgers } from '../workbooks/read-ledgers.ts'
import { writeWorkbook } from '../workbooks/workbook.ts'
import { buildApp } from './build-app.ts'
import { keptLedgers, ledgers } from './kept-ledgers.ts'

const { db, url } = await testDatabase()
const day = '2026-11-24'
const app = await buildApp({ db, url }, {}, () => new Date(`${day}T02:00:00Z`))
afterAll(() => app.close())
const office = await aPlatform(db, app, day)
const { organ } = office
const { browser } = await office.signedIn('ogiHead')

/** One of everything that has a number, with its year as GB/T 9704 has it. */
const rows = {
  ...first,
  requests: { ...first.requests, number: '依申请〔2025〕7号' },
  remedies: { ...first.remedies, number: '市政复〔2025〕7号', requestNumber: null },
  normativeDocuments: { ...first.normativeDocuments, documentNumber: '示统规〔2025〕7号' },
  administrativeDecisions: { ...first.administrativeDecisions, number: '示统许〔2025〕7号' },
  administrativeFees: { ...first.administrativeFees, receiptNumber: '示非税〔2025〕7号' },
  publications: { ...first.publications, title: '一图读懂示统规〔2025〕7号' },
}

beforeAll(async () => {
  const bytes = await writeWorkbook(
    ledgers.map((ledger) => ({ ledger, rows: [rows[ledger.id as keyof typeof rows]] })),
    { isTemplate: false },
  )
  const file = await readLedgers(ledgers, bytes, '台账.xlsx', { today: plainDate(day) })
  const source = { name: '台账.xlsx', bytes }
  await inActs(db, (tx) =>
    importLedgers(tx, systemActor(organ.id, plainDate(day)), organ.slug, keptLedgers, file, source),
  )
  await aSignedRecord(db, office.people, aContent({ title: '关于印发示统规〔2025〕7号的通知' }), 0)
})

const lists = [
  '/requests?view=all',
  '/ledgers/remedies',
  '/ledgers/documents?kind=normativeDocuments',
  '/ledgers/decisions',
  '/ledgers/fees?year=2025',
  '/channels/publications',
  '/records?view=all',
]
const written = [
  '〔2025〕',
  '[2025]',
  '［2025］',
  '(2025)',
  '（2025）',
  '【2025】',
  '[2025',
  '2025]7号',
  '〔2025〕７号',
]

test.for(lists)('the year of a number is found in whatever brackets it is typed: %s', async (path) => {
  for (const words of [...written, '[2024]']) {
    const { items } = (
      await browser.send('GET', `${path}${path.includes('?') ? '&' : '?'}q=${encodeURIComponent(words)}`)
    ).json()
    expect(items.length, words).toBe(words === '[2024]' ? 0 : 1)
  }
})
