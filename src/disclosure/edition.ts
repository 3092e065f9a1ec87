import {
  type Chain,
  isFullySigned as isChainSigned,
  keptSignatures,
  type Signature as ReviewSignature,
} from '../review/chain.ts'
import type { AskedLevel, LevelId } from '../review/level.ts'
import type { ActKind } from './content.ts'
import type { EditionEvent, EventActor, HeldReason, SecrecyOpinion } from './edition-event.ts'

export const editionStatuses = [
  { id: 'drafting', label: '拟稿' },
  { id: 'reviewing', label: '审核中' },
  { id: 'signed', label: '审核通过，待发布' },
  { id: 'scheduled', label: '待定时发布' },
  { id: 'live', label: '已发布' },
  { id: 'superseded', label: '已被新版本代替' },
  { id: 'discarded', label: '已作废' },
] as const
export type EditionStatus = (typeof editionStatuses)[number]['id']
export const editionStatusLabel = (status: EditionStatus): string =>
  editionStatuses.find(({ id }) => id === status)?.label ?? status

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

function after(edition: Edition, { kind, data, seq, at, actor }: EditionEvent): Edition {
  const now = { ...edition, lastSeq: seq }
  switch (kind) {
    case 'begun':
      return { ...now, act: data.act, begunBy: actor.id, stepBegan: at }
    case 'saved': {
      const authors = data.authors ? new Set(data.authors) : withAuthor(edition.authors, actor.id)
      const saved = { ...now, revision: data.revision, authors, hash: data.hash }
      if (data.hash === edition.hash) return saved
      // Whatever was signed was another text.
      return { ...saved, ...voiding(edition, 0, 'changed'), status: 'drafting', submission: null, scheduledFor: null }
    }
    case 'submitted':
      return {
        ...now,
        status: 'reviewing',
        levels: data.levels,
        submittedBy: actor,
        sentBack: null,
        stepBegan: at,
        held: null,
        submission: { hash: data.hash, at, secrecy: data.secrecy },
      }
    case 'signed': {
      const { level, hash, opinion, checklist, secrecy, standsInFor } = data
      const signature = { level, hash, opinion, checklist, secrecy, standsInFor, by: actor, at }
      const signatures = [...edition.signatures, signature]
      const isWhole = signatures.length === edition.levels.length
      const status = edition.status === 'live' ? 'live' : isWhole ? 'signed' : 'reviewing'
      return { ...now, signatures, status, sentBack: null, stepBegan: at }
    }
    case 'sentBack': {
      const { to } = data
      const sentBack = { ...data, by: actor, at }
      const keep = keptSignatures(chainOf(edition), to).length
      const status = edition.status === 'live' ? 'live' : to === 'drafting' ? 'drafting' : 'reviewing'
      const submission = to === 'drafting' ? null : edition.submission
      return { ...now, ...voiding(edition, keep, 'sentBack'), status, submission, sentBack, stepBegan: at }
    }
    case 'scheduled':
      return { ...now, status: 'scheduled', scheduledFor: data.at, held: null }
    case 'unscheduled':
      return { ...now, status: 'signed', scheduledFor: null }
    case 'held': {
      const { scheduledFor, reasons } = data
      return { ...now, status: 'signed', scheduledFor: null, held: { at, scheduledFor, reasons } }
    }
    case 'published':
      return {
        ...now,
        status: 'live',
        publishedAt: at,
        urgentReason: data.urgentReason,
        scheduledFor: null,
        held: null,
      }
    case 'superseded':
      return { ...now, status: 'superseded' }
    case 'discarded':
      return { ...now, status: 'discarded' }
  }
}

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
