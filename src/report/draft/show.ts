import { officeDayOf, yearOf } from '../../days/plain-date.ts'
import type { Tx } from '../../db/database.ts'
import { reportDue } from '../../law/report-due.ts'
import { reportFormat2021 } from '../../law/report-format-2021.ts'
import { formatForYear } from '../../law/report-formats.ts'
import type { Actor } from '../../organs/actor.ts'
import { roleLabel } from '../../organs/role.ts'
import { chosen } from '../../organs/settings/chosen.ts'
import * as organs from '../../organs/store.ts'
import { refusals } from '../../refusal.ts'
import { askedOf, levelLabel } from '../../review/level.ts'
import { periodUntil } from '../compile.ts'
import { reportLevels } from '../settings.ts'
import { findStanding, listPublished } from '../store/published.ts'
import { type Composed, compose } from './compile.ts'
import { draftStatusLabel, foldDraft } from './draft.ts'
import type { DraftEvent } from './draft-event.ts'
import { deviationsBetween, prepare } from './prepare.ts'
import type { DraftView, ReportView, ReportYear } from './report-view.ts'
import { isWriter, stepViews, whyNotSave } from './steps.ts'
import * as store from './store.ts'
import { othersIn } from './words.ts'

/** The years whose report the registers fill: the running one, those drafted or published, and the last one in any case. */
export async function showReportYears(tx: Tx, actor: Actor): Promise<ReportYear[]> {
  const organ = await organs.get(tx, actor.organId)
  const running = yearOf(actor.today)
  const open = await store.listOpen(tx, organ.id)
  const published = await listPublished(tx, organ.id)
  const known = [running, running - 1, ...open.map(({ year }) => year), ...published.map(({ year }) => year)]
  return [...new Set(known)]
    .filter((year) => formatForYear(year)?.id === reportFormat2021.id)
    .sort((a, b) => b - a)
    .map((year) => {
      const status = open.find((each) => each.year === year)?.status ?? null
      return {
        year,
        dueOn: reportDue(organ.kind, year)?.on ?? null,
        status,
        statusLabel: status && draftStatusLabel(status),
        publishedOn: published.find((each) => each.year === year)?.publishedOn ?? null,
        isOver: year < running,
      }
    })
}

/** The workbench of a year: the report as it would be printed, or as it stands frozen, with all that it rests on. */
export async function showReport(tx: Tx, actor: Actor, year: number): Promise<ReportView> {
  const { organId, today } = actor
  const organ = await organs.get(tx, organId)
  if (year > yearOf(today)) throw refusals.yearNotOver(year, today)
  const open = await store.findOpen(tx, organId, year)
  const draft = open ? foldDraft(open.events) : undefined
  const composed = await compose(tx, organ, year, open?.content ?? null, today)
  const frozen = draft?.submission?.snapshot
  const shown = frozen?.report ?? composed.report
  const standing = await findStanding(tx, organId, year)
  const published = standing?.published?.revisions ?? []
  const matter = await prepare(
    tx,
    actor,
    open ?? { row: { organId, id: '', year, status: 'drafting' }, events: [], content: null },
  )
  return {
    year,
    organ: organ.name,
    countedTo: frozen?.countedOn ?? periodUntil(year, today).to,
    isOver: year < yearOf(today),
    dueOn: reportDue(organ.kind, year)?.on ?? null,
    figures: figuresOf(shown),
    sections: shown.sections,
    stated: shown.stated ?? [],
    counted: figuresOf(composed.counted),
    proposed: composed.counted.sections,
    previous: composed.previous && { ...figuresOf(composed.previous), sections: composed.previous.sections },
    findings: frozen?.findings ?? composed.findings,
    ledgers: composed.ledgers,
    counts: composed.counts,
    published: published.map(({ revision, publishedOn, reason }) => ({ revision, publishedOn, reason })),
    address: standing ? `/${organ.slug}/annual-reports/${year}` : null,
    draft: open ? await draftView(tx, open, matter, composed) : null,
    whyNotBegin: isWriter(matter) ? null : refusals.notYourReport().message,
  }
}

const figuresOf = ({ proactive, requests, remedies }: ReportView['figures']) => ({
  proactive,
  requests,
  remedies,
})

async function draftView(
  tx: Tx,
  { row, events, content }: store.OpenDraft,
  matter: Awaited<ReturnType<typeof prepare>>,
  { counts, report: composed }: Composed,
): Promise<DraftView | null> {
  const { draft, workBodyId } = matter
  const { contentHash, submission, levels } = draft
  if (!content || !contentHash) return null
  const asked = levels.length > 0 ? levels : askedOf(await chosen(tx, row.organId, reportLevels), workBodyId)
  return {
    id: row.id,
    status: draft.status,
    statusLabel: draftStatusLabel(draft.status),
    seq: draft.lastSeq,
    reason: draft.reason,
    content,
    hash: submission?.hash ?? contentHash,
    levels: asked.map((level) => ({ ...level, label: levelLabel(level.id), roleLabel: roleLabel(level.role) })),
    signatures: draft.signatures,
    sentBack: draft.sentBack,
    scheduledFor: draft.scheduledFor,
    frozenOn: submission ? officeDayOf(submission.at) : null,
    deviations: submission ? deviationsBetween(submission.snapshot.report, composed) : [],
    steps: stepViews(matter),
    whyNotSave: whyNotSave(matter)?.message ?? null,
    events: toldOf(events),
    others: submission ? [] : othersIn(content.words, counts),
  }
}

const titles: Readonly<Record<DraftEvent['kind'], string>> = {
  begun: '开始编制',
  saved: '保存',
  submitted: '送审，定稿',
  signed: '审核同意',
  sentBack: '退回修改',
  recalled: '撤回修改',
  scheduled: '定时公布',
  unscheduled: '取消定时公布',
  published: '公布',
  discarded: '作废',
}

/** What has happened, the last save of each person in a row only. */
function toldOf(events: readonly DraftEvent[]): DraftView['events'] {
  return events
    .filter((event, at) => {
      const next = events[at + 1]
      return !(event.kind === 'saved' && next?.kind === 'saved' && next.actor.name === event.actor.name)
    })
    .map((event) => ({
      seq: event.seq,
      at: event.at,
      who: event.actor.name,
      what: titles[event.kind],
      words: wordsOf(event),
    }))
}

function wordsOf({ kind, data }: DraftEvent): string {
  switch (kind) {
    case 'begun':
      return data.reason ? `更正理由：${data.reason}` : ''
    case 'signed':
      return [levelLabel(data.level), data.standsInFor && `代${data.standsInFor.name}签`, data.opinion]
        .filter(Boolean)
        .join('，')
    case 'sentBack':
      return data.note
    case 'scheduled':
      return `定于${data.on}公布`
    case 'published':
      return data.deviationReason ? `与台账不一致仍公布的理由：${data.deviationReason}` : ''
    case 'recalled':
    case 'unscheduled':
    case 'discarded':
      return data.reason
    default:
      return ''
  }
}
