import type { Tx } from '../db/database.ts'
import { reportFormat2021 } from '../law/report-format-2021.ts'
import { formatForYear } from '../law/report-formats.ts'
import type { FiguresWatch, Moved } from '../ledgers/figures-watch.ts'
import { cellName } from './cell-name.ts'
import { compileFigures, periodOf } from './compile.ts'
import { foldDraft } from './draft/draft.ts'
import { withStatedCells } from './draft/stated.ts'
import { listFrozen } from './draft/store.ts'
import { noteDrift } from './drift.ts'
import { figure, type StatedCell } from './report.ts'
import { cellsOf } from './sheet.ts'
import { findShortcomings } from './shortcomings.ts'
import { narrativeFacts } from './store/narrative-facts.ts'
import { findStanding, listPublished } from './store/published.ts'

/** What a report of the year counts, in its tables and in its text, as the registers have it now; to be compared only. */
export const countedIn = async (tx: Tx, organId: number, year: number): Promise<string> =>
  JSON.stringify([await compileFigures(tx, organId, year), await factsOf(tx, organId, year)])

async function factsOf(tx: Tx, organId: number, year: number) {
  const period = periodOf(year)
  return narrativeFacts(tx, organId, period, await findShortcomings(tx, organId, period))
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

/** Whether the report of the year is public, or stands frozen on its way there. */
export const isFrozen = async (tx: Tx, organId: number, year: number): Promise<boolean> =>
  (await listFrozenYears(tx, organId)).includes(year)

/** The figures that the frozen report of the year states in the place of what is counted. */
async function statedIn(tx: Tx, organId: number, year: number): Promise<readonly StatedCell[]> {
  const open = (await listFrozen(tx, organId)).find(({ row }) => row.year === year)
  const frozen = open && foldDraft(open.events).submission?.snapshot.report
  const report = frozen ?? (await findStanding(tx, organId, year))?.published?.report
  return report?.stated ?? []
}

/** What is told of frozen reports to whoever changes the registers. Reports of before 2021 have a form that no register fills. */
export const reportsWatch: FiguresWatch = {
  listPublished: listFrozenYears,
  count: async (tx, organId, mayConcern) => {
    const years = (await listFrozenYears(tx, organId))
      .filter((year) => formatForYear(year)?.id === '2021' && mayConcern(year))
      .toSorted()
    const counted = new Map<number, { all: string; figures: Figures }>()
    const count = async (year: number) => {
      const stated = await statedIn(tx, organId, year)
      const figures = withStatedCells(reportFormat2021, await compileFigures(tx, organId, year), stated)
      return { all: JSON.stringify([figures, await factsOf(tx, organId, year)]), figures }
    }
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
