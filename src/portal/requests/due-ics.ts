import { createHash } from 'node:crypto'
import { icsOf } from '../../days/ics.ts'
import type { CaseView } from '../../requests/case-view.ts'

/** What falls due on the last day, for a calendar; undefined for what no calendar need hold. */
const dueWords = {
  answer: '答复政府信息公开申请的最后一日',
  delayedAnswer: '答复政府信息公开申请的最后一日',
  supplementByApplicant: '补正政府信息公开申请的最后一日',
  explainReasons: '说明申请理由的最后一日',
  feePayment: '缴纳信息处理费的最后一日',
  reanswer: '重新答复政府信息公开申请的最后一日',
  confirmReceipt: undefined,
} as const

/** Whether the applicant may take the last day home. */
export const hasDueDay = ({ due, status }: CaseView): boolean =>
  status !== 'concluded' && due !== null && dueWords[due.kind] !== undefined

/** The day as a calendar takes it home; undefined where it need hold none. */
export function dueIcs({ id, number, due }: CaseView, organ: string, now: Date): string | undefined {
  const words = due && dueWords[due.kind]
  if (!words) return undefined
  const uid = createHash('sha256').update(`${id} ${due.kind}`).digest('hex').slice(0, 32)
  return icsOf([{ uid, on: due.on, summary: words, description: `${organ}，${number}。${due.why}` }], now)
}
