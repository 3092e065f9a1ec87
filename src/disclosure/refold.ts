import type { Calendar } from '../calendar/calendar.ts'
import { addWorkingDays } from '../calendar/working-days.ts'
import { officeDayOf } from '../days/plain-date.ts'
import type { Tx } from '../db/database.ts'
import { levelInTurn } from '../review/chain.ts'
import { setTurns, type Waiting } from '../review/turns/actions.ts'
import type { Content } from './content.ts'
import { clockDay, publishDue } from './deadline.ts'
import { awaitsApproval, chainOf, foldEdition } from './edition.ts'
import type { EditionEvent } from './edition-event.ts'
import { type EditionKey, type FoldedEdition, getRecord, saveFolded } from './store/editions.ts'
import { turnsOf } from './turns.ts'

/** What the events say of an edition: the columns that lists read. */
export function foldedOf(events: readonly EditionEvent[], content: Content, calendar: Calendar): FoldedEdition {
  const edition = foldEdition(events)
  const isReviewed = edition.status === 'reviewing' || awaitsApproval(edition)
  const level = isReviewed ? levelInTurn(chainOf(edition)) : undefined
  const began = edition.stepBegan && officeDayOf(edition.stepBegan)
  return {
    status: edition.status,
    lastSeq: edition.lastSeq,
    revision: edition.revision,
    hash: edition.hash,
    levels: edition.levels.map(({ id }) => id),
    title: content.title,
    madeOn: clockDay(content) ?? content.madeOn,
    publishBy: publishDue(calendar, content),
    turn: level?.role ?? (['drafting', 'signed'].includes(edition.status) ? 'clerk' : null),
    stepDueOn: level && began ? addWorkingDays(calendar, began, level.days) : null,
    scheduledFor: edition.scheduledFor,
    publishedAt: edition.publishedAt,
    isUrgent: edition.urgentReason !== null,
    isHeld: edition.held !== null,
  }
}

/** Writes the fold to the row, and whose turn it is. */
export async function refold(
  tx: Tx,
  key: EditionKey,
  events: readonly EditionEvent[],
  content: Content,
  calendar: Calendar,
): Promise<void> {
  const folded = foldedOf(events, content, calendar)
  await saveFolded(tx, key, folded)
  const last = events.at(-1)
  if (last) await setTurns(tx, await waitingOf(tx, key, events, folded), officeDayOf(last.at), events)
}

/** What waits for somebody in the edition. */
export async function waitingOf(
  tx: Tx,
  { organId, recordId, edition }: EditionKey,
  events: readonly EditionEvent[],
  folded: FoldedEdition,
): Promise<Waiting> {
  const record = await getRecord(tx, organId, recordId)
  const turns = turnsOf(record, edition, foldEdition(events), folded)
  return { organId, subjectId: recordId, kinds: ['record'], part: edition, turns }
}
