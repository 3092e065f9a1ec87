import type { PlainDate } from '../days/plain-date.ts'
import type { Database, Tx } from '../db/database.ts'
import { inOrgan } from '../db/organ.ts'
import type { Actor } from '../organs/actor.ts'
import type { Organ } from '../organs/organ.ts'
import { refusals } from '../refusal.ts'
import { periodOf } from '../report/compile.ts'
import { compose } from '../report/draft/compile.ts'
import { foldDraft } from '../report/draft/draft.ts'
import type { DraftEvent, NewEvent, Snapshot } from '../report/draft/draft-event.ts'
import { add, append, appendSaved, saveFolded } from '../report/draft/store.ts'
import { wordsFrom } from '../report/draft/words.ts'
import { hasErrors } from '../report/finding-list.ts'
import { letterheadOf, writeForms } from '../report/forms.ts'
import { rowsBehind } from '../report/store/behind.ts'
import { addRevision, type FileForm, newestRevision } from '../report/store/published.ts'
import { askedOf, type ReviewLevel } from '../review/level.ts'
import { canonicalHash } from '../steps/canonical.ts'

export interface AsSigned {
  readonly publishedOn: PlainDate
  readonly calendarVersion: string
  /** Why an earlier revision is corrected; obligatory from the second on. */
  readonly reason: string | null
}

const onlyLevel: ReviewLevel = { id: 'finalReview', role: 'leader', ownUnit: false, days: 1, checklist: [] }

/**
 * For demos and tests: the registers' own report of a year as though somebody had put it up, signed and published it on that day.
 * Refuses what a real one would be refused for: a year that runs, errors, a correction without a reason. Answers with the revision.
 */
export async function publishAsSigned(
  db: Database,
  actor: Actor,
  organ: Organ,
  year: number,
  { publishedOn, calendarVersion, reason }: AsSigned,
): Promise<number> {
  const composed = await inOrgan(db, organ.id, async (tx) => {
    const made = await compose(tx, organ, year, null, publishedOn)
    return { ...made, behind: await rowsBehind(tx, organ.id, periodOf(year)) }
  })
  const { findings, behind, report } = composed
  if (hasErrors(findings)) throw refusals.reportHasErrors(findings.filter(({ severity }) => severity === 'error'))
  const files = await writeForms(report, letterheadOf(organ, publishedOn))
  const snapshot: Snapshot = { report, countedOn: publishedOn, calendarVersion, behind, findings }
  return inOrgan(db, organ.id, (tx) => enterAsSigned(tx, actor, organ, snapshot, { publishedOn, reason, files }))
}

interface Out {
  readonly publishedOn: PlainDate
  readonly reason: string | null
  readonly files: ReadonlyMap<FileForm, Uint8Array>
}

/** Enters a whole report as one that was put up, signed and published. Answers with its revision. */
export async function enterAsSigned(
  tx: Tx,
  actor: Actor,
  organ: Organ,
  given: Snapshot,
  { publishedOn, reason, files }: Out,
): Promise<number> {
  const snapshot: Snapshot = { ...given, report: JSON.parse(JSON.stringify(given.report)) }
  const { report, findings, calendarVersion } = snapshot
  const { id: organId } = organ
  if (report.year === null) throw new TypeError('a report is on a year')
  const revision = (await newestRevision(tx, organId, report.year)) + 1
  if (revision > 1 && reason === null) throw refusals.correctionNeedsReason(organ.name, report.year)
  const why = revision > 1 ? reason : null
  const content = { words: wordsFrom(report.sections), stated: [] }
  const hash = canonicalHash(snapshot)
  const row = await add(tx, organId, report.year)
  let events: readonly DraftEvent[] = []
  const happen = async (event: NewEvent) => {
    events = await append(tx, actor, { row, events }, new Date(), event)
    await saveFolded(tx, row, foldDraft(events))
  }
  await happen({ kind: 'begun', data: { reason: why } })
  events = await appendSaved(tx, actor, { row, events }, new Date(), content)
  await happen({ kind: 'submitted', data: { hash, levels: askedOf([onlyLevel], null), snapshot } })
  await happen({ kind: 'signed', data: { level: 'finalReview', hash, opinion: '', checklist: [], standsInFor: null } })
  await addRevision(tx, { organId, report, findings, calendarVersion, publishedOn, reason: why, files })
  await happen({ kind: 'published', data: { hash, revision, deviations: [], deviationReason: '' } })
  return revision
}
