import { addDays, type PlainDate, plainDate } from '../../days/plain-date.ts'
import { type LedgerYear, ledgerLabel, type YearFacts, type YearState } from './ledger-year.ts'

/**
 * What is known of a ledger in a year. A nought is never taken for granted, nor is a row that came late: whole is a year that
 * somebody answers for by name, of which a whole file was imported after it had ended, or that was kept on the platform from its
 * first day on and has rows that were entered while it ran. A whole import in the middle of a year speaks until its day, and
 * keeping from some day on speaks from there: together they may be whole.
 */
export function stateOf(facts: YearFacts): LedgerYear {
  const state = knownBy(facts)
  const imported = facts.imports.at(-1) ?? null
  return { ...facts, state, imported, lack: state === 'notKept' ? lackOf(facts) : null }
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
  const since = facts.enteredInTime > 0 ? facts.keptSince : null
  if (since !== null && since <= first) return 'kept'
  const isWholeUntil = (day: PlainDate) =>
    facts.rows > 0 && facts.imports.some(({ on, isWhole }) => isWhole && on !== null && on >= day)
  if (isWholeUntil(addDays(last, 1))) return 'imported'
  return since !== null && isWholeUntil(addDays(since, -1)) ? 'imported' : 'notKept'
}

function lackOf(facts: YearFacts): string {
  const { year, rows, enteredHere, standing, keptSince, imports, confirmation } = facts
  const { first } = bounds(year)
  if (confirmation && isOvertaken(facts)) {
    const [then, now] = [countWords(confirmation.rowCount, confirmation.standingCount), countWords(rows, standing)]
    return `${confirmation.on}由${confirmation.name}确认时${then}，现在${now}，请核实后重新确认`
  }
  if (rows === 0) return '没有登记，也没有人确认为零；请导入该年的台账，或者核实后确认为零'
  const whatToDo = '请导入全年的台账，或者核实后确认没有遗漏'
  if (enteredHere > 0 && keptSince !== null && keptSince > first)
    return `${keptSince}才开始在本平台登记，此前的情况没有${imports.length > 0 ? '全部' : ''}导入，也没有确认；${whatToDo}`
  if (enteredHere === rows) return `${rows}条都是${year}年过后补登记的，不能说明全年的情况；${whatToDo}`
  return `${rows}条${enteredHere > 0 ? `，其中${enteredHere}条在本平台登记，其余` : ''}${whyNotWhole(facts)}；${whatToDo}`
}

/** Why what came by files does not speak for the year. */
function whyNotWhole({ year, rows, enteredHere, imports }: YearFacts): string {
  const imported = imports.at(-1)
  const lastOn = imported?.on ? `，最后一次导入在${imported.on}` : ''
  if (!imported?.on || imported.on <= bounds(year).last) return `由文件导入${lastOn}，当时该年还没有结束`
  const how = rows - enteredHere === 1 ? '只有这1条' : '文件里没有当时已登记的全部记录'
  return `由文件导入${lastOn}，${how}，不能说明全年的情况`
}

/** What stands in a ledger of a year; of documents with how many are in force at its end. */
export const countWords = (rows: number, standing: number | null): string =>
  `有${rows}条${standing === null ? '' : `，年末现行有效${standing}件`}`

/** Which ledger and year, and why it is not known. */
export const lackWords = ({ ledger, year, lack }: LedgerYear): string =>
  `“${ledgerLabel(ledger)}”台账${year}年${lack ?? ''}`

/** Those of which nothing is known; a report of the year does not leave the house while there is one. */
export const notKept = (years: readonly LedgerYear[]): LedgerYear[] => years.filter(({ state }) => state === 'notKept')
