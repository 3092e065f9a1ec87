import type { Calendar } from '../calendar/calendar.ts'
import { signedWorkingDays } from '../calendar/working-days.ts'
import type { PlainDate } from '../days/plain-date.ts'
import type { ClockView, Due } from './case-view.ts'
import { answerClock, confirmBy, delayedUntil, feeLapsesOn } from './clock.ts'
import type { RequestHistory } from './history.ts'
import { explainingLabel, payingLabel } from './pause.ts'
import { dueInRound } from './reanswer/due.ts'

/** What is due next, for a request that is not concluded; the sooner of two decides. */
export function nextDue(calendar: Calendar, history: RequestHistory, today: PlainDate): Due | null {
  const { status, arrivedOn, supplement, reasons, fee } = history
  if (status === 'concluded') return null
  const again = dueInRound(calendar, history, today)
  if (again) return again
  if (status === 'arrived') return arrivedOn ? confirmation(calendar, arrivedOn, today) : null
  const until = (kind: Due['kind'], on: PlainDate, why: string): Due => ({
    kind,
    why,
    leftDays: signedWorkingDays(calendar, today, on),
    ...standing(on, today),
  })
  if (status === 'supplementing' && supplement?.dueOn)
    return until('supplementByApplicant', supplement.dueOn, '等待申请人在补正期限内补正（条例第三十条）')
  if (status === 'awaitingPayment' && fee) {
    const lapsesOn = feeLapsesOn(calendar, fee)
    return (
      lapsesOn &&
      until('feePayment', lapsesOn, '等待申请人缴纳信息处理费，自收到收费通知书次日起20个工作日（信息处理费管理办法）')
    )
  }
  const clock = answerClock(calendar, history, today)
  if (!clock) return null
  const delayed = delayedUntil(history, clock)
  const answer = delayed
    ? until('delayedAnswer', delayed, '确定的延迟答复期限（条例第三十五条）')
    : { kind: 'answer' as const, why: whyAnswer(clock), leftDays: clock.leftDays, ...standing(clock.dueOn, today) }
  if (status === 'explaining' && reasons && reasons.dueOn < answer.on)
    return until(
      'explainReasons',
      reasons.dueOn,
      `等待申请人说明理由（条例第三十五条），答复期限${reasons.stopsClock ? '停止计算' : '继续计算'}`,
    )
  return answer
}

/** The last day to answer has passed, also one that was put off, and nothing was answered. */
export const isUnanswered = ({ kind, isOver }: Due): boolean =>
  isOver && (kind === 'answer' || kind === 'delayedAnswer')

const waitWords: Readonly<Record<string, string>> = { [explainingLabel]: '申请人说明理由', [payingLabel]: '申请人缴费' }

function whyAnswer({ allowedDays, startReason, excluded }: ClockView): string {
  const waits = excluded.map(({ label }) => waitWords[label] ?? '征求意见')
  const left = waits.length > 0 ? `，${[...new Set(waits)].join('和')}的时间不计入` : ''
  return `${allowedDays}个工作日内答复（条例第三十三条），${startReason}${left}`
}

const standing = (on: PlainDate, today: PlainDate) => ({ on, isOver: on < today, isToday: on === today })

/** Art. 31: a letter without signature is confirmed on the day of arrival, or on which the office opens; so is all else here. */
function confirmation(calendar: Calendar, arrivedOn: PlainDate, today: PlainDate): Due {
  const on = confirmBy(calendar, arrivedOn)
  return {
    kind: 'confirmReceipt',
    why: '请在到达当日与申请人确认收到：平常信函应当当日确认，互联网、传真以双方确认之日为收到之日（条例第三十一条）',
    leftDays: signedWorkingDays(calendar, today, on),
    ...standing(on, today),
  }
}
