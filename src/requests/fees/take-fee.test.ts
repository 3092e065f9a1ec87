import { describe, expect, test } from 'vitest'
import { plainDate } from '../../days/plain-date.ts'
import type { Role } from '../../organs/role.ts'
import { whyNot } from '../lifecycle.ts'
import { type TakeMatter, take } from '../take.ts'
import { aDraft, aLetter, levelsOf, type Told } from '../testing/a-history.ts'
import { aMatter, received, whyNotTaken } from '../testing/a-matter.ts'
import { byPost } from '../testing/served.ts'
import type { FeeFound } from './reckon-fee.ts'
import { aNotice, delivered, notified, paid, refunded, waived } from './testing/a-fee.ts'

const day = plainDate
const fee: FeeFound = {
  basis: 'perRequest',
  month: '2025-09',
  counted: [{ id: '1', number: '〔2025〕1号' }],
  pages: null,
  pagesBefore: 0,
  amount: '100.00',
  alike: [],
}
const notice = { basis: 'perRequest' as const, pages: null, way: '扫码缴纳', code: '330' }
/** The case as it stands on that day. */
function on(today: string, lines: Told[], by: Role = 'clerk', facts: Partial<TakeMatter> = {}): TakeMatter {
  const matter = aMatter(by, [...received, ...lines], facts)
  return { ...matter, actor: { ...matter.actor, today: day(today) } }
}
const shut = (step: Parameters<typeof whyNot>[0], matter: TakeMatter) => whyNot(step, matter)?.code

describe('the notice', () => {
  const matter = on('2025-09-08', [], 'clerk', { fee, letter: { ...aLetter, kind: 'feeNotice' } })
  test('freezes what was counted, by what and how much', () => {
    expect(take('notifyFee', matter, notice)).toEqual([
      {
        kind: 'feeNotified',
        happenedOn: '2025-09-08',
        amount: '100.00',
        data: { ...aNotice, letter: matter.letter },
      },
    ])
  })
  test('says how the period goes on, where the organ has chosen that it does', () =>
    expect(take('notifyFee', { ...matter, afterPayment: 'resumes' }, notice)[0]?.data).toMatchObject({
      clock: 'resumes',
    }))
  test('goes through its levels before it leaves, and nothing is charged until then', () => {
    const levels = levelsOf('unitHead')
    const [event] = take('notifyFee', { ...matter, letterLevels: levels }, notice)
    expect(event).toMatchObject({ kind: 'letterDrafted', data: { step: 'notifyFee', input: notice } })
    expect(event).not.toHaveProperty('amount')
  })
  test('is not sent of what was not reckoned', () =>
    expect(whyNotTaken('notifyFee', on('2025-09-08', []), notice)).toBe('no_fee_law'))
  test('is sent once', () => {
    expect(shut('notifyFee', on('2025-09-12', [notified('2025-09-03'), paid('2025-09-10')]))).toBe('fee_notified_once')
    expect(shut('notifyFee', on('2025-09-12', [notified('2025-09-03')]))).toBe('closed_in_status')
  })
  test('within the period of the answer: on its last day, not on the day after', () => {
    expect(shut('notifyFee', on('2025-09-29', []))).toBeUndefined()
    expect(shut('notifyFee', on('2025-09-30', []))).toBe('fee_notice_late')
  })
  test('a request that was charged is not split any more', () =>
    expect(shut('split', on('2025-09-12', [notified('2025-09-03'), waived('2025-09-10')]))).not.toBeUndefined())
})

describe('its receipt', () => {
  const input = { on: day('2025-09-05'), how: '签收单', correction: '' }
  const matter = on('2025-09-12', [notified('2025-09-03')])
  test('is taken down', () =>
    expect(take('deliverFee', matter, { ...input, correction: '多余' })).toEqual([
      { kind: 'feeDelivered', happenedOn: '2025-09-05', data: { how: '签收单', correction: '' }, supersedes: null },
    ]))
  test.each([
    ['2025-09-02', 'day_out_of_range on'],
    ['2025-09-13', 'day_out_of_range on'],
    ['2025-09-03', undefined],
    ['2025-09-12', undefined],
  ])('neither before the notice nor in the future: %s', (text, code) =>
    expect(whyNotTaken('deliverFee', matter, { ...input, on: day(text) })).toBe(code),
  )
  test('is corrected with a reason, in the place of what was recorded', () => {
    const again = on('2025-09-12', [notified('2025-09-03'), delivered('2025-09-05')])
    const [event] = take('deliverFee', again, { ...input, on: day('2025-09-06'), correction: '看错邮戳' })
    expect(event).toMatchObject({ supersedes: 4, data: { correction: '看错邮戳' } })
    expect(whyNotTaken('deliverFee', again, input)).toBe('record_missing correction')
  })
})

describe('payment', () => {
  const input = { on: day('2025-09-10'), amount: '100.00', receiptNumber: '0001' }
  const lines = [notified('2025-09-03'), delivered('2025-09-05')]
  test('is taken down with its receipt', () =>
    expect(take('recordPayment', on('2025-09-12', lines), input)).toEqual([
      { kind: 'feePaid', happenedOn: '2025-09-10', amount: '100.00', data: { receiptNumber: '0001' } },
    ]))
  test('is what is due, no more and no less', () => {
    expect(whyNotTaken('recordPayment', on('2025-09-12', lines), { ...input, amount: '99.00' })).toBe(
      'other_amount amount',
    )
    const some = [...lines, waived('2025-09-06', '40.00')]
    expect(whyNotTaken('recordPayment', on('2025-09-12', some), input)).toBe('other_amount amount')
    expect(whyNotTaken('recordPayment', on('2025-09-12', some), { ...input, amount: '60.00' })).toBeUndefined()
  })
  test('neither before the notice nor in the future', () => {
    expect(whyNotTaken('recordPayment', on('2025-09-12', lines), { ...input, on: day('2025-09-02') })).toBe(
      'day_out_of_range on',
    )
    expect(whyNotTaken('recordPayment', on('2025-09-12', lines), { ...input, on: day('2025-09-13') })).toBe(
      'day_out_of_range on',
    )
  })
  test('on the last day is in time, also where it is taken down later; on the day after it is not', () => {
    expect(whyNotTaken('recordPayment', on('2025-10-20', lines), { ...input, on: day('2025-10-10') })).toBeUndefined()
    expect(whyNotTaken('recordPayment', on('2025-10-20', lines), { ...input, on: day('2025-10-11') })).toBe(
      'paid_too_late on',
    )
  })
  test('also while it is not known when the notice arrived', () =>
    expect(whyNotTaken('recordPayment', on('2025-12-20', [notified('2025-09-03')]), input)).toBeUndefined())
  test('comes also while it is being approved that it has not, and no second time', () => {
    const drafted: Told = ['2025-10-14', 'answerDrafted', aDraft(['ogiHead'], 'other.feeUnpaid')]
    expect(whyNotTaken('recordPayment', on('2025-10-20', [...lines, drafted]), input)).toBeUndefined()
    const answer: Told = ['2025-09-11', 'answerDrafted', aDraft(['ogiHead'])]
    expect(shut('recordPayment', on('2025-09-12', [...lines, paid('2025-09-10'), answer]))).toBe('no_fee_awaited')
    expect(shut('recordPayment', on('2025-09-12', [...lines, paid('2025-09-10')]))).toBe('closed_in_status')
  })
})

describe('a waiver', () => {
  const lines = [notified('2025-09-03')]
  const input = { amount: '100.00', reason: '生活困难' }
  test('is decided by the head of the work body, with a reason', () => {
    expect(shut('waiveFee', on('2025-09-12', lines))).toBe('not_your_step')
    expect(take('waiveFee', on('2025-09-12', lines, 'ogiHead'), input)).toEqual([
      { kind: 'feeWaived', happenedOn: '2025-09-12', amount: '100.00', data: { reason: '生活困难' } },
    ])
  })
  test('of no more than is due', () => {
    expect(whyNotTaken('waiveFee', on('2025-09-12', lines, 'ogiHead'), { ...input, amount: '100.01' })).toBe(
      'waived_too_much amount',
    )
    expect(whyNotTaken('waiveFee', on('2025-09-12', [...lines, waived('2025-09-04', '30.00')], 'ogiHead'), input)).toBe(
      'waived_too_much amount',
    )
  })
  test('not of what was paid', () =>
    expect(shut('waiveFee', on('2025-09-12', [...lines, paid('2025-09-10')], 'ogiHead'))).toBe('closed_in_status'))
  test('by whoever stands in, it says in whose name', () => {
    const standingIn = [{ role: 'ogiHead' as const, unitId: null, staffId: 'ogi', name: '李主任' }]
    const [event] = take('waiveFee', on('2025-09-12', lines, 'leader', { standingIn }), input)
    expect(event?.data).toMatchObject({ standsInFor: { name: '李主任' } })
  })
})

describe('a refund', () => {
  const lines = [notified('2025-09-03'), paid('2025-09-10')]
  const input = { on: day('2025-09-11'), amount: '40.00', voucherNumber: 'T2', reason: '计算有误' }
  test('is taken down with its voucher, also when the request is over', () => {
    const over: Told = ['2025-09-12', 'concluded', { outcome: 'granted' }]
    expect(take('refundFee', on('2025-09-15', [...lines, over]), input)).toEqual([
      {
        kind: 'feeRefunded',
        happenedOn: '2025-09-11',
        amount: '40.00',
        data: { reason: '计算有误', voucherNumber: 'T2' },
      },
    ])
  })
  test('of no more than was paid and not yet given back', () => {
    const some = [...lines, refunded('2025-09-10', '60.00')]
    expect(whyNotTaken('refundFee', on('2025-09-15', some), input)).toBeUndefined()
    expect(whyNotTaken('refundFee', on('2025-09-15', some), { ...input, amount: '40.01' })).toBe(
      'refunded_too_much amount',
    )
    expect(shut('refundFee', on('2025-09-15', [...lines, refunded('2025-09-10', '100.00')]))).toBe('refunded_all')
  })
  test('not before it was paid, nor in the future', () => {
    expect(shut('refundFee', on('2025-09-15', [notified('2025-09-03')]))).toBe('nothing_paid')
    expect(whyNotTaken('refundFee', on('2025-09-15', lines), { ...input, on: day('2025-09-09') })).toBe(
      'day_out_of_range on',
    )
    expect(whyNotTaken('refundFee', on('2025-09-15', lines), { ...input, on: day('2025-09-16') })).toBe(
      'day_out_of_range on',
    )
  })
})

describe('what follows where it is not paid', () => {
  const lines = [notified('2025-09-03'), delivered('2025-09-05')]
  const unpaid = {
    outcome: 'other.feeUnpaid' as const,
    answers: { complete: 'feeUnpaid' },
    reason: '',
    statement: '',
    record: '',
    search: null,
    parts: [],
    consultations: [],
    reasonable: [],
    earlierId: null,
    fileIds: [],
    confirmations: [],
  }
  const granted = {
    ...unpaid,
    outcome: 'granted' as const,
    statement: '见附件',
    answers: { complete: 'yes', information: 'yes', responsible: 'us', held: 'held', disclose: 'all', how: 'provide' },
  }
  const letter = { letter: aLetter }
  test('it is told after the last day, not on it, and not while nobody knows when the notice arrived', () => {
    expect(shut('draftAnswer', on('2025-10-10', lines))).toBe('deadline_not_passed')
    expect(shut('draftAnswer', on('2025-10-11', lines))).toBeUndefined()
    expect(shut('draftAnswer', on('2025-12-12', [notified('2025-09-03')]))).toBe('fee_not_delivered')
  })
  test('that the request is no longer handled, and nothing else', () => {
    expect(whyNotTaken('draftAnswer', on('2025-10-14', lines, 'clerk', letter), unpaid)).toBeUndefined()
    expect(whyNotTaken('draftAnswer', on('2025-10-14', lines, 'clerk', letter), granted)).toBe(
      'fee_unpaid_only outcome',
    )
  })
  test('not where no notice was sent, nor where it was paid or waived', () => {
    expect(whyNotTaken('draftAnswer', on('2025-09-08', [], 'clerk', letter), unpaid)).toBe('outcome_needs')
    for (const settled of [paid('2025-09-10'), waived('2025-09-10')])
      expect(whyNotTaken('draftAnswer', on('2025-09-12', [...lines, settled], 'clerk', letter), unpaid)).toBe(
        'outcome_needs',
      )
  })
  test('late is the applicant then, and no reason is asked of the organ', () => {
    const draft = aDraft([], 'other.feeUnpaid')
    const ready: Told[] = [...lines, ['2025-10-14', 'answerDrafted', draft]]
    const issue = { hash: draft.hash, ...byPost, lateReason: '' }
    expect(whyNotTaken('issueAnswer', on('2026-01-14', ready, 'clerk', letter), issue)).toBeUndefined()
  })
})
