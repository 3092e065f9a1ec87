import type { Calendar } from '../../calendar/calendar.ts'
import { loadCalendar } from '../../calendar/notices/store.ts'
import { officeDayOf, type PlainDate } from '../../days/plain-date.ts'
import type { Tx } from '../../db/database.ts'
import { reportFormat2021 } from '../../law/report-format-2021.ts'
import type { Actor } from '../../organs/actor.ts'
import type { Organ } from '../../organs/organ.ts'
import { chosen } from '../../organs/settings/chosen.ts'
import * as organs from '../../organs/store.ts'
import { findWorkBody } from '../../organs/units/store.ts'
import { askedWhereHeld } from '../../review/chain.ts'
import { askedOf } from '../../review/level.ts'
import { listCandidates, standingInOf } from '../../review/store.ts'
import { setTurns } from '../../review/turns/actions.ts'
import { canonicalHash } from '../../steps/canonical.ts'
import { periodOf } from '../compile.ts'
import { differingCells } from '../differing-cells.ts'
import { filingDue } from '../filing/filer.ts'
import { foldFiling } from '../filing/filing.ts'
import { localDays } from '../filing/settings.ts'
import { findFiling } from '../filing/store/filings.ts'
import { kindsIn } from '../filing/subordinates.ts'
import { type AnnualReport, cellId } from '../report.ts'
import { reportLevels } from '../settings.ts'
import { rowsBehind } from '../store/behind.ts'
import { newestRevision } from '../store/published.ts'
import { compose } from './compile.ts'
import { chainOf, type Draft, type DraftRow, foldDraft } from './draft.ts'
import type { Deviation, DraftContent, DraftEvent, Snapshot, StepName } from './draft-event.ts'
import type { StepMatter } from './steps.ts'
import { findPublishedDraft, type OpenDraft, saveFolded } from './store.ts'
import type { TakeMatter } from './take.ts'
import { turnsOf } from './turns.ts'

/** What the rules may ask about before any step by this person. */
export async function prepare(tx: Tx, actor: Actor, { row, events }: OpenDraft): Promise<StepMatter> {
  const { organId, id, kind, today } = actor
  const draft = foldDraft(events)
  return {
    draft,
    year: row.year,
    filedWith: await findFiledWith(tx, organId, row.year, draft),
    actor,
    standingIn: kind === 'staff' && id ? await standingInOf(tx, organId, id, today) : [],
    workBodyId: await findWorkBody(tx, organId),
  }
}

/** The same with whatever the step of this name looks at. */
export async function prepareStep(
  tx: Tx,
  actor: Actor,
  organ: Organ,
  found: OpenDraft,
  name: StepName,
): Promise<TakeMatter> {
  const matter = await prepare(tx, actor, found)
  const { draft, workBodyId, year } = matter
  const putsUp = name === 'submit' && draft.contentHash !== null
  const candidates = putsUp ? await listCandidates(tx, organ.id, actor.today) : []
  const { notBy } = chainOf(draft)
  const without = actor.id === null ? notBy : new Set([...notBy, actor.id])
  const levels = await chosen(tx, organ.id, reportLevels)
  return {
    ...matter,
    levels: putsUp ? askedWhereHeld(levels, workBodyId, candidates, without) : askedOf(levels, workBodyId),
    candidates,
    snapshot: putsUp ? await freeze(tx, organ, year, found.content, actor.today) : null,
    deviations: name === 'publish' || name === 'schedule' ? await deviationsOf(tx, organ, found, actor.today) : [],
    revision: (await newestRevision(tx, organ.id, year)) + 1,
  }
}

/** The report as it is put up now: what will be signed, and what its figures rest on. */
async function freeze(
  tx: Tx,
  organ: Organ,
  year: number,
  content: DraftContent | null,
  today: PlainDate,
): Promise<Snapshot> {
  const { report, findings } = await compose(tx, organ, year, content, today)
  const { version } = await loadCalendar(tx)
  return {
    // As the table keeps it, so that what is published is compared with what was signed.
    report: JSON.parse(JSON.stringify(report)),
    countedOn: today,
    calendarVersion: version,
    behind: await rowsBehind(tx, organ.id, periodOf(year), kindsIn[report.countsBelow ?? 'ownReport']),
    findings,
  }
}

/** Where figures and words would be printed otherwise by now than in the report that stands frozen. */
export async function deviationsOf(tx: Tx, organ: Organ, open: OpenDraft, today: PlainDate): Promise<Deviation[]> {
  const { row, events, content } = open
  const { submission } = foldDraft(events)
  if (!submission) return []
  return deviationsBetween(submission.snapshot.report, (await compose(tx, organ, row.year, content, today)).report)
}

const excerpt = 120

/** Cell by cell and paragraph by paragraph. */
export function deviationsBetween(frozen: AnnualReport, now: AnnualReport): Deviation[] {
  const cells = differingCells(reportFormat2021, frozen, now).map(({ cell, name, before, after }) => ({
    cell: cellId(cell),
    name,
    frozen: String(before),
    now: String(after),
  }))
  const words = now.sections.flatMap(({ id, heading, paragraphs }) => {
    const before = frozen.sections.find((section) => section.id === id)?.paragraphs ?? []
    return paragraphs.flatMap((paragraph, index) =>
      paragraph === before[index]
        ? []
        : [
            {
              cell: `${id}:${index}`,
              name: `“${heading || '开头的说明'}”第${index + 1}段`,
              frozen: (before[index] ?? '').slice(0, excerpt),
              now: paragraph.slice(0, excerpt),
            },
          ],
    )
  })
  return [...cells, ...words]
}

/** Writes the fold to the row, and whose turn it is. */
export async function refold(
  tx: Tx,
  organ: Organ,
  row: DraftRow,
  events: readonly DraftEvent[],
  calendar: Calendar,
): Promise<void> {
  const draft = foldDraft(events)
  await saveFolded(tx, row, draft)
  const last = events.at(-1)
  if (!last) return
  const begunBy = events[0]?.actor.id ?? null
  const toFileWith = draft.status === 'published' ? await stillToFile(tx, organ, row.year, draft) : null
  const turns = turnsOf(row, draft, { organ, begunBy, calendar, toFileWith })
  await setTurns(
    tx,
    { organId: row.organId, subjectId: row.id, kinds: ['report'], turns },
    officeDayOf(last.at),
    events,
  )
}

/** Whose turn the public report of a year is, after something has happened between the organ and the office above it. */
export async function refoldPublished(tx: Tx, organ: Organ, year: number, calendar: Calendar): Promise<void> {
  const found = await findPublishedDraft(tx, organ.id, year)
  if (found) await refold(tx, organ, found.row, found.events, calendar)
}

/** The office above that has not got the report as it was published; null where there is none or it has, or asks for it itself. */
async function stillToFile(tx: Tx, organ: Organ, year: number, { submission }: Draft) {
  if (organ.parentId === null || !submission) return null
  const { status, filed, remindedAt } = await filingAbove(tx, { id: organ.id, parentId: organ.parentId }, year)
  const isThere = status === 'filed' || status === 'accepted'
  if (isThere && filed?.hash === canonicalHash(submission.snapshot.report)) return null
  if (status === 'excused' || status === 'returned' || (!isThere && remindedAt !== null)) return null
  const office = await organs.get(tx, organ.parentId)
  return { office: office.name, dueOn: filingDue(organ.kind, year, await localDays(tx, office.id)) }
}

/** The office above that was handed the report as it stands signed, and has not sent it back. */
async function findFiledWith(tx: Tx, organId: number, year: number, { status, submission }: Draft) {
  if (status !== 'signed' || !submission) return null
  const { parentId } = await organs.get(tx, organId)
  if (parentId === null) return null
  const { filed, status: standing } = await filingAbove(tx, { id: organId, parentId }, year)
  const isThere =
    (standing === 'filed' || standing === 'accepted') && filed?.hash === canonicalHash(submission.snapshot.report)
  return isThere ? (await organs.get(tx, parentId)).name : null
}

async function filingAbove(tx: Tx, { id, parentId }: { readonly id: number; readonly parentId: number }, year: number) {
  const filing = await findFiling(tx, { organId: parentId, year, filer: { id: String(id), organId: id } })
  return foldFiling(filing?.events ?? [])
}
