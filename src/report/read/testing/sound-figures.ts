import { leafColumns, leafRows, type ReportFormat } from '../../../law/report-format.ts'
import { setFigure } from '../../report.ts'
import { cellsOf, remedyCell } from '../../sheet.ts'
import type { Chance } from './chance.ts'
import type { Figures } from './printed-report.ts'

/** Figures of a report whose every sum holds; `most` is the largest count. */
export function soundFigures(format: ReportFormat, chance: Chance, most: number): Figures {
  const figures: Figures = { proactive: {}, requests: {}, remedies: {} }
  const count = () => (chance.below(3) === 0 ? 0 : chance.below(most + 1))
  for (const cell of cellsOf(format)) {
    if (cell.table !== 'proactive') continue
    const isAmount = cell.column === 'amountWan' || cell.column === 'amountPrinted'
    // A bureau makes no 规章.
    if (cell.row === 'rules') setFigure(figures, cell, 0)
    else setFigure(figures, cell, isAmount ? `${chance.below(900)}.${1 + chance.below(9)}` : count())
  }
  const kinds = leafColumns(format.requests.columns).map(({ id }) => id)
  const rows = leafRows(format.requests.rows).map(({ id }) => id)
  const given = new Set(['carriedOver', 'newReceived', 'resultsTotal', 'carriedForward'])
  const results = rows.filter((id) => !given.has(id))
  const put = (row: string, column: string, value: number) =>
    setFigure(figures, { table: 'requests', row, column }, value)
  for (const column of kinds.filter((id) => id !== 'total')) {
    let total = 0
    for (const row of results) {
      const value = count()
      put(row, column, value)
      total += value
    }
    const forward = count()
    const over = chance.below(total + forward + 1)
    put('resultsTotal', column, total)
    put('carriedForward', column, forward)
    put('carriedOver', column, over)
    put('newReceived', column, total + forward - over)
  }
  const sumOf = (cells: Record<string, number | null>) =>
    Object.values(cells).reduce<number>((sum, value) => sum + (value ?? 0), 0)
  for (const row of rows) put(row, 'total', sumOf(figures.requests[row] ?? {}))
  const remedies = leafColumns(format.remedies.columns).map(({ id }) => remedyCell(id))
  for (const cell of remedies.filter(({ column }) => column !== 'total')) setFigure(figures, cell, count())
  for (const cell of remedies.filter(({ column }) => column === 'total'))
    setFigure(figures, cell, sumOf(figures.remedies[cell.row] ?? {}))
  return figures
}
