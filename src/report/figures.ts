import type { PlainDate } from '../days/plain-date.ts'
import { findOutcome, isOutcomeId } from '../law/outcomes.ts'
import { isGroupRow, leafRows, type ReportFormat } from '../law/report-format.ts'
import { type ApplicantKind, applicantKinds } from '../law/report-format-2021.ts'
import { yuanToWan } from '../money/yuan.ts'
import { type AnnualReport, figure, setFigure } from './report.ts'
import { cellsOf } from './sheet.ts'
import type { DocumentCount, RemedyCount, RequestCount } from './store/ledger-figures.ts'

type Figures = Pick<AnnualReport, 'proactive' | 'requests' | 'remedies'>

export interface LedgerFigures {
  readonly requests: readonly RequestCount[]
  readonly remedies: readonly RemedyCount[]
  readonly documents: readonly DocumentCount[]
  readonly decisions: readonly { kind: string; count: number }[]
  /** Yuan, two decimals. */
  readonly administrativeFees: string
}

/** The outcome's row in the report, chosen by the act's day. An outcome unknown to the law of that day is a bug in the ledger. */
export function rowOfOutcome(outcome: string, day: PlainDate): string {
  const known = isOutcomeId(outcome) ? findOutcome(outcome, day) : undefined
  if (!known) throw new RangeError(`outcome ${outcome} was not known on ${day}`)
  return known.row
}

/** Puts the ledgers' counts into the cells of a form, every cell stated, with all sums. `to` is the period's last day. */
export function figuresOf(format: ReportFormat, ledgers: LedgerFigures, to: PlainDate): Figures {
  const figures: Figures = { proactive: {}, requests: {}, remedies: {} }
  for (const cell of cellsOf(format)) setFigure(figures, cell, 0)
  const add = (row: string, column: ApplicantKind, count: number) => {
    const cell = { table: 'requests', row, column } as const
    const now = figure(figures, cell)
    if (typeof now !== 'number') throw new RangeError(`the form of ${format.id} has no cell ${row}/${column}`)
    setFigure(figures, cell, now + count)
  }
  for (const count of ledgers.requests) {
    add('newReceived', count.applicantKind, count.newReceived)
    add('carriedOver', count.applicantKind, count.carriedOver)
    add('carriedForward', count.applicantKind, count.carriedForward)
    if (count.outcome !== null && count.concluded > 0)
      add(rowOfOutcome(count.outcome, to), count.applicantKind, count.concluded)
  }
  for (const { kind, result, count } of ledgers.remedies)
    setFigure(figures, { table: 'remedies', row: kind, column: result }, count)
  for (const { kind, ...counts } of ledgers.documents)
    for (const column of ['issuedThisYear', 'repealedThisYear', 'inForce'] as const)
      setFigure(figures, { table: 'proactive', row: kind, column }, counts[column])
  for (const { kind, count } of ledgers.decisions)
    setFigure(figures, { table: 'proactive', row: kind, column: 'decisions' }, count)
  figures.proactive['administrativeFees.amountWan'] = yuanToWan(ledgers.administrativeFees)
  return withTotals(format, figures)
}

/** Totals are never stored or typed: they follow from the form's own equations. The figures change in place. */
export function withTotals(format: ReportFormat, figures: Figures): Figures {
  const sum = (numbers: readonly (number | null | undefined)[]) =>
    numbers.reduce<number>((total, n) => total + (n ?? 0), 0)
  const group = format.requests.rows.find((row) => row.id === 'results')
  const rows = leafRows(format.requests.rows).map(({ id }) => id)
  const results = group && isGroupRow(group) ? leafRows(group.rows).map(({ id }) => id) : []
  const parts = results.filter((id) => id !== 'resultsTotal')
  for (const kind of applicantKinds) {
    const total = sum(parts.map((id) => figures.requests[id]?.[kind]))
    setFigure(figures, { table: 'requests', row: 'resultsTotal', column: kind }, total)
  }
  for (const row of rows) {
    const total = sum(applicantKinds.map((kind) => figures.requests[row]?.[kind]))
    setFigure(figures, { table: 'requests', row, column: 'total' }, total)
  }
  for (const row of Object.keys(figures.remedies)) {
    const { total: _, ...results } = figures.remedies[row] ?? {}
    setFigure(figures, { table: 'remedies', row, column: 'total' }, sum(Object.values(results)))
  }
  return figures
}
