import type { receiptRules } from './event.ts'

export interface RequestChannel {
  readonly id: string
  readonly label: string
  /** Art. 31: which day counts as the day of receipt. */
  readonly rule: (typeof receiptRules)[number]
  readonly ruleText: string
  /** The legal day is not the arrival but the day of confirmation, which may come later. */
  readonly needsConfirmation: boolean
}

/** The ways in which a request comes in (art. 28); the first two can never be refused. */
export const requestChannels = [
  {
    id: 'inPerson',
    label: '当面提交',
    rule: 'submittedInPerson',
    ruleText: '以提交之日为收到申请之日',
    needsConfirmation: false,
  },
  {
    id: 'registeredMail',
    label: '邮寄（需签收）',
    rule: 'signedFor',
    ruleText: '以本机关签收之日为收到申请之日',
    needsConfirmation: false,
  },
  {
    id: 'ordinaryMail',
    label: '邮寄（平常信函，无需签收）',
    rule: 'confirmedWithApplicant',
    ruleText: '应于收到信函当日与申请人确认，以确认之日为收到申请之日',
    needsConfirmation: true,
  },
  {
    id: 'fax',
    label: '传真',
    rule: 'confirmedByBoth',
    ruleText: '以双方确认之日为收到申请之日',
    needsConfirmation: true,
  },
  {
    id: 'online',
    label: '互联网',
    rule: 'confirmedByBoth',
    ruleText: '以双方确认之日为收到申请之日',
    needsConfirmation: true,
  },
  {
    id: 'oral',
    label: '口头（由工作机构代为填写）',
    rule: 'submittedInPerson',
    ruleText: '以申请人当面提出之日为收到申请之日',
    needsConfirmation: false,
  },
] as const satisfies readonly RequestChannel[]

export type RequestChannelId = (typeof requestChannels)[number]['id']
export const requestChannelIds = requestChannels.map(({ id }) => id)

/** The channel as data; every id has one. */
export const channelOf = (id: RequestChannelId): RequestChannel =>
  requestChannels.find((channel) => channel.id === id) ?? requestChannels[0]
