import { chineseDate } from '../../days/plain-date.ts'
import { routesWanted } from '../applicant/wanted.ts'
import type { RequestHistory } from '../history.ts'
import type { StepWith } from '../step-inputs.ts'
import { type ServiceWayId, serviceWayLabel } from './ways.ts'

type Ended = Pick<RequestHistory, 'conclusion'>

/** How the day of the answer moves with what is taken down of its service, in words; empty where it stays. */
export function answerDayMoves({ conclusion: before }: Ended, { conclusion: after }: Ended): string {
  if (!before || !after || before.on === after.on) return ''
  return `答复之日由${chineseDate(before.on)}变为${chineseDate(after.on)}，是否逾期和年度报告的数字按此计算。`
}

/** On which day an answer counts that is sent now. */
export const answeredOnWords = ({ conclusion: before }: Ended, { conclusion: after }: Ended): string =>
  !before && after && after.outcome !== 'withdrawn' ? `答复之日记为${chineseDate(after.on)}。` : ''

/** By which ways what an applicant wants is served. */
const fitting: Readonly<Record<string, readonly ServiceWayId[]>> = {
  mail: ['post'],
  email: ['email'],
  online: ['online'],
  inPerson: ['counter'],
}

/** What to mind of the way of an answer: the applicant wanted another one. */
export function wayRemarks({ name, input }: StepWith, routeWanted: string): string[] {
  if (name !== 'issueAnswer') return []
  const ways = fitting[routeWanted]
  if (!ways || ways.includes(input.way)) return []
  const wanted = routesWanted.find(({ id }) => id === routeWanted)?.label ?? ''
  return [`申请人要求的获取途径是“${wanted}”，现在选的是“${serviceWayLabel(input.way)}”，请确认`]
}
