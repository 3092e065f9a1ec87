import type { Tx } from '../db/database.ts'
import { formatForYear } from '../law/report-formats.ts'
import type { FiguresWatch, Moved } from '../ledgers/figures-watch.ts'
import { cellName } from './cell-name.ts'
import { compileFigures, periodOf } from './compile.ts'
import { listFrozen } from './draft/store.ts'
import { noteDrift } from './drift.ts'
import { figure } from './report.ts'
import { cellsOf } from './sheet.ts'
import { findShortcomings } from './shortcomings.ts'
import { narrativeFacts } from './store/narrative-facts.ts'
import { listPublished } from './store/published.ts'

/** What a report of the year counts, in its tables and in its text, as the registers have it now; to be compared only. */
export async function countedIn(tx: Tx, organId: number, year: number): Promise<string> {
  const period = periodOf(year)
  const facts = await narrativeFacts(tx, organId, period, await findShortcomings(tx, organId, period))
  return JSON.stringify([await compileFigures(tx, organId, year), facts])
}

type Figures = Awaited<ReturnType<typeof compileFigures>>

/** Cell by cell what a report of the year said and would say. */
const changedCells = (year: number, before: Figures, after: Figures): string[] => {
  const format = formatForYear(year)
  return format === undefined
    ? []
    : cellsOf(format).flatMap((cell) => {
        const [old, now] = [figure(before, cell), figure(after, cell)]
        return String(old) === String(now) ? [] : [`${cellName(format, cell)}由${old}变为${now}`]
      })
}

/** Years whose report is public or stands frozen on its way there, the latest first. */
async function listFrozenYears(tx: Tx, organId: number): Promise<number[]> {
  const published = await listPublished(tx, organId)
  const frozen = await listFrozen(tx, organId)
  const years = [...published.map(({ year }) => year), ...frozen.map(({ row }) => row.year)]
  return [...new Set(years)].sort((a, b) => b - a)
}

/** What is told of frozen reports to whoever changes the registers. Reports of before 2021 have a form that no register fills. */
export const reportsWatch: FiguresWatch = {
  listPublished: listFrozenYears,
  count: async (tx, organId, mayConcern) => {
    const years = (await listFrozenYears(tx, organId))
      .filter((year) => formatForYear(year)?.id === '2021' && mayConcern(year))
      .toSorted()
    const counted = new Map<number, { all: string; figures: Figures }>()
    const count = async (year: number) => ({
      all: await countedIn(tx, organId, year),
      figures: await compileFigures(tx, organId, year),
    })
    for (const year of years) counted.set(year, await count(year))
    return async () => {
      const moved: Moved[] = []
      for (const year of years) {
        const [before, after] = [counted.get(year), await count(year)]
        if (before && after.all !== before.all)
          moved.push({ year, cells: changedCells(year, before.figures, after.figures) })
      }
      return moved
    }
  },
  noteMoved: async (tx, actor) => {
    await noteDrift(tx, actor)
  },
}
