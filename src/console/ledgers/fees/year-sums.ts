import type { FeeSum } from '../../../ledgers/fees/fee.ts'
import { addYuan } from '../../../money/yuan.ts'

/** What came in during a year, in all and by item. */
export interface YearSum {
  readonly year: number
  readonly receipts: number
  /** Yuan, two decimals. */
  readonly amount: string
  readonly items: readonly FeeSum[]
}

/** The sums of items, added up by year without rounding; the years stand in the order in which they come. */
export const yearSums = (sums: readonly FeeSum[]): YearSum[] =>
  [...Map.groupBy(sums, ({ year }) => year)].map(([year, items]) => ({
    year,
    receipts: items.reduce((total, { receipts }) => total + receipts, 0),
    amount: addYuan(items.map(({ amount }) => amount)),
    items,
  }))
