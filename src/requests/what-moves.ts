import { chineseDate } from '../days/plain-date.ts'
import { type Role, roleLabel } from '../organs/role.ts'
import type { ClockView, Due } from './case-view.ts'
import type { NewEvent } from './event.ts'
import type { RequestHistory } from './history.ts'
import { statusLabel } from './request-status.ts'
import type { StepName } from './step-inputs.ts'
import { steps } from './steps.ts'

/** Due date moves from … to …, because …: one sentence before a step is taken. */
export function whatMoves(
  name: StepName,
  before: Due | null,
  after: Due | null,
  { status }: RequestHistory,
  provisional = false,
): string {
  if (name === 'correctLetter')
    return '审批同意后，更正告知书编号发出；原文书保留，并标明已由它更正。答复期限、办结的情况和年度报告的数字都不变。'
  if (name === 'reissueReceipt')
    return '办理后显示新的查询码和口令，只显示一次，请当面打印交给申请人；原来的查询码和口令立即失效。办理期限不变。'
  const { label, article } = steps[name]
  const day = ({ on }: Due) => chineseDate(on)
  const until = (due: Due) => `${day(due)}${provisional ? '（暂定：次年节假日安排尚未公布，公布后重新计算）' : ''}`
  if (name === 'deliverFee' && after) return `缴费期限至${day(after)}，自申请人收到的次日起算20个工作日。`
  if (!after && status === 'awaitingPayment')
    return before
      ? '收费通知书发出后，申请处于“待缴费”，等待的时间不计入答复期限；请及时登记申请人收到的日期，20个工作日的缴费期限从收到的次日起算。'
      : `办理“${label}”后，申请仍处于“待缴费”。`
  if (!before && !after) return `办理“${label}”后，办结的情况不变。`
  if (!after && before?.kind === 'reanswer')
    return `办理“${label}”后，这次重新答复办结；原答复的结果、日期和年度报告的数字都不变。`
  if (!after) return `办理“${label}”后，申请办结，不再计算期限（${article}）。`
  if (!before) return `办理“${label}”后，应于${until(after)}前办理：${after.why}。`
  if (before.on === after.on && before.kind === after.kind)
    return `办理“${label}”后，办理期限不变，仍为${until(after)}；申请处于“${statusLabel(status)}”。`
  return `办理期限由${day(before)}变为${until(after)}，因为${after.why}。`
}

/** How the answer period moves with a corrected registration, also of a request that has been answered. */
export function whatCorrectionMoves(
  before: ClockView | undefined,
  after: ClockView | undefined,
  { conclusion, delay }: RequestHistory,
): string {
  if (!before || !after) return '更正后，答复期限不受影响：尚未确认收到申请。'
  if (before.dueOn === after.dueOn) return `更正后，答复期限不变，仍为${chineseDate(after.dueOn)}。`
  const moved = `答复期限由${chineseDate(before.dueOn)}变为${chineseDate(after.dueOn)}，因为收到申请之日由${chineseDate(before.startedOn)}更正为${chineseDate(after.startedOn)}。`
  if (delay) return `${moved}已经确定的延迟答复期限（${chineseDate(delay.until)}）不变。`
  const late = conclusion && conclusion.on > after.dueOn
  return late ? `${moved}这件申请${chineseDate(conclusion.on)}办结，按更正后的日期已经逾期。` : moved
}

/** That a step does not yet take effect: a second person or the approvers have their say first. Empty where it does. */
export function waitsFor([first]: readonly NewEvent[]): string {
  if (first?.kind === 'withdrawalProposed')
    return `须由${roleWords(steps.confirmWithdrawal.by)}核对确认后才办结；确认之前照常计算期限，也不发出答复。`
  if (first?.kind === 'letterDrafted')
    return `文书先送${first.data.levels.map(({ role }) => roleLabel(role)).join('、')}审批，全部同意后才发出。`
  return ''
}

const roleWords = (roles: readonly Role[]) => roles.map(roleLabel).join('或者')
