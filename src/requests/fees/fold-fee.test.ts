import { describe, expect, test } from 'vitest'
import { nationalCalendar } from '../../calendar/calendar.ts'
import { plainDate } from '../../days/plain-date.ts'
import { lessYuan } from '../../money/yuan.ts'
import { answerClock, delayedUntil, feeLapsesOn } from '../clock.ts'
import { nextDue } from '../due.ts'
import { foldHistory } from '../history.ts'
import { isLate } from '../late.ts'
import { type Told, told } from '../testing/a-history.ts'
import { feeStandingLabel } from './fee-standing.ts'
import { isAwaited } from './fold-fee.ts'
import { standingOfFee } from './how-fee-stands.ts'
import { delivered, notified, paid, refunded, waived } from './testing/a-fee.ts'

const day = plainDate
const received: Told[] = [
  ['2025-09-01', 'arrived', {}],
  ['2025-09-01', 'received', {}],
]
const fold = (...lines: Told[]) => foldHistory(told(...received, ...lines))
const clockOf = (today: string, ...lines: Told[]) => {
  const clock = answerClock(nationalCalendar, fold(...lines), day(today))
  if (!clock) throw new Error('no clock')
  return clock
}

describe('the fee as its events tell it', () => {
  test('none was charged', () => {
    expect(fold().fee).toBeNull()
    expect(isAwaited(fold().fee)).toBe(false)
  })
  test('a ledger tells of one that is not followed: the request is handled as before', () => {
    const { fee, status, feeNotified } = fold(['2025-09-02', 'feeNotified', {}, 'clerk', '100.00'])
    expect([fee, status]).toEqual([null, 'processing'])
    expect(feeNotified).toEqual({ on: '2025-09-02', amount: '100.00' })
  })
  test('notified, it is waited for', () => {
    const { fee, status } = fold(notified('2025-09-03'))
    expect(status).toBe('awaitingPayment')
    expect(fee).toMatchObject({
      notifiedOn: '2025-09-03',
      amount: '100.00',
      delivered: null,
      waived: '0.00',
      due: '100.00',
      paid: null,
      refunded: '0.00',
      settledOn: null,
      restarts: false,
      notice: { basis: 'perRequest' },
    })
  })
  test('paid, it is settled and the request goes on', () => {
    const { fee, status } = fold(notified('2025-09-03'), delivered('2025-09-05'), paid('2025-09-10'))
    expect(status).toBe('processing')
    expect(fee).toMatchObject({
      delivered: { on: '2025-09-05', by: 4, how: '签收单' },
      paid: { on: '2025-09-10', amount: '100.00', receiptNumber: '0001' },
      settledOn: '2025-09-10',
      restarts: true,
    })
  })
  test('waived in part the rest is due; waived wholly nothing is waited for, on the day of the last waiver', () => {
    const some = fold(notified('2025-09-03'), waived('2025-09-04', '30.50'))
    expect(some.fee).toMatchObject({ waived: '30.50', due: '69.50', settledOn: null })
    expect(some.status).toBe('awaitingPayment')
    const all = fold(notified('2025-09-03'), waived('2025-09-04', '30.50'), waived('2025-09-08', '69.50'))
    expect(all.fee).toMatchObject({ waived: '100.00', due: '0.00', settledOn: '2025-09-08', restarts: false })
    expect(all.status).toBe('processing')
  })
  test('refunds add up', () => {
    const { fee } = fold(
      notified('2025-09-03'),
      paid('2025-09-10'),
      refunded('2025-09-11', '20.00'),
      refunded('2025-09-12', '0.05'),
    )
    expect(fee?.refunded).toBe('20.05')
  })
  test('money is exact', () => {
    expect(lessYuan('100.00', '0.00', '99.99')).toBe('0.01')
    expect(lessYuan('1.00', '3.00')).toBe('-2.00')
  })
  test('payment and waiver make the draft void that says it was not paid', () => {
    const draft: Told = ['2025-10-20', 'answerDrafted', { outcome: 'other.feeUnpaid', levels: [] } as never]
    const lines = [notified('2025-09-03'), delivered('2025-09-05'), draft]
    expect(fold(...lines).draft).not.toBeNull()
    expect(fold(...lines, paid('2025-09-30')).draft).toBeNull()
    expect(fold(...lines, waived('2025-10-21')).draft).toBeNull()
  })
})

describe('until when it is to be paid', () => {
  test('twenty working days from the day after receipt of the notice', () => {
    const { fee } = fold(notified('2025-09-03'), delivered('2025-09-05'))
    // National Day and its shifted days lie between.
    expect(fee && feeLapsesOn(nationalCalendar, fee)).toBe('2025-10-10')
  })
  test('nobody knows while its receipt is not taken down', () => {
    const history = fold(notified('2025-09-03'))
    expect(history.fee && feeLapsesOn(nationalCalendar, history.fee)).toBeNull()
    expect(nextDue(nationalCalendar, history, day('2025-09-04'))).toBeNull()
  })
  test('it is what is due next', () =>
    expect(nextDue(nationalCalendar, fold(notified('2025-09-03'), delivered('2025-09-05')), day('2025-10-09'))).toEqual(
      {
        kind: 'feePayment',
        on: '2025-10-10',
        why: '等待申请人缴纳信息处理费，自收到收费通知书次日起20个工作日（信息处理费管理办法）',
        leftDays: 1,
        isOver: false,
        isToday: false,
      },
    ))
})

describe('how the answer period goes on', () => {
  test('it is left out from the day after the notice while it is waited for', () => {
    const clock = clockOf('2025-09-12', notified('2025-09-03'))
    expect(clock.excluded).toEqual([{ label: '等待申请人缴费', from: '2025-09-04', to: '2025-09-12' }])
    expect([clock.usedDays, clock.isPaused]).toEqual([2, true])
  })
  test('unpaid, it goes on after the last day to pay', () => {
    const clock = clockOf('2025-10-14', notified('2025-09-03'), delivered('2025-09-05'))
    expect(clock.excluded).toEqual([{ label: '等待申请人缴费', from: '2025-09-04', to: '2025-10-10' }])
    expect([clock.usedDays, clock.isPaused]).toEqual([5, false])
  })
  test('paid, it begins anew on the day after', () => {
    const clock = clockOf('2025-09-12', notified('2025-09-03'), paid('2025-09-10'))
    expect([clock.startedOn, clock.startReason, clock.usedDays]).toEqual([
      '2025-09-10',
      '缴费之日，期限自次日起重新计算',
      2,
    ])
    expect([clock.excluded, clock.isPaused]).toEqual([[], false])
  })
  test('or it goes on, as the notice said by the choice of the organ', () => {
    const goesOn = notified('2025-09-03', '100.00', { clock: 'resumes' })
    const clock = clockOf('2025-09-12', goesOn, paid('2025-09-10'))
    expect([clock.startedOn, clock.usedDays, clock.isPaused]).toEqual(['2025-09-01', 4, false])
    expect(clock.excluded).toEqual([{ label: '等待申请人缴费', from: '2025-09-04', to: '2025-09-10' }])
  })
  test('waived, it goes on, less the time of waiting', () => {
    const clock = clockOf('2025-09-12', notified('2025-09-03'), waived('2025-09-10'))
    expect([clock.startedOn, clock.usedDays]).toEqual(['2025-09-01', 4])
  })
  test('of a ledger payment begins it anew, as before', () => {
    const clock = clockOf('2025-09-12', ['2025-09-03', 'feeNotified', {}], ['2025-09-10', 'feePaid', {}])
    expect([clock.startedOn, clock.excluded]).toEqual(['2025-09-10', []])
  })
  test('the organ is not late while the applicant may pay', () => {
    expect(isLate(nationalCalendar, fold(notified('2025-09-03')), day('2025-12-01'))).toBe(false)
    expect(isLate(nationalCalendar, fold(), day('2025-12-01'))).toBe(true)
  })
  const delay: Told = ['2025-09-02', 'delayed', { until: day('2025-10-31'), reason: '', letter: null }]
  test.each([
    ['a day fixed before stands where payment gives no longer', paid('2025-09-10'), '2025-10-31'],
    ['and gives way where it does', paid('2025-10-20'), undefined],
  ])('%s', (_, payment, until) => {
    const history = fold(delay, notified('2025-09-03'), payment)
    expect(delayedUntil(history, answerClock(nationalCalendar, history, day('2025-10-21')))).toBe(until)
  })
  test('a day fixed after payment stands', () => {
    const later: Told = ['2025-10-21', 'delayed', { until: day('2025-10-31'), reason: '', letter: null }]
    const history = fold(notified('2025-09-03'), paid('2025-10-20'), later)
    expect(delayedUntil(history, answerClock(nationalCalendar, history, day('2025-10-21')))).toBe('2025-10-31')
  })
})

describe('how it stands', () => {
  const on = (today: string, ...lines: Told[]) => standingOfFee(nationalCalendar, fold(...lines), day(today))
  const notice = notified('2025-09-03')
  const known = [notice, delivered('2025-09-05')]
  const over: Told = ['2025-10-20', 'concluded', { outcome: 'other.feeUnpaid' }]
  test.each([
    ['no notice', undefined, '2025-09-10', []],
    ['not known to have arrived', 'undelivered', '2025-12-10', [notice]],
    ['the last day', 'awaited', '2025-10-10', known],
    ['the day after', 'lapsed', '2025-10-11', known],
    ['paid', 'paid', '2025-12-10', [...known, paid('2025-09-08')]],
    ['refunded in part', 'paid', '2025-12-10', [...known, paid('2025-09-08'), refunded('2025-09-09', '50.00')]],
    ['refunded wholly', 'refunded', '2025-12-10', [...known, paid('2025-09-08'), refunded('2025-09-09', '100.00')]],
    ['waived', 'waived', '2025-12-10', [...known, waived('2025-09-08')]],
    ['concluded unpaid', 'ended', '2025-12-10', [...known, over]],
    ['concluded after payment', 'paid', '2025-12-10', [...known, paid('2025-09-08'), over]],
    ['of a ledger', 'awaited', '2025-12-10', [['2025-09-03', 'feeNotified', {}]]],
    [
      'of a ledger, paid',
      'paid',
      '2025-12-10',
      [
        ['2025-09-03', 'feeNotified', {}],
        ['2025-09-04', 'feePaid', {}],
      ],
    ],
  ] as [string, string | undefined, string, Told[]][])('%s: %s', (_, standing, today, lines) =>
    expect(on(today, ...lines)).toBe(standing),
  )
  test('in words', () => {
    expect(feeStandingLabel('lapsed')).toBe('逾期未缴')
  })
})
