import type { Tx } from '../db/database.ts'
import { formatForYear } from '../law/report-formats.ts'
import type { FiguresWatch } from '../ledgers/figures-watch.ts'
import { compileFigures, periodOf } from './compile.ts'
import { noteDrift } from './drift.ts'
import { findShortcomings } from './shortcomings.ts'
import { narrativeFacts } from './store/narrative-facts.ts'
import { listPublished } from './store/published.ts'

/** What a report of the year counts, in its tables and in its text, as the registers have it now; to be compared only. */
export async function countedIn(tx: Tx, organId: number, year: number): Promise<string> {
  const period = periodOf(year)
  const facts = await narrativeFacts(tx, organId, period, await findShortcomings(tx, organId, period))
  return JSON.stringify([await compileFigures(tx, organId, year), facts])
}

/** What is told of published reports to whoever changes the registers. Reports of before 2021 have a form that no register fills. */
export const reportsWatch: FiguresWatch = {
  listPublished: async (tx, organId) => (await listPublished(tx, organId)).map(({ year }) => year),
  count: async (tx, organId, mayConcern) => {
    const years = (await listPublished(tx, organId))
      .map(({ year }) => year)
      .filter((year) => formatForYear(year)?.id === '2021' && mayConcern(year))
      .toSorted()
    const counted = new Map<number, string>()
    for (const year of years) counted.set(year, await countedIn(tx, organId, year))
    return async () => {
      const moved: number[] = []
      for (const year of years) if ((await countedIn(tx, organId, year)) !== counted.get(year)) moved.push(year)
      return moved
    }
  },
  noteMoved: async (tx, actor) => {
    await noteDrift(tx, actor)
  },
}
