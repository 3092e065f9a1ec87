import type { ReportFormat } from '../../law/report-format.ts'
import type { AccountedLedger } from '../../ledgers/years/ledger-year.ts'
import type { Organ } from '../../organs/organ.ts'
import { type AnnualReport, figure } from '../report.ts'
import type { NarrativeFacts } from '../store/narrative-facts.ts'

/** What is known of one year: figures and facts, and of which ledgers they may be believed. */
export interface YearKnown {
  readonly year: number
  readonly figures: Pick<AnnualReport, 'proactive' | 'requests' | 'remedies'>
  /** What the registers alone count, where the report speaks of organs below, too: the facts are of these. */
  readonly own?: Pick<AnnualReport, 'proactive' | 'requests' | 'remedies'>
  /** Of whom they are, where the report speaks of organs below. */
  readonly countsBelow?: AnnualReport['countsBelow']
  readonly facts: NarrativeFacts
  /** Ledgers that were kept, imported or confirmed for the year; a nought from any other says nothing. */
  readonly ledgers: ReadonlySet<AccountedLedger>
}

/** What the text of a report may rest on; nothing else is said. */
export interface Known extends YearKnown {
  readonly organ: Organ
  readonly format: ReportFormat
  /** The year before, where its report is public here; with the words of its section 五. */
  readonly before: (YearKnown & { readonly problems: string }) | null
}

export const isKnown = ({ ledgers }: YearKnown, ...wanted: readonly AccountedLedger[]): boolean =>
  wanted.every((ledger) => ledgers.has(ledger))

/** The 总计 of a row of section 三. */
export const requestTotal = ({ figures }: Pick<YearKnown, 'figures'>, row: string): number =>
  Number(figure(figures, { table: 'requests', row, column: 'total' }) ?? 0)

export const remedyTotal = ({ figures }: YearKnown, ...rows: readonly string[]): number =>
  rows.reduce((sum, row) => sum + (figures.remedies[row]?.total ?? 0), 0)

export const proactive = ({ figures }: YearKnown, row: string, column: string) =>
  figure(figures, { table: 'proactive', row, column }) ?? 0
