import type { MovedDay } from '../../calendar/notices/moved-day.ts'

/** How many days a notice has moved, of requests and of records; nothing is said of what stayed. */
export function movedWords(days: readonly MovedDay[]): string[] {
  const count = (of: MovedDay['of']) => days.filter((day) => day.of === of).length
  const [requests, records] = [count('request'), count('record')]
  return [
    ...(requests > 0 ? [`${requests}件申请的期限变动`] : []),
    ...(records > 0 ? [`${records}条信息的期限变动`] : []),
  ]
}
