import { chineseDate, chineseWeekday, type PlainDate } from '../calendar/plain-date.ts'
import { applicantColumns } from '../law/report-format-2021.ts'

/** By which way a request came, with the day that the law takes for its receipt (art. 31). */
export const channels = [
  {
    id: 'inPerson',
    label: '当面提交',
    rule: '以当面提交之日为收到申请之日。',
    confirms: false,
  },
  {
    id: 'registeredMail',
    label: '邮寄（需签收）',
    rule: '以行政机关签收之日为收到申请之日。',
    confirms: false,
  },
  {
    id: 'ordinaryMail',
    label: '平常信函',
    rule: '工作机构应当于收到当日与申请人确认，以确认之日为收到申请之日。',
    confirms: true,
  },
  {
    id: 'fax',
    label: '传真',
    rule: '以双方确认之日为收到申请之日。',
    confirms: true,
  },
  {
    id: 'online',
    label: '互联网',
    rule: '以双方确认之日为收到申请之日。',
    confirms: true,
  },
  {
    id: 'oral',
    label: '口头（代为填写）',
    rule: '采用书面形式确有困难的，可以口头提出，由工作机构代为填写；以当面提出之日为收到申请之日（第二十九条）。',
    confirms: false,
  },
] as const

export type ChannelId = (typeof channels)[number]['id']

export const channelLabel = (id: string): string => channels.find((channel) => channel.id === id)?.label ?? id

export const applicantKindChoices = applicantColumns.flatMap((column) =>
  'columns' in column
    ? column.columns.map(({ id, label }) => ({ id, label: label === '其他' ? '其他组织' : label }))
    : column.id === 'total'
      ? []
      : [{ id: column.id, label: column.label }],
)

export const applicantKindLabel = (id: string): string =>
  applicantKindChoices.find((kind) => kind.id === id)?.label ?? id

export const filePurposes = [
  { id: 'scan', label: '申请原件扫描件' },
  { id: 'identity', label: '身份证明' },
  { id: 'powerOfAttorney', label: '授权委托书' },
  { id: 'attachment', label: '申请附件' },
  { id: 'evidence', label: '确认、送达等凭证' },
  { id: 'answer', label: '提供的信息' },
  { id: 'letter', label: '文书' },
] as const

export const filePurposeLabel = (id: string): string => filePurposes.find((purpose) => purpose.id === id)?.label ?? id

/** 12月1日 周二, with the year when it is another than today's. */
export function shortDay(day: PlainDate, today: PlainDate): string {
  const written = chineseDate(day)
  const isThisYear = day.slice(0, 4) === today.slice(0, 4)
  return `${isThisYear ? written.slice(written.indexOf('年') + 1) : written}（周${chineseWeekday(day)}）`
}

const clock = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** An instant by the office's clock: 2026/11/24 09:30. */
export const officeTime = (instant: string): string => clock.format(Date.parse(instant))

/** 1.2 MB */
export function fileSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  return bytes < 1024 * 1024 ? `${Math.round(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`
}
