import type { Tx } from '../db/database.ts'
import { formatForYear } from '../law/report-formats.ts'
import { compileFigures, periodOf } from './compile.ts'
import { findShortcomings } from './shortcomings.ts'
import { narrativeFacts } from './store/narrative-facts.ts'
import { listPublished } from './store/published.ts'

/** What a report of the year counts, in its tables and in its text, as the registers have it now; to be compared only. */
export async function countedIn(tx: Tx, organId: number, year: number): Promise<string> {
  const period = periodOf(year)
  const facts = await narrativeFacts(tx, organId, period, await findShortcomings(tx, organId, period))
  return JSON.stringify([await compileFigures(tx, organId, year), facts])
}

export interface Watched<T> {
  readonly done: T
  /** Published years in whose report something counts otherwise than before, the earliest first. */
  readonly moved: readonly number[]
}

/**
 * Does the work and tells which published reports it moves. Reports of before 2021 have a form that no register fills. A year
 * that cannot be concerned, which the caller may know, is not counted.
 */
export async function watchReports<T>(
  tx: Tx,
  organId: number,
  work: () => Promise<T>,
  mayConcern: (year: number) => boolean = () => true,
): Promise<Watched<T>> {
  const years = (await listPublished(tx, organId))
    .map(({ year }) => year)
    .filter((year) => formatForYear(year)?.id === '2021' && mayConcern(year))
    .toSorted()
  const counted = new Map<number, string>()
  for (const year of years) counted.set(year, await countedIn(tx, organId, year))
  const done = await work()
  const moved: number[] = []
  for (const year of years) if ((await countedIn(tx, organId, year)) !== counted.get(year)) moved.push(year)
  return { done, moved }
}
