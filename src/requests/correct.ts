import { chineseDate, isPlainDate, type PlainDate, plainDate } from '../days/plain-date.ts'
import { findDeadline } from '../law/deadlines.ts'
import type { Actor } from '../organs/actor.ts'
import { tidyText } from '../people/tidy-text.ts'
import { refusals } from '../refusal.ts'
import { TakenDown, takenDownProblems } from './applicant/taken-down.ts'
import type { NewEvent, RegistrationChange } from './event.ts'
import {
  applicantOf,
  fieldOf,
  isRegistrationField,
  type Registration,
  type RegistrationField,
  registrationFieldIds,
  type Standing,
} from './registration.ts'
import { channelOf, requestChannelIds } from './request-channel.ts'

/** What was typed for each field that is to be corrected. */
export type Typed = Readonly<Partial<Record<RegistrationField, string>>>

export interface Correction {
  readonly values: Registration
  readonly change: RegistrationChange
  /** A day or a figure of the report moves. */
  readonly needsSecond: boolean
}

const wrong = (id: RegistrationField, why: string) => refusals.wrongCorrection(fieldOf(id).label, why)

const channelIn = (values: Registration) =>
  channelOf(requestChannelIds.find((id) => id === values.channel) ?? 'inPerson')

/** Where the channel needs no confirmation the day of arrival is the day of receipt: both move together (art. 31). */
function withDays(before: Registration, typed: Typed): Registration {
  const values = { ...before, ...typed }
  const moves = !channelIn(values).needsConfirmation && before.receivedOn !== '' && typed.receivedOn === undefined
  return moves && typed.arrivedOn ? { ...values, receivedOn: typed.arrivedOn } : values
}

function tidied(typed: Typed): Typed {
  return Object.fromEntries(Object.entries(typed).map(([id, value]) => [id, tidyText(value)]))
}

/** The registration as it should have been. Refuses what would not have been taken down either, and days that cannot be. */
export function corrected(actor: Actor, standing: Standing, input: Typed, reason: string): Correction {
  const typed = tidied(input)
  const before = standing.values
  const wanted = withDays(before, typed)
  for (const id of Object.keys(typed).filter(isRegistrationField)) checkField(id, wanted[id])
  if (typed.supplement !== undefined) checkSupplement(standing, typed.supplement)
  checkDays(actor.today, standing, wanted, typed)
  const values = withApplicant(before, wanted)
  const ids = registrationFieldIds.filter((id) => values[id] !== before[id])
  if (ids.length === 0) throw refusals.nothingToCorrect()
  const pick = (from: Registration, personal: boolean) =>
    Object.fromEntries(ids.filter((id) => (fieldOf(id).personal ?? false) === personal).map((id) => [id, from[id]]))
  const hasPersonal = ids.some((id) => fieldOf(id).personal)
  return {
    values,
    needsSecond: ids.some((id) => fieldOf(id).moves),
    change: {
      reason,
      from: pick(before, false),
      to: pick(values, false),
      personal: hasPersonal ? { from: pick(before, true), to: pick(values, true) } : null,
    },
  }
}

function checkField(id: RegistrationField, value: string): void {
  const { kind, label, choices, optional } = fieldOf(id)
  if (value === '') {
    if (!optional) throw wrong(id, `请填写更正后的${label}`)
    return
  }
  if (choices && !choices.some((each) => each.id === value)) throw wrong(id, '请从列出的选项中选择')
  if (kind === 'day' && !isPlainDate(value)) throw wrong(id, '请填写日期，如 2026-03-02')
  const most = kind === 'text' ? 2000 : 500
  if (value.length > most) throw wrong(id, `不超过${most}个字`)
}

function checkSupplement({ supplemented }: Standing, text: string): void {
  if (!supplemented) throw wrong('supplement', '这件申请没有登记过收到补正')
  if (text === '') throw wrong('supplement', '请填写更正后的补正内容')
}

function checkDays(today: PlainDate, { values: before, firstActOn }: Standing, wanted: Registration, typed: Typed) {
  const { arrivedOn, receivedOn } = wanted
  const field = typed.receivedOn !== undefined && typed.arrivedOn === undefined ? 'receivedOn' : 'arrivedOn'
  if (arrivedOn === before.arrivedOn && receivedOn === before.receivedOn && wanted.channel === before.channel) return
  if (before.receivedOn === '' && typed.receivedOn)
    throw wrong('receivedOn', '这件申请还没有确认收到，请办理“确认收到申请”')
  const last = firstActOn ?? today
  const day = (text: string) => (isPlainDate(text) ? text : today)
  const received = receivedOn === '' ? null : day(receivedOn)
  if (day(arrivedOn) > today) throw wrong('arrivedOn', '日期不能晚于今天')
  if (!received && day(arrivedOn) > last)
    throw wrong('arrivedOn', `到达之日不能晚于${chineseDate(last)}：这一天已经办理了后面的步骤`)
  if (received && received < day(arrivedOn))
    throw wrong(field, `收到申请之日不能早于到达之日（${chineseDate(day(arrivedOn))}）`)
  if (received && received > last)
    throw wrong(field, `收到申请之日不能晚于${chineseDate(last)}：这一天已经办理了后面的步骤`)
  if (!findDeadline('answer', received ?? day(arrivedOn)))
    throw wrong(field, '这一天现行条例尚未施行（2019年5月15日起施行），请核对年份')
  const channel = channelIn(wanted)
  if (received && !channel.needsConfirmation && received !== arrivedOn)
    throw wrong('receivedOn', `${channel.label}的，${channel.ruleText}：到达之日和收到申请之日应当相同，请一并更正`)
}

/** Who asks, by the rules of the counter. Faults that were there before, in fields that stay, do not stand in the way. */
function withApplicant(before: Registration, wanted: Registration): Registration {
  const applicant = applicantOf(wanted)
  const isPerson = applicant.kind === 'naturalPerson'
  const read = TakenDown.safeParse(applicant)
  const issues = read.success
    ? takenDownProblems(read.data, isPlainDate(wanted.arrivedOn) ? wanted.arrivedOn : plainDate(before.arrivedOn))
    : read.error.issues.map(({ path, message }) => [path.map(String), message] as const)
  const kindChanges = wanted.applicantKind !== before.applicantKind
  for (const [path, message] of issues) {
    const field = fieldAt(path)
    if (kindChanges || wanted[field] !== before[field]) throw wrong(field, message)
  }
  if (!wanted.agentName && (wanted.agentIdentityNumber || wanted.agentPhone) && before.agentName === '')
    throw wrong('agentName', '请填写代理人姓名')
  if (!read.success) return wanted
  const { agent, kind: _, identityKind, ...texts } = read.data
  return {
    ...wanted,
    ...texts,
    identityKind: isPerson ? wanted.identityKind || 'residentId' : (identityKind ?? ''),
    agentName: agent?.name ?? '',
    agentIdentityKind: agent ? agent.identityKind : '',
    agentIdentityNumber: agent?.identityNumber ?? '',
    agentPhone: agent?.phone ?? '',
  }
}

function fieldAt(path: readonly string[]): RegistrationField {
  const [first = '', second = ''] = path
  const name = first === 'agent' ? `agent${second.slice(0, 1).toUpperCase()}${second.slice(1)}` : first
  return registrationFieldIds.find((id) => id === (name === 'kind' ? 'applicantKind' : name)) ?? 'name'
}

/** What a correction adds to the history: itself, and the arrival, the receipt and the supplement as they should have been recorded. */
export function correctionFacts(
  { today, name }: Actor,
  { arrived, received, supplemented }: Standing,
  { values, change }: Correction,
  proposedBy: string,
): NewEvent[] {
  const isChanged = (...ids: RegistrationField[]) => ids.some((id) => change.to[id] !== undefined)
  const facts: NewEvent[] = [{ kind: 'registrationCorrected', happenedOn: today, data: { ...change, proposedBy } }]
  const day = (text: string): PlainDate => (isPlainDate(text) ? text : today)
  if (arrived && isChanged('arrivedOn', 'note'))
    facts.push({
      kind: 'arrived',
      happenedOn: day(values.arrivedOn),
      data: { ...arrived.data, note: values.note },
      supersedes: arrived.seq,
    })
  if (received && isChanged('receivedOn', 'channel', 'confirmationMethod', 'confirmationEvidence')) {
    const { confirmationMethod: method, confirmationEvidence: evidence } = values
    const by = received.data.confirmation?.by ?? name
    facts.push({
      kind: 'received',
      happenedOn: day(values.receivedOn),
      data: { ...received.data, rule: channelIn(values).rule, confirmation: method ? { by, method, evidence } : null },
      supersedes: received.seq,
    })
  }
  if (supplemented && isChanged('supplement'))
    facts.push({
      kind: 'supplementReceived',
      happenedOn: supplemented.happenedOn,
      data: { ...supplemented.data, text: values.supplement },
      supersedes: supplemented.seq,
    })
  return facts
}

/** The correction that waits, worked out again on the registration as it stands now. */
export const proposedTyped = ({ to, personal }: RegistrationChange): Typed => ({ ...to, ...personal?.to })
