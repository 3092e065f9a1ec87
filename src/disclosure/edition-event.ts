import { z } from 'zod'
import { Absent } from '../review/chain.ts'
import { AskedLevel, LevelId } from '../review/level.ts'
import { Passage } from '../review/passage.ts'
import { returnReasons } from '../review/return-reasons.ts'

const Hash = z.string().regex(/^[0-9a-f]{64}$/, '没有可以审核的文本')
const words = (ask: string, max = 1000) => z.string().trim().min(1, ask).max(max, `不超过${max}个字`)
const maybe = (max = 1000) => z.string().trim().max(max, `不超过${max}个字`).default('')

/** So much of a paragraph is kept with the return that is pinned to it. */
export const mostQuoted = 500

/** 保密法 35, 实施条例 42: each item of a publication is reviewed for itself, before it is public. */
export const SecrecyOpinion = z.strictObject({
  /** `text` or the id of an attached file. */
  item: z.string().min(1).max(60),
  opinion: z.enum(['mayPublish', 'mayNotPublish', 'refer']),
  basis: words('请填写保密审查的依据', 300),
})
export type SecrecyOpinion = z.infer<typeof SecrecyOpinion>

/** A finding of a gate that asked for a reason, and the reason given. */
export const Confirmation = z.strictObject({
  gate: z.string().max(60),
  place: z.string().max(300),
  reason: words('请说明理由', 300),
})
export type Confirmation = z.infer<typeof Confirmation>

/** Why the clock did not let a text out. */
const HeldReason = z.strictObject({ gate: z.string(), place: z.string(), message: z.string() })
export type HeldReason = z.infer<typeof HeldReason>

/** What a person fills in for each step of an edition. */
export const stepInputs = {
  submit: z.strictObject({
    hash: Hash,
    secrecy: z.array(SecrecyOpinion).min(1, '请逐项填写保密自查意见'),
    confirmations: z.array(Confirmation).max(200).default([]),
  }),
  sign: z.strictObject({
    hash: Hash,
    opinion: maybe(),
    checklist: z.array(z.string()).max(20),
    secrecy: z.array(SecrecyOpinion).min(1, '请逐项填写保密审查意见'),
  }),
  sendBack: z.strictObject({
    hash: Hash,
    /** `drafting` or an earlier level. */
    to: z.union([z.literal('drafting'), LevelId]),
    reason: z.enum(returnReasons.map(({ id }) => id)),
    /** The paragraph of the text, counted from nought; null when it is about the whole. */
    paragraph: z.int().min(0).nullable(),
    note: words('请写明需要修改的内容'),
    /** How it might read instead: whoever suggests has written nothing, and signs later all the same. */
    suggested: maybe(2000),
  }),
  schedule: z.strictObject({
    hash: Hash,
    at: z.iso.datetime({ offset: true, error: '请选择发布时间' }),
    confirmations: z.array(Confirmation).max(200).default([]),
  }),
  unschedule: z.strictObject({ reason: words('请填写取消定时发布的理由', 300) }),
  publish: z.strictObject({ hash: Hash, confirmations: z.array(Confirmation).max(200).default([]) }),
  publishUrgently: z.strictObject({
    hash: Hash,
    reason: words('请写明紧急发布的理由'),
    /** 保密法实施条例 42: reviewed first, published then; an emergency is no exception. */
    secrecy: z.array(SecrecyOpinion).min(1, '请逐项填写保密审查意见'),
    confirmations: z.array(Confirmation).max(200).default([]),
  }),
  discard: z.strictObject({ reason: words('请填写作废的理由', 300) }),
} as const
export type StepName = keyof typeof stepInputs
export type StepInput<Name extends StepName> = z.infer<(typeof stepInputs)[Name]>

/** What is known of each kind of event beside its moment and its actor. */
export const eventData = {
  begun: z.strictObject({ act: z.enum(['publish', 'correct', 'withdraw', 'repeal']) }),
  saved: z.strictObject({
    revision: z.int().positive(),
    hash: Hash,
    /** What others than whoever began the edition wrote, as far as it stands; absent in events of before 0.3. */
    passages: z.array(Passage).optional(),
    /** Whose words stand in the text now; where it is absent, whoever had saved is an author. */
    authors: z.array(z.string()).optional(),
  }),
  submitted: z.strictObject({
    hash: Hash,
    levels: z.array(AskedLevel),
    secrecy: z.array(SecrecyOpinion),
    confirmations: z.array(Confirmation),
  }),
  signed: z.strictObject({
    level: LevelId,
    hash: Hash,
    opinion: z.string(),
    checklist: z.array(z.string()),
    secrecy: z.array(SecrecyOpinion),
    standsInFor: Absent.nullable(),
  }),
  sentBack: z.strictObject({
    hash: Hash,
    from: z.union([z.literal('signed'), LevelId]),
    to: z.union([z.literal('drafting'), LevelId]),
    reason: z.enum(returnReasons.map(({ id }) => id)),
    paragraph: z.int().nullable(),
    /** The paragraph's words, so that the note is understood after they have changed. */
    quoted: z.string(),
    note: z.string(),
    suggested: z.string().default(''),
    standsInFor: Absent.nullable().default(null),
  }),
  scheduled: z.strictObject({ hash: Hash, at: z.string(), confirmations: z.array(Confirmation) }),
  unscheduled: z.strictObject({ reason: z.string() }),
  /** Its minute had come, but the gates had shut meanwhile. */
  held: z.strictObject({ hash: Hash, scheduledFor: z.string(), reasons: z.array(HeldReason).min(1) }),
  published: z.strictObject({
    hash: Hash,
    urgentReason: z.string().nullable(),
    confirmations: z.array(Confirmation),
    /** Of an emergency: what its publisher found. */
    secrecy: z.array(SecrecyOpinion).default([]),
    /** Of an emergency: whose decision it was. */
    standsInFor: Absent.nullable().default(null),
  }),
  superseded: z.strictObject({ by: z.int() }),
  discarded: z.strictObject({ reason: z.string() }),
} as const
export const EditionEventKind = z.keyof(z.object(eventData))
export type EditionEventKind = keyof typeof eventData
export type EventData<Kind extends EditionEventKind> = z.infer<(typeof eventData)[Kind]>

export const EventActor = z.object({
  kind: z.enum(['staff', 'system', 'operator', 'applicant']),
  id: z.string().nullable(),
  name: z.string(),
})
export type EventActor = Readonly<z.infer<typeof EventActor>>

export type NewEvent = OneOf<EditionEventKind>

/** Of several kinds, a fact of exactly one of them. */
type OneOf<Kinds extends EditionEventKind> = {
  readonly [Kind in Kinds]: { readonly kind: Kind; readonly data: EventData<Kind> }
}[Kinds]

const readers: { readonly [Kind in EditionEventKind]: { readonly parse: (data: unknown) => EventData<Kind> } } =
  eventData

/** What the table keeps of an event of this kind; throws on what is none. */
export const readFact = <Kind extends EditionEventKind>(kind: Kind, data: unknown): OneOf<Kind> => ({
  kind,
  data: readers[kind].parse(data),
})

export type EditionEvent = NewEvent & {
  readonly seq: number
  /** ISO instant, UTC. */
  readonly at: string
  readonly actor: EventActor
}

/** The reasons that were given, at whatever step, for the text of this hash. */
export const confirmationsFor = (
  events: readonly Pick<EditionEvent, 'kind' | 'data'>[],
  hash: string | null,
): Confirmation[] =>
  events.flatMap(({ data }) => ('confirmations' in data && data.hash === hash ? data.confirmations : []))
