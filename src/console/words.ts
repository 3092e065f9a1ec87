import { chineseDate, chineseWeekday, officeDayOf, type PlainDate, timeOfDayAt } from '../days/plain-date.ts'
import { requestChannels } from '../requests/request-channel.ts'

export const channelLabel = (id: string): string =>
  shortChannels[id] ?? requestChannels.find((channel) => channel.id === id)?.label ?? id

/** Where there is no room for the bracket. */
const shortChannels: Readonly<Record<string, string>> = {
  registeredMail: '邮寄签收',
  ordinaryMail: '平常信函',
  oral: '口头代填',
}

/** What somebody who was consulted said. */
export const opinionWords = { agrees: '同意公开', agreesInPart: '同意部分公开', objects: '不同意公开' } as const

export const opinionTones = { agrees: 'done', agreesInPart: 'soon', objects: undefined } as const

/** 12月1日 周二, with the year when it is another than today's. */
export function shortDay(day: PlainDate, today: PlainDate): string {
  const written = chineseDate(day)
  const isThisYear = day.slice(0, 4) === today.slice(0, 4)
  return `${isThisYear ? written.slice(written.indexOf('年') + 1) : written}（周${chineseWeekday(day)}）`
}

/** An instant by the office's clock: 2026-11-24 09:30. */
export const officeTime = (instant: string): string => `${officeDayOf(instant)} ${timeOfDayAt(instant)}`

/** 1.2 MB */
export function fileSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  return bytes < 1024 * 1024 ? `${Math.round(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`
}
