import { expect, test } from 'vitest'
import { keptLedgers, ledgers } from '../../app/kept-ledgers.ts'
import { checkOriginality } from '../../channels/actions.ts'
import { plainDate } from '../../days/plain-date.ts'
import { inActs, inOrgan } from '../../db/organ.ts'
import { testDatabase } from '../../db/testing/database.ts'
import { publishAsSigned } from '../../demo/publish-as-signed.ts'
import { type Actor, operatorActor } from '../../organs/actor.ts'
import { anOffice } from '../../organs/testing/officers.ts'
import { compileReport } from '../../report/compile.ts'
import { foldHistory } from '../../requests/history.ts'
import { showList } from '../../requests/show-list.ts'
import { get } from '../../requests/store/requests.ts'
import { WantedRequests } from '../../requests/wanted.ts'
import type { Values } from '../../workbooks/ledger.ts'
import { readLedgers } from '../../workbooks/read-ledgers.ts'
import { writeWorkbook } from '../../workbooks/workbook.ts'
import { amendDocument } from '../documents/actions.ts'
import { importLedgers } from '../import.ts'
import { approveCorrection, proposeCorrection, proposeRemoval } from '../rows/actions.ts'
import { showLedgerYear } from '../years/actions.ts'
import { confirmAll } from '../years/testing/confirm-all.ts'
import { listImportRows, listImports } from './store.ts'
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
  const all = await inOrgan(db, organ.id, (tx) =>
    showList(tx, head, { ...WantedRequests.parse({ view: 'all' }), page: 1 }),
  )
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
  await publishAsSigned(db, head, organ, 2024, how)
  await expect(undo(await officer('2026-02-01', ['clerk']), id)).rejects.toThrow('2024年度报告已经定稿')
  expect(await undo(head, id)).toMatchObject({ removed: 1, reportsToRevise: [2024] })
})

test('an import is not taken back once something was done with what it brought, and each thing is named', async () => {
  const head = await officer('2026-02-01', ['ogiHead'])
  const keeper = await officer('2026-02-01', ['clerk'], 'keeper')
  const id = await load({
    requests: [request('10号')],
    remedies: [{ number: '复10号', kind: 'review', filedOn: '2025-05-06', isCoDefendant: 'no' }],
    normativeDocuments: [
      {
        documentNumber: '规10号',
        kind: 'normativeDocuments',
        title: '甲办法',
        issuedOn: '2025-02-01',
        effectiveFrom: '2025-03-01',
      },
    ],
    administrativeFees: [{ receiptNumber: '票10', item: '考务费', collectedOn: '2025-01-01', amount: '5.00' }],
    channels: [{ kind: 'wechat', name: '示例发布' }],
  })
  const publication = { channelKind: 'wechat', channelName: '示例发布', title: '后来的通知', publishedOn: '2025-05-06' }
  await load({
    requests: [request('10号', { outcome: 'granted', concludedOn: '2025-04-01' })],
    publications: [{ ...publication, originality: 'repost' }],
  })
  await inOrgan(db, organ.id, async (tx) => {
    const rows = (await listImportRows(tx, organ.id, id)).map(({ ledger, id: row }) => [ledger, row] as const)
    const { normativeDocuments = '', administrativeFees = '', remedies = '' } = Object.fromEntries(rows)
    await amendDocument(tx, keeper, normativeDocuments, { amendedOn: plainDate('2025-09-01'), amendedBy: '规11号' })
    const corrected = { values: { item: '报名费' }, reason: '录入时误写' }
    await proposeCorrection(tx, head, 'administrativeFees', administrativeFees, corrected)
    await proposeRemoval(tx, head, 'remedies', remedies, '登记错机关')
  })
  const told = await undo(head, id).then(
    () => '',
    (error: Error) => error.message,
  )
  for (const named of [
    '政府信息公开申请“10号”',
    '行政事业性收费“票10”',
    '“规10号”',
    '“示例发布”',
    '申请“10号”',
    '行政复议、行政诉讼“复10号”（更正待复核）',
  ])
    expect(told).toContain(named)
  expect(told).not.toContain('复议诉讼“复10号”')
})

test('what the platform notes of a row by itself does not stand in the way, and goes with it', async () => {
  const head = await officer('2026-02-01', ['ogiHead'])
  const publication = { channelKind: 'website', channelName: '门户网站', publishedOn: '2025-06-06' }
  const id = await load({ publications: [{ ...publication, title: '关于甲事项的通知', originality: 'original' }] })
  expect(await inOrgan(db, organ.id, (tx) => checkOriginality(tx, head))).toMatchObject({ checked: 1 })
  expect(await undo(head, id)).toMatchObject({ removed: 1, restored: 0 })
})

test('a row that was taken out since is named as changed', async () => {
  const [head, second] = [await officer('2026-02-01', ['ogiHead']), await officer('2026-02-01', ['unitHead'])]
  const id = await load({
    remedies: [{ number: '复11号', kind: 'review', filedOn: '2025-05-06', isCoDefendant: 'no' }],
  })
  await inOrgan(db, organ.id, async (tx) => {
    const [row] = await listImportRows(tx, organ.id, id)
    const proposed = await proposeRemoval(tx, head, 'remedies', row?.id ?? '', '登记错机关')
    await approveCorrection(tx, second, proposed.id, '')
  })
  await expect(undo(head, id)).rejects.toThrow('复议诉讼“复11号”')
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
