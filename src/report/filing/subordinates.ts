import type { Tx } from '../../db/database.ts'
import { reportFormat2021 } from '../../law/report-format-2021.ts'
import type { Organ } from '../../organs/organ.ts'
import { cellName } from '../cell-name.ts'
import { type Finding, ofTheReport } from '../finding.ts'
import { type AnnualReport, type CellRef, type Figure, figure } from '../report.ts'
import { type Rollup, rollUp } from '../rollup.ts'
import { cellsOf } from '../sheet.ts'
import { addAll, type Figures } from './figures.ts'
import type { ReportScope } from './settings.ts'
import * as accepted from './store/accepted.ts'
import * as filers from './store/filers.ts'

/** Of which kinds the report of a government speaks beside its own office (setting `governmentReportScope`). */
export const kindsIn: Readonly<Record<ReportScope, readonly Organ['kind'][]>> = {
  ownReport: [],
  withDepartments: ['department', 'township'],
  withGovernments: ['department', 'township', 'government'],
}

async function listCounted(
  tx: Tx,
  organId: number,
  year: number,
  scope: ReportScope,
): Promise<accepted.AcceptedFiling[]> {
  const kinds = kindsIn[scope]
  if (kinds.length === 0) return []
  return (await accepted.listAccepted(tx, organId, year)).filter(({ kind }) => kinds.includes(kind))
}

const sumOf = (counted: readonly accepted.AcceptedFiling[], year: number): Rollup =>
  rollUp(
    counted.map(({ name, figures, findings }) => ({
      file: name,
      report: { title: null, organ: name, year, sections: [], ...figures },
      findings,
    })),
  )

/**
 * The registers' figures of a government with those of the organs below for which its report speaks, cell by cell, sums too: where a
 * report below contradicts itself, so does this one, and its checks say so.
 */
export async function withSubordinates(
  tx: Tx,
  organId: number,
  year: number,
  own: Figures,
  scope: ReportScope,
): Promise<Figures> {
  const { report } = sumOf(await listCounted(tx, organId, year, scope), year)
  if (!report) return own
  const all = structuredClone(own)
  addAll(all, [report], cellsOf(reportFormat2021))
  return all
}

/** What each organ below adds to a cell of the government's report; nothing where it speaks of its own office only. */
export async function filingsBehind(
  tx: Tx,
  organId: number,
  year: number,
  cell: CellRef,
  scope: ReportScope,
): Promise<{ readonly name: string; readonly value: Figure }[]> {
  const counted = await listCounted(tx, organId, year, scope)
  return counted.map(({ name, figures }) => ({ name, value: figure(figures, cell) }))
}

const mostNamed = 5
const few = (names: readonly string[]): string =>
  names.length > mostNamed ? `${names.slice(0, mostNamed).join('、')}等${names.length}个机关` : names.join('、')

/** What the report of a government lacks of those for whom it speaks: reports that were not accepted or do not add up, cells left blank. */
export async function subordinateFindings(
  tx: Tx,
  organId: number,
  year: number,
  { countsBelow: scope }: Pick<AnnualReport, 'countsBelow'>,
): Promise<Finding[]> {
  if (scope === undefined) return []
  const lines = await filers.listFilings(tx, organId, year)
  const missing = lines.filter(
    ({ kind, isAccepted, status }) => kindsIn[scope].includes(kind) && !isAccepted && status !== 'excused',
  )
  const counted = await listCounted(tx, organId, year, scope)
  const { report, findings } = sumOf(counted, year)
  return [
    ...missingOf(missing.map(({ name }) => name)),
    ...findings,
    ...(report?.format === 'mixed' ? [otherForm(counted)] : []),
    ...blanksIn(counted),
  ]
}

const missingOf = (names: readonly string[]): Finding[] =>
  names.length === 0
    ? []
    : [
        ofTheReport({
          code: 'FILINGS_MISSING',
          severity: 'error',
          message: `本级政府的报告包括所属机关，还有${names.length}个机关的报告没有审核通过（${few(names)}），数字不完整。`,
        }),
      ]

const otherForm = (counted: readonly accepted.AcceptedFiling[]): Finding =>
  ofTheReport({
    code: 'MIXED_FORMAT',
    severity: 'error',
    message: `所属机关的报告格式不一致（${few(
      counted.filter(({ figures }) => figures.format !== reportFormat2021.id).map(({ name }) => name),
    )}不是现行格式），不能相加，请退回改用现行格式。`,
  })

/** Cells that some left blank, the cells of a row that the same organs left blank together. */
function blanksIn(counted: readonly accepted.AcceptedFiling[]): Finding[] {
  const blanks = cellsOf(reportFormat2021).flatMap((cell) => {
    const names = counted.filter(({ figures }) => figure(figures, cell) === null).map(({ name }) => name)
    return names.length > 0 ? [{ cell, names }] : []
  })
  const together = Map.groupBy(blanks, ({ cell, names }) => JSON.stringify([cell.table, cell.row, names]))
  return [...together.values()].flatMap(([first, ...others]) => {
    if (!first) return []
    const { cell, names } = first
    const place = cellName(reportFormat2021, cell)
    return ofTheReport({
      code: 'BLANK_CELL',
      severity: 'warning',
      row: cell.row,
      column: cell.column,
      message: `${place}${others.length > 0 ? `等${others.length + 1}格` : ''}：${few(names)}的报告没有载明，合计中没有计入。`,
    })
  })
}
