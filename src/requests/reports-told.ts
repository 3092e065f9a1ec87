import type { Tx } from '../db/database.ts'
import { listPublishedYears } from '../ledgers/figures-watch.ts'
import type { NewEvent } from './event.ts'
import { registrationFields } from './registration.ts'
import { reportCells } from './report-cells.ts'
import type { Request } from './request.ts'

/** The published years in whose report a request counts otherwise after a change. */
export async function yearsMoved(tx: Tx, before: Request, after: Request): Promise<number[]> {
  const cells = (request: Request, year: number) =>
    JSON.stringify(reportCells(request, year).map(({ row, column }) => [row, column]))
  const published = await listPublishedYears(tx, before.organId)
  return published.filter((year) => cells(before, year) !== cells(after, year))
}

/** What people are told of published reports before a correction takes effect; nothing where none moves. */
export async function toldOfReports(
  tx: Tx,
  before: Request,
  after: Request,
  added: readonly NewEvent[],
): Promise<string[]> {
  const correction = added.find((fact) => fact.kind === 'registrationCorrected')
  if (correction?.kind !== 'registrationCorrected') return []
  const moves = registrationFields.some((field) => 'moves' in field && correction.data.to[field.id] !== undefined)
  const second = moves ? ['涉及日期或者年度报告数字，须由另一人确认后生效。'] : []
  const years = await yearsMoved(tx, before, after)
  return years.length > 0 ? [...second, reportsDiffer(years)] : second
}

/** That published reports no longer agree with the registers. */
export const reportsDiffer = (years: readonly number[]): string =>
  `${years.join('、')}年度报告已经定稿，更正后其中的数字与台账不再一致，须修订该年度报告。`
