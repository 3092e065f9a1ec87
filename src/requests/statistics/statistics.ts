import { z } from 'zod'
import { exportForm, span } from '../../lists/wanted.ts'

/** By what the requests of a time are counted. */
export const statisticsBy = [
  { id: 'month', label: '按月' },
  { id: 'outcome', label: '按结果和依据' },
  { id: 'unit', label: '按科室' },
] as const
export type StatisticsBy = (typeof statisticsBy)[number]['id']

/** Without days, of the present year. */
export const WantedStatistics = z.strictObject({
  by: z.enum(statisticsBy.map(({ id }) => id)).default('month'),
  ...span,
})
export type WantedStatistics = z.infer<typeof WantedStatistics>
export const ExportedStatistics = WantedStatistics.extend(exportForm)

/** A figure with the list that it counts, as the list is asked for; null where it counts none. */
export interface Figure {
  readonly count: number
  readonly list: Readonly<Record<string, string>>
}

/** A line of the statistics. Of outcomes only what was concluded is known. */
export interface StatisticsLine {
  readonly key: string
  readonly label: string
  /** The article of an outcome; empty of anything else. */
  readonly ground: string
  readonly received: Figure | null
  readonly concluded: Figure
  /** Of those received in the time, the ones that are not concluded yet. */
  readonly open: Figure | null
}

export interface Statistics {
  readonly by: StatisticsBy
  readonly from: string
  readonly to: string
  readonly lines: readonly StatisticsLine[]
  readonly sums: Pick<StatisticsLine, 'received' | 'concluded' | 'open'>
}
