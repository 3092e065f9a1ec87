import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { inOrgan } from '../../db/organ.ts'
import { testDatabase } from '../../db/testing/database.ts'
import type { Role } from '../../organs/role.ts'
import { changeSetting } from '../../organs/settings/actions.ts'
import { anOffice } from '../../organs/testing/officers.ts'
import { Refusal } from '../../refusal.ts'
import { readXlsx } from '../../workbooks/xlsx/read-xlsx.ts'
import { previewStep } from '../actions/preview-step.ts'
import { registerIntake } from '../actions/register-intake.ts'
import { takeStep } from '../actions/take-step.ts'
import type { Applicant } from '../applicant.ts'
import { showCase } from '../show.ts'
import type { StepName } from '../step-inputs.ts'
import { anIntake, aPerson } from '../testing/an-intake.ts'
import { letOut } from '../testing/let-out.ts'
import { byPost } from '../testing/served.ts'
import { exportFees, showFees } from './show-fees.ts'

const { db, owner } = await testDatabase()
const { organ, officer } = await anOffice(db)
const today = '2026-03-10'

const register = async (applicant: Applicant, on = today): Promise<{ id: string; number: string }> => {
  const actor = await officer(on, ['clerk'])
  const [one] = await inOrgan(db, organ.id, (tx) => registerIntake(tx, actor, anIntake(on, { applicant })))
  if (!one) throw new Error('nothing was registered')
  return { id: one.request.id, number: one.request.number }
}
const several = async (count: number, applicant: Applicant, on = today) => {
  const all: { id: string; number: string }[] = []
  for (let at = 0; at < count; at += 1) all.push(await register(applicant, on))
  return all
}
const step = async (id: string, name: StepName, input: object, role: Role = 'clerk', on = today) => {
  const actor = await officer(on, [role])
  const taken = await inOrgan(db, organ.id, (tx) => takeStep(tx, actor, id, name, input))
  return (await letOut(db, taken.request, (level) => officer(on, [level]))) ?? taken
}
const preview = async (id: string, name: StepName, input: object, on = today) => {
  const actor = await officer(on, ['clerk'])
  return inOrgan(db, organ.id, (tx) => previewStep(tx, actor, id, name, input))
}
const show = async (id: string, on = today) => {
  const actor = await officer(on, ['clerk'])
  return inOrgan(db, organ.id, (tx) => showCase(tx, actor, id))
}
const codeOf = (act: Promise<unknown>): Promise<string | undefined> =>
  act.then(
    () => undefined,
    (error: unknown) => {
      if (!(error instanceof Refusal)) throw error
      return error.field ? `${error.code} ${error.field}` : error.code
    },
  )
const choose = async (id: string, value: unknown) => {
  const admin = await officer(today, ['systemAdmin'])
  await inOrgan(db, organ.id, (tx) => changeSetting(tx, admin, id, value))
}
let people = 0
/** Somebody whom no other test knows. */
const somebody = (changes: Partial<Applicant> = {}): Applicant => {
  people += 1
  return aPerson({
    identityKind: 'other',
    identityNumber: `T${people}`,
    name: `申请人${'甲乙丙丁戊己庚辛壬癸'.charAt(people % 10)}${people}`,
    phone: `1380000${String(people).padStart(4, '0')}`,
    ...changes,
  })
}
const byPiece = { basis: 'perRequest', way: '凭缴款码到代理银行缴纳', code: '230400-0001' }

describe('how many pieces an applicant has in the month at this organ', () => {
  test('the eleventh is charged; the notice says how it comes about, and the clerk sees which were counted', async () => {
    const who = somebody()
    const ten = await several(10, who)
    const eleventh = await register(who)
    expect(await codeOf(preview(ten[9]?.id ?? '', 'notifyFee', byPiece))).toBe('nothing_to_charge basis')
    const { remarks, letter, sentence } = await preview(eleventh.id, 'notifyFee', byPiece)
    expect(remarks[0]).toContain(`2026年3月该申请人在本件之前有10件（${ten.map(({ number }) => number).join('、')}）`)
    expect(remarks[0]).toContain('本件为第11件，应缴100.00元')
    expect(sentence).toContain('送科室负责人审批')
    const text = letter?.paragraphs.join('\n')
    expect(text).toContain('根据《中华人民共和国政府信息公开条例》第四十二条、《政府信息公开信息处理费管理办法》')
    expect(text).toContain('收费标准：同一申请人一个自然月内累计申请10件以下（含10件）不收费，11至30件每件100元')
    expect(text).toContain('数额：你在2026年3月向本机关提出的申请，本件为第11件，应当缴纳100.00元。')
    expect(text).toContain('缴纳方式：凭缴款码到代理银行缴纳。缴款码：230400-0001。')
    expect(text).toContain('请你自收到本通知书次日起20个工作日内缴纳。逾期没有缴纳的，视为放弃申请')
    expect(text).toContain('缴费后，答复期限自缴费次日起重新计算。')
  })
  test('what an agent hands in counts for whom they apply; another month and another applicant do not', async () => {
    const who = somebody()
    const agent: Applicant['agent'] = {
      name: '代理人',
      identityKind: 'residentId',
      identityNumber: '',
      phone: '13911112222',
    }
    await several(5, { ...who, agent })
    await several(5, who)
    await several(3, { ...somebody(), agent })
    await several(2, who, '2026-02-27')
    const eleventh = await register({ ...who, agent: null })
    expect((await preview(eleventh.id, 'notifyFee', byPiece)).remarks[0]).toContain('本件为第11件')
  })
  test('split pieces count each', async () => {
    const who = somebody()
    const whole = await register(who)
    await step(whole.id, 'split', { pieces: Array.from({ length: 10 }, (_, at) => `第${at + 1}项`) })
    const eleventh = await register(who)
    expect((await preview(eleventh.id, 'notifyFee', byPiece)).remarks[0]).toContain('本件为第11件')
  })
  test('those of the same name and another document are shown and not counted', async () => {
    const who = somebody()
    await several(10, who)
    const alike = await register({ ...who, identityNumber: 'ANOTHER' })
    const eleventh = await register(who)
    const { remarks } = await preview(eleventh.id, 'notifyFee', byPiece)
    expect(remarks[0]).toContain('本件为第11件')
    expect(remarks[1]).toContain(`另有1件姓名或者电话相同、证件号码不同，没有计入：${alike.number}`)
  })
  test('by the page: the pages of this one request, whatever the month holds', async () => {
    const { id } = await register(somebody())
    const charged = { basis: 'perPage', pages: 101, way: '柜台', code: '' }
    expect((await preview(id, 'notifyFee', charged)).letter?.paragraphs.join('')).toContain('共101页，应当缴纳720.00元')
    expect(await codeOf(preview(id, 'notifyFee', { ...charged, basis: 'perRequest' }))).toBe('fee_by_both pages')
    expect(await codeOf(preview(id, 'notifyFee', { ...charged, pages: 30 }))).toBe('nothing_to_charge pages')
  })
  test('pages of several requests are added up where the organ has chosen so', async () => {
    const who = somebody()
    const [one, two] = await several(2, who)
    const charged = { basis: 'perPage', pages: 40, way: '柜台', code: '' }
    await step(one?.id ?? '', 'notifyFee', charged)
    expect((await preview(two?.id ?? '', 'notifyFee', charged)).letter?.paragraphs.join('')).toContain(
      '共40页，应当缴纳100.00元',
    )
    await choose('pagesAddedAcrossRequests', true)
    const { letter } = await preview(two?.id ?? '', 'notifyFee', charged)
    expect(letter?.paragraphs.join('')).toContain('共40页，2026年3月此前已按量计收40页，应当缴纳400.00元')
    await choose('pagesAddedAcrossRequests', false)
  })
})

/** A request that was charged a hundred yuan, its notice sent. */
async function charged(on = today): Promise<{ id: string; number: string }> {
  const who = somebody()
  await several(10, who, on)
  const eleventh = await register(who, on)
  await step(eleventh.id, 'notifyFee', byPiece, 'clerk', on)
  return eleventh
}
const payment = (receiptNumber: string, on = '2026-03-12') => ({ on, amount: '100', receiptNumber })

describe('a fee from its notice to its end', () => {
  test('paid: the receipt is kept, the period begins anew, the request goes on', async () => {
    const { id } = await charged()
    expect(await show(id)).toMatchObject({
      status: 'awaitingPayment',
      due: null,
      fee: { standing: 'undelivered', amount: '100.00', payBy: null, code: '230400-0001' },
    })
    expect((await show(id)).letters.map(({ kind }) => kind)).toContain('feeNotice')
    await step(id, 'deliverFee', { on: '2026-03-11', how: '签收单' }, 'clerk', '2026-03-12')
    expect(await show(id, '2026-03-12')).toMatchObject({
      due: { kind: 'feePayment', on: '2026-04-09' },
      fee: { standing: 'awaited', deliveredOn: '2026-03-11', payBy: '2026-04-09' },
      clock: { isPaused: true, usedDays: 0 },
    })
    await step(id, 'recordPayment', payment('黑0001'), 'clerk', '2026-03-12')
    expect(await show(id, '2026-03-13')).toMatchObject({
      status: 'processing',
      fee: { standing: 'paid', paidOn: '2026-03-12', receiptNumber: '黑0001' },
      clock: { startedOn: '2026-03-12', usedDays: 1 },
    })
  })
  test('unpaid: after the last day it is told that the request is no longer handled', async () => {
    const { id } = await charged()
    await step(id, 'deliverFee', { on: '2026-03-11', how: '签收单' }, 'clerk', '2026-03-12')
    const unpaid = { outcome: 'other.feeUnpaid', answers: { complete: 'feeUnpaid' } }
    expect(await codeOf(step(id, 'draftAnswer', unpaid, 'clerk', '2026-04-09'))).toBe('deadline_not_passed')
    await step(id, 'draftAnswer', unpaid, 'clerk', '2026-04-10')
    const view = await show(id, '2026-04-10')
    expect(view.draft?.letter.kind).toBe('noFurtherHandling')
    expect(view.draft?.letter.paragraphs.join('')).toContain(
      '本机关于2026年3月10日向你发出信息处理费收费通知，应当缴纳100.00元。你自收到收费通知次日起20个工作日内没有缴纳。',
    )
    const hash = view.draft?.hash ?? ''
    for (const role of ['unitHead', 'ogiHead'] as const)
      await step(id, 'approveAnswer', { hash, opinion: '' }, role, '2026-04-10')
    await step(id, 'issueAnswer', { hash, ...byPost }, 'clerk', '2026-04-10')
    expect(await show(id, '2026-04-10')).toMatchObject({
      status: 'concluded',
      fee: { standing: 'ended' },
      cells: expect.arrayContaining([expect.objectContaining({ row: 'other.feeUnpaid' })]),
    })
  })
  test('a receipt shows one payment: not the same request twice, not another, not two at once', async () => {
    const [one, two, three] = [await charged(), await charged(), await charged()]
    await step(one.id, 'recordPayment', payment('黑0002'), 'clerk', '2026-03-12')
    expect(await codeOf(step(one.id, 'recordPayment', payment('黑0002'), 'clerk', '2026-03-12'))).toBe(
      'closed_in_status',
    )
    for (const written of ['黑0002', '黑　０００２', '黑 00\u200b02'])
      expect(await codeOf(step(two.id, 'recordPayment', payment(written), 'clerk', '2026-03-12'))).toBe(
        'receipt_taken receiptNumber',
      )
    const at = await Promise.allSettled(
      [two, three].map(({ id }) => step(id, 'recordPayment', payment('黑0003'), 'clerk', '2026-03-12')),
    )
    expect(at.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from request_events where kind = 'feePaid' and data ->> 'receiptNumber' = '黑0003'`.execute(
      owner,
    )
    expect(rows[0]?.count).toBe(1)
  })
  test('waived by the head of the work body, it goes on where it stood', async () => {
    const { id } = await charged()
    await step(id, 'waiveFee', { amount: '100', reason: '低保家庭' }, 'ogiHead', '2026-03-16')
    expect(await show(id, '2026-03-17')).toMatchObject({
      status: 'processing',
      fee: { standing: 'waived', waived: '100.00', due: '0.00' },
      clock: { startedOn: '2026-03-10', usedDays: 1 },
    })
  })
  test('given back with a voucher, once', async () => {
    const { id } = await charged()
    await step(id, 'recordPayment', payment('黑0004'), 'clerk', '2026-03-12')
    const back = { on: '2026-03-13', amount: '60', voucherNumber: '退1', reason: '计算有误' }
    await step(id, 'refundFee', back, 'clerk', '2026-03-13')
    expect(await codeOf(step(id, 'refundFee', back, 'clerk', '2026-03-13'))).toBe('voucher_taken voucherNumber')
    const more = { ...back, voucherNumber: '退2', amount: '40.01' }
    expect(await codeOf(step(id, 'refundFee', more, 'clerk', '2026-03-13'))).toBe('refunded_too_much amount')
    expect((await show(id)).fee).toMatchObject({ standing: 'paid', refunded: '60.00', refundable: '40.00' })
  })
  test('what was put up is not sent where the count has changed meanwhile', async () => {
    const who = somebody()
    await several(10, who)
    const eleventh = await register(who)
    const clerk = await officer(today, ['clerk'])
    await inOrgan(db, organ.id, (tx) => takeStep(tx, clerk, eleventh.id, 'notifyFee', byPiece))
    await register(who, '2026-03-09')
    const [up] = (await show(eleventh.id)).waitingLetters
    const head = await officer(today, ['unitHead'])
    const approve = { draft: up?.draft, hash: up?.hash }
    expect(await codeOf(inOrgan(db, organ.id, (tx) => takeStep(tx, head, eleventh.id, 'approveLetter', approve)))).toBe(
      'fee_changed',
    )
  })
  test('how to pay begins as the organ has set it', async () => {
    await choose('feePaymentWay', '扫码缴纳')
    expect((await show((await register(somebody())).id)).feeWay).toBe('扫码缴纳')
    await choose('feePaymentWay', null)
  })
})

describe('the register of fees', () => {
  const list = async (wanted: object = {}, on = '2026-04-20') => {
    const actor = await officer(on, ['clerk'])
    return inOrgan(db, organ.id, (tx) => showFees(tx, actor, { q: '', page: 1, ...wanted }))
  }
  test('every request that was charged, by year, standing and number, with sums', async () => {
    const { id, number } = await charged('2025-03-10')
    await step(id, 'recordPayment', { on: '2025-03-12', amount: '100', receiptNumber: '黑25' }, 'clerk', '2025-03-12')
    await step(
      id,
      'refundFee',
      { on: '2025-03-13', amount: '20.5', voucherNumber: '退25', reason: '多收' },
      'clerk',
      '2025-03-13',
    )
    const { items, sums, years } = await list({ year: 2025 })
    expect(items).toEqual([
      expect.objectContaining({
        id,
        number,
        standing: 'paid',
        basis: '按件计收',
        amount: '100.00',
        paid: '100.00',
        refunded: '20.50',
        receiptNumber: '黑25',
        notifiedOn: '2025-03-10',
      }),
    ])
    expect(items[0]?.applicant).toMatch(/^申\*+$/)
    expect(sums).toEqual({ amount: '100.00', waived: '0.00', paid: '100.00', refunded: '20.50' })
    expect(years).toEqual([2026, 2025])
    expect((await list({ q: number })).items.map((line) => line.id)).toEqual([id])
    const { items: ended } = await list({ standing: 'ended' })
    expect(ended.map(({ standing }) => standing)).toEqual(['ended'])
    const all = await list()
    expect(all.total).toBeGreaterThan(5)
  })
  test('as a workbook, with amounts as numbers, and recorded', async () => {
    const actor = await officer(today, ['clerk'])
    const { bytes, name } = await inOrgan(db, organ.id, (tx) =>
      exportFees(tx, actor, { q: '', year: 2025, as: 'xlsx' }),
    )
    expect(name).toBe('信息处理费登记簿（2026年3月10日导出1件）.xlsx')
    const [sheet] = (await readXlsx(bytes)).sheets
    expect(sheet?.rows.length).toBe(2)
    expect(sheet?.rows[1]?.join('|')).toContain('已缴费|按件计收|100|0|100|20.5')
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from audit_entries where action = 'request.feesExported'`.execute(owner)
    expect(rows[0]?.count).toBe(1)
  })
})
