import { join, resolve } from 'node:path'
import type { LogSettings } from '../http/access-log.ts'

/** 网络安全法 21 (3) asks for six months, 互联网政务应用安全管理规定 20 for a year; some more, so that the year is whole. */
const usualDays = 400

/** From `KAICHENG_LOG`, `KAICHENG_LOG_DIR` and `KAICHENG_LOG_DAYS`; undefined where answers are not to be written down. */
export function accessLogSettings(env: NodeJS.ProcessEnv, dataFolder: string | undefined): LogSettings | undefined {
  const { KAICHENG_LOG: log = '', KAICHENG_LOG_DIR: folder = '', KAICHENG_LOG_DAYS: days = '' } = env
  if (!/^(?:on|off|stdout)?$/.test(log))
    throw new Error(`KAICHENG_LOG 的值“${log}”不对，写 on（写入文件）、stdout（写到标准输出）或者 off`)
  if (!/^\d{0,4}$/.test(days) || days === '0') throw new Error(`KAICHENG_LOG_DAYS 的值“${days}”不是天数`)
  if (log !== 'on' && log !== 'stdout') return undefined
  const chosen = folder ? resolve(folder) : dataFolder && join(dataFolder, 'logs')
  return { folder: log === 'on' ? chosen : undefined, days: days ? Number(days) : usualDays }
}
