import { z } from 'zod'
import type { PlainDate } from '../../days/plain-date.ts'
import { type Chain, isFullySigned as isChainSigned, keptSignatures, type Signature } from '../../review/chain.ts'
import type { AskedLevel } from '../../review/level.ts'
import type { Deviation, DraftEvent, EventData, Snapshot } from './draft-event.ts'

export const draftStatuses = [
  { id: 'drafting', label: '编制中' },
  { id: 'reviewing', label: '审核中' },
  { id: 'signed', label: '审签完毕，待公布' },
  { id: 'scheduled', label: '待定时公布' },
  { id: 'published', label: '已公布' },
  { id: 'discarded', label: '已作废' },
] as const
export const DraftStatus = z.enum(draftStatuses.map(({ id }) => id))
export type DraftStatus = z.infer<typeof DraftStatus>
export const draftStatusLabel = (status: DraftStatus): string =>
  draftStatuses.find(({ id }) => id === status)?.label ?? status

/** Statuses in which the report stands frozen as somebody has put it up. */
export const frozenStatuses: readonly DraftStatus[] = ['reviewing', 'signed', 'scheduled']

/** The row: which year, and how it stands. */
export interface DraftRow {
  readonly organId: number
  readonly id: string
  readonly year: number
  readonly status: DraftStatus
}

export interface SentBack extends EventData<'sentBack'> {
  readonly by: DraftEvent['actor']
  readonly on: string
}

/** The draft of an annual report as its events leave it. */
export interface Draft {
  readonly status: DraftStatus
  readonly lastSeq: number
  /** Why the public report is drafted anew; null for the first one on a year. */
  readonly reason: string | null
  /** Of the content that stands; null before anything was saved. */
  readonly contentHash: string | null
  /** Whoever began it or saved what was otherwise before: they sign nothing. */
  readonly authors: ReadonlySet<string>
  readonly submittedBy: DraftEvent['actor'] | null
  /** What is put up, frozen, with the hash that signatures bind to; null while it is written. */
  readonly submission: { readonly hash: string; readonly at: string; readonly snapshot: Snapshot } | null
  readonly levels: readonly AskedLevel[]
  readonly signatures: readonly Signature[]
  readonly sentBack: SentBack | null
  readonly scheduledFor: PlainDate | null
  readonly revision: number | null
  readonly deviations: readonly Deviation[]
  /** When the step that is now due began. */
  readonly stepBegan: string | null
}

const nothing: Draft = {
  status: 'drafting',
  lastSeq: 0,
  reason: null,
  contentHash: null,
  authors: new Set(),
  submittedBy: null,
  submission: null,
  levels: [],
  signatures: [],
  sentBack: null,
  scheduledFor: null,
  revision: null,
  deviations: [],
  stepBegan: null,
}

const backInDrafting = { status: 'drafting', submission: null, levels: [], signatures: [], scheduledFor: null } as const

function after(draft: Draft, event: DraftEvent): Draft {
  const { kind, data, seq, at, actor } = event
  const now = { ...draft, lastSeq: seq }
  switch (kind) {
    case 'begun':
      return { ...now, reason: data.reason, authors: withAuthor(now.authors, actor.id), stepBegan: at }
    case 'saved':
      return afterSaving(now, data, actor.id)
    case 'submitted':
      return afterSubmission(now, data, event)
    case 'signed':
      return afterSignature(now, data, event)
    case 'sentBack':
      return afterSendingBack(now, data, event)
    case 'recalled':
      return { ...now, ...backInDrafting, stepBegan: at }
    case 'scheduled':
      return { ...now, status: 'scheduled', scheduledFor: data.on }
    case 'unscheduled':
      return { ...now, status: 'signed', scheduledFor: null }
    case 'published':
      return { ...now, status: 'published', scheduledFor: null, revision: data.revision, deviations: data.deviations }
    case 'discarded':
      return { ...now, status: 'discarded', scheduledFor: null }
  }
}

type When = Pick<DraftEvent, 'at' | 'actor'>

const afterSaving = (draft: Draft, { hash }: EventData<'saved'>, by: string | null): Draft => ({
  ...draft,
  contentHash: hash,
  authors: withAuthor(draft.authors, by),
})

const afterSubmission = (
  draft: Draft,
  { hash, levels, snapshot }: EventData<'submitted'>,
  { at, actor }: When,
): Draft => ({
  ...draft,
  status: 'reviewing',
  levels,
  signatures: [],
  submittedBy: actor,
  sentBack: null,
  submission: { hash, at, snapshot },
  stepBegan: at,
})

function afterSignature(draft: Draft, data: EventData<'signed'>, { at, actor }: When): Draft {
  const signatures = [...draft.signatures, { ...data, by: actor, at }]
  const status = signatures.length === draft.levels.length ? 'signed' : 'reviewing'
  return { ...draft, signatures, status, sentBack: null, stepBegan: at }
}

function afterSendingBack(draft: Draft, data: EventData<'sentBack'>, { at, actor }: When): Draft {
  const sentBack = { ...data, by: actor, on: at }
  if (data.to === 'drafting') return { ...draft, ...backInDrafting, sentBack, stepBegan: at }
  return { ...draft, status: 'reviewing', signatures: keptSignatures(chainOf(draft), data.to), sentBack, stepBegan: at }
}

/** What the events say. Pure. */
export const foldDraft = (events: readonly DraftEvent[]): Draft => events.reduce(after, nothing)

const withAuthor = (authors: ReadonlySet<string>, id: string | null): ReadonlySet<string> =>
  id === null || authors.has(id) ? authors : new Set([...authors, id])

/** The chain of its signatures. Whoever put it up wrote it, as far as signing goes. */
export const chainOf = ({ levels, signatures, authors, submittedBy }: Draft): Chain => ({
  levels,
  signatures,
  notBy: withAuthor(authors, submittedBy?.id ?? null),
})

/** Every level has signed exactly the report that is put up, and different people have. */
export const isFullySigned = (draft: Draft): boolean => isChainSigned(chainOf(draft), draft.submission?.hash ?? null)
