import { record } from '../../audit/record.ts'
import { loadCalendar } from '../../calendar/notices/store.ts'
import type { PlainDate } from '../../days/plain-date.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../../organs/actor.ts'
import { refusals } from '../../refusal.ts'
import type { NewEvent } from '../event.ts'
import { foldHistory, type RequestHistory } from '../history.ts'
import { refold } from '../refold.ts'
import * as store from '../store/requests.ts'
import { openRound, type Round } from './fold-rounds.ts'
import { onAnswered } from './on-answered.ts'
import type { ReanswerOrder } from './order.ts'

/** What a case says of the order; the rest follows from the request. */
export type Ordered = Omit<ReanswerOrder, 'round' | 'of'>

/** The rounds of a request. Refuses an id that none has. */
export const roundsOf = async (tx: Tx, organId: number, requestId: string): Promise<readonly Round[]> =>
  foldHistory((await store.get(tx, organId, requestId)).events).rounds

/** The next round of a request and the answer in whose place it will come. Refuses what cannot be answered again now. */
function nextRound({ request, events }: store.RequestWithEvents, orderedOn: PlainDate) {
  if (request.origin === 'imported') throw refusals.importedAnswer()
  const { conclusion, rounds } = foldHistory(events)
  if (!conclusion) throw refusals.notAnsweredYet()
  if (conclusion.outcome === 'withdrawn') throw refusals.nothingToAnswerAgain(request.number)
  if (openRound({ rounds })) throw refusals.answeredAgainAlready(request.number)
  const { on, letterNumber } = rounds.at(-1)?.answer ?? conclusion
  if (orderedOn < on) throw refusals.orderedBeforeAnswer(on)
  // One that was taken back keeps its number.
  const drawn = events.flatMap((event) => (event.kind === 'reanswerOrdered' ? [event.data.round] : []))
  return { round: Math.max(0, ...drawn) + 1, of: { on, letterNumber } }
}

/**
 * Opens a round: the request is answered again, with a limit of its own. What it was answered before, when, and where that
 * counts stays as it is.
 */
export async function orderReanswer(
  tx: Tx,
  actor: Actor,
  requestId: string,
  orderedOn: PlainDate,
  ordered: Ordered,
): Promise<{ readonly number: string; readonly round: number }> {
  const found = await store.getForChange(tx, actor.organId, requestId)
  const { round, of } = nextRound(found, orderedOn)
  await add(tx, actor, found, { kind: 'reanswerOrdered', happenedOn: orderedOn, data: { ...ordered, round, of } })
  const { number } = found.request
  await record(tx, actor, 'request.reanswerOrdered', {
    subject: requestId,
    detail: { number, round, remedy: ordered.caseNumber },
  })
  return { number, round }
}

/** Takes a round back that was opened by mistake. Refuses once its answer has left. */
export async function cancelReanswer(
  tx: Tx,
  actor: Actor,
  requestId: string,
  { round, reason }: { readonly round: number; readonly reason: string },
): Promise<void> {
  const found = await store.getForChange(tx, actor.organId, requestId)
  if (openRound(foldHistory(found.events))?.order.round !== round)
    throw refusals.answeredAgainAlready(found.request.number)
  await add(tx, actor, found, { kind: 'reanswerCancelled', happenedOn: actor.today, data: { round, reason } })
  await record(tx, actor, 'request.reanswerCancelled', {
    subject: requestId,
    detail: { number: found.request.number, round },
  })
}

async function add(tx: Tx, actor: Actor, found: store.RequestWithEvents, event: NewEvent): Promise<void> {
  const events = await store.append(tx, actor, found, [event])
  await refold(tx, found.request, events, await loadCalendar(tx), actor.today)
}

/** Tells whoever waits for it that an answer has left with these facts, if one has. */
export async function tellAnswered(
  tx: Tx,
  actor: Actor,
  requestId: string,
  before: Pick<RequestHistory, 'rounds'>,
  added: readonly NewEvent[],
): Promise<void> {
  for (const { kind, data, happenedOn: on } of added) {
    if (kind !== 'reanswered' && !(kind === 'concluded' && data.letterNumber)) continue
    const round = kind === 'reanswered' ? openRound(before)?.order : undefined
    const answered = { requestId, on, letterNumber: data.letterNumber ?? null, round: round ?? null }
    for (const note of onAnswered.all()) await note(tx, actor, answered)
  }
}
