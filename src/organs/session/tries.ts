import type { TryLimit } from '../../db/attempts.ts'

const withinMs = 15 * 60_000

/** GB/T 22239-2019 8.1.4.1 b: five failures within fifteen minutes shut an account for fifteen. */
export const triesOfAccount: TryLimit = { kind: 'signIn', count: 5, withinMs }
export const triesOfSecondFactor: TryLimit = { kind: 'secondFactor', count: 5, withinMs }
/** One address that tries many accounts; a whole office may share it. */
export const triesOfAddress: TryLimit = { kind: 'signInFrom', count: 20, withinMs }

/** 14:05, as the office's clock shows it. */
export const clockTime = (at: Date): string =>
  at.toLocaleTimeString('zh-CN', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit' })
