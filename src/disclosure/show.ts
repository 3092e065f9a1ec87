import type { Calendar } from '../calendar/calendar.ts'
import { loadCalendar } from '../calendar/notices/store.ts'
import type { PlainDate } from '../days/plain-date.ts'
import type { Tx } from '../db/database.ts'
import type { Actor } from '../organs/actor.ts'
import { type Role, roleLabel } from '../organs/role.ts'
import * as organs from '../organs/store.ts'
import type { StandingIn } from '../review/chain.ts'
import { levelLabel } from '../review/level.ts'
import { standingInOf } from '../review/store.ts'
import { paragraphsOf } from '../text/plain.ts'
import { changesBetween } from './changes.ts'
import type { ActKind } from './content.ts'
import { publishLeft, workingDaysLeft } from './deadline.ts'
import { type EditionStatus, editionStatusLabel } from './edition.ts'
import type { EditionEvent } from './edition-event.ts'
import { foldedOf } from './fold-into.ts'
import { lateFindingsNow } from './gates/late.ts'
import { findingsOf } from './gates/pass.ts'
import { stepViews, whyNotSave } from './lifecycle.ts'
import { openEdition, prepare } from './prepare.ts'
import { type RecordTypeId, recordTypeOf } from './record-type.ts'
import type { RecordItem, RecordView } from './record-view.ts'
import * as store from './store/editions.ts'
import { listEditionsFor, type WantedRecords } from './store/lists.ts'
import { findPublished } from './store/published.ts'
import { findRevisionOf, listRevisions } from './store/revisions.ts'
import { itemsOf } from './take.ts'

const recentlyMs = 10 * 60_000

/** Everything that the page of an edition shows. */
export async function showEdition(tx: Tx, actor: Actor, now: Date, key: store.EditionKey): Promise<RecordView> {
  const found = await openEdition(tx, key)
  const { record, events, content } = found
  const matter = await prepare(tx, actor, now, found)
  const { edition } = matter
  const folded = foldedOf(events, content, matter.calendar)
  const revisions = await listRevisions(tx, key)
  const seen = lastSeen(events, edition.hash)
  const reviewed = seen && (await findRevisionOf(tx, key, seen))
  const live = await store.findLive(tx, key.organId, key.recordId)
  const liveContent = live && live.edition !== key.edition ? (await openEdition(tx, live)).content : undefined
  const published = await findPublished(tx, key.organId, key.recordId)
  const organ = await organs.get(tx, key.organId)
  const levels = edition.levels.length > 0 ? edition.levels : matter.levels
  return {
    recordId: record.id,
    edition: key.edition,
    act: edition.act,
    type: record.type,
    content,
    typeLabel: recordTypeOf(record.type).label,
    paragraphs: paragraphsOf(content.text),
    revision: edition.revision,
    hash: edition.hash,
    seq: edition.lastSeq,
    status: edition.status,
    statusLabel: editionStatusLabel(edition.status),
    steps: stepViews(matter),
    whyNotSave: whyNotSave(matter)?.message ?? null,
    findings: [...(await findingsOf(tx, found, actor.today)), ...lateFindingsNow(found, matter.calendar, actor.today)],
    levels: levels.map((level) => ({ ...level, label: levelLabel(level.id), roleLabel: roleLabel(level.role) })),
    secrecyItems: itemsOf(content),
    signatures: edition.signatures,
    voided: edition.voided,
    sentBack: edition.sentBack,
    changedSinceReview: reviewed ? changesBetween(reviewed.content, content) : [],
    changedSinceLive: liveContent ? changesBetween(liveContent, content) : [],
    scheduledFor: edition.scheduledFor,
    held: edition.held,
    publishedAt: edition.publishedAt,
    urgentReason: edition.urgentReason,
    publishBy: folded.publishBy,
    stepDueOn: folded.stepDueOn,
    events,
    ...leftOf(matter.calendar, { ...folded, type: record.type }, actor.today),
    revisions,
    editions: (await store.listEditions(tx, key.organId, key.recordId)).map((each) => ({
      edition: each.edition,
      act: each.act as ActKind,
      status: each.status as EditionStatus,
      statusLabel: editionStatusLabel(each.status as EditionStatus),
      publishedAt: each.publishedAt?.toISOString() ?? null,
    })),
    published: published
      ? {
          number: published.number,
          indexNumber: published.indexNumber,
          address: `/${organ.slug}/records/${published.number}`,
        }
      : null,
    alsoEditing: othersOf(revisions, actor, now),
  }
}

/** The hash of the last text before this one that a reviewer signed or sent back. */
const lastSeen = (events: readonly EditionEvent[], hash: string | null): string | undefined =>
  events
    .flatMap(({ kind, data }) => (kind === 'signed' || kind === 'sentBack' ? [data.hash] : []))
    .findLast((each) => each !== hash)

function othersOf(
  revisions: readonly { readonly savedName: string; readonly savedAt: string }[],
  { name }: Actor,
  now: Date,
): { name: string; savedAt: string }[] {
  const recent = revisions.filter(
    ({ savedName, savedAt }) => savedName !== name && now.getTime() - Date.parse(savedAt) < recentlyMs,
  )
  const latest = new Map(recent.toReversed().map(({ savedName, savedAt }) => [savedName, savedAt]))
  return [...latest].map(([other, savedAt]) => ({ name: other, savedAt }))
}

/** A page of the console's list of records. */
export async function showRecords(
  tx: Tx,
  actor: Actor,
  wanted: Omit<WantedRecords, 'roles' | 'staffId' | 'today'>,
): Promise<{ items: RecordItem[]; total: number; pageSize: number }> {
  const { organId, id, today } = actor
  const standingIn = actor.kind === 'staff' && id ? await standingInOf(tx, organId, id, today) : []
  const roles = [...new Set([...actor.roles, ...standingIn.map(({ role }) => role)])]
  const { items, total } = await listEditionsFor(tx, organId, { ...wanted, roles, staffId: id, today })
  const calendar = await loadCalendar(tx)
  return {
    total,
    pageSize: wanted.pageSize,
    items: items.map(({ begunBy, turn, ...row }) => ({
      ...row,
      ...leftOf(calendar, { ...row, type: row.type as RecordTypeId }, today),
      type: row.type as RecordTypeId,
      typeLabel: recordTypeOf(row.type as RecordTypeId).label,
      act: row.act as ActKind,
      columnName: row.columnName ?? '',
      status: row.status as EditionStatus,
      statusLabel: editionStatusLabel(row.status as EditionStatus),
      turnLabel: turn && roleLabel(turn as Role),
      ...turnOf(turn as Role | null, begunBy, actor, standingIn),
      scheduledFor: row.scheduledFor?.toISOString() ?? null,
      publishedAt: row.publishedAt?.toISOString() ?? null,
    })),
  }
}

/** Whether it waits for this person, in their own name or in that of somebody absent. */
function turnOf(
  turn: Role | null,
  begunBy: string | null,
  { id, roles }: Actor,
  standingIn: readonly StandingIn[],
): Pick<RecordItem, 'isMyTurn' | 'standsInFor'> {
  const isOwn = turn === 'clerk' ? begunBy === id : turn !== null && roles.includes(turn)
  const absent = standingIn.find(({ role }) => role === turn)
  return { isMyTurn: isOwn || absent !== undefined, standsInFor: isOwn ? null : (absent?.name ?? null) }
}

/** What is left of both clocks. */
function leftOf(
  calendar: Calendar,
  { type, publishBy, stepDueOn }: Pick<RecordItem, 'type' | 'publishBy' | 'stepDueOn'>,
  today: PlainDate,
): Pick<RecordItem, 'publishLeft' | 'stepLeft'> {
  return {
    publishLeft: publishBy && publishLeft(calendar, type, publishBy, today),
    stepLeft: stepDueOn && workingDaysLeft(calendar, today, stepDueOn),
  }
}
