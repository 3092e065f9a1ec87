import { z } from 'zod'
import {
  type Chain,
  isFullySigned as isChainSigned,
  keptSignatures,
  type Signature as ReviewSignature,
} from '../review/chain.ts'
import type { AskedLevel, LevelId } from '../review/level.ts'
import type { ActKind } from './content.ts'
import type { EditionEvent, EventActor, EventData, HeldReason, SecrecyOpinion } from './edition-event.ts'

export const editionStatuses = [
  { id: 'drafting', label: '拟稿' },
  { id: 'reviewing', label: '审核中' },
  { id: 'signed', label: '审核通过，待发布' },
  { id: 'scheduled', label: '待定时发布' },
  { id: 'live', label: '已发布' },
  { id: 'superseded', label: '已被新版本代替' },
  { id: 'discarded', label: '已作废' },
] as const
export const EditionStatus = z.enum(editionStatuses.map(({ id }) => id))
export type EditionStatus = z.infer<typeof EditionStatus>
/** How an edition stands; what took a record back says so instead of 已发布. */
export const editionStatusLabel = (status: EditionStatus, act?: ActKind): string =>
  isWithdrawn(status, act) ? '已撤回' : (editionStatuses.find(({ id }) => id === status)?.label ?? status)

/** Whether the public no longer reads the record, since this edition took it back. */
export const isWithdrawn = (status: EditionStatus, act?: ActKind): boolean => status === 'live' && act === 'withdraw'

export interface Signature extends ReviewSignature {
  readonly secrecy: readonly SecrecyOpinion[]
}

/** A signature that no longer counts, and why. */
export interface VoidSignature extends Signature {
  readonly voidedBy: 'changed' | 'sentBack'
}

export interface SentBack {
  readonly to: LevelId | 'drafting'
  readonly from: LevelId | 'signed'
  readonly by: EventActor
  readonly at: string
  readonly reason: string
  readonly paragraph: number | null
  readonly quoted: string
  readonly note: string
  readonly suggested: string
  readonly standsInFor: { readonly name: string } | null
  readonly hash: string
}

/** A publication by the clock that did not take place. */
export interface Held {
  readonly at: string
  readonly scheduledFor: string
  readonly reasons: readonly HeldReason[]
}

/** An edition as its events leave it. */
export interface Edition {
  readonly act: ActKind
  /** Whoever began it, which may be another than who began the record. */
  readonly begunBy: string | null
  readonly status: EditionStatus
  readonly lastSeq: number
  readonly revision: number
  /** Of the current revision; null before anything was saved. */
  readonly hash: string | null
  /** Whose words stand: they sign nothing here. */
  readonly authors: ReadonlySet<string>
  readonly submittedBy: EventActor | null
  readonly submission: {
    readonly hash: string
    readonly at: string
    readonly secrecy: readonly SecrecyOpinion[]
  } | null
  readonly levels: readonly AskedLevel[]
  /** Valid ones, in the order of the levels; each over `hash`. */
  readonly signatures: readonly Signature[]
  readonly voided: readonly VoidSignature[]
  readonly sentBack: SentBack | null
  readonly scheduledFor: string | null
  /** Until it is submitted, set or published anew. */
  readonly held: Held | null
  readonly publishedAt: string | null
  /** Published before all had signed; the missing signatures must follow. */
  readonly urgentReason: string | null
  /** When the step that is now due began. */
  readonly stepBegan: string | null
}

const nothing: Edition = {
  act: 'publish',
  begunBy: null,
  status: 'drafting',
  lastSeq: 0,
  revision: 0,
  hash: null,
  authors: new Set(),
  submittedBy: null,
  submission: null,
  levels: [],
  signatures: [],
  voided: [],
  sentBack: null,
  scheduledFor: null,
  held: null,
  publishedAt: null,
  urgentReason: null,
  stepBegan: null,
}

/** Signatures that lose their force, with the reason. */
const voiding = (edition: Edition, keep: number, voidedBy: VoidSignature['voidedBy']) => ({
  signatures: edition.signatures.slice(0, keep),
  voided: [...edition.voided, ...edition.signatures.slice(keep).map((each) => ({ ...each, voidedBy }))],
})

function after(edition: Edition, event: EditionEvent): Edition {
  const { kind, data, seq, at, actor } = event
  const now = { ...edition, lastSeq: seq }
  switch (kind) {
    case 'begun':
      return { ...now, act: data.act, begunBy: actor.id, stepBegan: at }
    case 'saved':
      return afterSaving(now, data, actor)
    case 'submitted':
      return afterSubmission(now, data, event)
    case 'signed':
      return afterSignature(now, data, event)
    case 'sentBack':
      return afterSendingBack(now, data, event)
    case 'scheduled':
      return { ...now, status: 'scheduled', scheduledFor: data.at, held: null }
    case 'unscheduled':
      return { ...now, status: 'signed', scheduledFor: null }
    case 'held':
      return afterHolding(now, data, at)
    case 'published':
      return afterPublication(now, data, at)
    case 'superseded':
      return { ...now, status: 'superseded' }
    case 'discarded':
      return { ...now, status: 'discarded' }
  }
}

type When = Pick<EditionEvent, 'at' | 'actor'>

function afterSaving(edition: Edition, data: EventData<'saved'>, actor: EventActor): Edition {
  const authors = data.authors ? new Set(data.authors) : withAuthor(edition.authors, actor.id)
  const saved = { ...edition, revision: data.revision, authors, hash: data.hash }
  if (data.hash === edition.hash) return saved
  // Whatever was signed was another text.
  return { ...saved, ...voiding(edition, 0, 'changed'), status: 'drafting', submission: null, scheduledFor: null }
}

const afterSubmission = (
  edition: Edition,
  { levels, hash, secrecy }: EventData<'submitted'>,
  { at, actor }: When,
): Edition => ({
  ...edition,
  status: 'reviewing',
  levels,
  submittedBy: actor,
  sentBack: null,
  stepBegan: at,
  held: null,
  submission: { hash, at, secrecy },
})

function afterSignature(edition: Edition, data: EventData<'signed'>, { at, actor }: When): Edition {
  const { level, hash, opinion, checklist, secrecy, standsInFor } = data
  const signature = { level, hash, opinion, checklist, secrecy, standsInFor, by: actor, at }
  const signatures = [...edition.signatures, signature]
  const isWhole = signatures.length === edition.levels.length
  const status = edition.status === 'live' ? 'live' : isWhole ? 'signed' : 'reviewing'
  return { ...edition, signatures, status, sentBack: null, stepBegan: at }
}

function afterSendingBack(edition: Edition, data: EventData<'sentBack'>, { at, actor }: When): Edition {
  const { to } = data
  const sentBack = { ...data, by: actor, at }
  const keep = keptSignatures(chainOf(edition), to).length
  const status = edition.status === 'live' ? 'live' : to === 'drafting' ? 'drafting' : 'reviewing'
  const submission = to === 'drafting' ? null : edition.submission
  return { ...edition, ...voiding(edition, keep, 'sentBack'), status, submission, sentBack, stepBegan: at }
}

const afterHolding = (edition: Edition, { scheduledFor, reasons }: EventData<'held'>, at: string): Edition => ({
  ...edition,
  status: 'signed',
  scheduledFor: null,
  held: { at, scheduledFor, reasons },
})

const afterPublication = (edition: Edition, { urgentReason }: EventData<'published'>, at: string): Edition => ({
  ...edition,
  status: 'live',
  publishedAt: at,
  urgentReason,
  scheduledFor: null,
  held: null,
})

/** What the events say. Pure; signatures are valid only over the revision that stands. */
export const foldEdition = (events: readonly EditionEvent[]): Edition => events.reduce(after, nothing)

/** The chain of its signatures. Whoever put it up wrote it, as far as signing goes. */
export function chainOf({ levels, signatures, authors, submittedBy }: Edition): Chain<Signature> {
  return { levels, signatures, notBy: withAuthor(authors, submittedBy?.id ?? null) }
}

const withAuthor = (authors: ReadonlySet<string>, id: string | null): ReadonlySet<string> =>
  id === null || authors.has(id) ? authors : new Set([...authors, id])

/** Every level has signed exactly the text that stands, and different people have. */
export const isFullySigned = (edition: Edition): boolean => isChainSigned(chainOf(edition), edition.hash)

/** Published in an emergency and not yet approved by everybody whose approval it needs. */
export const awaitsApproval = (edition: Edition): boolean =>
  edition.status === 'live' && edition.urgentReason !== null && edition.signatures.length < edition.levels.length
