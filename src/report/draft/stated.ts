import { z } from 'zod'
import type { ReportFormat } from '../../law/report-format.ts'
import type { AccountedLedger } from '../../ledgers/years/ledger-year.ts'
import { isSaid } from '../../organs/text.ts'
import { refusals } from '../../refusal.ts'
import { cellName } from '../cell-name.ts'
import { withTotals } from '../figures.ts'
import { type AnnualReport, type CellRef, cellId, figure, type StatedCell, setFigure } from '../report.ts'
import { cellWithId } from '../sheet.ts'

const words = (ask: string, max: number) => z.string().trim().max(max, `不超过${max}个字`).refine(isSaid, ask)

/** A figure that the registers here do not hold, or not wholly, as somebody states it: what was not kept here, with its source. */
export const StatedFigure = z.strictObject({
  /** `penalty/decisions`, `carriedOver/naturalPerson`. */
  cell: z.string().min(1).max(100),
  /** A whole number; an amount in 万元 with up to six decimals. */
  value: z
    .string()
    .trim()
    .regex(/^(?:0|[1-9]\d{0,8})(?:\.\d{0,5}[1-9])?$/, '请填写数字，不带单位，前后不加多余的0；件数是整数'),
  reason: words('请写明为什么不按台账的数字填', 300),
  source: words('请写明数字的来源，如哪个系统、哪份报表', 300),
})
export type StatedFigure = z.infer<typeof StatedFigure>

type Figures = Pick<AnnualReport, 'proactive' | 'requests' | 'remedies'>

/** Whether a cell follows from others: nobody states it. */
export const isTotal = ({ row, column }: Pick<CellRef, 'row' | 'column'>): boolean =>
  column === 'total' || row === 'resultsTotal'

function placeOf(format: ReportFormat, { cell: id, value }: StatedFigure, index: number): CellRef {
  const field = `stated.${index}`
  const cell = cellWithId(format, id)
  if (!cell) throw refusals.unknownStatedCell(`${field}.cell`)
  const name = cellName(format, cell)
  if (isTotal(cell)) throw refusals.statedTotal(name, `${field}.cell`)
  if (cell.column !== 'amountWan' && value.includes('.')) throw refusals.statedFraction(name, `${field}.value`)
  return cell
}

/** The cells that a register fills alone: who states all of them answers for it. */
const cellsOfLedger: Readonly<Partial<Record<AccountedLedger, readonly string[]>>> = {
  rules: ['rules/issuedThisYear', 'rules/repealedThisYear', 'rules/inForce'],
  normativeDocuments: [
    'normativeDocuments/issuedThisYear',
    'normativeDocuments/repealedThisYear',
    'normativeDocuments/inForce',
  ],
  licensing: ['licensing/decisions'],
  penalty: ['penalty/decisions'],
  compulsion: ['compulsion/decisions'],
  administrativeFees: ['administrativeFees/amountWan'],
}

/** Whether every figure that rests on the register is stated from elsewhere. */
export const isStatedWhole = (ledger: AccountedLedger, stated: readonly StatedFigure[]): boolean =>
  cellsOfLedger[ledger]?.every((id) => stated.some(({ cell }) => cell === id)) ?? false

/** Refuses a figure for a sum, for what is no cell, twice for one cell, and a part of a case. */
export function refuseUnstatable(format: ReportFormat, stated: readonly StatedFigure[]): void {
  for (const [index, each] of stated.entries()) {
    const cell = placeOf(format, each, index)
    if (stated.findIndex(({ cell: id }) => id === each.cell) < index)
      throw refusals.statedTwice(cellName(format, cell), `stated.${index}.cell`)
  }
}

/** What the registers count with what is stated in its place, and the sums that follow. */
export function withStated(
  format: ReportFormat,
  counted: Figures,
  stated: readonly StatedFigure[],
): { readonly figures: Figures; readonly cells: StatedCell[] } {
  const figures = structuredClone(counted)
  const cells = stated.map((each, index) => {
    const cell = placeOf(format, each, index)
    const value = cell.column === 'amountWan' ? each.value : Number(each.value)
    setFigure(figures, cell, value)
    return { ...cell, value, counted: figure(counted, cell), reason: each.reason, source: each.source }
  })
  return { figures: withTotals(format, figures), cells }
}

/** What the registers count, with the figures that a printed report states in their place, and the sums that follow. */
export const withStatedCells = (format: ReportFormat, counted: Figures, stated: readonly StatedCell[] = []): Figures =>
  withStated(
    format,
    counted,
    stated.map((each) => ({ ...each, cell: cellId(each), value: String(each.value) })),
  ).figures
