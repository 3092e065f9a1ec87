import type { Proof } from '../../backup/proof.ts'

/** How long a trial took; empty while it runs. */
export function tookWords({ startedAt, endedAt }: Pick<Proof, 'startedAt' | 'endedAt'>): string {
  if (!endedAt) return ''
  const seconds = Math.max(1, Math.round((Date.parse(endedAt) - Date.parse(startedAt)) / 1000))
  return seconds < 120 ? `${seconds}秒` : `${Math.round(seconds / 60)}分钟`
}

/** How long ago an instant was; one that the clock of this machine puts ahead is now. */
export function agoWords(instant: string, now: number): string {
  const minutes = Math.max(0, Math.round((now - Date.parse(instant)) / 60_000))
  if (minutes < 1) return '不到1分钟前'
  return minutes < 120 ? `${minutes}分钟前` : `${Math.round(minutes / 60)}小时前`
}
