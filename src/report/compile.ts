import { type PlainDate, plainDate } from '../days/plain-date.ts'
import type { Tx } from '../db/database.ts'
import type { ReportFormat } from '../law/report-format.ts'
import { reportFormat2021 } from '../law/report-format-2021.ts'
import { formatForYear } from '../law/report-formats.ts'
import { showLedgerYear } from '../ledgers/years/actions.ts'
import type { LedgerYear } from '../ledgers/years/ledger-year.ts'
import type { Organ } from '../organs/organ.ts'
import { refusals } from '../refusal.ts'
import { countingInReport, countingOf } from './counting.ts'
import { withStatedCells } from './draft/stated.ts'
import { figuresOf } from './figures.ts'
import { withSubordinates } from './filing/subordinates.ts'
import type { Known, YearKnown } from './narrative/known.ts'
import { narrativeOf, reportTitle, wordsOfProblems } from './narrative/narrative.ts'
import type { AnnualReport, StatedCell } from './report.ts'
import { findShortcomings } from './shortcomings.ts'
import * as ledgers from './store/ledger-figures.ts'
import { narrativeFacts } from './store/narrative-facts.ts'
import { findPublished } from './store/published.ts'

/** 1 January to 31 December of the report's year. */
export const periodOf = (year: number): ledgers.Period => ({
  from: plainDate(`${year}-01-01`),
  to: plainDate(`${year}-12-31`),
})

/** The form of a year that the registers can fill. Refuses others: the form of 2019 asks for numbers that no ledger holds. */
export function computableFormat(year: number): ReportFormat {
  const format = formatForYear(year)
  if (!format) throw refusals.noFormat(year)
  if (format.id !== reportFormat2021.id) throw refusals.formNotComputable(year)
  return format
}

/** The same up to a day of it. */
export function periodUntil(year: number, day: PlainDate): ledgers.Period {
  const { from, to } = periodOf(year)
  return { from, to: day < from ? from : day < to ? day : to }
}

/**
 * The figures of the three tables as the registers have them now, of what had happened by 31 December or by the last day given; a
 * government's with those of the organs below for which it speaks.
 */
export const compileFigures = async (
  tx: Tx,
  organId: number,
  year: number,
  period: ledgers.Period = periodOf(year),
): Promise<YearKnown['figures']> => {
  const { own, scope } = await countOwn(tx, organId, year, period)
  return withSubordinates(tx, organId, year, own, scope)
}

/** The same as a report prints them that states some of the office's own figures in the place of what is counted. */
export const figuresWithStated = async (
  tx: Tx,
  organId: number,
  year: number,
  stated: readonly StatedCell[] = [],
): Promise<YearKnown['figures']> => {
  const { own, scope } = await countOwn(tx, organId, year, periodOf(year))
  return withSubordinates(tx, organId, year, withStatedCells(computableFormat(year), own, stated), scope)
}

/** What the registers of the office itself count, and of whom its report speaks beside it. */
async function countOwn(tx: Tx, organId: number, year: number, period: ledgers.Period) {
  const counting = await countingOf(tx, organId, year)
  const own = figuresOf(
    computableFormat(year),
    {
      requests: await ledgers.countRequests(tx, organId, period),
      remedies: await ledgers.countRemedies(tx, organId, period, counting),
      documents: await ledgers.countDocuments(tx, organId, period),
      decisions: await ledgers.countDecisions(tx, organId, period),
      administrativeFees: await ledgers.sumAdministrativeFees(tx, organId, period),
    },
    period.to,
  )
  return { own, scope: counting.scope }
}

export interface Compiled {
  readonly report: AnnualReport
  readonly ledgers: readonly LedgerYear[]
  readonly known: Known
}

/**
 * Computes the annual report of an organ from its ledgers as they stood on 31 December, tables and text, and says what is
 * known of each ledger. Of a year that still runs, `today` is the last day that is looked at for what is overdue.
 * Refuses years before 2021: the form of 2019 asks for numbers of items that no ledger holds.
 */
export async function compileWithLedgers(tx: Tx, organ: Organ, year: number, today?: PlainDate): Promise<Compiled> {
  const format = computableFormat(year)
  const { known: ofYear, states } = await yearKnown(tx, organ, year, today)
  const known: Known = { ...ofYear, organ, format, before: await yearBefore(tx, organ, year) }
  const report: AnnualReport = {
    title: reportTitle(organ.name, year),
    organ: organ.name,
    year,
    format: '2021',
    ...known.figures,
    ...countingInReport(await countingOf(tx, organ.id, year)),
    sections: narrativeOf(known),
  }
  return { report, ledgers: states, known }
}

/** The report alone. */
export const compileReport = async (tx: Tx, organ: Organ, year: number, today?: PlainDate): Promise<AnnualReport> =>
  (await compileWithLedgers(tx, organ, year, today)).report

async function yearKnown(tx: Tx, organ: Organ, year: number, today?: PlainDate) {
  const { from, to } = periodOf(year)
  const period = { from, to: today !== undefined && today < to ? today : to }
  const states = await showLedgerYear(tx, organ, year)
  const { own, scope } = await countOwn(tx, organ.id, year, period)
  const known: YearKnown = {
    year,
    figures: await withSubordinates(tx, organ.id, year, own, scope),
    ...(scope !== 'ownReport' && { own, countsBelow: scope }),
    facts: await narrativeFacts(tx, organ.id, { from, to }, await findShortcomings(tx, organ.id, period)),
    ledgers: new Set(states.flatMap(({ ledger, state }) => (state === 'notKept' ? [] : [ledger]))),
  }
  return { known, states }
}

/** What the registers say of the year before, where its report is public here: section 五 answers it. */
async function yearBefore(tx: Tx, organ: Organ, year: number): Promise<Known['before']> {
  const published = await findPublished(tx, organ.id, year - 1)
  if (published?.report.format !== '2021') return null
  const { known } = await yearKnown(tx, organ, year - 1)
  return { ...known, problems: wordsOfProblems(published.report) }
}
