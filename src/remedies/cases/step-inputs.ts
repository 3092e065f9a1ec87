import { z } from 'zod'
import { PlainDate } from '../../days/plain-date.ts'
import { plainCaseNumber } from '../../law/document-number.ts'
import { remedyResults } from '../../law/remedy-results.ts'
import { readTyped } from '../../refusal/typed.ts'
import { ReanswerGround } from '../../requests/reanswer/order.ts'
import { typed } from '../../requests/typed.ts'
import { CountedResult, hearingForms, laterInstances, Opening, Procedure, parties } from './event.ts'

const words = (ask: string, most = 2000) => typed(most, ask).min(1, ask)
const maybe = (most = 2000) => typed(most).default('')
const files = z
  .array(z.uuid())
  .max(20, '一次最多20个附件')
  .refine((ids) => new Set(ids).size === ids.length, '同一个文件只附一次')
const papers = { fileIds: files.default([]) }
const on = PlainDate
const maybeOn = PlainDate.nullable().default(null)
/** As the register writes it, however it was typed. */
const CaseNumber = words('请填写案号', 100).transform(plainCaseNumber)

const facts = {
  kind: z.enum(Opening.shape.kind.options, '请选择案件类型'),
  number: CaseNumber,
  body: words('请填写复议机关或者人民法院的名称', 100),
  filedOn: on,
  noticeOn: on,
  procedure: Procedure.default('ordinary'),
  party: z.enum(parties.map(({ id }) => id)).default('applicant'),
  act: Opening.shape.act,
  requestId: z.uuid('请从列出的申请中选择').nullable().default(null),
  letterNumber: maybe(100),
  recordId: z.uuid('请从列出的信息中选择').nullable().default(null),
  about: maybe(500),
  followsNumber: typed(100).default('').transform(plainCaseNumber),
  isCoDefendant: z.boolean().default(false),
}

/** What of a case does not fit together, told at its field. */
function fitting({ value, issues }: { value: Opening; issues: z.core.$ZodRawIssue[] }): void {
  const wrong = (field: keyof Opening, message: string) =>
    issues.push({ code: 'custom', message, path: [field], input: value[field], continue: true })
  if ((value.act === 'answer' || value.act === 'silence') && value.requestId === null)
    wrong('requestId', '请选择涉及的申请')
  if ((value.act === 'other' || value.act === 'noPublication') && value.about === '')
    wrong('about', '请写明被复议、被诉的是什么')
  if (value.noticeOn < value.filedOn) wrong('noticeOn', '收到通知之日不能早于受理、立案之日，请核对')
  if (value.kind === 'suitAfterReview' && value.followsNumber === '')
    wrong('followsNumber', '复议后起诉的，请填写原复议案件的案号')
  if (value.kind === 'review' && value.isCoDefendant) wrong('isCoDefendant', '行政复议案件没有共同被告')
}

/** What is asked to register a case. */
export const OpenCase = z.strictObject({ ...facts, ...papers }).check(fitting)
export type OpenCase = z.infer<typeof OpenCase>

const resultIds = remedyResults.flatMap(({ id, class: column }) =>
  column === 'pending' && id !== 'suit.remitted' ? [] : [id],
)

/** What is said of an order to answer again; without a limit of its own the law gives one. */
const AnswerAgain = z
  .strictObject({
    ground: ReanswerGround,
    on,
    documentNumber: maybe(100),
    limit: z.enum(['day', 'workingDays', 'calendarDays', 'none'], '请选择期限怎样写明'),
    count: z.int('请填写天数').min(1, '至少为1').max(120, '最多为120').nullable().default(null),
    until: maybeOn,
    text: maybe(),
    ...papers,
  })
  .check(({ value, issues }) => {
    const wrong = (field: 'documentNumber' | 'count' | 'until', message: string) =>
      issues.push({ code: 'custom', message, path: [field], input: value[field], continue: true })
    if (value.ground === 'ordered' && value.documentNumber === '')
      wrong('documentNumber', '请填写决定书、裁判文书的文号')
    if (value.limit === 'day' && value.until === null) wrong('until', '请填写期限的最后一日')
    if (value.limit === 'day' && value.until !== null && value.until < value.on)
      wrong('until', '期限的最后一日不能早于收到之日')
    if ((value.limit === 'workingDays' || value.limit === 'calendarDays') && value.count === null)
      wrong('count', '请填写天数')
  })

/** What each step asks. */
export const stepInputs = {
  reply: z.strictObject({ on, text: maybe(), ...papers }),
  hear: z.strictObject({
    on,
    form: z.enum(
      hearingForms.map(({ id }) => id),
      '请选择方式',
    ),
    text: maybe(),
    ...papers,
  }),
  decide: z
    .strictObject({
      on,
      servedOn: maybeOn,
      result: z.enum(resultIds, '请选择结果'),
      raw: words('请摘录决定或者裁判的主文，隐去当事人信息'),
      performBy: maybeOn,
      ...papers,
    })
    .check(({ value, issues }) => {
      const late = (field: 'servedOn' | 'performBy', message: string) =>
        issues.push({ code: 'custom', message, path: [field], input: value[field], continue: true })
      if (value.servedOn !== null && value.servedOn < value.on) late('servedOn', '送达之日不能早于作出之日')
      if (value.performBy !== null && value.performBy < value.on) late('performBy', '履行期限不能早于作出之日')
    }),
  perform: z.strictObject({ on, text: words('请写明怎样履行'), ...papers }),
  answerAgain: AnswerAgain,
  openInstance: z.strictObject({
    instance: z.enum(
      laterInstances.map(({ id }) => id),
      '请选择审级',
    ),
    on,
    number: CaseNumber,
    body: words('请填写人民法院的名称', 100),
    noticeOn: maybeOn,
    ...papers,
  }),
  takeEffect: z.strictObject({ on, text: maybe(500), ...papers }),
  changeProcedure: z.strictObject({ on, procedure: Procedure, text: maybe(500), ...papers }),
  suspend: z.strictObject({ on, reason: words('请写明中止的原因', 500), ...papers }),
  resume: z.strictObject({ on, text: maybe(500), ...papers }),
  extend: z.strictObject({ on, until: PlainDate, reason: words('请写明延长的原因', 500), ...papers }),
  receiveOpinion: z.strictObject({ on, number: words('请填写意见书的文号', 100), text: maybe(), ...papers }),
  answerOpinion: z.strictObject({ on, text: words('请写明办理情况'), ...papers }),
  classify: z.strictObject({
    class: z.enum(CountedResult.exclude(['pending']).options, '请选择列入哪一栏'),
    reason: words('请写明理由', 500),
  }),
  assign: z.strictObject({ unitId: z.uuid('请选择承办科室'), staffId: z.uuid().nullable().default(null) }),
  note: z.strictObject({ text: words('请填写备注'), ...papers }),
  correct: z.strictObject({ ...facts, reason: words('请写明更正的理由', 500) }).check(fitting),
  takeBack: z.strictObject({
    of: z.int('请选择要撤销的记录').positive('请选择要撤销的记录'),
    reason: words('请写明理由', 500),
  }),
  cancel: z.strictObject({ reason: words('请写明为什么取消登记', 500) }),
  listEvidence: z.strictObject({
    items: z
      .array(z.strictObject({ fileId: z.uuid(), proves: words('请写明这份材料证明什么', 500) }))
      .min(1, '请至少选一份材料')
      .max(300, '一份清单最多300份材料')
      .refine((items) => new Set(items.map(({ fileId }) => fileId)).size === items.length, '同一份材料只列一次'),
  }),
} as const

export type StepName = keyof typeof stepInputs
export type StepInput<Name extends StepName> = z.infer<(typeof stepInputs)[Name]>
/** A step with what was typed for it. */
export type StepWith = { [Name in StepName]: { readonly name: Name; readonly input: StepInput<Name> } }[StepName]

const schemas: { readonly [Name in StepName]: z.ZodType<StepInput<Name>> } = stepInputs

/** What somebody typed for a step; what does not fit is told them field by field. */
export const readStep = <Name extends StepName>(
  name: Name,
  input: unknown,
): { [Each in Name]: { readonly name: Each; readonly input: StepInput<Each> } }[Name] => ({
  name,
  input: readTyped<z.ZodType<StepInput<Name>>>(schemas[name], input),
})
