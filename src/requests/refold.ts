import type { Calendar } from '../calendar/calendar.ts'
import type { PlainDate } from '../days/plain-date.ts'
import type { Tx } from '../db/database.ts'
import { setTurns, type Waiting } from '../review/turns/actions.ts'
import { answerClock } from './clock.ts'
import { nextDue } from './due.ts'
import type { RequestEvent } from './event.ts'
import { foldHistory, type RequestHistory } from './history.ts'
import { isProvisionalInRound } from './reanswer/due.ts'
import { Request } from './request.ts'
import { type Folded, saveFolded } from './store/requests.ts'
import { turnsOf } from './turns.ts'

/**
 * The day from which a report counts a request, as its row keeps it: of one that was taken back before its receipt was
 * confirmed the day on which it ended, for it was received on none.
 */
export const countsFrom = ({ receivedOn, conclusion }: RequestHistory): PlainDate | null =>
  receivedOn ?? conclusion?.on ?? null

/** What the events say of a request on `today`: the columns that lists and reminders read. */
export function foldedOf(events: readonly RequestEvent[], calendar: Calendar, today: PlainDate): Folded {
  const history = foldHistory(events)
  const due = nextDue(calendar, history, today)
  return {
    status: history.status,
    lastSeq: history.lastSeq,
    receivedOn: countsFrom(history),
    unitId: history.assignment?.unitId ?? null,
    handlerId: history.assignment?.staffId ?? null,
    outcome: history.conclusion?.outcome ?? null,
    concludedOn: history.conclusion?.on ?? null,
    dueOn: due?.on ?? null,
    dueKind: due?.kind ?? null,
    dueProvisional: due
      ? (isProvisionalInRound(calendar, history) ?? answerClock(calendar, history, today)?.provisional ?? false)
      : false,
    calendarVersion: due ? calendar.version : null,
    correctionWaits:
      history.correction !== null || history.waiting.some(({ step }) => step === 'correctLetter') || null,
  }
}

/** What waits for somebody in a request; nothing of an imported one. */
export const waitingOf = (
  request: Request,
  events: readonly RequestEvent[],
  calendar: Calendar,
  today: PlainDate,
): Waiting => ({
  organId: request.organId,
  subjectId: request.id,
  kinds: ['request', 'answer', 'letter', 'decision'],
  turns: request.origin === 'live' ? turnsOf(request, foldHistory(events), events, calendar, today) : [],
})

/** Writes the fold to the row, and whose turn it is; answers with the request as it now stands. */
export async function refold(
  tx: Tx,
  request: Request,
  events: readonly RequestEvent[],
  calendar: Calendar,
  today: PlainDate,
): Promise<Request> {
  const folded = foldedOf(events, calendar, today)
  await saveFolded(tx, request, folded)
  await setTurns(tx, waitingOf(request, events, calendar, today), today, events)
  return Request.parse({ ...request, ...folded })
}
