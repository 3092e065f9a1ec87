import type { PlainDate } from '../days/plain-date.ts'
import { type InForce, inForceOn } from './in-force.ts'

/** Up to and including `upTo` units, each costs `price` yuan; null reaches without end. */
export interface FeeBand {
  readonly upTo: number | null
  readonly price: number
}

export interface FeeLadder extends InForce {
  readonly notice: string
  /** Pieces of one applicant received in one natural month; after the last band every `every` pieces cost `raisesBy` more each. */
  readonly perRequest: { readonly bands: readonly FeeBand[]; readonly every: number; readonly raisesBy: number }
  /** Pages (one side, A4 or smaller) of one request; never added up over several. */
  readonly perPage: { readonly bands: readonly FeeBand[] }
}

/** 信息处理费办法: an organ charges one request by piece or by page, never by both. */
export const feeLadders: readonly FeeLadder[] = [
  {
    notice: '国办函〔2020〕109号',
    from: '2021-01-01',
    to: null,
    perRequest: {
      bands: [
        { upTo: 10, price: 0 },
        { upTo: 30, price: 100 },
      ],
      every: 10,
      raisesBy: 100,
    },
    perPage: {
      bands: [
        { upTo: 30, price: 0 },
        { upTo: 100, price: 10 },
        { upTo: 200, price: 20 },
        { upTo: null, price: 40 },
      ],
    },
  },
]

const mostUnits = 100_000

const refuseCount = (count: number, unit: string): void => {
  if (!Number.isInteger(count) || count < 0 || count > mostUnits) {
    throw new RangeError(`${unit}应为0至${mostUnits}的整数，现为${count}`)
  }
}

const findLadder = (day: PlainDate): FeeLadder | undefined => feeLadders.find((entry) => inForceOn(entry, day))

/** Whether anything could be charged on that day. */
export const hasFeeLadder = (day: PlainDate): boolean => findLadder(day) !== undefined

function ladderOn(day: PlainDate): FeeLadder {
  const ladder = findLadder(day)
  if (!ladder) throw new RangeError(`${day}没有信息处理费收费标准，不能收取信息处理费`)
  return ladder
}

/** Excess-progressive: each band's price only for the units that fall in it. */
function sumBands(bands: readonly FeeBand[], count: number): number {
  let fee = 0
  let below = 0
  for (const { upTo, price } of bands) {
    const reach = Math.min(count, upTo ?? count)
    fee += Math.max(0, reach - below) * price
    below = upTo ?? count
  }
  return fee
}

function cumulativePerRequest({ bands, every, raisesBy }: FeeLadder['perRequest'], count: number): number {
  const last = bands.at(-1)
  const rising: FeeBand[] = []
  let { upTo, price } = last ?? { upTo: 0, price: 0 }
  while (upTo !== null && upTo < count) {
    upTo += every
    price += raisesBy
    rising.push({ upTo, price })
  }
  return sumBands([...bands, ...rising], count)
}

/**
 * Yuan for `pieces` more pieces when the applicant already has `before` in the same natural month at this organ.
 * Every piece counts, whatever the answer. Refuses days without a fee law.
 */
export function perRequestFee(day: PlainDate, pieces: number, before = 0): number {
  refuseCount(pieces, '件数')
  refuseCount(before, '本月已有件数')
  const { perRequest } = ladderOn(day)
  return cumulativePerRequest(perRequest, before + pieces) - cumulativePerRequest(perRequest, before)
}

/**
 * Yuan for the pages of one request. `before`: pages already charged, where an organ adds up those of several requests. Refuses days
 * without a fee law.
 */
export function perPageFee(day: PlainDate, pages: number, before = 0): number {
  refuseCount(pages, '页数')
  refuseCount(before, '已计页数')
  const { bands } = ladderOn(day).perPage
  return sumBands(bands, before + pages) - sumBands(bands, before)
}
