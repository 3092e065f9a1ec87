import { z } from 'zod'
import { PlainDate } from '../../days/plain-date.ts'
import { isSaid } from '../../organs/text.ts'
import { Absent } from '../../review/chain.ts'
import { AskedLevel, LevelId } from '../../review/level.ts'
import type { Finding } from '../finding.ts'
import { AnnualReport } from '../report.ts'
import { Pinned } from './pinned.ts'
import { StatedFigure } from './stated.ts'
import { Words } from './words.ts'

const Hash = z.string().regex(/^[0-9a-f]{64}$/, '没有可以审核的年度报告')
const words = (ask: string, max = 1000) => z.string().trim().max(max, `不超过${max}个字`).refine(isSaid, ask)

/** What people put into a report; everything else in it is counted. */
export const DraftContent = z.strictObject({
  words: Words,
  stated: z.array(StatedFigure).max(300, '最多填报300格'),
})
export type DraftContent = z.infer<typeof DraftContent>

/** What is signed, frozen when it is put up: the report as it will be printed, and what its figures were counted from. */
export const Snapshot = z.strictObject({
  report: AnnualReport,
  /** The day up to which the registers were looked at. */
  countedOn: PlainDate,
  calendarVersion: z.string(),
  /** Of each register the number of rows behind the figures, and a hash over their ids. */
  behind: z.record(z.string(), z.strictObject({ rows: z.int(), sha256: z.string() })),
  findings: z.array(z.custom<Finding>()),
})
export type Snapshot = z.infer<typeof Snapshot>

const Deviation = z.strictObject({ cell: z.string(), name: z.string(), frozen: z.string(), now: z.string() })
/** A cell in which the registers have another figure by now than the report that was signed. */
export type Deviation = z.infer<typeof Deviation>

/** By which a deviation is known to be the one that was read. */
export const deviationKey = ({ cell, now }: Deviation): string => `${cell} ${now}`

/** What a person fills in for each step. `hash` is the one that they have before them. */
export const stepInputs = {
  submit: z.strictObject({ hash: Hash }),
  sign: z.strictObject({
    hash: Hash,
    opinion: z.string().trim().max(1000, '不超过1000个字').default(''),
    checklist: z.array(z.string()).max(20),
  }),
  sendBack: z.strictObject({
    hash: Hash,
    /** `drafting` or an earlier level. */
    to: z.union([z.literal('drafting'), LevelId]),
    at: z.array(Pinned).max(100).default([]),
    note: words('请写明需要修改的内容'),
  }),
  recall: z.strictObject({ reason: words('请填写撤回的理由', 300) }),
  publish: z.strictObject({
    hash: Hash,
    /** Why it goes out although the registers have other figures by now; empty where they have the same. */
    deviationReason: z.string().trim().max(300, '不超过300个字').default(''),
    /** The deviations that the person has read, by `deviationKey`; the reason is about these and no others. */
    seen: z.array(z.string().max(2000)).max(1000).optional(),
  }),
  schedule: z.strictObject({ hash: Hash, on: PlainDate }),
  unschedule: z.strictObject({ reason: words('请填写取消定时公布的理由', 300) }),
  discard: z.strictObject({ reason: words('请填写作废的理由', 300) }),
} as const
export type StepName = keyof typeof stepInputs
export type StepInput<Name extends StepName> = z.infer<(typeof stepInputs)[Name]>

/** What is known of each kind of event beside its moment and its actor. */
export const eventData = {
  /** Why a report that is public is drafted anew; null for the first one on a year. */
  begun: z.strictObject({ reason: z.string().nullable() }),
  /** The content itself stands beside the event, under its number. */
  saved: z.strictObject({ hash: Hash }),
  submitted: z.strictObject({ hash: Hash, levels: z.array(AskedLevel), snapshot: Snapshot }),
  signed: z.strictObject({
    level: LevelId,
    hash: Hash,
    opinion: z.string(),
    checklist: z.array(z.string()),
    standsInFor: Absent.nullable(),
  }),
  sentBack: z.strictObject({
    hash: Hash,
    from: z.union([z.literal('signed'), LevelId]),
    to: z.union([z.literal('drafting'), LevelId]),
    at: z.array(Pinned),
    note: z.string(),
    standsInFor: Absent.nullable(),
  }),
  recalled: z.strictObject({ reason: z.string() }),
  scheduled: z.strictObject({ hash: Hash, on: PlainDate }),
  unscheduled: z.strictObject({ reason: z.string() }),
  published: z.strictObject({
    hash: Hash,
    revision: z.int().positive(),
    deviations: z.array(Deviation),
    deviationReason: z.string(),
  }),
  discarded: z.strictObject({ reason: z.string() }),
} as const
export const DraftEventKind = z.keyof(z.object(eventData))
export type DraftEventKind = keyof typeof eventData
export type EventData<Kind extends DraftEventKind> = z.infer<(typeof eventData)[Kind]>

/** Of several kinds, a fact of exactly one of them. */
type OneOf<Kinds extends DraftEventKind> = {
  readonly [Kind in Kinds]: { readonly kind: Kind; readonly data: EventData<Kind> }
}[Kinds]
export type NewEvent = OneOf<DraftEventKind>

const readers: { readonly [Kind in DraftEventKind]: { readonly parse: (data: unknown) => EventData<Kind> } } = eventData

/** What the table keeps of an event of this kind; throws on what is none. */
export const readFact = <Kind extends DraftEventKind>(kind: Kind, data: unknown): OneOf<Kind> => ({
  kind,
  data: readers[kind].parse(data),
})

export const EventActor = z.object({
  kind: z.enum(['staff', 'system', 'operator']),
  id: z.string().nullable(),
  name: z.string(),
})

export type DraftEvent = NewEvent & {
  readonly seq: number
  /** ISO instant, UTC. */
  readonly at: string
  readonly actor: z.infer<typeof EventActor>
}
