import type { EventData } from '../../event.ts'
import type { Told } from '../../testing/a-history.ts'

/** How a fee of one hundred yuan was reckoned: the eleventh piece of its month. */
export const aNotice: EventData<'feeNotified'> = {
  basis: 'perRequest',
  month: '2025-09',
  counted: [{ id: '1', number: '〔2025〕1号' }],
  pages: null,
  pagesBefore: 0,
  way: '扫码缴纳',
  code: '330',
  letter: null,
}

export const notified = (on: string, amount = '100.00', more: Partial<EventData<'feeNotified'>> = {}): Told => [
  on,
  'feeNotified',
  { ...aNotice, ...more },
  'clerk',
  amount,
]
export const delivered = (on: string): Told => [on, 'feeDelivered', { how: '签收单', correction: '' }]
export const paid = (on: string, amount = '100.00', receiptNumber = '0001'): Told => [
  on,
  'feePaid',
  { receiptNumber },
  'clerk',
  amount,
]
export const waived = (on: string, amount = '100.00'): Told => [on, 'feeWaived', { reason: '困难' }, 'ogi', amount]
export const refunded = (on: string, amount: string): Told => [
  on,
  'feeRefunded',
  { reason: '多收', voucherNumber: 'T1' },
  'clerk',
  amount,
]
