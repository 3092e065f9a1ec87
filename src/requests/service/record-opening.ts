import { record } from '../../audit/record.ts'
import { loadCalendar } from '../../calendar/notices/store.ts'
import type { Database } from '../../db/database.ts'
import { inOrgan } from '../../db/organ.ts'
import type { Actor } from '../../organs/actor.ts'
import type { NewEvent } from '../event.ts'
import { foldHistory, type RequestHistory } from '../history.ts'
import { refold } from '../refold.ts'
import * as store from '../store/requests.ts'
import { serviceOf } from './fold-service.ts'

/** The proof that a letter was opened where it was put online; undefined where nothing waits for it. */
export function openingOf(
  { service }: Pick<RequestHistory, 'service'>,
  of: number,
  actor: Actor,
): NewEvent | undefined {
  const waiting = serviceOf(service, of)?.attempts.find(({ way, result }) => way === 'online' && result === null)
  if (!waiting) return undefined
  const data = {
    attempt: waiting.id,
    result: 'opened',
    receivedBy: null,
    cause: null,
    note: '',
    correction: '',
  } as const
  return { kind: 'serviceResult', happenedOn: actor.today, data }
}

/** Keeps once that the applicant has opened a letter that was served online. Asks without a lock first: most openings are not the first. */
export async function recordOpening(db: Database, actor: Actor, id: string, of: number): Promise<void> {
  const { organId } = actor
  const isFirst = await inOrgan(db, organId, async (tx) => {
    const { events } = await store.get(tx, organId, id)
    return openingOf(foldHistory(events), of, actor) !== undefined
  })
  if (!isFirst) return
  await inOrgan(db, organId, async (tx) => {
    const found = await store.getForChange(tx, organId, id)
    const opened = openingOf(foldHistory(found.events), of, actor)
    if (!opened) return
    const events = await store.append(tx, actor, found, [opened])
    const request = await refold(tx, found.request, events, await loadCalendar(tx), actor.today)
    await record(tx, actor, 'request.letterOpened', { subject: id, detail: { number: request.number, seq: of } })
  })
}
