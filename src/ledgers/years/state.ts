import { addDays, type PlainDate, plainDate } from '../../calendar/plain-date.ts'
import { type LedgerYear, ledgerLabel, type YearFacts, type YearState } from './ledger-year.ts'

/**
 * What is known of a ledger in a year. A nought is never taken for granted: whole is a year that somebody answers for by name,
 * that was imported after it had ended, or that was kept on the platform from its first day on and has rows. An import in the
 * middle of a year speaks until its day, and keeping from some day on speaks from there: together they may be whole.
 */
export function stateOf(facts: YearFacts): LedgerYear {
  const state = knownBy(facts)
  return { ...facts, state, lack: state === 'notKept' ? lackOf(facts) : null }
}

const bounds = (year: number): { first: PlainDate; last: PlainDate } => ({
  first: plainDate(`${year}-01-01`),
  last: plainDate(`${year}-12-31`),
})

/** A confirmation speaks of what stood there then; what came in or went since makes it say nothing. */
export const isOvertaken = ({ confirmation, rows, standing }: YearFacts): boolean =>
  confirmation !== null && (confirmation.rowCount !== rows || confirmation.standingCount !== standing)

function knownBy(facts: YearFacts): YearState {
  const { first, last } = bounds(facts.year)
  if (facts.confirmation && !isOvertaken(facts)) return 'confirmed'
  const importedUntil = facts.imported?.on ?? null
  if (facts.rows > 0 && importedUntil !== null && importedUntil > last) return 'imported'
  if (facts.enteredHere === 0 || facts.keptSince === null) return 'notKept'
  if (facts.keptSince <= first) return 'kept'
  return importedUntil !== null && facts.keptSince <= addDays(importedUntil, 1) ? 'imported' : 'notKept'
}

function lackOf(facts: YearFacts): string {
  const { rows, standing, keptSince, imported, confirmation } = facts
  // One that still spoke of what stands there would have made the year whole.
  if (confirmation) {
    const [then, now] = [countWords(confirmation.rowCount, confirmation.standingCount), countWords(rows, standing)]
    return `${confirmation.on}由${confirmation.name}确认时${then}，现在${now}，请核实后重新确认`
  }
  if (rows === 0) return '没有登记，也没有人确认为零；请导入该年的台账，或者核实后确认为零'
  if (facts.enteredHere > 0 && keptSince !== null)
    return `${keptSince}才开始在本平台登记，此前的情况没有导入，也没有确认；请导入该年的台账，或者核实后确认没有遗漏`
  const until = imported?.on ? `，最后一次导入在${imported.on}，当时该年还没有结束` : ''
  return `${rows}条由文件导入${until}；请导入全年的台账，或者核实后确认没有遗漏`
}

/** What stands in a ledger of a year; of documents with how many are in force at its end. */
export const countWords = (rows: number, standing: number | null): string =>
  `有${rows}条${standing === null ? '' : `，年末现行有效${standing}件`}`

/** Which ledger and year, and why it is not known. */
export const lackWords = ({ ledger, year, lack }: LedgerYear): string =>
  `“${ledgerLabel(ledger)}”台账${year}年${lack ?? ''}`

/** Those of which nothing is known; a report of the year does not leave the house while there is one. */
export const notKept = (years: readonly LedgerYear[]): LedgerYear[] => years.filter(({ state }) => state === 'notKept')
