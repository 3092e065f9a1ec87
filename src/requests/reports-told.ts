import type { Tx } from '../db/database.ts'
import { listPublishedYears } from '../ledgers/figures-watch.ts'
import type { NewEvent } from './event.ts'
import { registrationFields } from './registration.ts'
import { reportCells } from './report-cells.ts'
import type { Request } from './request.ts'
import { isOfService } from './service/leaves-on.ts'

/** The published years in whose report a request counts otherwise after a change. */
export async function yearsMoved(tx: Tx, before: Request, after: Request): Promise<number[]> {
  const published = await listPublishedYears(tx, before.organId)
  return published.filter((year) => cellsMoved(before, after, year).length > 0)
}

/** In which cells of a year's report the request counts no more, and in which it counts now. */
function cellsMoved(before: Request, after: Request, year: number): string[] {
  const [was, is] = [reportCells(before, year), reportCells(after, year)]
  const isIn = (cells: typeof was) => (each: (typeof was)[number]) =>
    cells.some(({ row, column }) => row === each.row && column === each.column)
  const named = ({ rowLabel, columnLabel }: (typeof was)[number]) => `“${rowLabel}”行“${columnLabel}”列`
  return [
    ...was.filter((cell) => !isIn(is)(cell)).map((cell) => `${named(cell)}减1`),
    ...is.filter((cell) => !isIn(was)(cell)).map((cell) => `${named(cell)}加1`),
  ]
}

/** What people are told of published reports before a correction takes effect; nothing where none moves. */
export async function toldOfReports(
  tx: Tx,
  before: Request,
  after: Request,
  added: readonly NewEvent[],
): Promise<string[]> {
  if (added.some(isOfService)) {
    const years = await yearsMoved(tx, before, after)
    return years.length > 0 ? [reportsDiffer(years, movedCells(before, after, years))] : []
  }
  const correction = added.find((fact) => fact.kind === 'registrationCorrected')
  if (correction?.kind !== 'registrationCorrected') return []
  const moves = registrationFields.some((field) => 'moves' in field && correction.data.to[field.id] !== undefined)
  const second = moves ? ['涉及日期或者年度报告数字，须由另一人确认后生效。'] : []
  const years = await yearsMoved(tx, before, after)
  return years.length > 0 ? [...second, reportsDiffer(years, movedCells(before, after, years))] : second
}

const movedCells = (before: Request, after: Request, years: readonly number[]): string[] =>
  years.map((year) => `${year}年度报告第三部分${cellsMoved(before, after, year).join('、')}`)

/** That published reports no longer agree with the registers, cell by cell. */
const reportsDiffer = (years: readonly number[], moved: readonly string[]): string =>
  `${years.join('、')}年度报告已经定稿，更正后其中的数字与台账不再一致（${moved.join('；')}），须修订该年度报告。`
