import { remedyResults } from '../../law/remedy-results.ts'
import { refusals } from '../../refusal.ts'
import type { ReanswerLimit } from '../../requests/reanswer/order.ts'
import { type Decision, latestOf, type RemedyCase } from './case.ts'
import { orderedReanswer } from './limits.ts'
import type { StepInput } from './step-inputs.ts'

/** Whether a decision may have ordered the organ to answer again: one that overturned it, or a settlement. */
export const mayOrder = ({ class: column, result }: Pick<Decision, 'class' | 'result'>): boolean =>
  column === 'corrected' || result === 'review.mediated'

/** Whether a new answer is under way because of the case. */
export const isBeingAnswered = ({ reanswers }: RemedyCase): boolean =>
  reanswers.some(({ answeredOn }) => answeredOn === null)

/** Whether the next thing to do is to answer again: the answer was revoked, and nothing of it is under way yet. */
export function ordersAnswer(folded: RemedyCase): boolean {
  const { act, requestId } = folded.opening
  const { decision } = latestOf(folded)
  if (act !== 'answer' || requestId === null || !decision || folded.performedOn !== null) return false
  const known = remedyResults.find(({ id }) => id === decision.result)
  return known !== undefined && 'ordersAct' in known && mayOrder(decision) && !orderedReanswer(folded)
}

/** Refuses an order that nobody has made, and a correction of its own once the case is decided. */
export function refuseGround(
  { ground, on }: Pick<StepInput<'answerAgain'>, 'ground' | 'on'>,
  folded: RemedyCase,
): void {
  const { decision } = latestOf(folded)
  if (ground === 'ownCorrection') {
    if (decision) throw refusals.correctedWhileRunning()
    return
  }
  if (!decision || !mayOrder(decision)) throw refusals.nothingOrdered('ground')
  if (on < decision.on) throw refusals.beforeTheDecision()
}

/** The limit that was set; null where the law has to give it. */
export function limitOf({ limit, count, until }: StepInput<'answerAgain'>): ReanswerLimit | null {
  if (limit === 'day') return until === null ? null : { unit: 'day', on: until }
  return limit === 'none' || count === null ? null : { unit: limit, count }
}

/** Stands in the event until the request has given its own. */
export const nextRoundIn = ({ reanswers }: RemedyCase): number => (reanswers.at(-1)?.round ?? 0) + 1
