import { z } from 'zod'
import { PlainDate } from '../../days/plain-date.ts'
import { isReason } from '../../organs/text.ts'
import { Pinned } from '../draft/pinned.ts'
import type { Finding } from '../finding.ts'
import { AnnualReport } from '../report.ts'

const words = (ask: string, max: number) => z.string().trim().max(max, `不超过${max}个字`).refine(isReason, ask)

/** A figure that a person read from the original where the program could not, or read otherwise. Null: the original states none. */
export const TypedCell = z.strictObject({
  /** `newReceived/naturalPerson`. */
  cell: z.string().min(1).max(100),
  value: z
    .string()
    .trim()
    .regex(/^(?:0|[1-9]\d{0,8})(?:\.\d{1,6})?$/, '请填写数字，不带单位')
    .nullable(),
})
export type TypedCell = z.infer<typeof TypedCell>

const amounts = /\/amount(?:Wan|Printed)$/

/** As it is typed: only amounts have a fraction. */
export const CellTyped = TypedCell.refine(({ cell, value }) => amounts.test(cell) || !value?.includes('.'), {
  message: '件数应当是整数',
  path: ['value'],
})

/** What a person fills in for each step of the office that receives. */
export const officeInputs = {
  confirm: z.strictObject({
    /** The figures that stand otherwise in the original than they were read. */
    typed: z.array(CellTyped).max(300),
    /** The person has compared every cell with the original. */
    isCompared: z.literal(true, '请逐格对照原件核对后勾选'),
  }),
  accept: z.strictObject({
    /** Obligatory where the checks find errors. */
    note: z.string().trim().max(1000, '不超过1000个字').default(''),
  }),
  sendBack: z.strictObject({
    pinned: z.array(Pinned).max(100).default([]),
    note: words('请写明需要修改的内容', 1000),
  }),
  discard: z.strictObject({ reason: words('请写明为什么取消登记，如选错了文件', 300) }),
  excuse: z.strictObject({ reason: words('请写明本年度为什么不需报送', 300) }),
  expect: z.strictObject({ reason: words('请写明为什么恢复应报', 300) }),
  remind: z.strictObject({}),
} as const
export type OfficeStepName = keyof typeof officeInputs

/** The same of the organ that files. */
export const filerInputs = {
  file: z.strictObject({
    /** Of the report that the person has before them (`canonicalHash`). */
    hash: z.string('没有可以报送的年度报告').regex(/^[0-9a-f]{64}$/, '没有可以报送的年度报告'),
  }),
  withdraw: z.strictObject({ reason: words('请填写撤回的理由', 300) }),
} as const
export type FilerStepName = keyof typeof filerInputs

/** From where a filed report comes: signed or published here, or read from what an organ without an office here sent. */
const Source = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('signed') }),
  z.strictObject({ kind: z.literal('published'), revision: z.int().positive() }),
  z.strictObject({ kind: z.literal('file'), fileName: z.string(), typed: z.array(TypedCell) }),
])
export type FilingSource = z.infer<typeof Source>

const findings = z.array(z.custom<Finding>())

/** What is known of each kind of event beside its moment and its actor. */
export const eventData = {
  received: z.strictObject({
    /** When the original reached the office. */
    arrivedOn: PlainDate,
    fileName: z.string(),
    sha256: z.string(),
    report: AnnualReport,
    findings,
    /** What stands in the file, as the reader sees it: rows of tables cell by cell, other lines as they are. */
    lines: z.array(z.object({ cells: z.array(z.string()), isRow: z.boolean() })),
  }),
  filed: z.strictObject({
    source: Source,
    hash: z.string(),
    report: AnnualReport,
    findings,
    /** The organ's own sentences: what the registers proposed is nobody's. */
    sentences: z.array(z.string()),
  }),
  withdrawn: z.strictObject({ reason: z.string() }),
  returned: z.strictObject({ note: z.string(), pinned: z.array(Pinned) }),
  accepted: z.strictObject({ note: z.string() }),
  excused: z.strictObject({ reason: z.string() }),
  expected: z.strictObject({ reason: z.string() }),
  reminded: z.strictObject({ dueOn: PlainDate }),
  /** What was received is none of this organ's: everything is as it was before. */
  discarded: z.strictObject({ reason: z.string() }),
} as const
export const FilingEventKind = z.keyof(z.object(eventData))
export type FilingEventKind = keyof typeof eventData
export type EventData<Kind extends FilingEventKind> = z.infer<(typeof eventData)[Kind]>

type OneOf<Kinds extends FilingEventKind> = {
  readonly [Kind in Kinds]: { readonly kind: Kind; readonly data: EventData<Kind> }
}[Kinds]
export type NewEvent = OneOf<FilingEventKind>

const readers: { readonly [Kind in FilingEventKind]: { readonly parse: (data: unknown) => EventData<Kind> } } =
  eventData

/** What the table keeps of an event of this kind; throws on what is none. */
export const readFact = <Kind extends FilingEventKind>(kind: Kind, data: unknown): OneOf<Kind> => ({
  kind,
  data: readers[kind].parse(data),
})

export const EventActor = z.object({
  kind: z.enum(['staff', 'system', 'operator']),
  organId: z.int(),
  id: z.string().nullable(),
  name: z.string(),
})
export type EventActor = z.infer<typeof EventActor>

export type FilingEvent = NewEvent & {
  readonly seq: number
  /** ISO instant, UTC. */
  readonly at: string
  readonly actor: EventActor
  /** The original of a report that was received. */
  readonly fileId: string | null
}
