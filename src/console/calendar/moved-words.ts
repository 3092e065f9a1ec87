import type { MovedDay } from '../../calendar/notices/moved-day.ts'

/** How many days a notice has moved, of requests, of records and of remedies; nothing is said of what stayed. */
export function movedWords(days: readonly MovedDay[]): string[] {
  const count = (of: MovedDay['of']) => days.filter((day) => day.of === of).length
  const [requests, records, remedies] = [count('request'), count('record'), count('remedy')]
  return [
    ...(requests > 0 ? [`${requests}件申请的期限变动`] : []),
    ...(records > 0 ? [`${records}条信息的期限变动`] : []),
    ...(remedies > 0 ? [`复议、诉讼中${remedies}项期限变动`] : []),
  ]
}
