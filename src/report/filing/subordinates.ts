import type { Tx } from '../../db/database.ts'
import { reportFormat2021 } from '../../law/report-format-2021.ts'
import type { Organ } from '../../organs/organ.ts'
import { chosen } from '../../organs/settings/chosen.ts'
import * as organs from '../../organs/store.ts'
import { cellName } from '../cell-name.ts'
import { withTotals } from '../figures.ts'
import { type Finding, ofTheReport } from '../finding.ts'
import { type CellRef, type Figure, figure } from '../report.ts'
import { cellsOf } from '../sheet.ts'
import { addAll, type Figures } from './figures.ts'
import { governmentReportScope, type ReportScope } from './settings.ts'
import * as store from './store.ts'

/** Of which kinds the report of a government speaks beside its own office (setting `governmentReportScope`). */
const kindsIn: Readonly<Record<ReportScope, readonly Organ['kind'][]>> = {
  ownReport: [],
  withDepartments: ['department', 'township'],
  withGovernments: ['department', 'township', 'government'],
}

async function kindsOf(tx: Tx, organId: number): Promise<readonly Organ['kind'][]> {
  const kinds = kindsIn[await chosen(tx, organId, governmentReportScope)]
  if (kinds.length === 0) return kinds
  const { kind } = await organs.get(tx, organId)
  return kind === 'government' ? kinds : []
}

async function listCounted(tx: Tx, organId: number, year: number) {
  const kinds = await kindsOf(tx, organId)
  if (kinds.length === 0) return []
  const accepted = await store.listAccepted(tx, organId, year)
  return accepted.filter(({ kind }) => kinds.includes(kind))
}

/** The registers' figures of an organ with those of the organs below it for which its report speaks; a government's alone. */
export async function withSubordinates(tx: Tx, organId: number, year: number, own: Figures): Promise<Figures> {
  const below = await listCounted(tx, organId, year)
  if (below.length === 0) return own
  const all = structuredClone(own)
  addAll(
    all,
    below.map(({ figures }) => figures),
    cellsOf(reportFormat2021),
  )
  return withTotals(reportFormat2021, all)
}

/** What each organ below adds to a cell of the government's report; nothing where it speaks of its own office only. */
export async function filingsBehind(
  tx: Tx,
  organId: number,
  year: number,
  cell: CellRef,
): Promise<{ readonly name: string; readonly value: Figure }[]> {
  const below = await listCounted(tx, organId, year)
  return below.map(({ name, figures }) => ({ name, value: figure(figures, cell) }))
}

const mostNamed = 5
const few = (names: readonly string[]): string =>
  names.length > mostNamed ? `${names.slice(0, mostNamed).join('、')}等${names.length}个机关` : names.join('、')

/** What the report of a government lacks of those for whom it speaks: reports that were not accepted, cells that they leave blank. */
export async function subordinateFindings(tx: Tx, organId: number, year: number): Promise<Finding[]> {
  const kinds = await kindsOf(tx, organId)
  if (kinds.length === 0) return []
  const lines = await store.listFilings(tx, organId, year)
  const missing = lines.filter(
    ({ kind, isAccepted, status }) => kinds.includes(kind) && !isAccepted && status !== 'excused',
  )
  const below = await listCounted(tx, organId, year)
  const blank = cellsOf(reportFormat2021).flatMap((cell) => {
    const names = below.filter(({ figures }) => figure(figures, cell) === null).map(({ name }) => name)
    return names.length > 0 ? [{ cell, names }] : []
  })
  return [
    ...(missing.length > 0
      ? [
          ofTheReport({
            code: 'FILINGS_MISSING',
            severity: 'error',
            message: `本级政府的报告包括所属机关，还有${missing.length}个机关的报告没有审核通过（${few(missing.map(({ name }) => name))}），数字不完整。`,
          }),
        ]
      : []),
    ...blank.map(({ cell, names }) =>
      ofTheReport({
        code: 'BLANK_CELL',
        severity: 'warning',
        row: cell.row,
        column: cell.column,
        message: `${cellName(reportFormat2021, cell)}：${few(names)}的报告没有载明，合计中没有计入。`,
      }),
    ),
  ]
}
