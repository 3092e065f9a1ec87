import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, plainDate } from '../../days/plain-date.ts'
import { perRequestFee } from '../../law/fees.ts'
import { Refusal } from '../../refusal.ts'
import { type FeeMonthKey, feeDayOf, monthOf, type Piece, piecesBefore } from './fee-month.ts'
import { type FeeChosen, type FeeMatter, reckonFee } from './reckon-fee.ts'
import { aPiece } from './testing/a-piece.ts'

const numbered = (index: number): string => String(index).padStart(4, '0')
const earlier = (count: number): Piece[] =>
  Array.from({ length: count }, (_, index) => aPiece(numbered(index), '2026-06-01'))
const own = aPiece('9999', '2026-06-02')
const byPiece: FeeChosen = { basis: 'perRequest', pages: null }
const byPage = (pages: number | null): FeeChosen => ({ basis: 'perPage', pages })

const aFee = (chosen: FeeChosen, facts: Partial<FeeMatter> = {}) =>
  reckonFee(
    { own, all: [own], monthKey: 'receivedOn', isGivenOut: true, chargedPages: [], addsPages: false, ...facts },
    chosen,
  )
const refused = (chosen: FeeChosen, facts: Partial<FeeMatter> = {}): string | undefined => {
  try {
    aFee(chosen, facts)
    return undefined
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return `${error.code} ${error.field ?? ''}`.trim()
  }
}

describe('by piece: the piece that it is in its month, at the price of its band', () => {
  test.each([
    [10, '100.00'],
    [29, '100.00'],
    [30, '200.00'],
    [39, '200.00'],
    [40, '300.00'],
    [50, '400.00'],
    [99, '800.00'],
  ])('after %i pieces it costs %s yuan', (count, amount) =>
    expect(aFee(byPiece, { all: earlier(count) })).toEqual({
      basis: 'perRequest',
      month: '2026-06',
      counted: earlier(count).map(({ id, number }) => ({ id, number })),
      pages: null,
      pagesBefore: 0,
      amount,
    }),
  )
  test('nobody is sent a notice of nothing', () => {
    expect(refused(byPiece, { all: earlier(9) })).toBe('nothing_to_charge basis')
    expect(refused(byPiece)).toBe('nothing_to_charge basis')
  })
  test('the month begins anew', () =>
    expect(refused(byPiece, { all: earlier(40), own: aPiece('9999', '2026-07-01') })).toBe('nothing_to_charge basis'))
  test('by the day that the organ has chosen', () => {
    const late = aPiece('9999', '2026-05-31', { registeredOn: '2026-06-02' })
    expect(refused(byPiece, { all: earlier(10), own: late })).toBe('nothing_to_charge basis')
    expect(aFee(byPiece, { all: earlier(10), own: late, monthKey: 'registeredOn' })).toMatchObject({
      month: '2026-06',
      amount: '100.00',
    })
  })
  test('also what is read at the organ', () =>
    expect(aFee(byPiece, { all: earlier(10), isGivenOut: false }).amount).toBe('100.00'))
})

describe('by page: the pages of this request', () => {
  test.each([
    [31, '10.00'],
    [100, '700.00'],
    [101, '720.00'],
    [200, '2700.00'],
    [201, '2740.00'],
    [300, '6700.00'],
  ])('%i pages cost %s yuan', (pages, amount) =>
    expect(aFee(byPage(pages), { all: earlier(40) })).toMatchObject({
      basis: 'perPage',
      pages,
      pagesBefore: 0,
      amount,
    }),
  )
  test('thirty are free, and no notice is sent of them', () =>
    expect(refused(byPage(30))).toBe('nothing_to_charge pages'))
  test('what the applicant only reads is not counted by page', () =>
    expect(refused(byPage(100), { isGivenOut: false })).toBe('fee_pages_not_given basis'))
  test('without a number of pages nothing is reckoned', () =>
    expect(refused(byPage(null))).toBe('fee_pages_missing pages'))
  const chargedPages = [
    { month: '2026-06', pages: 20 },
    { month: '2026-06', pages: 60 },
    { month: '2026-05', pages: 500 },
  ]
  test('pages of several requests are not added up', () =>
    expect(refused(byPage(30), { chargedPages })).toBe('nothing_to_charge pages'))
  test('unless the organ has chosen so: those of the month', () =>
    expect(aFee(byPage(30), { chargedPages, addsPages: true })).toMatchObject({ pagesBefore: 80, amount: '400.00' }))
})

describe('what the law does not allow', () => {
  test('one request by piece and by page', () => {
    expect(refused({ basis: 'perRequest', pages: 120 }, { all: earlier(20) })).toBe('fee_by_both pages')
  })
  test('before the law', () => {
    const early = aPiece('9999', '2020-12-31')
    expect(refused(byPiece, { own: early })).toBe('no_fee_law')
    expect(refused(byPage(100), { own: early })).toBe('no_fee_law')
    expect(aFee(byPage(100), { own: aPiece('9999', '2021-01-01') }).amount).toBe('700.00')
  })
})

/** Requests of several applicants over a few months, some of them split. */
const asked = fc.record({
  day: fc.nat(120),
  /** Whose it is, whoever hands it in for them. */
  principal: fc.nat(2),
  pieces: fc.integer({ min: 1, max: 15 }),
  registeredLater: fc.nat(3),
})

interface Registered {
  readonly piece: Piece
  readonly principal: number
}

/** The register as it grows: the pieces of a split come after what they are split from. */
function register(requests: readonly (typeof asked extends fc.Arbitrary<infer Asked> ? Asked : never)[]): Registered[] {
  let last = 0
  return requests.flatMap(({ day, principal, pieces, registeredLater }) => {
    const receivedOn = addDays(plainDate('2026-03-01'), day)
    const registeredOn = addDays(receivedOn, registeredLater)
    const whole = numbered(last)
    return Array.from({ length: pieces }, (_, index) => {
      const id = numbered(last)
      last += 1
      return {
        principal,
        piece: aPiece(id, receivedOn, {
          registeredOn: index === 0 ? registeredOn : addDays(registeredOn, 40),
          splitFrom: index === 0 ? null : whole,
        }),
      }
    })
  })
}

const yuanOf = (chosen: FeeChosen, facts: Partial<FeeMatter>): number => {
  try {
    return Number(aFee(chosen, facts).amount)
  } catch (error) {
    if (error instanceof Refusal && error.code === 'nothing_to_charge') return 0
    throw error
  }
}

test('over any months, splits and agents: the fees of all pieces of a month make up the ladder of that month', () => {
  fc.assert(
    fc.property(
      fc.array(asked, { maxLength: 20 }),
      fc.constantFrom<FeeMonthKey>('receivedOn', 'registeredOn'),
      (requests, monthKey) => {
        const all = register(requests)
        for (const ofOne of Map.groupBy(all, ({ principal }) => principal).values()) {
          const pieces = ofOne.map(({ piece }) => piece)
          const months = Map.groupBy(pieces, (piece) => monthOf(feeDayOf(piece, pieces, monthKey)))
          for (const [month, inMonth] of months) {
            const charged = inMonth.map((piece) => yuanOf(byPiece, { own: piece, all: pieces, monthKey }))
            const sum = charged.reduce((total, yuan) => total + yuan, 0)
            expect(sum).toBe(perRequestFee(plainDate(`${month}-01`), inMonth.length))
            // In whatever order the notices are sent, each piece has its own place.
            const places = inMonth.map((piece) => piecesBefore(piece, pieces, monthKey).length)
            expect(places.toSorted((one, other) => one - other)).toEqual(inMonth.map((_, index) => index))
          }
        }
      },
    ),
    { numRuns: 150 },
  )
})

test('whatever is chosen, a fee is by one measure: by piece it has no pages, by page it has them', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('perRequest' as const, 'perPage' as const),
      fc.option(fc.integer({ min: 1, max: 5000 })),
      fc.nat(60),
      (basis, pages, count) => {
        const facts = { all: earlier(count) }
        const code = refused({ basis, pages }, facts)
        if (basis === 'perRequest' && pages !== null) expect(code).toBe('fee_by_both pages')
        if (basis === 'perPage' && pages === null) expect(code).toBe('fee_pages_missing pages')
        if (code) return
        const fee = aFee({ basis, pages }, facts)
        expect(fee.pages === null).toBe(fee.basis === 'perRequest')
        expect(Number(fee.amount)).toBeGreaterThan(0)
      },
    ),
  )
})
