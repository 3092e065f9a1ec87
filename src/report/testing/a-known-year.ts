import { reportFormats } from '../../law/report-formats.ts'
import { type AccountedLedger, accountedLedgers } from '../../ledgers/years/ledger-year.ts'
import { anOrgan } from '../../organs/testing/organ.ts'
import type { Known, YearKnown } from '../narrative/known.ts'
import { setFigure } from '../report.ts'
import { cellsOf } from '../sheet.ts'
import type { NarrativeFacts } from '../store/narrative-facts.ts'

const everyLedger: readonly AccountedLedger[] = accountedLedgers.map(({ id }) => id)

/** Facts of a year in which nothing was done. */
export const noFacts: NarrativeFacts = {
  items: 0,
  reposts: 0,
  uncompared: 0,
  interpretations: 0,
  responses: 0,
  unsorted: 0,
  channels: [],
  extended: 0,
  supplemented: 0,
  consulted: 0,
  standing: 0,
  reports: [],
  fees: { notices: 0, notified: '0.00', collected: '0.00' },
  reviewed: { published: 0, urgent: 0, levels: 0, secrecy: 0 },
  shortcomings: { holes: null, staleColumns: 0, late: 0, lateDecisions: 0, lateAnswers: 0 },
}

interface Wanted {
  readonly facts?: Partial<NarrativeFacts>
  /** Cells by `newReceived.total`, `review.total`, `rules.inForce`. */
  readonly figures?: Readonly<Record<string, number>>
  readonly ledgers?: readonly AccountedLedger[]
  readonly year?: number
}

/** A year of noughts, of which every ledger is known; with what the test says about it. */
export function aYear({ facts, figures = {}, ledgers = everyLedger, year = 2025 }: Wanted = {}): YearKnown {
  const of: YearKnown['figures'] = { proactive: {}, requests: {}, remedies: {} }
  for (const cell of cellsOf(reportFormats['2021']))
    setFigure(of, cell, cell.column === 'amountWan' ? '0' : (figures[`${cell.row}.${cell.column}`] ?? 0))
  return { year, figures: of, facts: { ...noFacts, ...facts }, ledgers: new Set(ledgers) }
}

/** The same as what a report is written from; without a year before, unless the test brings one. */
export const aKnown = (
  wanted: Wanted & { readonly organ?: Partial<Known['organ']>; readonly before?: Known['before'] } = {},
): Known => ({
  ...aYear(wanted),
  organ: { id: 1, ...anOrgan(wanted.organ) },
  format: reportFormats['2021'],
  before: wanted.before ?? null,
})
