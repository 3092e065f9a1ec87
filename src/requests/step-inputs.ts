import { z } from 'zod'
import { PlainDate } from '../days/plain-date.ts'
import { plainNumber } from '../law/document-number.ts'
import { readTyped } from '../refusal/typed.ts'
import { LevelId } from '../review/level.ts'
import { returnReasonIds } from '../review/return-reasons.ts'
import { opinions, SearchRecord } from './event.ts'
import { feeBasisIds } from './fees/fee-basis.ts'
import { identityShownIds } from './identity-shown.ts'
import { opinionsReliedOn } from './opinions-relied-on.ts'
import { outcomeIds } from './outcome-choices.ts'
import { ProposePublication } from './proposal/proposal.ts'
import { fieldOf, registrationFieldIds } from './registration.ts'
import { serviceInputs, serviceTyped } from './service/service-input.ts'
import { typed } from './typed.ts'
import { WithheldPart } from './withheld-part.ts'
import { named, workInputs } from './work/work-inputs.ts'

const words = (ask: string, max = 2000) => typed(max, ask).min(1, ask)
const maybe = (max = 2000) => typed(max).default('')
/** A number as it is printed, however it was typed: of one width, in capitals, without spaces. What it is compared by, too. */
const printedNumber = (ask: string) => words(ask, 60).transform(plainNumber)

const files = z
  .array(z.uuid())
  .max(20, '一次最多20个附件')
  .refine((ids) => new Set(ids).size === ids.length, '同一个文件只附一次')

/** Yuan as a person types them; two decimals are kept. */
const money = z
  .string('请填写金额')
  .trim()
  .regex(/^(?:0|[1-9]\d{0,8})(?:\.\d{1,2})?$/, '请填写金额，以元为单位，最多两位小数')
  .transform((text) => {
    const [whole, fen = ''] = text.split('.')
    return `${whole}.${fen.padEnd(2, '0')}`
  })
  .refine((text) => Number(text) > 0, '金额应当大于0')

/** The papers that show it: what came in, what proves a service. They are kept with the event that the step adds. */
const papers = { fileIds: files.optional() }

/** Whoever sends a letter has seen which signs no font draws, and that they go out as codes. */
const asCodes = { asCodes: z.boolean().optional() }

const [line, text] = [typed(500), typed(2000)]
const Search = SearchRecord.extend({ searchedBy: line, systems: text, keywords: text, scope: text, result: text })

/** What a level's list asks to be looked at, as it was ticked. */
const ticked = { checklist: z.array(z.string()).max(20).optional() }

/** Why it goes back, to whom, and how it might read instead. */
const sentBack = {
  reason: words('请填写退回理由'),
  /** To its drafter where nothing is said. */
  to: z.union([z.literal('drafting'), LevelId]).optional(),
  category: z.enum(returnReasonIds).optional(),
  suggested: typed(2000).optional(),
}
export type SentBack = z.infer<z.ZodObject<typeof sentBack>>

/** What a person fills in for each step. The day of the act is today unless `on` says an earlier one. */
export const stepInputs = {
  confirmReceipt: z.strictObject({
    on: PlainDate,
    method: words('请填写确认方式，如电话、当面', 100),
    evidence: maybe(500),
    /** Why only now, where it should have been confirmed before. */
    lateReason: maybe(500),
    ...papers,
  }),
  assign: z.strictObject({ unitId: z.uuid('请选择承办科室'), staffId: z.uuid().nullable().default(null) }),
  split: z.strictObject({
    pieces: z.array(words('请写明每一件的内容')).min(2, '至少分成两件').max(50, '一次最多分成50件'),
  }),
  requestSupplement: z.strictObject({
    items: words('请写明需要补正的内容，一次说完'),
    dueOn: PlainDate,
    ...asCodes,
  }),
  receiveSupplement: z.strictObject({ on: PlainDate, text: words('请填写补正后的内容'), ...papers }),
  requestReasons: z.strictObject({
    facts: words('请写明数量、频次明显超过合理范围的事实'),
    dueOn: PlainDate,
    ...asCodes,
  }),
  receiveReasons: z.strictObject({ on: PlainDate, text: words('请填写申请人说明的理由'), ...papers }),
  delayAnswer: z.strictObject({ until: PlainDate, reason: words('请写明延迟答复的理由'), ...asCodes }),
  consult: z.strictObject({
    party: z.enum(['thirdParty', 'coOrgan']),
    name: words('请填写被征求意见方的名称', 100),
    contact: maybe(200),
    about: words('请写明征求意见的信息内容'),
    ...asCodes,
  }),
  deliverConsultation: z.strictObject({ consultation: z.number().int().positive(), on: PlainDate, ...papers }),
  answerConsultation: z.strictObject({
    consultation: z.number().int().positive(),
    on: PlainDate,
    opinion: z.enum(opinions),
    reason: maybe(),
    ...papers,
  }),
  notifyThirdParty: z.strictObject({
    consultation: z.number().int().positive(),
    reason: words('请写明决定公开的内容和理由'),
    ...asCodes,
  }),
  notifyFee: z.strictObject({
    basis: z.enum(feeBasisIds, '请选择按件还是按量计收'),
    /** By volume only: one side of A4 or smaller is a page. */
    pages: z
      .number('请填写页数')
      .int('请填写整数')
      .min(1, '至少1页')
      .max(100_000, '最多100000页')
      .nullable()
      .default(null),
    way: words('请写明缴纳方式，如收款单位、账号或者扫码缴款的办法', 1000),
    /** By which the payer finds the bill in the system of non-tax revenue. */
    code: maybe(60),
    ...asCodes,
  }),
  deliverFee: z.strictObject({
    on: PlainDate,
    how: words('请写明怎样知道申请人已经收到，如签收单、邮件签收记录', 200),
    /** Only where it was taken down before. */
    correction: maybe(500),
    ...papers,
  }),
  recordPayment: z.strictObject({
    on: PlainDate,
    amount: money,
    receiptNumber: printedNumber('请填写票据号码'),
    ...papers,
  }),
  waiveFee: z.strictObject({ amount: money, reason: words('请写明减免的理由和依据') }),
  refundFee: z.strictObject({
    on: PlainDate,
    amount: money,
    voucherNumber: printedNumber('请填写退付凭证的号码'),
    reason: words('请写明退费的理由'),
    ...papers,
  }),
  proposeExtension: z.strictObject({
    days: z.number().int('请填写整数').min(1, '至少1个工作日').max(20, '延长的期限最长不得超过20个工作日'),
    reason: words('请填写延期理由'),
  }),
  extendReply: z.strictObject({
    days: z.number().int('请填写整数').min(1, '至少1个工作日').max(20, '延长的期限最长不得超过20个工作日'),
    reason: words('请填写延期理由'),
    ...asCodes,
  }),
  declineExtension: z.strictObject({ reason: words('请填写不同意延期的理由') }),
  draftAnswer: z.strictObject({
    outcome: z.enum(outcomeIds),
    answers: z.record(z.string().max(40), z.string().max(40)),
    reason: maybe(),
    statement: maybe(8000),
    record: maybe(),
    search: Search.nullable().default(null),
    /** Art. 37: each withheld part with its ground. */
    parts: z.array(WithheldPart).max(20, '一次最多20项').default([]),
    /** Art. 32: of a whole refusal; a part has its own. */
    ...opinionsReliedOn,
    /** Art. 36(6): the earlier answer, chosen from the list. */
    earlierId: z.uuid().nullable().default(null),
    /** The information itself: files uploaded before, or given in an earlier draft. */
    fileIds: files.default([]),
    /** Why a file may leave with what was found in it. */
    confirmations: z
      .array(z.strictObject({ fileId: z.uuid(), kind: z.string().max(60), reason: words('请说明理由', 300) }))
      .max(400)
      .default([]),
    ...asCodes,
  }),
  correctLetter: z.strictObject({
    /** The event that sent the letter. */
    letter: z.number('请选择文书').int('请选择文书').positive('请选择文书'),
    /** Words that are wrong, as they are printed, and what they should be; empty: they are struck out. */
    corrections: z
      .array(z.strictObject({ from: words('请填写文书中写错的文字', 500), to: maybe(500) }))
      .max(20, '一次最多更正20处')
      .default([]),
    /** Until when the applicant has time, where the letter told it wrongly. */
    dueOn: PlainDate.nullable().default(null),
    reason: words('请写明怎样写错、依据什么更正'),
    /** As it was asked before attempts were recorded: how it goes out is taken down when it does. */
    service: maybe(200),
    ...asCodes,
  }),
  approveLetter: z.strictObject({
    draft: z.number().int().positive('请选择文书'),
    hash: z.string(),
    opinion: maybe(500),
    ...ticked,
  }),
  returnLetter: z.strictObject({
    draft: z.number().int().positive('请选择文书'),
    hash: z.string(),
    ...sentBack,
  }),
  approveAnswer: z.strictObject({ hash: z.string(), opinion: maybe(500), ...ticked }),
  returnAnswer: z.strictObject({ hash: z.string(), ...sentBack }),
  /** Whoever put it up takes it back, to mend it. */
  recallAnswer: z.strictObject({ hash: z.string(), reason: words('请填写撤回的理由', 500) }),
  recallLetter: z.strictObject({
    draft: z.number().int().positive('请选择文书'),
    hash: z.string(),
    reason: words('请填写撤回的理由', 500),
  }),
  issueAnswer: z.strictObject({
    hash: z.string(),
    ...serviceTyped,
    lateReason: maybe(500),
    ...papers,
  }),
  serveLetter: z.strictObject({ ...serviceInputs.serveLetter, ...papers }),
  recordService: z.strictObject({ ...serviceInputs.recordService, ...papers }),
  serveAgain: z.strictObject({ ...serviceInputs.serveAgain, ...papers }),
  correctService: z.strictObject({ ...serviceInputs.correctService, ...papers }),
  withdraw: z.strictObject({
    reason: maybe(),
    /** The day on which the applicant's paper or word came in, and how it came. */
    on: PlainDate.nullable().default(null),
    evidence: maybe(500),
    fileIds: files.default([]),
  }),
  confirmWithdrawal: z.strictObject({ opinion: maybe(500) }),
  declineWithdrawal: z.strictObject({ reason: words('请写明不予确认的理由') }),
  note: z.strictObject({ text: words('请填写备注'), ...named, ...papers }),
  ...workInputs,
  proposePublication: ProposePublication,
  /** `to`: the fields that were taken down wrongly, as they should be; empty clears one that may be empty. */
  correctRegistration: z.strictObject({
    to: z
      .partialRecord(z.enum(registrationFieldIds), typed(2000), '请选择需要更正的项目')
      .check(({ value, issues }) => {
        for (const id of registrationFieldIds) {
          const text = value[id] ?? ''
          if (fieldOf(id).kind !== 'day' || text === '' || PlainDate.safeParse(text).success) continue
          issues.push({ code: 'custom', message: '请填写日期，如 2026-03-02', path: [id], input: text, continue: true })
        }
      }),
    reason: words('请写明更正的理由和依据，如申请表上怎样写'),
    ...papers,
  }),
  reissueReceipt: z.strictObject({
    shown: z.enum(identityShownIds, '请选择出示的证件'),
    checked: words('请写明怎样核对身份', 500),
    reason: words('请写明补发的理由', 500),
    ...papers,
  }),
  confirmCorrection: z.strictObject({}),
  declineCorrection: z.strictObject({ reason: words('请填写不予更正的理由') }),
  correctOpinion: z.strictObject({
    consultation: z.number().int().positive(),
    on: PlainDate,
    opinion: z.enum(opinions),
    reason: maybe(),
    correction: words('请写明原来怎样记错、依据什么更正'),
    ...papers,
  }),
} as const

export type StepName = keyof typeof stepInputs
export type StepInput<Name extends StepName> = z.infer<(typeof stepInputs)[Name]>

/** One of these steps with what was typed for it. */
export type StepWith<Names extends StepName = StepName> = {
  readonly [Name in Names]: { readonly name: Name; readonly input: StepInput<Name> }
}[Names]

const schemas: { readonly [Name in StepName]: z.ZodType<StepInput<Name>> } = stepInputs

/** What somebody typed for a step; what does not fit is told them field by field. */
export const readStep = <Name extends StepName>(name: Name, typed: unknown): StepWith<Name> => ({
  name,
  input: readTyped<z.ZodType<StepInput<Name>>>(schemas[name], typed),
})

/** What was kept of a step until it could be taken; throws where it is none. */
export const keptStep = <Name extends StepName>(name: Name, kept: unknown): StepWith<Name> => ({
  name,
  input: schemas[name].parse(kept),
})
