import { z } from 'zod'
import type { PlainDate } from '../../days/plain-date.ts'
import { emailProblem, phoneProblem } from '../../people/contact.ts'
import { creditCodeProblem } from '../../people/credit-code.ts'
import {
  lengthOf,
  nameProblem,
  textProblem,
  tidyLine,
  tidyName,
  tidyNumber,
  tidySigns,
  tidyText,
} from '../../people/tidy-text.ts'
import { type Applicant, identityKinds } from '../applicant.ts'
import { organisationKinds } from './applicant-class.ts'
import { identityProblem } from './identity.ts'
import { applicantKindByCreditCode } from './kind-by-credit-code.ts'
import { formsWanted, routesWanted } from './wanted.ts'

/** What the public form hands over. Art. 29 allows no more; the purpose is never asked. */
export interface Submission {
  readonly content: string
  readonly formWanted: string
  readonly routeWanted: string
  /** Art. 43: help that the applicant needs with reading, seeing or hearing. */
  readonly assistance: string
  readonly applicant: Applicant
}

const noLonger = (most: number) => (text: string) =>
  lengthOf(text) > most ? `不超过${most}个字，现有${lengthOf(text)}个字，请删减` : textProblem(text)

type Check = (text: string) => string | undefined

/** A text that is tidied, then tested; an empty one passes, since what is demanded depends on the other fields. */
const text = (tidy: (text: string) => string, check: Check) =>
  z
    .string()
    .overwrite(tidy)
    .check(({ value, issues }) => {
      const message = value === '' ? undefined : check(value)
      if (message) issues.push({ code: 'custom', message, input: value, continue: true })
    })
    .default('')

const choice = (choices: readonly { readonly id: string }[]) =>
  text(
    (id) => id,
    (id) => (choices.some((each) => each.id === id) ? undefined : '请从列出的选项中选择'),
  )

/** Art. 29: name or features of the information, by which the organ can search. */
export const content = text(tidyText, noLonger(2000))

const name = text(tidyName, (value) => nameProblem(value))
const organisationName = text(tidyName, (value) => nameProblem(value, 100))
const number = text(tidyNumber, noLonger(100))

const fields = {
  content,
  formWanted: choice(formsWanted),
  routeWanted: choice(routesWanted),
  applicant: choice([{ id: 'person' }, { id: 'organisation' }]),
  name,
  identityKind: choice(identityKinds),
  identityNumber: number,
  organisationName,
  organisationKind: choice(organisationKinds),
  creditCode: text(tidyNumber, creditCodeProblem),
  legalRepresentative: name,
  contactName: name,
  phone: text(tidySigns, phoneProblem),
  email: text((value) => tidyLine(value).normalize('NFKC'), emailProblem),
  address: text(tidyLine, noLonger(200)),
  postcode: text(tidySigns, (value) => (/^\d{6}$/.test(value) ? undefined : '邮政编码应为6位数字')),
  hasAgent: choice([{ id: 'yes' }]),
  agentName: name,
  agentIdentityKind: choice(identityKinds),
  agentIdentityNumber: number,
  agentPhone: text(tidySigns, phoneProblem),
  assistance: text(tidyText, noLonger(500)),
} as const

export type SubmissionField = keyof typeof fields
export const submissionFields = z.keyof(z.object(fields)).options
type Filled = Readonly<Record<SubmissionField, string>>
type Problems = (field: string, message: string) => void

export interface SubmissionSetting {
  readonly today: PlainDate
  /** Whether a power of attorney has come with the form. */
  readonly hasPowerOfAttorney: boolean
}

/** The form as the applicant filled it in; every problem stands at its field, in words. */
export const submissionOf = (setting: SubmissionSetting) =>
  z
    .strictObject(fields)
    .check(({ value, issues }) =>
      findGaps(value, setting, (field, message) =>
        issues.push({ code: 'custom', message, path: [field], input: value, continue: true }),
      ),
    )
    .transform(toSubmission)

const askedOfEither = '：个人还要填写姓名和证件号码，单位还要填写名称、统一社会信用代码、法定代表人和联系人'

/** The fields of the parts that were not chosen: nobody sees them, so nobody can mend them. */
const unseenIn = (form: Partial<Filled>): readonly SubmissionField[] => [
  ...(form.applicant === 'organisation' ? (['name', 'identityNumber'] as const) : []),
  ...(form.applicant === 'person'
    ? (['organisationName', 'organisationKind', 'creditCode', 'legalRepresentative', 'contactName'] as const)
    : []),
  ...(form.hasAgent ? [] : (['agentName', 'agentIdentityNumber', 'agentPhone'] as const)),
]

/** The form without what was typed into a part before another one was chosen. */
export const withoutUnseen = <T extends Partial<Filled>>(form: T): T => {
  const blank = Object.fromEntries(unseenIn(form).map((field) => [field, '']))
  return { ...form, ...blank }
}

/** What art. 29 demands and is not there. */
function findGaps(form: Filled, { today, hasPowerOfAttorney }: SubmissionSetting, problem: Problems): void {
  const demand = (field: SubmissionField, message: string) => {
    if (form[field] === '') problem(field, message)
  }
  const demandIdentity = (kind: 'identityKind' | 'agentIdentityKind', field: SubmissionField, whose = '') => {
    demand(kind, `请选择${whose}证件类型`)
    demand(field, `请填写${whose}证件号码`)
    const chosen = identityKinds.find(({ id }) => id === form[kind])
    const why = chosen && form[field] ? identityProblem(chosen.id, form[field], today) : undefined
    if (why) problem(field, why)
  }
  demand('content', '请写明您需要的政府信息')
  demand('applicant', `请选择以个人还是以单位的名义申请${form.name || form.organisationName ? '' : askedOfEither}`)
  if (form.applicant === 'person') {
    demand('name', '请填写姓名')
    demandIdentity('identityKind', 'identityNumber')
  }
  if (form.applicant === 'organisation') {
    demand('organisationName', '请填写单位名称')
    demand('creditCode', '请填写统一社会信用代码')
    demand('legalRepresentative', '请填写法定代表人或者负责人姓名')
    demand('contactName', '请填写联系人姓名')
    if (!organisationKindOf(form) && form.creditCode) problem('organisationKind', '请选择单位类别')
  }
  if (!form.phone && !form.email && !form.address) problem('phone', '电话、电子邮箱、通信地址请至少填写一项')
  demand('formWanted', '请选择获取信息的方式')
  demand('routeWanted', '请选择获取信息的途径')
  if (form.routeWanted === 'mail') demand('address', '选择邮寄的，请填写通信地址')
  if (form.routeWanted === 'email') demand('email', '选择电子邮件的，请填写电子邮箱')
  if (form.hasAgent) {
    demand('agentName', '请填写代理人姓名')
    demandIdentity('agentIdentityKind', 'agentIdentityNumber', '代理人')
    demand('agentPhone', '请填写代理人电话')
    if (!hasPowerOfAttorney) problem('powerOfAttorney', '请上传申请人签署的授权委托书')
  }
}

const organisationKindOf = ({ organisationKind, creditCode }: Filled) =>
  organisationKinds.find(({ id }) => id === organisationKind)?.id ?? applicantKindByCreditCode(creditCode)

const labelOf = (choices: readonly { id: string; label: string }[], chosen: string) =>
  choices.find(({ id }) => id === chosen)?.label ?? ''

const identityKindOf = (chosen: string) => identityKinds.find(({ id }) => id === chosen)?.id ?? 'other'

/** Only what belongs to the chosen class goes on; what was typed into the other group is dropped. */
function toSubmission(form: Filled): Submission {
  const isPerson = form.applicant === 'person'
  return {
    content: form.content,
    formWanted: labelOf(formsWanted, form.formWanted),
    routeWanted: labelOf(routesWanted, form.routeWanted),
    assistance: form.assistance,
    applicant: {
      kind: isPerson ? 'naturalPerson' : (organisationKindOf(form) ?? 'otherOrg'),
      name: isPerson ? form.name : form.organisationName,
      identityKind: isPerson ? identityKindOf(form.identityKind) : null,
      identityNumber: isPerson ? form.identityNumber : '',
      creditCode: isPerson ? '' : form.creditCode,
      legalRepresentative: isPerson ? '' : form.legalRepresentative,
      contactName: isPerson ? '' : form.contactName,
      phone: form.phone,
      email: form.email,
      address: form.address,
      postcode: form.postcode,
      agent: form.hasAgent
        ? {
            name: form.agentName,
            identityKind: identityKindOf(form.agentIdentityKind),
            identityNumber: form.agentIdentityNumber,
            phone: form.agentPhone,
          }
        : null,
    },
  }
}

/** The first problem of each field. */
export function problemsByField(error: z.ZodError): ReadonlyMap<string, string> {
  const problems = new Map<string, string>()
  for (const { path, message } of error.issues) {
    const field = String(path[0] ?? 'form')
    if (!problems.has(field)) problems.set(field, message)
  }
  return problems
}
