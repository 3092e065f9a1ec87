import { z } from 'zod'
import { PlainDate } from '../../days/plain-date.ts'
import { withYearBrackets } from '../../law/document-number.ts'
import type { Role } from '../../organs/role.ts'
import { personalDataIn } from '../../workbooks/personal-data.ts'
import { type DecisionKind, decisionFields } from './decision-fields.ts'
import { type FieldValues, isAsked, isRequired, readField } from './read-field.ts'

export const publicities = [
  { id: 'due', label: '应当公示' },
  { id: 'exempt', label: '依法不公示' },
] as const

/** How a decision lost its force: 处罚法 48 asks for its withdrawal from public view. */
export const quashings = [
  { id: 'changed', label: '被依法变更' },
  { id: 'revoked', label: '被依法撤销' },
  { id: 'illegal', label: '被确认违法' },
  { id: 'void', label: '被确认无效' },
] as const
export type Quashing = (typeof quashings)[number]['id']
export const quashingLabel = (how: Quashing): string => quashings.find(({ id }) => id === how)?.label ?? how

const Kind = z.enum(['licensing', 'penalty', 'compulsion'])
const words = (ask: string, max = 300) => z.string().trim().min(1, ask).max(max, `不超过${max}个字`)

/** A decision as it is typed; `values` are checked field by field. */
export const TypedDecision = z.strictObject({
  kind: Kind,
  subject: words('请填写事项名称', 200),
  publicity: z.enum(publicities.map(({ id }) => id)),
  exemptReason: z.string().trim().max(300, '不超过300个字').default(''),
  values: z.record(z.string().max(40), z.string().max(4000, '内容过长')),
})
export type TypedDecision = z.infer<typeof TypedDecision>

/** A decision as it is changed: what was filled in before needs a reason. */
export const ChangedDecision = TypedDecision.extend({
  reason: z.string().trim().max(500, '理由不超过500个字').default(''),
})
export type ChangedDecision = z.infer<typeof ChangedDecision>

/** A decision whose every field was read; `values` holds only what was filled in. */
export interface ReadDecision extends TypedDecision {
  readonly number: string
  readonly decidedOn: PlainDate
}

/** Checks a decision field by field against the declaration. Pure; what is wrong is named at `values.<field>`. */
export const decisionForm = (today: PlainDate) =>
  TypedDecision.transform((typed, context): ReadDecision => {
    const wrong = (path: string[], message: string) => context.addIssue({ code: 'custom', path, message })
    const values = readValues(typed.kind, typed.values, today, (id, reason) => wrong(['values', id], reason))
    const inSubject = whoIsNamed(typed.subject, values)
    if (inSubject) wrong(['subject'], `事项名称请勿填写${inSubject}，公示时它是标题的一部分`)
    if (typed.kind !== 'compulsion' && typed.publicity === 'exempt' && typed.exemptReason === '')
      wrong(['exemptReason'], '请写明依法不公示的理由')
    const { validFrom, validUntil, decidedOn = '', number = '' } = values
    if (validFrom && validUntil && validUntil < validFrom) wrong(['values', 'validUntil'], '有效期至不能早于有效期自')
    const isExempt = typed.publicity === 'exempt' || typed.kind === 'compulsion'
    const exemptReason = typed.kind === 'compulsion' ? '行政强制决定不在双公示范围' : typed.exemptReason
    return {
      ...typed,
      publicity: isExempt ? 'exempt' : 'due',
      exemptReason: isExempt ? exemptReason : '',
      values,
      number,
      decidedOn: decidedOn as PlainDate,
    }
  })

/** What the subject says of a person: it is published as it stands, in the title. */
function whoIsNamed(subject: string, { counterpartyKind, counterparty = '' }: FieldValues): string | undefined {
  if (counterpartyKind === 'person' && counterparty !== '' && subject.includes(counterparty)) return '当事人的姓名'
  return personalDataIn(subject, true)
}

function readValues(
  kind: DecisionKind,
  typed: FieldValues,
  today: PlainDate,
  wrong: (id: string, reason: string) => void,
): FieldValues {
  const fields = decisionFields[kind]
  const known = new Set(fields.map(({ id }) => id))
  for (const id of Object.keys(typed)) if (!known.has(id)) wrong(id, '没有这一项')
  const read: Record<string, string> = {}
  for (const field of fields) {
    if (!isAsked(field, typed)) continue
    const reading = readField(field, typed[field.id] ?? '', typed, today)
    if ('reason' in reading) wrong(field.id, reading.reason)
    else if (reading.value !== '') read[field.id] = reading.value
    else if (isRequired(field, typed)) wrong(field.id, `请填写${field.label}`)
  }
  return read
}

/** A decision of the ledger. Its fields are masked; what is masked stays sealed. */
export const Decision = z.object({
  id: z.uuid(),
  kind: Kind,
  number: z.string(),
  subject: z.string(),
  decidedOn: PlainDate,
  publishedOn: PlainDate.nullable(),
  facts: z.record(z.string(), z.string()),
  publicity: z.enum(['unsaid', 'due', 'exempt']),
  exemptReason: z.string(),
  unitId: z.string().nullable(),
  recordId: z.string().nullable(),
  quashedOn: PlainDate.nullable(),
  quashedHow: z.enum(quashings.map(({ id }) => id)).nullable(),
  quashedBy: z.string(),
  withdrawnOn: PlainDate.nullable(),
})
export type Decision = z.infer<typeof Decision>

export const Quash = z.strictObject({
  on: PlainDate,
  how: z.enum(quashings.map(({ id }) => id)),
  by: words('请填写撤销、变更它的文书名称或者文号').overwrite(withYearBrackets),
})
export type Quash = z.infer<typeof Quash>

/** Which decisions go into the national layout. */
export const LayoutSpan = z.strictObject({ kind: Kind.exclude(['compulsion']), from: PlainDate, to: PlainDate })
export type LayoutSpan = z.infer<typeof LayoutSpan>

/** Who takes them over whole: the head of the work body, who answers for what leaves the house (art. 4). */
export const handOverRoles: readonly Role[] = ['ogiHead']

export const HandOver = LayoutSpan.extend({
  reason: z.string().trim().min(4, '请写明报送给谁、为什么需要完整数据').max(300, '不超过300个字'),
})
export type HandOver = z.infer<typeof HandOver>
