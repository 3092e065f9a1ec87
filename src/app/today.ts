import { isPlainDate, officeDay, type PlainDate } from '../days/plain-date.ts'

/** The office's day, given at the door. `KAICHENG_TODAY` sets it for demos and tests, never in production. */
export function today(env: NodeJS.ProcessEnv = process.env, now = new Date()): PlainDate {
  const set = env.KAICHENG_TODAY
  if (!set) return officeDay(now)
  if (env.NODE_ENV === 'production') throw new Error('正式运行时不能用 KAICHENG_TODAY 指定日期，请删除该环境变量')
  if (!isPlainDate(set)) throw new Error(`KAICHENG_TODAY 的值“${set}”不是有效日期，写法为 2026-01-31`)
  return set
}
