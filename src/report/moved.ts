import type { Tx } from '../db/database.ts'
import { reportFormat2021 } from '../law/report-format-2021.ts'
import { formatForYear } from '../law/report-formats.ts'
import type { FiguresWatch, Moved } from '../ledgers/figures-watch.ts'
import { compileFigures, figuresWithStated, periodOf } from './compile.ts'
import { differingCells } from './differing-cells.ts'
import { foldDraft, frozenStatuses } from './draft/draft.ts'
import { findOpen, listOpen } from './draft/store.ts'
import { noteDrift } from './drift.ts'
import type { StatedCell } from './report.ts'
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

/** Years whose report is public or stands frozen on its way there, the latest first. */
async function listFrozenYears(tx: Tx, organId: number): Promise<number[]> {
  const published = await listPublished(tx, organId)
  const frozen = (await listOpen(tx, organId)).filter(({ status }) => frozenStatuses.includes(status))
  const years = [...published, ...frozen].map(({ year }) => year)
  return [...new Set(years)].sort((a, b) => b - a)
}

/** Whether the report of the year is public, or stands frozen on its way there. */
export const isFrozen = async (tx: Tx, organId: number, year: number): Promise<boolean> =>
  (await listFrozenYears(tx, organId)).includes(year)

/** The figures that the frozen report of the year states in the place of what is counted. */
async function statedIn(tx: Tx, organId: number, year: number): Promise<readonly StatedCell[]> {
  const open = await findOpen(tx, organId, year)
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
    const countFirst = async (year: number) => {
      const stated = await statedIn(tx, organId, year)
      const count = async () => {
        const figures = await figuresWithStated(tx, organId, year, stated)
        return { figures, all: JSON.stringify([figures, await factsOf(tx, organId, year)]) }
      }
      return { year, count, before: await count() }
    }
    const counted: Awaited<ReturnType<typeof countFirst>>[] = []
    for (const year of years) counted.push(await countFirst(year))
    return async () => {
      const moved: Moved[] = []
      for (const { year, count, before } of counted) {
        const after = await count()
        if (after.all === before.all) continue
        const cells = differingCells(reportFormat2021, before.figures, after.figures)
        moved.push({ year, cells: cells.map((each) => `${each.name}由${each.before}变为${each.after}`) })
      }
      return moved
    }
  },
  noteMoved: async (tx, actor) => {
    await noteDrift(tx, actor)
  },
}
