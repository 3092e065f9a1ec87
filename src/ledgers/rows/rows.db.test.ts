import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { keptLedgers, ledgers } from '../../app/kept-ledgers.ts'
import { rowLedgers } from '../../app/row-ledgers.ts'
import { plainDate } from '../../days/plain-date.ts'
import type { Tx } from '../../db/database.ts'
import { inActs, inOrgan, lookInOrgan } from '../../db/organ.ts'
import { testDatabase } from '../../db/testing/database.ts'
import { tryOut } from '../../db/try-out.ts'
import { publishAsSigned } from '../../demo/publish-as-signed.ts'
import { type Actor, operatorActor } from '../../organs/actor.ts'
import { anOffice } from '../../organs/testing/officers.ts'
import * as units from '../../organs/units/store.ts'
import { findDrift } from '../../report/drift.ts'
import { countedIn } from '../../report/moved.ts'
import type { Values } from '../../workbooks/ledger.ts'
import { readLedgers } from '../../workbooks/read-ledgers.ts'
import { writeWorkbook } from '../../workbooks/workbook.ts'
import { importLedgers } from '../import.ts'
import { listImports } from '../imports/store.ts'
import { undoImport } from '../imports/undo.ts'
import { showLedgerYear } from '../years/actions.ts'
import { confirmAll } from '../years/testing/confirm-all.ts'
import {
  approveCorrection,
  declineCorrection,
  proposeCorrection,
  proposeRemoval,
  takeCorrectionBack,
} from './actions.ts'
import { keptRows, keptRowsOf } from './kept-row.ts'
import { RowLedgerId } from './row-ledger.ts'
import { showCorrections, showRow, showWaiting } from './show.ts'
import { first, other } from './testing/one-of-each.ts'

const { db, owner } = await testDatabase()
const { organ, officer } = await anOffice(db)
const today = '2026-03-02'
const clerk = await officer(today, ['clerk'])
const head = await officer(today, ['ogiHead'])
const reason = '录入时误写，原件所载不同'
const within = <T>(work: (tx: Tx) => Promise<T>) => inOrgan(db, organ.id, work)

const load = async (rows: Record<string, readonly Values[]>) => {
  const contents = ledgers
    .map((ledger) => ({ ledger, rows: rows[ledger.id] ?? [] }))
    .filter(({ rows: own }) => own.length > 0)
  const bytes = await writeWorkbook(contents, { isTemplate: false })
  const file = await readLedgers(ledgers, bytes, '台账.xlsx', { today: plainDate(today) })
  return inActs(db, (tx) =>
    importLedgers(tx, operatorActor(0, plainDate(today)), organ.slug, keptLedgers, file, { name: '台账.xlsx', bytes }),
  )
}

const ledgerIds = RowLedgerId.options
const idOf = async (ledger: RowLedgerId, name: string): Promise<string> => {
  const { rows } = await sql<{ id: string }>`select id from ${sql.table(ledger)}
    where organ_id = ${organ.id} and ${sql.ref(rowLedgers[ledger].name)} = ${name}`.execute(owner)
  if (!rows[0]) throw new Error(`no ${ledger} ${name}`)
  return rows[0].id
}
const nameOf = (ledger: RowLedgerId): string => first[ledger][rowLedgers[ledger].name] ?? ''

await load({
  ...Object.fromEntries(ledgerIds.map((id) => [id, [first[id]]])),
  channels: [first.channels, { kind: 'board', name: '公告栏' }],
})

const propose = (actor: Actor, ledger: RowLedgerId, id: string, values: Values) =>
  within((tx) => proposeCorrection(tx, actor, ledger, id, { values, reason }))
const remove = (actor: Actor, ledger: RowLedgerId, id: string) =>
  within((tx) => proposeRemoval(tx, actor, ledger, id, reason))
const approve = (actor: Actor, id: string) => within((tx) => approveCorrection(tx, actor, id, ''))
const show = (ledger: RowLedgerId, id: string, actor = clerk) => within((tx) => showRow(tx, actor, ledger, id))
const counted = () => lookInOrgan(db, organ.id, (tx) => countedIn(tx, organ.id, 2025))

describe('a closed world', () => {
  test('every register has its room, which says of it what the console reads', () => {
    expect(keptRows.all().map(({ id }) => id)).toEqual(ledgerIds)
    for (const { id, ledger } of keptRows.all()) expect(ledger).toBe(rowLedgers[id])
  })

  test('every column of every register is tried', () => {
    for (const ledger of ledgerIds)
      expect(Object.keys(other[ledger]).sort()).toEqual(
        rowLedgers[ledger].columns
          .map(({ id }) => id)
          .filter((id) => !rowLedgers[ledger].fixed.includes(id))
          .sort(),
      )
  })

  test.for(ledgerIds)('what moves the report of a year is decided by a second person: %s', async (ledger) => {
    const id = await idOf(ledger, nameOf(ledger))
    const before = await counted()
    const moving: string[] = []
    for (const [column, changes] of Object.entries(other[ledger])) {
      const after = await within((tx) =>
        tryOut(tx, async () => {
          const kept = keptRowsOf(ledger)
          const row = await kept.find(tx, organ.id, id, true)
          await kept.save(tx, organ.id, id, { ...row?.values, ...changes }, reason)
          return countedIn(tx, organ.id, 2025)
        }),
      )
      if (after === before) continue
      moving.push(column)
      expect(
        Object.keys(changes).some((each) => rowLedgers[ledger].counted.includes(each)),
        `${ledger}.${column} moves the report`,
      ).toBe(true)
    }
    expect(moving.length).toBeGreaterThan(0)
    expect(await counted()).toBe(before)
  })

  const cases = ledgerIds.flatMap((ledger) =>
    Object.entries(other[ledger])
      .filter(([, changes]) => !rowLedgers[ledger].later.some((each) => each in changes))
      .map(([column, changes]) => [ledger, column, changes] as const),
  )
  test('each field: uncounted at once, counted only by another person; taken back, the row is as it was', async () => {
    const canMakeRules = (is: boolean) =>
      owner.updateTable('organs').set({ canMakeRules: is }).where('id', '=', organ.id).execute()
    await canMakeRules(true)
    for (const [ledger, column, changes] of cases) {
      const id = await idOf(ledger, nameOf(ledger))
      const before = (await show(ledger, id)).values
      const isCounted = Object.keys(changes).some((each) => rowLedgers[ledger].counted.includes(each))
      const done = await propose(clerk, ledger, id, changes)
      expect(done.state, `${ledger}.${column}`).toBe(isCounted ? 'waiting' : 'done')
      const view = await show(ledger, id)
      expect(view.values).toEqual(isCounted ? before : { ...before, ...changes })
      expect(view.corrections[0]).toMatchObject({ state: done.state, reason, proposedName: 'clerk', isOwn: true })
      if (isCounted) {
        await expect(propose(clerk, ledger, id, changes)).rejects.toMatchObject({ code: 'row_correction_waits' })
        const both = { ...clerk, roles: ['clerk', 'ogiHead'] } as const
        await expect(approve(both, done.id)).rejects.toMatchObject({ code: 'own_row_correction' })
        await within((tx) => takeCorrectionBack(tx, clerk, done.id))
      } else {
        const back = Object.fromEntries(Object.keys(changes).map((each) => [each, before?.[each] ?? null]))
        expect((await propose(clerk, ledger, id, back)).state).toBe('done')
      }
      expect((await show(ledger, id)).values).toEqual(before)
    }
    await canMakeRules(false)
  })
})

describe('with the second person', () => {
  beforeAll(async () => {
    const publishedOn = plainDate('2026-02-02')
    await within((tx) => confirmAll(tx, organ, 2025, publishedOn))
    await publishAsSigned(db, head, organ, 2025, { publishedOn, calendarVersion: 'test', reason: null })
  })

  test('a figure of a published year moves, the year is told, and the published report is said to drift', async () => {
    const id = await idOf('administrativeFees', '票1')
    const before = await counted()
    const proposed = await propose(clerk, 'administrativeFees', id, { amount: '5200' })
    const effects = ['2025年度报告第二部分“行政事业性收费”行“本年收费金额（单位：万元）”列由0.12变为0.52']
    expect(proposed).toMatchObject({ state: 'waiting', reports: [2025], effects })
    expect((await show('administrativeFees', id, head)).moves).toEqual({ reports: [2025], effects })
    expect(await counted()).toBe(before)
    expect(await lookInOrgan(db, organ.id, (tx) => findDrift(tx, organ.id))).toEqual([])
    expect(await lookInOrgan(db, organ.id, (tx) => showWaiting(tx, head))).toMatchObject({ others: 1 })
    expect(await approve(head, proposed.id)).toMatchObject({ state: 'done', reports: [2025], effects })
    const [drift] = await lookInOrgan(db, organ.id, (tx) => findDrift(tx, organ.id))
    expect(drift).toMatchObject({ year: 2025, cells: [{ published: '0.12', now: '0.52' }] })
    const { corrections, values, moves } = await show('administrativeFees', id)
    expect(moves).toBeNull()
    expect(values?.amount).toBe('5200.00')
    expect(corrections[0]).toMatchObject({
      state: 'done',
      decidedName: 'ogihead',
      lines: [{ label: '金额（元）', from: '1200.00元', to: '5200.00元' }],
    })
    const log = await owner
      .selectFrom('auditEntries')
      .select(['action', 'actorId', 'detail'])
      .where('subject', '=', id)
      .where('action', 'in', ['ledger.correctionProposed', 'ledger.rowCorrected'])
      .orderBy('seq', 'desc')
      .limit(2)
      .execute()
    expect(log).toMatchObject([
      {
        action: 'ledger.rowCorrected',
        actorId: head.id,
        detail: { reason, proposedBy: 'clerk', reports: [2025], effects },
      },
      { action: 'ledger.correctionProposed', actorId: clerk.id, detail: { from: { amount: '1200.00' } } },
    ])
    const noted = await owner
      .selectFrom('auditEntries')
      .select('detail')
      .where('action', '=', 'report.drifted')
      .execute()
    expect(noted).toHaveLength(1)
    await expect(approve(head, proposed.id)).rejects.toMatchObject({ code: 'row_correction_decided' })
  })

  test('a refusal has a reason and leaves everything; only the proposer takes back', async () => {
    const id = await idOf('remedies', '复1号')
    const { id: one } = await propose(clerk, 'remedies', id, { result: 'corrected' })
    const another = await officer(today, ['clerk'], 'another')
    await expect(within((tx) => takeCorrectionBack(tx, another, one))).rejects.toMatchObject({
      code: 'not_your_row_correction',
    })
    await within((tx) => declineCorrection(tx, head, one, '原件就是维持'))
    const { values, corrections } = await show('remedies', id)
    expect(values?.result).toBe('upheld')
    expect(corrections[0]).toMatchObject({ state: 'declined', decisionReason: '原件就是维持' })
    const mine = await propose(head, 'remedies', id, { filedOn: '2025-05-05' })
    await expect(within((tx) => declineCorrection(tx, head, mine.id, '不需要了'))).rejects.toMatchObject({
      code: 'own_row_correction',
    })
    await within((tx) => takeCorrectionBack(tx, head, mine.id))
  })

  test('at the same moment one proposal waits and one decision counts', async () => {
    const id = await idOf('remedies', '复1号')
    const codes = (all: PromiseSettledResult<unknown>[]) =>
      all.map((each) => (each.status === 'fulfilled' ? 'done' : each.reason.code)).sort()
    const proposed = await Promise.allSettled(
      [1, 2].map(() => propose(clerk, 'remedies', id, { filedOn: '2025-05-04' })),
    )
    expect(codes(proposed)).toEqual(['done', 'row_correction_waits'])
    const [waiting] = (await show('remedies', id)).corrections
    const another = await officer(today, ['unitHead'])
    const decided = await Promise.allSettled([
      approve(head, waiting?.id ?? ''),
      within((tx) => declineCorrection(tx, another, waiting?.id ?? '', '原件不是')),
    ])
    expect(codes(decided)).toEqual(['done', 'row_correction_decided'])
  })

  test('a row that changed meanwhile is not overwritten', async () => {
    const id = await idOf('administrativeDecisions', '许1号')
    const { id: waiting } = await propose(clerk, 'administrativeDecisions', id, { decidedOn: '2025-03-17' })
    const other = { ...first.administrativeDecisions, subject: '另一事项' }
    expect(await load({ administrativeDecisions: [other] })).toMatchObject({ counts: [{ changed: 1 }] })
    await expect(approve(head, waiting)).rejects.toMatchObject({ code: 'row_changed_since' })
    const nothing = { reports: [], effects: [] }
    expect((await show('administrativeDecisions', id)).moves).toEqual(nothing)
    await within((tx) => declineCorrection(tx, head, waiting, '登记已变动'))
  })

  test.for(ledgerIds)('a row is taken out of the register and counts no more: %s', async (ledger) => {
    const leaning = { channels: '公告栏' }[ledger as string]
    const id = await idOf(ledger, leaning ?? nameOf(ledger))
    const before = await counted()
    const { id: waiting } = await remove(clerk, ledger, id)
    expect((await show(ledger, id)).values).not.toBeNull()
    expect(await counted()).toBe(before)
    const both = { ...clerk, roles: ['clerk', 'unitHead'] } as const
    await expect(approve(both, waiting)).rejects.toMatchObject({ code: 'own_row_correction' })
    const { reports } = await approve(head, waiting)
    expect(reports).toEqual(ledger === 'channels' ? [] : [2025])
    const view = await show(ledger, id)
    expect(view).toMatchObject({ values: null, corrections: expect.arrayContaining([expect.anything()]) })
    expect(view.corrections[0]).toMatchObject({ act: 'remove', state: 'done', reason })
    expect(view.events[0]).toMatchObject({ title: '由文件导入', words: '台账.xlsx', who: '运维人员' })
    expect(view.events.slice(-2)).toMatchObject([
      { title: '提出撤销登记', words: `理由：${reason}`, who: clerk.name, lines: expect.arrayContaining([]) },
      { title: '撤销登记已生效', who: head.name, lines: [] },
    ])
    await expect(remove(clerk, ledger, id)).rejects.toMatchObject({ code: 'unknown_row' })
  })

  test('what was confirmed of the year says nothing any more when a row is gone', async () => {
    const years = await lookInOrgan(db, organ.id, (tx) => showLedgerYear(tx, organ, 2025))
    expect(years.find(({ ledger }) => ledger === 'administrativeFees')).toMatchObject({ state: 'notKept', rows: 0 })
  })
})

describe('an import', () => {
  test('does not bring back unseen what was taken out or corrected', async () => {
    const again = await load({ administrativeFees: [first.administrativeFees] })
    // The receipt was corrected to another amount before it went: the file says something else again.
    expect('counts' in again).toBe(true)
    const id = await idOf('administrativeFees', '票1')
    await approve(head, (await propose(clerk, 'administrativeFees', id, { amount: '1300' })).id)
    const wrong = await load({ administrativeFees: [first.administrativeFees] })
    if (!('problems' in wrong)) throw new Error('taken')
    expect(wrong.problems.list[0]?.reason).toContain('金额（元）由1200.00元更正为1300.00元')
    expect(await load({ administrativeFees: [{ ...first.administrativeFees, amount: '1300.00' }] })).toMatchObject({
      counts: [{ unchanged: 1 }],
    })
    await approve(head, (await remove(clerk, 'administrativeFees', id)).id)
    const gone = await load({ administrativeFees: [{ ...first.administrativeFees, amount: '1300.00' }] })
    if (!('problems' in gone)) throw new Error('taken')
    expect(gone.problems.list[0]?.reason).toContain('撤销登记')
  })

  test('of which a row was corrected, taken out, or waits for it, is not undone as a whole', async () => {
    const fee = (receiptNumber: string): Values => ({ ...first.administrativeFees, receiptNumber })
    await load({ administrativeFees: [fee('票8'), fee('票9')] })
    const [last] = await within((tx) => listImports(tx, organ.id))
    const undo = () => within((tx) => undoImport(tx, head, last?.id ?? '', '导错文件'))
    const waiting = await propose(clerk, 'administrativeFees', await idOf('administrativeFees', '票8'), { amount: '1' })
    await expect(undo()).rejects.toThrow('“票8”（更正待复核）')
    await within((tx) => takeCorrectionBack(tx, clerk, waiting.id))
    await approve(head, (await remove(clerk, 'administrativeFees', await idOf('administrativeFees', '票9'))).id)
    await expect(undo()).rejects.toThrow('“票9”')
  })
})

test('what was never there, what says the same, what cannot be, and what others keep is refused at its field', async () => {
  const id = await idOf('administrativeFees', '票8')
  await expect(show('administrativeFees', clerk.id ?? '')).rejects.toMatchObject({ code: 'unknown_row' })
  await expect(propose(clerk, 'administrativeFees', id, { amount: '1200.00' })).rejects.toMatchObject({
    code: 'row_says_so',
  })
  await expect(propose(clerk, 'administrativeFees', id, { amount: '一千' })).rejects.toMatchObject({
    issues: [{ path: ['values', 'amount'] }],
  })
  await expect(propose(clerk, 'administrativeFees', id, { nothing: '1' })).rejects.toMatchObject({
    issues: [{ path: ['values', 'nothing'] }],
  })
  await load({ administrativeFees: [{ ...first.administrativeFees, receiptNumber: '票10' }] })
  await expect(propose(clerk, 'administrativeFees', id, { receiptNumber: '票10' })).rejects.toMatchObject({
    code: 'row_key_taken',
  })
  const legal = await officer(today, ['legalStaff'])
  await expect(propose(legal, 'administrativeFees', id, { amount: '1' })).rejects.toMatchObject({ code: 'not_yours' })
  const { items } = await lookInOrgan(db, organ.id, (tx) =>
    showCorrections(tx, head, { view: 'all', page: 1, pageSize: 500 }),
  )
  expect(items.length).toBeGreaterThan(30)
  expect(items.every(({ name, ledgerLabel }) => name !== '' && ledgerLabel !== '')).toBe(true)
})

test('a row that a unit has entered is proposed for nothing by another one; whoever approves for all may', async () => {
  const { id: unitId } = await within((tx) =>
    units.add(tx, organ.id, { name: '法规科', isOgiWorkBody: false, phone: '' }),
  )
  const number = '示许准字〔2025〕77号'
  await load({ administrativeDecisions: [{ ...first.administrativeDecisions, number }] })
  const id = await idOf('administrativeDecisions', number)
  await owner.updateTable('administrativeDecisions').set({ unitId }).where('id', '=', id).execute()
  const outsider = { ...clerk, unitId: null }
  const refused = { code: 'row_of_another_unit' }
  await expect(remove(outsider, 'administrativeDecisions', id)).rejects.toMatchObject(refused)
  await expect(propose(outsider, 'administrativeDecisions', id, { subject: '另一项' })).rejects.toMatchObject(refused)
  expect((await show('administrativeDecisions', id, outsider)).whyNotRemove).toContain('由其他科室登记')
  const { id: proposed } = await remove({ ...clerk, unitId }, 'administrativeDecisions', id)
  await within((tx) => declineCorrection(tx, head, proposed, '留存'))
  await remove({ ...head, unitId: null }, 'administrativeDecisions', id)
})
