import { chineseDate } from '../calendar/plain-date.ts'
import type { Due } from './case-view.ts'
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
  const { label, article } = steps[name]
  const day = ({ on }: Due) => chineseDate(on)
  const until = (due: Due) => `${day(due)}${provisional ? '（暂定：次年节假日安排尚未公布，公布后重新计算）' : ''}`
  if (!after) return `办理“${label}”后，申请办结，不再计算期限（${article}）。`
  if (!before) return `办理“${label}”后，应于${until(after)}前办理：${after.why}。`
  if (before.on === after.on && before.kind === after.kind)
    return `办理“${label}”后，办理期限不变，仍为${until(after)}；申请处于“${statusLabel(status)}”。`
  return `办理期限由${day(before)}变为${until(after)}，因为${after.why}。`
}
