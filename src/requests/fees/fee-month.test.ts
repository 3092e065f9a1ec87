import { describe, expect, test } from 'vitest'
import { plainDate } from '../../days/plain-date.ts'
import { feeDayOf, monthOf, piecesBefore } from './fee-month.ts'
import { aPiece } from './testing/a-piece.ts'

const ids = (pieces: readonly { readonly id: string }[]) => pieces.map(({ id }) => id)

describe('which pieces of an applicant make up a natural month', () => {
  const own = aPiece('05', '2026-06-15')
  test('those received before in the same month, in their order; no later one and no other month', () => {
    const all = [
      aPiece('09', '2026-06-16'),
      aPiece('02', '2026-06-30'),
      aPiece('03', '2026-06-10'),
      aPiece('01', '2026-06-01'),
      aPiece('00', '2026-05-31'),
      aPiece('04', '2025-06-10'),
      aPiece('06', '2026-07-01'),
    ]
    expect(ids(piecesBefore(own, all, 'receivedOn'))).toEqual(['01', '03'])
  })
  test('of one day in the order in which they were taken down', () => {
    const all = [aPiece('06', '2026-06-15'), aPiece('04', '2026-06-15'), aPiece('02', '2026-06-15')]
    expect(ids(piecesBefore(own, all, 'receivedOn'))).toEqual(['02', '04'])
  })
  test('itself it does not precede, whether or not it is among them', () => {
    expect(piecesBefore(own, [own], 'receivedOn')).toEqual([])
    expect(piecesBefore(own, [], 'receivedOn')).toEqual([])
  })
  test('the day comes before the order of the register', () =>
    expect(ids(piecesBefore(own, [aPiece('09', '2026-06-14')], 'receivedOn'))).toEqual(['09']))
  test('split pieces count as the pieces that they are', () => {
    const whole = aPiece('01', '2026-06-10')
    const all = [
      whole,
      aPiece('02', '2026-06-10', { splitFrom: '01' }),
      aPiece('03', '2026-06-10', { splitFrom: '01' }),
    ]
    expect(ids(piecesBefore(own, all, 'receivedOn'))).toEqual(['01', '02', '03'])
  })
  test('by the day of registration, where the organ has chosen it', () => {
    const late = aPiece('04', '2026-05-31', { registeredOn: '2026-06-02' })
    expect(ids(piecesBefore(own, [late], 'receivedOn'))).toEqual([])
    expect(ids(piecesBefore(own, [late], 'registeredOn'))).toEqual(['04'])
  })
})

describe('by which day a piece falls in its month', () => {
  const whole = aPiece('01', '2026-05-29', { registeredOn: '2026-05-30' })
  const part = aPiece('02', '2026-05-29', { registeredOn: '2026-06-02', splitFrom: '01' })
  const partOfPart = aPiece('03', '2026-05-29', { registeredOn: '2026-07-02', splitFrom: '02' })
  const all = [whole, part, partOfPart]
  test('by receipt, each has its own', () => expect(feeDayOf(part, all, 'receivedOn')).toBe('2026-05-29'))
  test('by registration, what was split off falls with what was handed in', () => {
    expect(feeDayOf(whole, all, 'registeredOn')).toBe('2026-05-30')
    expect(feeDayOf(part, all, 'registeredOn')).toBe('2026-05-30')
    expect(feeDayOf(partOfPart, all, 'registeredOn')).toBe('2026-05-30')
  })
  test('where that is not among them, by its own', () =>
    expect(feeDayOf(part, [part], 'registeredOn')).toBe('2026-06-02'))
  test('a month is a year with its month', () => expect(monthOf(plainDate('2026-06-30'))).toBe('2026-06'))
})
