import type { Calendar } from '../calendar/calendar.ts'
import { loadCalendar } from '../calendar/notices/store.ts'
import type { PlainDate } from '../days/plain-date.ts'
import type { Tx } from '../db/database.ts'
import { pageSize, partOf } from '../lists/wanted.ts'
import type { Actor } from '../organs/actor.ts'
import { roleLabel } from '../organs/role.ts'
import * as organs from '../organs/store.ts'
import { findUnitName } from '../organs/units/store.ts'
import { levelLabel } from '../review/level.ts'
import { listTurnsOf } from '../review/turns/store.ts'
import { paragraphsOf } from '../text/plain.ts'
import { type Change, changesBetween } from './changes.ts'
import type { Content } from './content.ts'
import { publishLeft, workingDaysLeft } from './deadline.ts'
import { type Edition, editionStatusLabel } from './edition.ts'
import type { EditionEvent } from './edition-event.ts'
import { lateFindingsNow } from './gates/late.ts'
import { findingsOf } from './gates/pass.ts'
import { stepViews, whyNotBegin, whyNotComment, whyNotSave } from './lifecycle.ts'
import { openEdition, prepare } from './prepare.ts'
import type { InformationRecord } from './record.ts'
import { recordTypeOf } from './record-type.ts'
import type { RecordItem, RecordView } from './record-view.ts'
import { foldedOf } from './refold.ts'
import { showComments } from './show-comments.ts'
import * as store from './store/editions.ts'
import { type ListedEdition, listEditionsFor } from './store/lists.ts'
import { findPublished } from './store/published.ts'
import { findRevisionOf, listRevisions } from './store/revisions.ts'
import { getPlaceInLists } from './store/top-places.ts'
import { itemsOf, type TakeMatter } from './take.ts'
import { whyNotOnTop } from './top-place.ts'
import type { WantedRecords } from './wanted.ts'

const recentlyMs = 10 * 60_000

/** Everything that the page of an edition shows. */
export async function showEdition(tx: Tx, actor: Actor, now: Date, key: store.EditionKey): Promise<RecordView> {
  const found = await openEdition(tx, key)
  const { record, events, content } = found
  const matter = await prepare(tx, actor, now, found)
  const folded = foldedOf(events, content, matter.calendar)
  const revisions = await listRevisions(tx, key)
  return {
    recordId: record.id,
    edition: key.edition,
    type: record.type,
    typeLabel: recordTypeOf(record.type).label,
    unitName: record.unitId ? ((await findUnitName(tx, record.organId, record.unitId)) ?? null) : null,
    content,
    paragraphs: paragraphsOf(content.text),
    secrecyItems: itemsOf(content),
    ...standingOf(matter),
    ...reviewOf(matter),
    steps: stepViews(matter),
    whyNotSave: whyNotSave(matter)?.message ?? null,
    whyNotBegin: whyNotBegin(matter)?.message ?? null,
    whyNotComment: whyNotComment(matter)?.message ?? null,
    comments: await showComments(tx, key, {
      actor,
      paragraphs: paragraphsOf(content.text),
      mayWrite: whyNotSave(matter) === undefined,
      isOpen: whyNotComment(matter) === undefined,
    }),
    findings: [...(await findingsOf(tx, found, actor.today)), ...lateFindingsNow(found, matter.calendar, actor.today)],
    changedSinceReview: await changedSinceReview(tx, key, events, matter.edition, content),
    changedSinceLive: await changedSinceLive(tx, key, content),
    publishBy: folded.publishBy,
    stepDueOn: folded.stepDueOn,
    ...leftOf(matter.calendar, { ...folded, type: record.type }, actor.today),
    events,
    revisions,
    editions: await editionItems(tx, key),
    published: await publishedAs(tx, { ...matter, record }),
    alsoEditing: othersOf(revisions, actor, now),
  }
}

/** How the edition stands: its revision, its status, its publication. */
const standingOf = ({
  edition,
}: TakeMatter): Pick<
  RecordView,
  | 'act'
  | 'revision'
  | 'hash'
  | 'seq'
  | 'status'
  | 'statusLabel'
  | 'scheduledFor'
  | 'held'
  | 'publishedAt'
  | 'urgentReason'
> => ({
  act: edition.act,
  revision: edition.revision,
  hash: edition.hash,
  seq: edition.lastSeq,
  status: edition.status,
  statusLabel: editionStatusLabel(edition.status, edition.act),
  scheduledFor: edition.scheduledFor,
  held: edition.held,
  publishedAt: edition.publishedAt,
  urgentReason: edition.urgentReason,
})

/** Its levels, those that it would be put up to while it is up to none, and who has signed and sent back. */
function reviewOf({ edition, levels }: TakeMatter): Pick<RecordView, 'levels' | 'signatures' | 'voided' | 'sentBack'> {
  const { signatures, voided, sentBack } = edition
  const asked = edition.levels.length > 0 ? edition.levels : levels
  return {
    levels: asked.map((level) => ({ ...level, label: levelLabel(level.id), roleLabel: roleLabel(level.role) })),
    signatures,
    voided,
    sentBack,
  }
}

/** What is another than in the last text that a reviewer has seen. */
async function changedSinceReview(
  tx: Tx,
  key: store.EditionKey,
  events: readonly EditionEvent[],
  { hash }: Edition,
  content: Content,
): Promise<Change[]> {
  const seen = lastSeen(events, hash)
  const reviewed = seen && (await findRevisionOf(tx, key, seen))
  return reviewed ? changesBetween(reviewed.content, content) : []
}

/** What is another than in the edition that the public reads. */
async function changedSinceLive(tx: Tx, key: store.EditionKey, content: Content): Promise<Change[]> {
  const live = await store.findLive(tx, key.organId, key.recordId)
  if (!live || live.edition === key.edition) return []
  const { content: before } = await openEdition(tx, live)
  return changesBetween(before, content)
}

async function editionItems(tx: Tx, { organId, recordId }: store.EditionKey): Promise<RecordView['editions']> {
  const editions = await store.listEditions(tx, organId, recordId)
  return editions.map(({ edition, act, status, publishedAt }) => ({
    edition,
    act,
    status,
    statusLabel: editionStatusLabel(status, act),
    publishedAt: publishedAt?.toISOString() ?? null,
  }))
}

/** Where the public reads it; null before its first publication. */
async function publishedAs(
  tx: Tx,
  { actor, record, workBodyId }: TakeMatter & { readonly record: InformationRecord },
): Promise<RecordView['published']> {
  const { organId, id: recordId } = record
  const published = await findPublished(tx, organId, recordId)
  if (!published) return null
  const { number, indexNumber, firstPublishedAt } = published
  const { slug } = await organs.get(tx, organId)
  const place = await getPlaceInLists(tx, { organId, recordId }, actor.today)
  const refusal = whyNotOnTop({ ...place, actor, record, workBodyId })
  return {
    number,
    indexNumber,
    address: `/${slug}/records/${number}`,
    firstPublishedAt,
    onTop: place.onTop,
    whyNotOnTop: refusal?.message ?? null,
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
  { page, ...wanted }: WantedRecords & { readonly page: number },
): Promise<{ items: RecordItem[]; total: number; pageSize: number }> {
  const found = await findWanted(tx, actor, wanted, partOf(page))
  return { ...found, pageSize }
}

/** The editions that are wanted, from one of them on, and how many there are. */
export async function findWanted(
  tx: Tx,
  actor: Actor,
  wanted: WantedRecords,
  part: { readonly offset: number; readonly limit: number },
): Promise<{ items: RecordItem[]; total: number }> {
  const { organId, id, today } = actor
  const mine = id === null ? [] : await listTurnsOf(tx, { ...actor, id }, today, ['record'])
  const { items, total } = await listEditionsFor(tx, organId, { ...wanted, ...part, mine, today })
  const calendar = await loadCalendar(tx)
  return { total, items: items.map((row) => recordItem(calendar, today, mine, row)) }
}

type OwnRecordTurn = Awaited<ReturnType<typeof listTurnsOf>>[number]

function recordItem(
  calendar: Calendar,
  today: PlainDate,
  mine: readonly OwnRecordTurn[],
  { turn, ...row }: ListedEdition,
): RecordItem {
  const own = mine.find(({ subjectId, part }) => subjectId === row.recordId && part === row.edition)
  return {
    ...row,
    ...leftOf(calendar, row, today),
    typeLabel: recordTypeOf(row.type).label,
    columnName: row.columnName ?? '',
    unitName: row.unitName ?? '',
    statusLabel: editionStatusLabel(row.status, row.act),
    turnLabel: turn && roleLabel(turn),
    isMyTurn: own !== undefined,
    standsInFor: own?.standsInFor ?? null,
    scheduledFor: row.scheduledFor?.toISOString() ?? null,
    publishedAt: row.publishedAt?.toISOString() ?? null,
  }
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
