import { record as audit } from '../audit/record.ts'
import type { Tx } from '../db/database.ts'
import { formatForYear } from '../law/report-formats.ts'
import type { Actor } from '../organs/actor.ts'
import { refusals } from '../refusal.ts'
import { figuresWithStated } from './compile.ts'
import { differingCells } from './differing-cells.ts'
import type { CellRef, Figure } from './report.ts'
import { findStanding, lastNotedDrift, listPublished } from './store/published.ts'

export interface DriftedCell extends CellRef {
  /** As printed: 第三部分“…”行“…”列. */
  readonly name: string
  readonly published: Figure
  readonly now: Figure
}

/** A published report whose figures the registers no longer say, or that is no longer what was published. */
export interface Drift {
  readonly year: number
  readonly revision: number
  /** Then nothing of it is compared: its figures are not the program's. */
  readonly isForged: boolean
  readonly cells: readonly DriftedCell[]
}

/** Which published reports of the organ no longer agree with its registers, cell by cell, the latest year first. */
export async function findDrift(tx: Tx, organId: number): Promise<Drift[]> {
  const found: Drift[] = []
  for (const { year } of await listPublished(tx, organId)) {
    const drift = await driftOfYear(tx, organId, year)
    if (drift) found.push(drift)
  }
  return found
}

async function driftOfYear(tx: Tx, organId: number, year: number): Promise<Drift | undefined> {
  const standing = await findStanding(tx, organId, year)
  if (!standing) return undefined
  const { revision, published } = standing
  if (!published) return { year, revision, isForged: true, cells: [] }
  const format = formatForYear(year)
  // Reports of before 2021 have a form that no register fills.
  if (!format || published.report.format !== '2021') return undefined
  const now = await figuresWithStated(tx, organId, year, published.report.stated)
  const cells = differingCells(format, published.report, now).map(({ cell, name, before, after }) => ({
    ...cell,
    name,
    published: before,
    now: after,
  }))
  return cells.length === 0 ? undefined : { year, revision, isForged: false, cells }
}

const summary = (drift: readonly Drift[]) =>
  drift.map(({ year, revision, isForged, cells }) => ({
    year,
    revision,
    ...(isForged ? { isForged } : {}),
    cells: cells.map(({ row, column, published, now }) => `${row}/${column} ${published} → ${now}`),
  }))

/** Enters in the log which published reports no longer agree, once for each difference. Answers with what is new. */
export async function noteDrift(tx: Tx, actor: Actor): Promise<Drift[]> {
  const drift = await findDrift(tx, actor.organId)
  const reports = summary(drift)
  const noted = await lastNotedDrift(tx, actor.organId)
  if (JSON.stringify(reports) === JSON.stringify(noted)) return []
  await audit(tx, actor, 'report.drifted', { detail: { reports } })
  return drift
}

/** For a person at a terminal or on a page, a line for each cell. */
export const driftLines = ({ year, isForged, cells }: Drift): string[] =>
  isForged ? [refusals.reportNotAsPublished(year).message] : cellLines(year, cells)

const cellLines = (year: number, cells: readonly DriftedCell[]): string[] => [
  `已公布的${year}年度报告有${cells.length}格与台账不一致，请核实；确需更正的，写明理由后重新公布：`,
  ...cells.map(({ name, published, now }) => `  ${name}：报告${published}，台账${now}`),
]
