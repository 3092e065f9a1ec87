import { isGroupRow, type LeafColumn, type Row } from '../../law/report-format.ts'
import { reportFormats } from '../../law/report-formats.ts'
import type { Finding } from '../finding.ts'
import { type AnnualReport, type CellRef, setFigure } from '../report.ts'
import { sheetTables } from '../sheet.ts'
import type { Label } from './labels.ts'
import { hasMarks } from './marks.ts'
import { isPrintedNone, readFigure } from './printed-figure.ts'
import type { RowCells } from './row-figures.ts'

type Table = CellRef['table']

/** A report while it is being read. */
export interface Draft {
  readonly figures: Pick<AnnualReport, 'proactive' | 'requests' | 'remedies'>
  readonly findings: Finding[]
  /** Rows that stand on the page, read or not. */
  readonly seen: Set<string>
  /** Rows whose figures were given up, by table and reason: two readings differ, or cells were lost. */
  readonly givenUp: { table: Table; row: string; reason: string }[]
  /** Rows that were not read and of which a finding speaks already. */
  readonly told: Set<string>
  /** Tables of which nothing is taken, with the reason. */
  readonly refused: Map<Table, string>
  /** Rows with a cell that says something, though no number. */
  readonly spoken: Set<string>
  /** Tables whose every row stands in a real table, with nothing unknown among them: what is not there, is not there. */
  readonly whole: Set<Table>
  /** Rows whose cells are cells of a real table, so that words in them stand there for certain. */
  readonly inCells: Set<string>
  /** Formats to which a row or header of the page belongs. */
  readonly signs: Set<'2019' | '2021'>
  /** Lines with figures stand in the tables whose labels nobody knows. */
  hasStrangers: boolean
  /** Where text is set in columns, no other order of them than the usual one is believed: it needs the cells. */
  readonly isSet: boolean
  /** The reader put the tables together itself: nothing that they lack is told of the report. */
  readonly isDrawn: boolean
  /** Parts of tables are hidden: what is not there may stand in them. */
  readonly hidesParts: boolean
  /** Cells left blank, and cells that print “none”. */
  readonly blanks: { table: Table; row: string; count: number }[]
  readonly nones: { table: Table; row: string; count: number }[]
  /** Cells of a workbook that hold a formula without its result. */
  readonly formulas: { table: Table; row: string }[]
}

export const newDraft = ({
  isDrawn = false,
  isSet = false,
  hidesParts = false,
}: Partial<Pick<Draft, 'isDrawn' | 'isSet' | 'hidesParts'>> = {}): Draft => ({
  figures: { proactive: {}, requests: {}, remedies: {} },
  findings: [],
  seen: new Set(),
  givenUp: [],
  told: new Set(),
  refused: new Map(),
  spoken: new Set(),
  whole: new Set(),
  inCells: new Set(),
  signs: new Set(),
  hasStrangers: false,
  isDrawn,
  isSet,
  hidesParts,
  blanks: [],
  nones: [],
  formulas: [],
})

export const rowKey = (table: Table, row: string): string => `${table}/${row}`

const captions = (rows: readonly Row[]): [string, string][] =>
  rows.flatMap((row) => (isGroupRow(row) ? [[rowKey('requests', row.id), row.label], ...captions(row.rows)] : []))

const printedLabels = new Map<string, string>(
  Object.values(reportFormats).flatMap((format) => [
    ...captions(format.requests.rows),
    ...sheetTables(format).flatMap(({ rows }) =>
      rows.flatMap((row) => {
        const cell = row.find((place) => place.cell)?.cell
        const label = row.findLast((place) => place.scope === 'row')?.label
        return cell && label ? [[rowKey(cell.table, cell.row), label] as const] : []
      }),
    ),
  ]),
)
const remedyLabels: Readonly<Record<string, string>> = Object.fromEntries(
  reportFormats['2021'].remedies.columns.flatMap((column) =>
    'columns' in column ? [column, ...column.columns].map(({ id, label }) => [rowKey('remedies', id), label]) : [],
  ),
)

/** The label of a row, for people. */
export const rowName = (table: Table, row: string): string =>
  printedLabels.get(rowKey(table, row)) ?? remedyLabels[rowKey(table, row)] ?? row

/** What a cell of a workbook says whose formula was saved without its result. */
export const unsavedFormula = '公式没有结果：'

/** Enters the cells of a row, or says which of them is no figure. */
export function enterRow(
  draft: Draft,
  table: Table,
  row: string,
  columns: readonly LeafColumn[],
  cells: RowCells,
  inYuan = false,
): void {
  let blank = 0
  let none = 0
  columns.forEach((column, index) => {
    const text = cells[index] ?? null
    const ref = { table, row, column: column.id }
    if (text === null) blank += 1
    else if (isPrintedNone(text)) none += 1
    const isStated = text !== null && !isPrintedNone(text)
    const value = isStated ? readFigure(text, column.kind, inYuan) : null
    setFigure(draft.figures, ref, value ?? null)
    if (text !== null) draft.spoken.add(rowKey(table, row))
    if (text?.startsWith(unsavedFormula)) draft.formulas.push({ table, row })
    else if (isStated && value === undefined)
      draft.findings.push(notANumber(ref, column.label, text, draft.inCells.has(rowKey(table, row)) && !draft.isDrawn))
  })
  if (blank > 0) draft.blanks.push({ table, row, count: blank })
  if (none > 0) draft.nones.push({ table, row, count: none })
}

/** Words in a cell for a number are the report's fault; words in flattened text, or like a number, are not certain. */
function notANumber({ table, row, column }: CellRef, label: string, text: string, isCell: boolean): Finding {
  const actual = text.slice(0, 40)
  const cell = `“${rowName(table, row)}”的“${label}”一格`
  const isDoubtful = !isCell || hasMarks(text) || /[\dA-Za-z一二三四五六七八九十百千两〇]/.test(text.normalize('NFKC'))
  return {
    code: 'NOT_A_NUMBER',
    severity: 'error',
    about: isDoubtful ? 'reading' : 'report',
    row,
    column,
    actual,
    message: isDoubtful
      ? `${cell}写作“${actual}”，不能确定是什么数字，未读取，请与原文核对`
      : `${cell}填的是“${actual}”，不是数字，请改填数字`,
  }
}

/** Gives a row up: its figures cannot be told for sure, so none is taken. */
export function giveUp(draft: Draft, { table, id }: Pick<Label, 'table' | 'id'>, reason: string): void {
  if (!isGivenUp(draft, table, id)) draft.givenUp.push({ table, row: id, reason })
}

export const isGivenUp = (draft: Draft, table: Table, row: string): boolean =>
  draft.refused.has(table) ||
  draft.told.has(rowKey(table, row)) ||
  draft.givenUp.some((given) => given.table === table && given.row === row)

/** Refuses a whole table: nothing is taken from it, and nothing more is said of its rows. */
export function refuseTable(draft: Draft, table: Table, reason: string): void {
  if (draft.refused.has(table)) return
  draft.refused.set(table, reason)
  const figures = draft.figures[table]
  for (const key of Object.keys(figures)) delete figures[key]
}

/** Why a row is given up that the page has twice. */
export const twice = '在文中出现两次而数字不同'

/** Rows of a table that the page has twice with other figures. Where there are several, the table stands there in two versions. */
export const repeated = (draft: Draft, table: Table): string[] =>
  draft.givenUp.filter((given) => given.table === table && given.reason === twice).map(({ row }) => row)
