import { createHash } from 'node:crypto'
import { nextDay, type PlainDate } from '../../days/plain-date.ts'
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

/** RFC 5545: one whole day. Equal days have equal names, so that fetched again it takes the place of what was there. */
export function dueIcs({ id, number, due }: CaseView, organ: string, now: Date): string | undefined {
  const words = due && dueWords[due.kind]
  if (!words) return undefined
  const stamp = now.toISOString().replace(/[-:]|\.\d+/g, '')
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Kaicheng//requests//ZH',
    'BEGIN:VEVENT',
    `UID:${createHash('sha256').update(`${id} ${due.kind}`).digest('hex').slice(0, 32)}@kaicheng`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${plain(due.on)}`,
    `DTEND;VALUE=DATE:${plain(nextDay(due.on))}`,
    `SUMMARY:${escaped(words)}`,
    `DESCRIPTION:${escaped(`${organ}，${number}。${due.why}`)}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return `${lines.map(folded).join('\r\n')}\r\n`
}

const plain = (day: PlainDate): string => day.replaceAll('-', '')
const escaped = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replaceAll('\n', '\\n')

/** No line has more than 75 bytes, and none ends within a character. */
function folded(line: string): string {
  let [all, bytes] = ['', 0]
  for (const character of line) {
    const size = Buffer.byteLength(character)
    if (bytes + size > 74) [all, bytes] = [`${all}\r\n `, 1]
    all += character
    bytes += size
  }
  return all
}
