import { hasFeeLadder, perPageFee, perRequestFee } from '../../law/fees.ts'
import { refusals } from '../../refusal.ts'
import type { FeeBasis } from './fee-basis.ts'
import { type FeeMonthKey, feeDayOf, monthOf, type Piece, piecesBefore } from './fee-month.ts'

/** What is charged for one request, and how it came about. */
export interface ReckonedFee {
  readonly basis: FeeBasis
  /** The natural month in which it counts: `2026-06`. */
  readonly month: string
  /** The pieces of the month before this one. */
  readonly counted: readonly { readonly id: string; readonly number: string }[]
  /** Pages of this request; null where it is charged by piece. */
  readonly pages: number | null
  /** Pages of the month that were charged before; 0 where pages of several requests are not added up. */
  readonly pagesBefore: number
  /** Yuan with two decimals. */
  readonly amount: string
}

/** The same, with what looks like it and was not counted. */
export interface FeeFound extends ReckonedFee {
  /** Numbers of requests of the same month by the applicant's name or telephone, whose document number is another. */
  readonly alike: readonly string[]
}

export interface FeeMatter {
  readonly own: Piece
  /** Every received request of the same applicant at this organ. */
  readonly all: readonly Piece[]
  readonly monthKey: FeeMonthKey
  /** Whether the information is given on paper, by mail or as copied data: by the page only such is charged. */
  readonly isGivenOut: boolean
  /** The pages of the applicant's requests that were charged by page before, each with the month in which it counts. */
  readonly chargedPages: readonly { readonly month: string; readonly pages: number }[]
  readonly addsPages: boolean
}

/** What whoever charges has chosen. */
export interface FeeChosen {
  readonly basis: FeeBasis
  readonly pages: number | null
}

/**
 * 信息处理费办法: what this request costs, by piece or by page. Refuses both at once, a fee of nought, a month without a fee law,
 * and by page what the applicant only reads at the organ.
 */
export function reckonFee(matter: FeeMatter, { basis, pages }: FeeChosen): ReckonedFee {
  const { own, all, monthKey, chargedPages, addsPages } = matter
  const day = feeDayOf(own, [own, ...all], monthKey)
  if (!hasFeeLadder(day)) throw refusals.noFeeLaw()
  const counted = piecesBefore(own, all, monthKey).map(({ id, number }) => ({ id, number }))
  const common = { basis, month: monthOf(day), counted }
  if (basis === 'perRequest') {
    if (pages !== null) throw refusals.feeByBoth()
    return { ...common, pages, pagesBefore: 0, amount: charged(perRequestFee(day, 1, counted.length), 'perRequest') }
  }
  if (pages === null) throw refusals.feePagesMissing()
  if (!matter.isGivenOut) throw refusals.feePagesNotGiven()
  const pagesBefore = addsPages ? pagesIn(chargedPages, common.month) : 0
  return { ...common, pages, pagesBefore, amount: charged(perPageFee(day, pages, pagesBefore), 'perPage') }
}

const pagesIn = (chargedPages: FeeMatter['chargedPages'], month: string): number =>
  chargedPages.filter((each) => each.month === month).reduce((sum, each) => sum + each.pages, 0)

/** Nobody is sent a notice of nothing. */
function charged(yuan: number, basis: FeeBasis): string {
  if (yuan === 0) throw refusals.nothingToCharge(basis === 'perPage' ? 'pages' : 'basis')
  return `${yuan}.00`
}
