import { resolve } from 'node:path'
import { refusals } from '../refusal.ts'

/** Continuous backup, from the environment. */
export interface BackupSetting {
  readonly root: string
  /** The log is archived at least so often: what a lost disk may cost. */
  readonly minutes: number
  /** How many base backups are kept. */
  readonly keep: number
}

/** Undefined without `KAICHENG_BACKUP`. */
export function readBackupSetting(env: NodeJS.ProcessEnv): BackupSetting | undefined {
  if (!env.KAICHENG_BACKUP) return undefined
  return {
    root: resolve(env.KAICHENG_BACKUP),
    minutes: readNumber(env, 'KAICHENG_BACKUP_MINUTES', 5, 60),
    keep: readNumber(env, 'KAICHENG_BACKUP_KEEP', 7, 366),
  }
}

function readNumber(env: NodeJS.ProcessEnv, name: string, preset: number, most: number): number {
  const text = env[name] || String(preset)
  const number = /^\d{1,4}$/.test(text) ? Number(text) : 0
  if (number < 1 || number > most) throw refusals.backupSettingWrong(name, text, `应为1至${most}的整数`)
  return number
}
