import type { PlainDate } from '../../days/plain-date.ts'
import { type InForce, inForceOn } from '../../law/in-force.ts'
import type { Asks } from './asks.ts'
import type { AnswerFacts } from './facts.ts'

/** A wording of a template with its commencement. A change of law or of words adds one; letters name theirs. */
export interface Edition extends InForce {
  readonly version: string
}

/** Letters without a remedy paragraph have not changed since the 条例 of 2019. */
export const since2019 = [{ version: '2019', from: '2019-05-15', to: null }] as const satisfies readonly Edition[]

/** With the 复议法 of 2024, refusals under arts. 14–16 go to reconsideration first, and a department's to its government. */
export const remediesSince2024 = [
  { version: '2019', from: '2019-05-15', to: '2023-12-31' },
  { version: '2024', from: '2024-01-01', to: null },
] as const satisfies readonly Edition[]

/** The withheld part of a partial disclosure: disputed until the 复议法实施条例 of 2026. */
export const partialSince2026 = [
  { version: '2019', from: '2019-05-15', to: '2023-12-31' },
  { version: '2024', from: '2024-01-01', to: '2026-06-30' },
  { version: '2026', from: '2026-07-01', to: null },
] as const satisfies readonly Edition[]

/** The fee exists since 2021. */
export const feeSince2021 = [
  { version: '2021', from: '2021-01-01', to: '2023-12-31' },
  { version: '2024', from: '2024-01-01', to: null },
] as const satisfies readonly Edition[]

/** It tells no remedies: a fee alone is not challenged. */
export const noticeSince2021 = [{ version: '2021', from: '2021-01-01', to: null }] as const satisfies readonly Edition[]

/** A letter's wording: its paragraphs between the salutation and the remedies. */
export interface Template<Facts> {
  /** Such as `answer.partial`; a letter made from it names the edition too: `answer.partial/2024`. */
  readonly id: string
  readonly editions: readonly Edition[]
  readonly write: (facts: Facts) => readonly string[]
}

/** A letter that tells an outcome, with what it asks the officer for: what is printed is declared where it is printed. */
export interface OutcomeTemplate extends Template<AnswerFacts> {
  readonly asks: Asks
}

/** Such as `answer.partial/2024`: the edition of the day of the act. Throws RangeError when there was none. */
export function templateOn({ id, editions }: Pick<Template<never>, 'id' | 'editions'>, day: PlainDate): string {
  const edition = editions.find((each) => inForceOn(each, day))
  if (!edition) throw new RangeError(`template ${id} was not in force on ${day}`)
  return `${id}/${edition.version}`
}
