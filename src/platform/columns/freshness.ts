import { daysBetween, type PlainDate } from '../../days/plain-date.ts'

/** How a column stands against its update period (国办秘函〔2019〕19号): a warning at 70 % of it, before it is too late. */
export type Freshness = 'notDue' | 'fresh' | 'soon' | 'stale' | 'empty'

const warnAt = 0.7

export const freshnessLabels: Readonly<Record<Freshness, string>> = {
  notDue: '不要求更新',
  fresh: '按期更新',
  soon: '临近更新期限',
  stale: '超期未更新',
  empty: '尚无内容',
}

export interface Updated {
  /** Longest time without anything new, in calendar days; null where nothing is due. */
  readonly updateDays: number | null
  readonly updatedOn: PlainDate | null
}

export function freshnessOf({ updateDays, updatedOn }: Updated, today: PlainDate): Freshness {
  if (updateDays === null) return 'notDue'
  if (updatedOn === null) return 'empty'
  const days = daysBetween(updatedOn, today)
  if (days > updateDays) return 'stale'
  return days >= updateDays * warnAt ? 'soon' : 'fresh'
}
