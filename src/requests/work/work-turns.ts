import type { Calendar } from '../../calendar/calendar.ts'
import type { PlainDate } from '../../days/plain-date.ts'
import { type Turn, turnOf, turnOfRoles } from '../../review/turns/turn.ts'
import { nextDue } from '../due.ts'
import type { RequestHistory } from '../history.ts'
import { isOpen } from './fold-work.ts'

/** Parts of a decision that are not taken by what heads decide of a request itself. */
const partOfOffer = 10
const partOfRefusal = 11
const partOfHead = 12
/** Each event asks its own; so many of one note. */
const perEvent = 10
const partOfEvent = (seq: number, place = 0): number => seq * perEvent + 100 + place

/** A unit is asked once and once more before the head of the work body is. */
const refusalsForHead = 2

/** What waits inside the organ beside those who have the request in hand. */
export function workTurns(
  { id: subjectId, number: title }: { readonly id: string; readonly number: string },
  history: RequestHistory,
  calendar: Calendar,
  today: PlainDate,
): Turn[] {
  const { offer, refusedOffer, refusals, assignment, status } = history
  const caseDueOn = nextDue(calendar, history, today)?.on ?? null
  const about = (part: number, what: string, since: PlainDate, dueOn: PlainDate | null = null) => ({
    kind: 'decision' as const,
    subjectId,
    part,
    what,
    title,
    since,
    dueOn,
  })
  const ofUnit = (turn: ReturnType<typeof about>, unitId: string) =>
    turnOfRoles(turn, ['clerk', 'unitHead', 'ogiHead'], { unitId })
  const notes = history.notesToRead.map(({ seq, on, staffId, place }) =>
    turnOf(about(partOfEvent(seq, place), '阅看提到您的备注', on), staffId),
  )
  if (status === 'concluded') return notes
  const offered = offer ? [ofUnit(about(partOfOffer, '接收或者退回交办', offer.on, caseDueOn), offer.unitId)] : []
  const sender = refusedOffer?.offeredBy.id
  // Who has the request in hand sees it among what they handle.
  const returned =
    refusedOffer && sender && sender !== assignment?.staffId
      ? [turnOf(about(partOfRefusal, refusedWhat, refusedOffer.on, caseDueOn), sender)]
      : []
  const forHead =
    refusedOffer && refusals >= refusalsForHead
      ? [turnOfRoles(about(partOfHead, '确定承办科室', refusedOffer.on, caseDueOn), ['ogiHead'])]
      : []
  const coHandlings = history.coHandlings
    .filter(isOpen)
    .map(({ seq, on, dueOn, unitId }) => ofUnit(about(partOfEvent(seq), '提出协办意见', on, dueOn), unitId))
  return [...offered, ...returned, ...forHead, ...coHandlings, ...notes]
}

export const refusedWhat = '交办被退回，另行交办或者自己办理'
export const offeredWhat = '已交其他科室，等待接收；接收前仍由您负责'
