import { z } from 'zod'
import { chineseDate, PlainDate, plainDate } from '../days/plain-date.ts'
import { ogiRegulation } from '../law/ogi-regulation.ts'
import { refusals } from '../refusal.ts'
import { TakenDown, takenDownProblems } from './applicant/taken-down.ts'
import { formsWanted, routesWanted } from './applicant/wanted.ts'
import { requestChannelIds } from './request-channel.ts'

export const filePurposes = [
  { id: 'identity', label: '身份证明' },
  { id: 'powerOfAttorney', label: '授权委托书' },
  { id: 'attachment', label: '附件' },
  { id: 'scan', label: '申请书扫描件' },
] as const
export const filePurposeIds = filePurposes.map(({ id }) => id)

/** One of the choices, or empty where the letter says nothing. */
const oneOf = (choices: readonly { readonly id: string }[]) =>
  z.string().refine((id) => id === '' || choices.some((each) => each.id === id), '请从列出的选项中选择')

/** What a clerk takes down of a request that came in by any channel. */
export const Intake = z
  .strictObject({
    channel: z.enum(requestChannelIds),
    arrivedOn: PlainDate,
    /** Where the channel needs no confirmation the day of receipt is the day of arrival. */
    receivedOn: PlainDate.nullable(),
    confirmation: z
      .strictObject({
        method: z.string().trim().min(1, '请填写确认方式').max(100),
        evidence: z.string().trim().max(500),
      })
      .nullable(),
    /** Why only then, where it was confirmed later than art. 31 asks for. */
    lateReason: z.string().trim().max(500, '不超过500个字').optional(),
    applicant: TakenDown,
    /** One letter may ask for several things; each piece becomes a request of its own. */
    pieces: z
      .array(z.string().trim().min(1, '请填写申请内容').max(2000, '申请内容不超过2000个字'))
      .min(1, '请填写申请内容')
      .max(50, '一次最多登记50件'),
    formWanted: oneOf(formsWanted),
    routeWanted: oneOf(routesWanted),
    assistance: z.string().trim().max(500),
    files: z.array(z.strictObject({ id: z.uuid(), purpose: z.enum(filePurposeIds) })).max(20, '一次最多20个附件'),
    /** Who took down an oral request (art. 29). */
    onBehalf: z.string().trim().max(50).optional(),
    /** Somebody has looked again at a day long past, or of a year already reported. */
    isDayConfirmed: z.boolean().optional(),
  })
  .refine(({ channel, onBehalf }) => channel !== 'oral' || !!onBehalf, {
    message: '口头申请由工作人员代为填写，请填写代填人',
    path: ['onBehalf'],
  })
  .check(({ value, issues }) => {
    // By a day that cannot be nothing else is judged, such as who was born by then.
    if (value.arrivedOn < ogiRegulation.from) {
      const { message } = refusals.beforeRegulation('arrivedOn', chineseDate(plainDate(ogiRegulation.from)))
      issues.push({ code: 'custom', message, path: ['arrivedOn'], input: value, continue: true })
      return
    }
    for (const [path, message] of takenDownProblems(value.applicant, value.arrivedOn))
      issues.push({ code: 'custom', message, path: ['applicant', ...path], input: value, continue: true })
  })
export type Intake = z.infer<typeof Intake>
