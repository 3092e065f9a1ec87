import type { PlainDate } from '../days/plain-date.ts'
import { applicantKinds } from '../law/report-format-2021.ts'
import { maskIdentity, maskName, maskPhone } from '../people/masked.ts'
import { organisationKinds } from './applicant/applicant-class.ts'
import { formsWanted, routesWanted } from './applicant/wanted.ts'
import { type Applicant, identityKinds } from './applicant.ts'
import { type EventOf, eventsOf, type RegistrationChange, type RequestEvent } from './event.ts'
import { effectiveEvents } from './history.ts'
import type { Request } from './request.ts'
import { requestChannels } from './request-channel.ts'

interface FieldOf {
  readonly id: string
  readonly label: string
  /** Kept encrypted, shown masked. */
  readonly personal?: true
  /** A day or a figure of the report moves with it, so a second person confirms. */
  readonly moves?: true
  readonly kind: 'line' | 'text' | 'day' | 'choice'
  readonly choices?: readonly { readonly id: string; readonly label: string }[]
  /** It may be left empty. */
  readonly optional?: true
}

const classes = [
  { id: 'naturalPerson', label: '自然人' },
  ...organisationKinds.map(({ id, label }) => ({ id, label: id === 'otherOrg' ? '其他组织' : label })),
]
const line = { kind: 'line', personal: true, optional: true } as const

/** Everything that was taken down of a request, so that each of it can be corrected. */
export const registrationFields = [
  { id: 'applicantKind', label: '申请人类别', kind: 'choice', choices: classes, moves: true },
  { id: 'name', label: '姓名或者名称', kind: 'line', personal: true },
  { id: 'identityKind', label: '证件类型', kind: 'choice', choices: identityKinds, optional: true },
  { id: 'identityNumber', label: '证件号码', ...line },
  { id: 'creditCode', label: '统一社会信用代码', ...line },
  { id: 'legalRepresentative', label: '法定代表人或者负责人', ...line },
  { id: 'contactName', label: '联系人', ...line },
  { id: 'phone', label: '电话', ...line },
  { id: 'email', label: '电子邮箱', ...line },
  { id: 'address', label: '通信地址', ...line },
  { id: 'postcode', label: '邮政编码', ...line },
  { id: 'agentName', label: '代理人姓名', ...line },
  { id: 'agentIdentityKind', label: '代理人证件类型', kind: 'choice', choices: identityKinds, optional: true },
  { id: 'agentIdentityNumber', label: '代理人证件号码', ...line },
  { id: 'agentPhone', label: '代理人电话', ...line },
  { id: 'channel', label: '来件渠道', kind: 'choice', choices: requestChannels },
  { id: 'arrivedOn', label: '到达之日', kind: 'day', moves: true },
  { id: 'receivedOn', label: '收到申请之日', kind: 'day', moves: true },
  { id: 'confirmationMethod', label: '与申请人确认的方式', kind: 'line', optional: true },
  { id: 'confirmationEvidence', label: '确认的凭证', kind: 'line', optional: true },
  { id: 'note', label: '登记说明（代为填写人等）', kind: 'line', optional: true },
  { id: 'summary', label: '申请内容', kind: 'text' },
  { id: 'formWanted', label: '获取方式', kind: 'choice', choices: formsWanted, optional: true },
  { id: 'routeWanted', label: '获取途径', kind: 'choice', choices: routesWanted, optional: true },
  { id: 'assistance', label: '所需协助', kind: 'line', optional: true },
  { id: 'supplement', label: '补正后的内容', kind: 'text', optional: true },
] as const satisfies readonly FieldOf[]

export type RegistrationField = (typeof registrationFields)[number]['id']
export const isRegistrationField = (id: string): id is RegistrationField =>
  registrationFields.some((field) => field.id === id)
export type Registration = Readonly<Record<RegistrationField, string>>
export const registrationFieldIds = registrationFields.map(({ id }) => id)

/** The field as data. */
export const fieldOf = (id: RegistrationField): FieldOf =>
  registrationFields.find((field) => field.id === id) ?? registrationFields[0]

/** A registration as it stands, with the events that it comes from. */
export interface Standing {
  readonly values: Registration
  readonly arrived: EventOf<'arrived'> | undefined
  readonly received: EventOf<'received'> | undefined
  readonly supplemented: EventOf<'supplementReceived'> | undefined
  /** The first day on which something was done on the request after its receipt. */
  readonly firstActOn: PlainDate | null
}

/** What says nothing of when the request must have been received. */
const withoutBearing: readonly string[] = [
  'arrived',
  'received',
  'assigned',
  'noted',
  'dueMoved',
  'split',
  'correctionProposed',
  'correctionDeclined',
  'registrationCorrected',
  'receiptReissued',
  'handoverOffered',
  'handoverRefused',
  'coHandlingAsked',
  'coHandlingAnswered',
  'coHandlingEnded',
  'noteRead',
  'linked',
  'unlinked',
]

/** What was taken down of a request, field by field; empty where nothing was. */
export function standingOf(request: Request, events: readonly RequestEvent[], applicant: Applicant): Standing {
  const facts = effectiveEvents(events)
  const arrived = eventsOf(facts, 'arrived')[0]
  const received = eventsOf(facts, 'received')[0]
  const supplemented = eventsOf(facts, 'supplementReceived')[0]
  const { agent } = applicant
  const acts = facts.filter(({ kind }) => !withoutBearing.includes(kind)).map(({ happenedOn }) => happenedOn)
  return {
    arrived,
    received,
    supplemented,
    firstActOn: acts.toSorted()[0] ?? null,
    values: {
      applicantKind: applicant.kind,
      name: applicant.name,
      identityKind: applicant.identityKind ?? '',
      identityNumber: applicant.identityNumber,
      creditCode: applicant.creditCode,
      legalRepresentative: applicant.legalRepresentative,
      contactName: applicant.contactName,
      phone: applicant.phone,
      email: applicant.email,
      address: applicant.address,
      postcode: applicant.postcode,
      agentName: agent?.name ?? '',
      agentIdentityKind: agent?.identityKind ?? '',
      agentIdentityNumber: agent?.identityNumber ?? '',
      agentPhone: agent?.phone ?? '',
      channel: request.channel,
      arrivedOn: request.arrivedOn,
      receivedOn: received?.happenedOn ?? '',
      confirmationMethod: received?.data.confirmation?.method ?? '',
      confirmationEvidence: received?.data.confirmation?.evidence ?? '',
      note: arrived?.data.note ?? '',
      summary: request.summary,
      formWanted: idIn(formsWanted, request.formWanted),
      routeWanted: idIn(routesWanted, request.routeWanted),
      assistance: request.assistance,
      supplement: supplemented?.data.text ?? '',
    },
  }
}

/** The public form keeps the words, the clerk's the id. */
const idIn = (choices: readonly { readonly id: string; readonly label: string }[], kept: string): string =>
  choices.find(({ id, label }) => id === kept || label === kept)?.id ?? ''

/** Who asks, as a registration says it; what belongs to the other class of applicant is dropped. */
export function applicantOf(values: Registration): Applicant {
  const isPerson = values.applicantKind === 'naturalPerson'
  const identityOf = (kind: string) => identityKinds.find(({ id }) => id === kind)?.id ?? 'other'
  return {
    kind: applicantKinds.find((id) => id === values.applicantKind) ?? 'otherOrg',
    name: values.name,
    identityKind: isPerson ? identityOf(values.identityKind) : null,
    identityNumber: isPerson ? values.identityNumber : '',
    creditCode: isPerson ? '' : values.creditCode,
    legalRepresentative: isPerson ? '' : values.legalRepresentative,
    contactName: isPerson ? '' : values.contactName,
    phone: values.phone,
    email: values.email,
    address: values.address,
    postcode: values.postcode,
    agent: values.agentName
      ? {
          name: values.agentName,
          identityKind: identityOf(values.agentIdentityKind),
          identityNumber: values.agentIdentityNumber,
          phone: values.agentPhone,
        }
      : null,
  }
}

/** A value as pages show it: a choice by its label, what is personal masked; an organisation's name is public. */
export function shownValue(id: RegistrationField, value: string, kind: string): string {
  if (value === '') return '（空）'
  const { choices, personal } = fieldOf(id)
  if (choices) return choices.find((each) => each.id === value)?.label ?? value
  if (!personal) return value
  switch (id) {
    case 'name':
      return kind === 'naturalPerson' ? maskName(value) : value
    case 'legalRepresentative':
    case 'contactName':
    case 'agentName':
      return maskName(value)
    case 'phone':
    case 'agentPhone':
      return maskPhone(value)
    case 'address':
      return `${[...value].slice(0, 6).join('')}……`
    case 'creditCode':
      return value
    case 'email':
      return `${value.slice(0, 1)}……`
    default:
      return maskIdentity(value)
  }
}

export const shownRegistration = (values: Registration) =>
  registrationFieldIds.map((id) => ({ id, now: shownValue(id, values[id], values.applicantKind) }))

/** A value in clear: a choice by its label. */
const wholeValue: Show = (id, value) =>
  value === '' || !fieldOf(id).personal || fieldOf(id).choices ? shownValue(id, value, '') : value

type Show = (id: RegistrationField, value: string, kind: string) => string

/** What was first taken down and what took its place, in clear, for each correction that has taken effect; the oldest first. */
export const firstValues = (events: readonly RequestEvent[], kind: string) =>
  eventsOf(events, 'registrationCorrected').map(({ seq, data }) => ({
    seq,
    lines: correctionLines(data, kind, wholeValue),
  }))

/** What a correction changes, line by line, masked. */
export function correctionLines(
  { from, to, personal }: Pick<RegistrationChange, 'from' | 'to' | 'personal'>,
  kind: string,
  show: Show = shownValue,
) {
  const before = { ...from, ...personal?.from }
  const after = { ...to, ...personal?.to }
  return registrationFieldIds.flatMap((id) => {
    const [was, is] = [before[id], after[id]]
    if (was === undefined || is === undefined) return []
    return [
      {
        label: fieldOf(id).label,
        from: show(id, was, before.applicantKind ?? kind),
        to: show(id, is, after.applicantKind ?? kind),
      },
    ]
  })
}
