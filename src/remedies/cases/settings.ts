import type { Tx } from '../../db/database.ts'
import { openQuestions } from '../../law/open-questions.ts'
import type { RemedyResultId, RemedyResultOverrides } from '../../law/remedy-results.ts'
import { remedyResultClass } from '../../law/remedy-results.ts'
import { chosen } from '../../organs/settings/chosen.ts'
import { openChoice, type Setting } from '../../organs/settings/setting.ts'
import type { CountedResult } from './event.ts'

const matter = '年度报告'

export const secondInstanceCounts = openChoice('secondInstanceCounts', openQuestions.secondInstanceCounts, {
  matter,
  effect: '以后登记的二审照此统计；已经登记的二审仍按登记时的口径。',
})

const ofResult = '以后登记的决定、裁判照此列入年度报告第四部分；已经登记的不变，需要改变的逐件调整并写明理由。'
export const reviewClaimDismissedClass = openChoice(
  'reviewClaimDismissedClass',
  openQuestions.reviewClaimDismissedClass,
  {
    matter,
    effect: ofResult,
  },
)
export const suitDismissedClass = openChoice('suitDismissedClass', openQuestions.suitDismissedClass, {
  matter,
  effect: ofResult,
})

export const reanswerPeriod = openChoice('reanswerPeriod', openQuestions.reanswerPeriod, {
  matter: '救济途径',
  effect: '以后转入重新答复、没有另定期限的照此计算；已经转入的期限不变。',
})

export const remedyCaseSettings: readonly Setting[] = [
  secondInstanceCounts,
  reviewClaimDismissedClass,
  suitDismissedClass,
  reanswerPeriod,
]

/** In which column of section four the office counts a result today. */
export async function columnsToday(tx: Tx, organId: number): Promise<(result: RemedyResultId) => CountedResult> {
  const overrides: RemedyResultOverrides = {
    'review.claimDismissed': await chosen(tx, organId, reviewClaimDismissedClass),
    'suit.dismissed': await chosen(tx, organId, suitDismissedClass),
  }
  return (result) => remedyResultClass(result, overrides)
}
