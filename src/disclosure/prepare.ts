import { loadCalendar } from '../calendar/notices/store.ts'
import type { Tx } from '../db/database.ts'
import type { Actor } from '../organs/actor.ts'
import { chosen } from '../organs/settings/chosen.ts'
import { findWorkBody } from '../organs/units/store.ts'
import { refusals } from '../refusal.ts'
import { askedWhereHeld } from '../review/chain.ts'
import { askedOf } from '../review/level.ts'
import { levelsFor } from '../review/plan.ts'
import { listCandidates, standingInOf } from '../review/store.ts'
import { chainOf, foldEdition } from './edition.ts'
import type { OpenEdition } from './record.ts'
import { reviewPlan } from './settings.ts'
import { type EditionKey, getEvents, getRecord, getRecordForChange } from './store/editions.ts'
import { findRevision } from './store/revisions.ts'
import type { TakeMatter } from './take.ts'

async function open(tx: Tx, key: EditionKey, find: typeof getRecord): Promise<OpenEdition> {
  const record = await find(tx, key.organId, key.recordId)
  const events = await getEvents(tx, key)
  const { revision } = foldEdition(events)
  const current = await findRevision(tx, key, revision)
  if (!current) throw refusals.unknownEdition()
  return { record, edition: key.edition, events, content: current.content }
}

/** An edition with its events and the text that stands. */
export const openEdition = (tx: Tx, key: EditionKey): Promise<OpenEdition> => open(tx, key, getRecord)

/** The same; the record is locked until the transaction ends. */
export const openForChange = (tx: Tx, key: EditionKey): Promise<OpenEdition> => open(tx, key, getRecordForChange)

/** What the rules may ask about before a step by this person; `putsUp`: with everybody who could sign, for a submission. */
export async function prepare(
  tx: Tx,
  actor: Actor,
  now: Date,
  found: OpenEdition,
  { putsUp = false }: { readonly putsUp?: boolean } = {},
): Promise<TakeMatter> {
  const { organId, today, id } = actor
  const edition = foldEdition(found.events)
  const levels = levelsFor(await chosen(tx, organId, reviewPlan), found.content.type)
  const candidates = putsUp ? await listCandidates(tx, organId, today) : []
  const { notBy } = chainOf({ ...edition, submittedBy: actor })
  return {
    edition,
    record: found.record,
    workBodyId: await findWorkBody(tx, organId),
    content: found.content,
    actor,
    now: now.toISOString(),
    standingIn: actor.kind === 'staff' && id ? await standingInOf(tx, organId, id, today) : [],
    calendar: await loadCalendar(tx),
    levels: putsUp
      ? askedWhereHeld(levels, found.record.unitId, candidates, notBy)
      : askedOf(levels, found.record.unitId),
    candidates,
  }
}
