import { afterAll, describe, expect, test } from 'vitest'
import { buildApp } from '../../app/build-app.ts'
import { keptLedgers, ledgers } from '../../app/kept-ledgers.ts'
import { savePublications } from '../../channels/store/ledger.ts'
import { plainDate } from '../../days/plain-date.ts'
import { inActs, inOrgan } from '../../db/organ.ts'
import { testDatabase } from '../../db/testing/database.ts'
import { publishAsSigned } from '../../demo/publish-as-signed.ts'
import { operatorActor } from '../../organs/actor.ts'
import { aStaffedOrgan } from '../../organs/testing/staffed-organ.ts'
import { tellTouched } from '../../report/touched.ts'
import type { Values } from '../../workbooks/ledger.ts'
import { readLedgers } from '../../workbooks/read-ledgers.ts'
import { writeWorkbook } from '../../workbooks/workbook.ts'
import { importLedgers } from '../import.ts'
import { showLedgerYear } from './actions.ts'
import type { AccountedLedger, LedgerYear } from './ledger-year.ts'
import { confirmAll } from './testing/confirm-all.ts'

const { db, url, owner } = await testDatabase()
const today = plainDate('2026-01-08')
const app = await buildApp({ db, url }, { KAICHENG_TODAY: today })
afterAll(() => app.close())

const importer = (on: string) => ({ ...operatorActor(0, plainDate(on)), name: '命令行（root）' })

async function importRows(slug: string, on: string, rows: Record<string, readonly Values[]>) {
  const contents = Object.entries(rows).flatMap(([id, values]) =>
    ledgers.filter((ledger) => ledger.id === id).map((ledger) => ({ ledger, rows: values })),
  )
  const bytes = await writeWorkbook(contents, { isTemplate: false })
  const file = await readLedgers(ledgers, bytes, '台账.xlsx', { today: plainDate(on) })
  const done = await inActs(db, (tx) =>
    importLedgers(tx, importer(on), slug, keptLedgers, file, { name: '台账.xlsx', bytes }),
  )
  if ('problems' in done) throw new Error(JSON.stringify(done.problems.list))
  return done
}

const penalty = (number: string, decidedOn: string): Values => ({ kind: 'penalty', number, decidedOn })

async function office() {
  const here = await aStaffedOrgan(db, app)
  const { organ, clerk } = here
  const known = (year: number) => inOrgan(db, organ.id, (tx) => showLedgerYear(tx, organ, year))
  return {
    ...here,
    known,
    of: async (ledger: AccountedLedger, year: number): Promise<LedgerYear> => {
      const found = (await known(year)).find((each) => each.ledger === ledger)
      if (!found) throw new Error(`no ${ledger}`)
      return found
    },
    confirm: (ledger: string, year: number, words = '已向各科室核实') =>
      clerk.browser.send('POST', '/ledgers/confirmations', { ledger, year, words }),
    entries: async (action: string) =>
      (
        await owner
          .selectFrom('auditEntries')
          .select(['actorKind', 'detail'])
          .where('organId', '=', organ.id)
          .where('action', '=', action)
          .orderBy('seq')
          .execute()
      ).map(({ actorKind, detail }) => ({ actorKind, ...(detail as Record<string, unknown>) })),
  }
}

describe('a file that is imported', () => {
  test('is the state of the ledgers and years that it has rows of, with file, day and person', async () => {
    const { organ, of, entries } = await office()
    const [june, july] = [penalty('罚1号', '2024-06-01'), penalty('罚2号', '2024-07-01')]
    const rows = [june, july, penalty('罚3号', '2025-03-01'), penalty('罚4号', '2025-04-01')]
    await importRows(organ.slug, '2025-06-30', { administrativeDecisions: rows })
    expect(await of('penalty', 2024)).toMatchObject({
      state: 'imported',
      rows: 2,
      imported: { on: '2025-06-30', fileName: '台账.xlsx', name: '命令行（root）' },
    })
    // The year after had not ended then.
    expect(await of('penalty', 2025)).toMatchObject({ state: 'notKept', rows: 2 })
    expect(await of('licensing', 2024)).toMatchObject({ state: 'notKept', rows: 0 })
    await importRows(organ.slug, '2026-01-08', { administrativeDecisions: rows })
    expect(await of('penalty', 2025)).toMatchObject({ state: 'imported', imported: { on: '2026-01-08' } })
    expect(await entries('ledger.imported')).toMatchObject([
      { actorKind: 'operator', file: '台账.xlsx', added: 4, by: '命令行（root）' },
      { actorKind: 'operator', file: '台账.xlsx', added: 0, unchanged: 4 },
    ])
  })

  test('of one row late in a year that was never kept does not speak for the year; somebody has to', async () => {
    const { organ, of, confirm } = await office()
    await importRows(organ.slug, '2026-01-08', { administrativeDecisions: [penalty('罚1号', '2025-12-30')] })
    const known = await of('penalty', 2025)
    expect(known).toMatchObject({ state: 'notKept', rows: 1, imported: { fileName: '台账.xlsx' } })
    expect(known.lack).toContain('只有这1条')
    expect((await confirm('penalty', 2025)).statusCode).toBe(200)
    expect(await of('penalty', 2025)).toMatchObject({ state: 'confirmed' })
  })

  test('of one row late beside an import of the middle of the year does not make the year whole', async () => {
    const { organ, of } = await office()
    const half = [penalty('罚1号', '2025-01-30'), penalty('罚2号', '2025-05-30')]
    await importRows(organ.slug, '2025-06-30', { administrativeDecisions: half })
    await importRows(organ.slug, '2026-01-08', { administrativeDecisions: [penalty('罚3号', '2025-12-30')] })
    const known = await of('penalty', 2025)
    expect(known).toMatchObject({ state: 'notKept', rows: 3 })
    expect(known.imports.map(({ on }) => on)).toEqual(['2025-06-30', '2026-01-08'])
  })

  test('of a whole year stays whole when one row comes late, or one moves into the year', async () => {
    const { organ, of } = await office()
    const before = { kind: 'penalty', organId: organ.id, number: '罚0号', decidedOn: plainDate('2024-12-31') }
    await inOrgan(db, organ.id, (tx) => tx.insertInto('administrativeDecisions').values(before).execute())
    const all = [penalty('罚1号', '2025-01-30'), penalty('罚2号', '2025-05-30')]
    await importRows(organ.slug, '2026-01-08', { administrativeDecisions: all })
    await importRows(organ.slug, '2026-03-02', { administrativeDecisions: [penalty('罚3号', '2025-12-30')] })
    expect(await of('penalty', 2025)).toMatchObject({ state: 'imported', rows: 3, imported: { on: '2026-03-02' } })
    await inOrgan(db, organ.id, (tx) =>
      tx
        .updateTable('administrativeDecisions')
        .set({ decidedOn: plainDate('2025-01-02') })
        .where('organId', '=', organ.id)
        .where('number', '=', '罚0号')
        .execute(),
    )
    expect(await of('penalty', 2025)).toMatchObject({ state: 'imported', rows: 4 })
  })

  test('of a version that noted no years is known by its rows', async () => {
    const { organ, of } = await office()
    const row = { kind: 'penalty', organId: organ.id, decidedOn: plainDate('2023-06-01') }
    await inOrgan(db, organ.id, (tx) =>
      tx
        .insertInto('administrativeDecisions')
        .values([
          { ...row, number: '罚8号' },
          { ...row, number: '罚9号' },
        ])
        .execute(),
    )
    const known = await of('penalty', 2023)
    expect(known).toMatchObject({ state: 'imported', imported: { fileName: null, name: null } })
    expect(known.imported?.on).toMatch(/^20\d\d-\d\d-\d\d$/)
  })

  test('into a published year is told at once, with the cells that no longer agree', async () => {
    const { organ } = await office()
    const before = { administrativeDecisions: [penalty('罚1号', '2024-06-01')] }
    await importRows(organ.slug, '2025-01-08', before)
    const publishedOn = plainDate('2025-01-10')
    await inOrgan(db, organ.id, (tx) => confirmAll(tx, organ, 2024, publishedOn))
    const how = { publishedOn, calendarVersion: 'test', reason: null }
    await publishAsSigned(db, operatorActor(organ.id, publishedOn), organ, 2024, how)
    const tell = async (rows: Record<string, readonly Values[]>) => {
      const { touched } = await importRows(organ.slug, '2025-02-01', rows)
      return inOrgan(db, organ.id, (tx) => tellTouched(tx, organ.slug, touched))
    }
    expect(await tell(before)).toEqual([])
    const subject = { ...penalty('罚1号', '2024-06-01'), subject: '违法停车' }
    expect(await tell({ administrativeDecisions: [subject] })).toEqual([
      '注意：2024年度报告已经公布，这次改动了该年度的台账：“行政处罚”1条',
    ])
    const told = await tell({ administrativeDecisions: [penalty('罚2号', '2024-08-01')] })
    expect(told.join('\n')).toContain('第二部分“行政处罚”行“本年处理决定数量”列：报告1，台账2')
  })
})

describe('a ledger that is kept here', () => {
  const fee = { receiptNumber: '1', item: '考试考务费', collectedOn: '2025-06-12', amount: '1200' }
  test('is known since its first row, and a year that had begun by then needs somebody to answer for the rest', async () => {
    const { clerk, of, confirm } = await office()
    expect((await clerk.browser.send('POST', '/ledgers/fees', fee)).statusCode).toBe(200)
    const known = await of('administrativeFees', 2025)
    expect(known).toMatchObject({ state: 'notKept', rows: 1, enteredHere: 1, imported: null })
    expect(known.lack).toContain('才开始在本平台登记')
    expect((await confirm('administrativeFees', 2025)).statusCode).toBe(200)
    expect(await of('administrativeFees', 2025)).toMatchObject({ state: 'confirmed', confirmation: { rowCount: 1 } })
  })

  test('and grows after somebody answered for it is to be answered for anew', async () => {
    const { clerk, of, confirm } = await office()
    await confirm('administrativeFees', 2025)
    expect(await of('administrativeFees', 2025)).toMatchObject({ state: 'confirmed', rows: 0 })
    await clerk.browser.send('POST', '/ledgers/fees', fee, { headers: { 'x-kaicheng-known': 'frozen' } })
    expect((await of('administrativeFees', 2025)).lack).toContain('确认时有0条，现在有1条')
    expect((await confirm('administrativeFees', 2025)).statusCode).toBe(200)
    expect(await of('administrativeFees', 2025)).toMatchObject({ state: 'confirmed', confirmation: { rowCount: 1 } })
  })
})

describe('确认为零', () => {
  test('names who, when and on what ground, and leaves an entry', async () => {
    const { clerk, of, confirm, entries } = await office()
    expect((await confirm('penalty', 2025, '已向执法科室核实')).statusCode).toBe(200)
    expect(await of('penalty', 2025)).toMatchObject({
      state: 'confirmed',
      confirmation: { rowCount: 0, words: '已向执法科室核实', on: today, name: expect.any(String) },
    })
    expect(await entries('ledger.confirmed')).toMatchObject([
      { actorKind: 'staff', ledger: 'penalty', year: 2025, rows: 0 },
    ])
    const shown = (await clerk.browser.send('GET', '/ledgers/years?year=2025')).json()
    expect(shown).toMatchObject({ year: 2025, isOver: true, isPublished: false })
    expect(shown.ledgers.find((each: LedgerYear) => each.ledger === 'penalty')).toMatchObject({ state: 'confirmed' })
  })

  test.for([
    ['penalty', 2026, '已向各科室核实', 409],
    ['rules', 2025, '已向各科室核实', 404],
    ['nothing', 2025, '已向各科室核实', 422],
    ['penalty', 2025, '', 422],
  ] as const)('%s %i “%s” is refused', async ([ledger, year, words, status]) => {
    const { confirm } = await office()
    expect((await confirm(ledger, year, words)).statusCode).toBe(status)
  })

  test('twice is refused, and so is somebody who answers for nothing here', async () => {
    const { confirm, system } = await office()
    await confirm('penalty', 2025)
    expect((await confirm('penalty', 2025)).json().code).toBe('ledger_year_known')
    const body = { ledger: 'licensing', year: 2025, words: '已核实' }
    expect((await system.browser.send('POST', '/ledgers/confirmations', body)).statusCode).toBe(403)
  })

  test('is taken back with a reason, while the report of the year is not public', async () => {
    const { organ, clerk, of, confirm, entries } = await office()
    const { id } = (await confirm('penalty', 2025)).json()
    const end = (which: string) =>
      clerk.browser.send('POST', `/ledgers/confirmations/${which}/end`, { reason: '漏报一件' })
    expect((await end(id)).statusCode).toBe(204)
    expect(await of('penalty', 2025)).toMatchObject({ state: 'notKept', confirmation: null })
    expect((await end(id)).statusCode).toBe(404)
    expect(await entries('ledger.confirmationEnded')).toMatchObject([{ ledger: 'penalty', reason: '漏报一件' }])

    const again = (await confirm('penalty', 2025)).json().id
    await inOrgan(db, organ.id, (tx) => confirmAll(tx, organ, 2025, today))
    const how = { publishedOn: today, calendarVersion: 'test', reason: null }
    await publishAsSigned(db, operatorActor(organ.id, today), organ, 2025, how)
    expect((await end(again)).json().code).toBe('confirmation_published')
    expect((await clerk.browser.send('GET', '/ledgers/years?year=2025')).json().isPublished).toBe(true)
  })

  test('of another organ is not there', async () => {
    const [here, there] = [await office(), await office()]
    const { id } = (await there.confirm('penalty', 2025)).json()
    const answer = await here.clerk.browser.send('POST', `/ledgers/confirmations/${id}/end`, { reason: '漏报一件' })
    expect(answer.statusCode).toBe(404)
    expect(await here.of('penalty', 2025)).toMatchObject({ state: 'notKept' })
  })
})

test('a correction of a published year shows in the console at once', async () => {
  const { organ, clerk } = await office()
  await inOrgan(db, organ.id, (tx) => confirmAll(tx, organ, 2025, today))
  const how = { publishedOn: today, calendarVersion: 'test', reason: null }
  await publishAsSigned(db, operatorActor(organ.id, today), organ, 2025, how)
  const drift = async () => (await clerk.browser.send('GET', '/reports/drift')).json().items
  expect(await drift()).toEqual([])
  const fee = { receiptNumber: '2', item: '考试考务费', collectedOn: '2025-06-12', amount: '12000' }
  await clerk.browser.send('POST', '/ledgers/fees', fee, { headers: { 'x-kaicheng-known': 'frozen' } })
  expect(await drift()).toMatchObject([{ year: 2025, cells: [{ published: '0', now: '1.2' }] }])
})

test('a nought of documents answers for those in force too: one of an earlier year that comes to light makes it say nothing', async () => {
  const { organ, of, confirm } = await office()
  await confirm('normativeDocuments', 2025)
  expect(await of('normativeDocuments', 2025)).toMatchObject({ state: 'confirmed', rows: 0, standing: 0 })
  const day = plainDate('2019-05-20')
  const document = { kind: 'normativeDocuments', title: '办法', documentNumber: '示统规〔2019〕3号', issuedOn: day }
  await inOrgan(db, organ.id, (tx) =>
    tx
      .insertInto('normativeDocuments')
      .values({ organId: organ.id, ...document, effectiveFrom: day })
      .execute(),
  )
  expect((await of('normativeDocuments', 2025)).lack).toContain('年末现行有效0件，现在有0条，年末现行有效1件')
})

test('what was published on the platform is kept here, what a file brought is not', async () => {
  const { organ, of } = await office()
  await inOrgan(db, organ.id, async (tx) => {
    const channel = { kind: 'wechat', name: '示例发布' } as const
    await tx
      .insertInto('channels')
      .values({ organId: organ.id, ...channel })
      .execute()
    const publication = { title: '公告', url: '', kind: 'other', originality: 'original', formedOn: null } as const
    await savePublications(tx, organ.id, [
      { ...publication, channel, publishedOn: plainDate('2025-06-02'), withdrawnOn: null },
    ])
  })
  expect(await of('publications', 2025)).toMatchObject({ rows: 1, enteredHere: 0, keptSince: null })
})
