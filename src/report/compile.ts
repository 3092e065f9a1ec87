import { plainDate } from '../calendar/plain-date.ts'
import type { Tx } from '../db/database.ts'
import { reportFormat2021 } from '../law/report-format-2021.ts'
import { formatForYear } from '../law/report-formats.ts'
import type { Organ } from '../organs/organ.ts'
import { refusals } from '../refusal.ts'
import { figuresOf } from './figures.ts'
import { narrativeOf, reportTitle } from './narrative/narrative.ts'
import type { AnnualReport } from './report.ts'
import * as ledgers from './store/ledger-figures.ts'
import { narrativeFacts } from './store/narrative-facts.ts'

/** 1 January to 31 December of the report's year. */
export const periodOf = (year: number): ledgers.Period => ({
  from: plainDate(`${year}-01-01`),
  to: plainDate(`${year}-12-31`),
})

/**
 * Computes the annual report of an organ from its ledgers as they stood on 31 December, tables and text.
 * Refuses years before 2021: the form of 2019 asks for numbers of items that no ledger holds.
 */
export async function compileReport(tx: Tx, organ: Organ, year: number): Promise<AnnualReport> {
  const format = formatForYear(year)
  if (!format) throw refusals.noFormat(year)
  if (format.id !== reportFormat2021.id) throw refusals.formNotComputable(year)
  const period = periodOf(year)
  const figures = figuresOf(
    format,
    {
      requests: await ledgers.countRequests(tx, organ.id, period),
      remedies: await ledgers.countRemedies(tx, organ.id, period),
      documents: await ledgers.countDocuments(tx, organ.id, period),
      decisions: await ledgers.countDecisions(tx, organ.id, period),
      administrativeFees: await ledgers.sumAdministrativeFees(tx, organ.id, period),
    },
    period.to,
  )
  const facts = await narrativeFacts(tx, organ.id, period)
  return {
    title: reportTitle(organ.name, year),
    organ: organ.name,
    year,
    format: '2021',
    ...figures,
    sections: narrativeOf({ organ, year, format, figures, facts }),
  }
}
