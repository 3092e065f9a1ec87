import { z } from 'zod'
import { PlainDate } from '../../days/plain-date.ts'
import { ReanswerOrder } from '../../requests/reanswer/order.ts'
import { Remedy } from '../remedy.ts'

/** What is challenged. */
export const attackedActs = [
  { id: 'answer', label: '对申请作出的答复' },
  { id: 'silence', label: '逾期没有答复申请' },
  { id: 'publication', label: '公开了某项信息' },
  { id: 'noPublication', label: '没有主动公开某项信息' },
  { id: 'notice', label: '补正、延期等程序性告知' },
  { id: 'fee', label: '收取信息处理费' },
  { id: 'other', label: '其他' },
] as const
export const AttackedAct = z.enum(
  attackedActs.map(({ id }) => id),
  '请选择被复议、被诉的行为',
)
export type AttackedAct = z.infer<typeof AttackedAct>

/** Who challenges it. */
export const parties = [
  { id: 'applicant', label: '申请人' },
  { id: 'thirdParty', label: '第三方' },
  { id: 'other', label: '其他人' },
] as const

export const procedures = [
  { id: 'ordinary', label: '普通程序' },
  { id: 'summary', label: '简易程序' },
] as const
export const Procedure = z.enum(procedures.map(({ id }) => id))
export type Procedure = z.infer<typeof Procedure>

/** Stages of a suit after its first instance. */
export const laterInstances = [
  { id: 'second', label: '二审' },
  { id: 'remitted', label: '重审' },
  { id: 'retrial', label: '再审' },
] as const
export type InstanceKind = 'first' | (typeof laterInstances)[number]['id']

export const hearingForms = [
  { id: 'hearing', label: '听证' },
  { id: 'opinions', label: '听取意见' },
  { id: 'mediation', label: '调解' },
  { id: 'session', label: '开庭' },
] as const

/** What the result of a decision counts as; null: as the instance before did. */
export const CountedResult = z.enum(['upheld', 'corrected', 'otherResult', 'pending'])
export type CountedResult = z.infer<typeof CountedResult>

/** A case as the notice of the reviewing organ or the court makes it known. */
export const Opening = z.object({
  kind: Remedy.shape.kind,
  number: z.string(),
  body: z.string(),
  filedOn: PlainDate,
  /** When the copy of the application or of the complaint came in: from it the organ's own time runs. */
  noticeOn: PlainDate,
  procedure: Procedure,
  party: z.enum(parties.map(({ id }) => id)),
  act: AttackedAct,
  requestId: z.uuid().nullable(),
  /** Of the answer that is challenged; empty where it is none. */
  letterNumber: z.string(),
  recordId: z.uuid().nullable(),
  about: z.string(),
  /** Of the reconsideration that went before; empty else. */
  followsNumber: z.string(),
  isCoDefendant: z.boolean(),
})
export type Opening = z.infer<typeof Opening>

/** What is known of each kind of event beside its day and its actor. */
export const eventData = {
  opened: Opening,
  corrected: z.object({ from: Opening, to: Opening, reason: z.string() }),
  assigned: z.object({
    unitId: z.uuid().nullable(),
    unitName: z.string(),
    staffId: z.uuid().nullable(),
    staffName: z.string(),
  }),
  procedureChanged: z.object({ procedure: Procedure, text: z.string() }),
  replied: z.object({ text: z.string() }),
  heard: z.object({ form: z.enum(hearingForms.map(({ id }) => id)), text: z.string() }),
  suspended: z.object({ reason: z.string() }),
  resumed: z.object({ text: z.string() }),
  extended: z.object({ until: PlainDate, reason: z.string() }),
  /** `class`: how the office counted such a result on the day on which it was recorded. */
  decided: z.object({
    servedOn: PlainDate.nullable(),
    result: z.string(),
    class: CountedResult.nullable(),
    raw: z.string(),
    performBy: PlainDate.nullable(),
  }),
  tookEffect: z.object({ text: z.string() }),
  /** `countsAgain`: the office counted instances apart when it was opened. */
  instanceOpened: z.object({
    instance: z.enum(laterInstances.map(({ id }) => id)),
    number: z.string(),
    body: z.string(),
    noticeOn: PlainDate.nullable(),
    countsAgain: z.boolean(),
  }),
  /** `round`: of the request that was answered again by it; null: it was performed in another way. */
  performed: z.object({ text: z.string(), round: z.int().nullable().default(null) }),
  /** The request is answered again: as ordered, or because the organ corrects itself. */
  reanswerOpened: ReanswerOrder.pick({
    round: true,
    ground: true,
    documentNumber: true,
    limit: true,
    isSet: true,
  }).extend({
    requestId: z.uuid(),
    requestNumber: z.string(),
    text: z.string(),
  }),
  opinionReceived: z.object({ number: z.string(), text: z.string() }),
  opinionAnswered: z.object({ text: z.string() }),
  classified: z.object({ class: CountedResult, reason: z.string() }),
  noted: z.object({ text: z.string() }),
  reminded: z.object({ what: z.string(), dueOn: PlainDate, stage: z.enum(['soon', 'late']) }),
  dueMoved: z.object({ what: z.string(), from: PlainDate, to: PlainDate, reason: z.string() }),
  /** Takes back the event `of`. */
  voided: z.object({ of: z.int(), reason: z.string() }),
  cancelled: z.object({ reason: z.string() }),
  /** The list of evidence as it stands from now on; files by their ids, of the request or of the case itself. */
  evidenceListed: z.object({ items: z.array(z.object({ fileId: z.uuid(), proves: z.string() })) }),
} as const

export const EventKind = z.keyof(z.object(eventData))
export type EventKind = keyof typeof eventData
export type EventData<Kind extends EventKind> = z.infer<(typeof eventData)[Kind]>

type Fact<Kind extends EventKind> = {
  readonly kind: Kind
  readonly happenedOn: PlainDate
  readonly data: EventData<Kind>
}
/** A fact that has no place in the history yet. */
export type NewEvent = { [Kind in EventKind]: Fact<Kind> }[EventKind]

interface Place {
  readonly seq: number
  /** ISO instant. */
  readonly recordedAt: string
  readonly actor: { readonly kind: string; readonly id: string | null; readonly name: string }
}
/** What happened to a case. What is written is never changed: a wrong one is taken back by another. */
export type RemedyEvent = NewEvent & Place

const readers: { readonly [Kind in EventKind]: { readonly parse: (data: unknown) => EventData<Kind> } } = eventData

const asFact = <Kind extends EventKind>(
  kind: Kind,
  happenedOn: PlainDate,
  data: unknown,
): { [K in Kind]: Fact<K> }[Kind] => ({
  kind,
  happenedOn,
  data: readers[kind].parse(data),
})

/** An event as the table keeps it; throws on a row that is none. */
export const readFact = (kind: string, happenedOn: PlainDate, data: unknown): NewEvent =>
  asFact(EventKind.parse(kind), happenedOn, data)
