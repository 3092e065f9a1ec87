import { record as audit } from '../../audit/record.ts'
import { loadCalendar } from '../../calendar/notices/store.ts'
import { type PlainDate, yearOf } from '../../days/plain-date.ts'
import type { Database, Tx } from '../../db/database.ts'
import { inOrgan } from '../../db/organ.ts'
import type { Actor } from '../../organs/actor.ts'
import type { Organ } from '../../organs/organ.ts'
import * as organs from '../../organs/store.ts'
import { isReason } from '../../organs/text.ts'
import { readTyped } from '../../refusal/typed.ts'
import { refusals } from '../../refusal.ts'
import { canonicalHash } from '../../steps/canonical.ts'
import { computableFormat } from '../compile.ts'
import { letterheadOf, writeForms } from '../forms.ts'
import { addRevision, type FileForm, newestRevision } from '../store/published.ts'
import { compose } from './compile.ts'
import { foldDraft } from './draft.ts'
import { type DraftContent, type NewEvent, type StepName, stepInputs } from './draft-event.ts'
import { deviationsOf, prepare, prepareStep, refold } from './prepare.ts'
import { refuseUnstatable } from './stated.ts'
import { isWriter, whyNotSave } from './steps.ts'
import * as store from './store.ts'
import { take } from './take.ts'
import { wordsFrom } from './words.ts'

/**
 * Begins the report on a year, which may be the running one, with what the registers can say as its first words. A year that is
 * public is begun anew only with a reason: it becomes the next revision (its words and stated figures go on from the public one).
 * Refuses years whose form no register fills, and a year that is under way.
 */
export async function beginDraft(tx: Tx, actor: Actor, now: Date, year: number, reason: string | null): Promise<void> {
  const { organId } = actor
  const organ = await organs.get(tx, organId)
  computableFormat(year)
  if (year > yearOf(actor.today)) throw refusals.yearNotOver(year, actor.today)
  if (await store.findOpen(tx, organId, year)) throw refusals.reportDraftOpen(year)
  const isPublic = (await newestRevision(tx, organId, year)) > 0
  if (isPublic && !isReason(reason)) throw refusals.correctionNeedsReason(organ.name, year)
  const row = await store.add(tx, organId, year)
  const matter = await prepare(tx, actor, { row, events: [], content: null })
  if (!isWriter(matter)) throw refusals.notYourReport()
  const events = await store.append(tx, actor, { row, events: [] }, now, {
    kind: 'begun',
    data: { reason: isPublic ? reason : null },
  })
  const content = await firstContent(tx, organ, year, actor.today)
  const saved = await store.appendSaved(tx, actor, { row, events }, now, content)
  await refold(tx, organ, row, saved, await loadCalendar(tx))
  await audit(tx, actor, 'report.begun', { subject: `${year}`, detail: { year, reason: isPublic ? reason : null } })
}

/** What a draft begins with: the words and stated figures of the one that is public, else what the registers can say. */
async function firstContent(tx: Tx, organ: Organ, year: number, today: PlainDate): Promise<DraftContent> {
  const before = await store.findPublishedDraft(tx, organ.id, year)
  if (before?.content) return before.content
  const { counted } = await compose(tx, organ, year, null, today)
  return { words: wordsFrom(counted.sections), stated: [] }
}

/** What was saved by somebody else meanwhile. */
export interface SavedByOther {
  readonly content: DraftContent
  readonly revision: number
  readonly savedName: string
  readonly savedAt: string
}

/** `revision` is the place in the draft's history; `overtakenBy`: nothing was kept, theirs stands. */
export interface SavedDraft {
  readonly revision: number
  readonly hash: string
  readonly overtakenBy: SavedByOther | null
}

/**
 * Keeps words and stated figures. `basedOn` is the last event that the person saw: when somebody else has saved since, nothing of
 * theirs is overwritten and the answer says what they wrote. Refuses figures for sums or for no cell.
 */
export async function saveDraft(
  tx: Tx,
  actor: Actor,
  now: Date,
  year: number,
  { content, draft, basedOn }: { readonly content: DraftContent; readonly draft: string; readonly basedOn: number },
): Promise<SavedDraft> {
  const found = await store.getForChange(tx, actor.organId, year)
  refuseAnother(found, draft)
  const matter = await prepare(tx, actor, found)
  const refusal = whyNotSave(matter)
  if (refusal) throw refusal
  refuseUnstatable(computableFormat(year), content.stated)
  const { lastSeq, contentHash } = matter.draft
  const hash = canonicalHash(content)
  if (basedOn > lastSeq) throw refusals.textChanged()
  if (hash === contentHash) return { revision: lastSeq, hash, overtakenBy: null }
  const later = found.events.findLast(({ seq, kind }) => kind === 'saved' && seq > basedOn)
  if (later && found.content) {
    const { seq: revision, actor: by, at: savedAt } = later
    return { revision: basedOn, hash, overtakenBy: { content: found.content, revision, savedName: by.name, savedAt } }
  }
  const events = await store.appendSaved(tx, actor, found, now, content)
  await refold(tx, await organs.get(tx, actor.organId), found.row, events, await loadCalendar(tx))
  return { revision: events.at(-1)?.seq ?? 0, hash, overtakenBy: null }
}

/** Whoever has another draft of the year before them does not write over this one. */
function refuseAnother({ row }: store.OpenDraft, draft: string | undefined): void {
  if (draft !== undefined && draft !== row.id) throw refusals.anotherReportDraft(row.year)
}

function refuseOvertaking({ events }: store.OpenDraft, seq: number | undefined): void {
  const last = events.at(-1)
  if (seq !== undefined && seq !== last?.seq)
    throw refusals.changedMeanwhile(last?.actor.name || '他人', '这份年度报告')
}

/** Files of a report, typeset before the transaction that makes it public. */
export interface Typeset {
  readonly hash: string
  readonly publishedOn: PlainDate
  readonly files: ReadonlyMap<FileForm, Uint8Array>
}

/** Typesets what stands frozen, for its publication today; undefined where nothing is. Long: outside any transaction. */
export async function typesetFrozen(
  db: Database,
  organId: number,
  year: number,
  today: PlainDate,
): Promise<Typeset | undefined> {
  const found = await inOrgan(db, organId, async (tx) => {
    const open = await store.findOpen(tx, organId, year)
    return { organ: await organs.get(tx, organId), submission: open ? foldDraft(open.events).submission : null }
  })
  const { organ, submission } = found
  if (!submission) return undefined
  const files = await writeForms(submission.snapshot.report, letterheadOf(organ, today))
  return { hash: submission.hash, publishedOn: today, files }
}

/**
 * Takes a step with everything that belongs to it, or refuses it. `seq` as for saving. A publication needs the files of what
 * stands frozen (`typesetFrozen`), and makes exactly that public.
 */
export async function takeStep(
  tx: Tx,
  actor: Actor,
  now: Date,
  year: number,
  step: {
    readonly name: StepName
    readonly typed: unknown
    readonly draft?: string
    readonly seq?: number | undefined
    readonly typeset: Typeset | undefined
  },
): Promise<void> {
  const { name } = step
  const input = readTyped(stepInputs[name], step.typed)
  const found = await store.getForChange(tx, actor.organId, year)
  refuseAnother(found, step.draft)
  refuseOvertaking(found, step.seq)
  const organ = await organs.get(tx, actor.organId)
  const matter = await prepareStep(tx, actor, organ, found, name)
  const event = take(name, matter, input)
  await enact(tx, actor, now, { organ, found, event, typeset: step.typeset })
}

interface Act {
  readonly organ: Organ
  readonly found: store.OpenDraft
  readonly event: NewEvent
  readonly typeset: Typeset | undefined
}

/** Writes an event with all that follows from it; a publication makes the frozen report public in the same transaction. */
async function enact(tx: Tx, actor: Actor, now: Date, { organ, found, event, typeset }: Act): Promise<void> {
  const { year } = found.row
  const draft = foldDraft(found.events)
  if (event.kind === 'published') {
    const { submission } = draft
    if (!submission || typeset?.hash !== submission.hash) throw refusals.textChanged()
    const { report, findings, calendarVersion } = submission.snapshot
    const { files, publishedOn } = typeset
    const { reason } = draft
    await addRevision(tx, { organId: organ.id, report, findings, calendarVersion, publishedOn, reason, files })
  }
  const events = await store.append(tx, actor, found, now, event)
  await refold(tx, organ, found.row, events, await loadCalendar(tx))
  await audit(tx, actor, `report.${event.kind}`, {
    subject: `${year}`,
    detail: { year, seq: events.at(-1)?.seq ?? 0, hash: draft.submission?.hash ?? draft.contentHash, ...toldOf(event) },
  })
}

/** What of an event the log tells. */
function toldOf(event: NewEvent): Record<string, unknown> {
  switch (event.kind) {
    case 'published':
      return { revision: event.data.revision, deviations: event.data.deviations, reason: event.data.deviationReason }
    case 'scheduled':
      return { on: event.data.on }
    case 'recalled':
    case 'unscheduled':
    case 'discarded':
      return { reason: event.data.reason }
    default:
      return {}
  }
}

/**
 * Publishes by the clock what is to be public on this day, each once however often this runs. Where the registers have other
 * figures by now, it is not published: it waits, signed, for a person to decide. Answers with the years that became public.
 */
export async function publishDue(db: Database, actor: Actor, now: Date): Promise<number[]> {
  const { organId, today } = actor
  const due = await inOrgan(db, organId, (tx) => store.listDue(tx, organId, today))
  const published: number[] = []
  for (const year of due) {
    const typeset = await typesetFrozen(db, organId, year, today)
    const isOut = await inOrgan(db, organId, async (tx) => {
      const found = await store.getForChange(tx, organId, year)
      const draft = foldDraft(found.events)
      if (draft.status !== 'scheduled' || !draft.submission || !draft.scheduledFor || draft.scheduledFor > today)
        return false
      const organ = await organs.get(tx, organId)
      const deviations = await deviationsOf(tx, organ, found, today)
      const { hash } = draft.submission
      const revision = (await newestRevision(tx, organId, year)) + 1
      const event: NewEvent =
        deviations.length === 0
          ? { kind: 'published', data: { hash, revision, deviations, deviationReason: '' } }
          : { kind: 'unscheduled', data: { reason: refusals.reportDeviates(deviations).message } }
      await enact(tx, actor, now, { organ, found, event, typeset })
      return event.kind === 'published'
    })
    if (isOut) published.push(year)
  }
  return published
}
