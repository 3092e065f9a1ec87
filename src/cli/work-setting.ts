import { refusals } from '../refusal.ts'

/** `KAICHENG_WORK`: whether a server does timed work itself; off where `kaicheng work` does it. Refuses any other word than on and off. */
export function doesTimedWork(env: NodeJS.ProcessEnv = process.env): boolean {
  const value = env.KAICHENG_WORK || 'on'
  if (value !== 'on' && value !== 'off') throw refusals.wrongWorkSetting(value)
  return value === 'on'
}
