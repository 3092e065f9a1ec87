import type { Proof } from '../../backup/proof.ts'

/** Of the newest trial, what is announced once whenever it changes: the step that it is at, and in the end how it went. */
export function trialSaid(isRunning: boolean, newest: Pick<Proof, 'step' | 'isProved'> | undefined): string {
  if (isRunning) return `正在验证${newest?.step ? `：${newest.step}` : ''}`
  if (!newest || newest.isProved === null) return ''
  return newest.isProved ? '备份验证通过' : '备份验证没有通过'
}
