import { expect, test } from 'vitest'
import { keptLedgers, ledgers } from '../../app/kept-ledgers.ts'
import { plainDate } from '../../days/plain-date.ts'
import { inActs, inOrgan } from '../../db/organ.ts'
import { testDatabase } from '../../db/testing/database.ts'
import { type Actor, operatorActor } from '../../organs/actor.ts'
import { anOffice } from '../../organs/testing/officers.ts'
import { publishReport } from '../../report/actions.ts'
import { compileReport } from '../../report/compile.ts'
import { foldHistory } from '../../requests/history.ts'
import { showList } from '../../requests/show.ts'
import { get } from '../../requests/store/requests.ts'
import type { Values } from '../../workbooks/ledger.ts'
import { readLedgers } from '../../workbooks/read-ledgers.ts'
import { writeWorkbook } from '../../workbooks/workbook.ts'
import { importLedgers } from '../import.ts'
import { showLedgerYear } from '../years/actions.ts'
import { confirmAll } from '../years/testing/confirm-all.ts'
import { listImports } from './store.ts'
import { undoImport } from './undo.ts'

const { db } = await testDatabase()
const { organ, officer } = await anOffice(db)
const today = plainDate('2026-02-01')

const request = (number: string, values: Values = {}): Values => ({
  number,
  arrivedOn: '2025-03-03',
  receivedOn: '2025-03-04',
  channel: 'online',
  applicantKind: 'naturalPerson',
  ...values,
})
const load = async (rows: Record<string, readonly Values[]>, on = '2026-02-01') => {
  const contents = ledgers
    .map((ledger) => ({ ledger, rows: rows[ledger.id] ?? [] }))
    .filter(({ rows: own }) => own.length)
  const bytes = await writeWorkbook(contents, { isTemplate: false })
  const file = await readLedgers(ledgers, bytes, '台账.xlsx', { today })
  const source = { name: '台账.xlsx', bytes }
  const outcome = await inActs(db, (tx) =>
    importLedgers(tx, operatorActor(0, plainDate(on)), organ.slug, keptLedgers, file, source),
  )
  if ('problems' in outcome) throw new Error(JSON.stringify(outcome.problems.list))
  const [last] = await inOrgan(db, organ.id, (tx) => listImports(tx, organ.id))
  return last?.id ?? ''
}
const undo = (actor: Actor, id: string) => inOrgan(db, organ.id, (tx) => undoImport(tx, actor, id, '导错文件'))
const figures = (year: number) =>
  inOrgan(db, organ.id, async (tx) => JSON.stringify((await compileReport(tx, organ, year)).requests))

test('an import of every ledger taken back leaves the report as it was, requests and their course too', async () => {
  const head = await officer('2026-02-01', ['ogiHead'])
  await load({ requests: [request('1号')], channels: [{ kind: 'website', name: '门户网站' }] })
  const before = await figures(2025)
  const id = await load({
    requests: [
      request('1号', { applicantKind: 'enterprise', outcome: 'granted', concludedOn: '2025-03-20' }),
      request('2号', { outcome: 'granted', concludedOn: '2025-04-01' }),
    ],
    remedies: [{ number: '复1号', kind: 'review', filedOn: '2025-05-06', isCoDefendant: 'no' }],
    administrativeFees: [{ receiptNumber: '票1', item: '考务费', collectedOn: '2025-01-01', amount: '5.00' }],
    publications: [
      {
        channelKind: 'website',
        channelName: '门户网站',
        title: '通知',
        publishedOn: '2025-05-06',
        originality: 'original',
      },
    ],
  })
  expect(await figures(2025)).not.toBe(before)
  expect(await undo(head, id)).toMatchObject({ removed: 4, restored: 1 })
  expect(await figures(2025)).toBe(before)
  const all = await inOrgan(db, organ.id, (tx) => showList(tx, head, { view: 'all', words: '', page: 1, pageSize: 9 }))
  expect(all.items.map(({ number }) => number)).toEqual(['1号'])
  const [first] = all.items
  const { events } = await inOrgan(db, organ.id, (tx) => get(tx, organ.id, first?.id ?? ''))
  expect(foldHistory(events)).toMatchObject({ receivedOn: '2025-03-04', conclusion: null })
  expect(events.map(({ kind }) => kind)).toEqual(['received', 'concluded', 'voided'])
  await expect(undo(head, id)).rejects.toThrow('已经撤销过')
  // The right file can follow under the same numbers.
  await load({ requests: [request('2号', { outcome: 'granted', concludedOn: '2025-04-02' })] })
  expect(await figures(2025)).not.toBe(before)
})

test('where a published report may move, only the head of the work body takes an import back, and is told the year', async () => {
  const head = await officer('2026-02-01', ['ogiHead'])
  const id = await load({
    administrativeFees: [{ receiptNumber: '票2', item: '考务费', collectedOn: '2024-01-01', amount: '5.00' }],
  })
  const how = { publishedOn: plainDate('2025-01-20'), calendarVersion: 'test', reason: null }
  await inOrgan(db, organ.id, (tx) => confirmAll(tx, organ, 2024, how.publishedOn))
  await publishReport(db, head, organ, 2024, how)
  await expect(undo(await officer('2026-02-01', ['clerk']), id)).rejects.toThrow('2024年度报告已经公布')
  expect(await undo(head, id)).toMatchObject({ removed: 1, reportsToRevise: [2024] })
})

const fee = (receiptNumber: string, collectedOn: string): Values => ({
  receiptNumber,
  item: '考务费',
  amount: '5.00',
  collectedOn,
})
const feesOf = async (year: number) => {
  const ledgersOf = await inOrgan(db, organ.id, (tx) => showLedgerYear(tx, organ, year))
  return ledgersOf.find(({ ledger }) => ledger === 'administrativeFees')
}

test('an import taken back no longer says that a ledger is whole, though rows of an earlier one stand', async () => {
  const head = await officer('2026-02-01', ['ogiHead'])
  const [first, second] = [fee('票3', '2023-06-01'), fee('票4', '2023-06-01')]
  await load({ administrativeFees: [first] }, '2023-07-01')
  expect(await feesOf(2023)).toMatchObject({ state: 'notKept', rows: 1, imported: { on: '2023-07-01' } })
  const id = await load({ administrativeFees: [first, second] })
  expect(await feesOf(2023)).toMatchObject({ state: 'imported', rows: 2, imported: { on: '2026-02-01' } })
  await undo(head, id)
  expect(await feesOf(2023)).toMatchObject({ state: 'notKept', rows: 1, imported: { on: '2023-07-01' } })
})

test('and late rows that came after it do not become the whole year by that', async () => {
  const head = await officer('2026-02-01', ['ogiHead'])
  const rows = (numbers: readonly string[]) => numbers.map((number) => fee(number, '2022-06-01'))
  const whole = await load({ administrativeFees: rows(['票5', '票6', '票7']) }, '2023-01-08')
  const late = rows(['票8', '票9'])
  await load({ administrativeFees: late }, '2023-03-01')
  expect(await feesOf(2022)).toMatchObject({ state: 'imported', rows: 5 })
  await undo(head, whole)
  expect(await feesOf(2022)).toMatchObject({ state: 'notKept', rows: 2, imported: { on: '2023-03-01' } })
  // Whoever knows that these are all says so, by name or by the file.
  await load({ administrativeFees: late }, '2023-03-02')
  expect(await feesOf(2022)).toMatchObject({ state: 'imported', rows: 2 })
})
