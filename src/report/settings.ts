import { openQuestions } from '../law/open-questions.ts'
import { openChoice, type Setting } from '../organs/settings/setting.ts'
import type { ReviewLevel } from '../review/level.ts'
import { ChosenLevels, Levels } from '../review/plan.ts'
import { refuseUnheld } from '../review/unheld.ts'
import { filingSettings } from './filing/settings.ts'

/** Section four. A published report keeps in itself how it counted, and its year is counted so for good. */
export const pendingRemedyShownAgain = openChoice('pendingRemedyShownAgain', openQuestions.pendingRemedyShownAgain, {
  matter: '年度报告',
  effect: '尚未公布的年度按此统计第四部分；已经公布的年度仍按公布时的口径，重新公布的也是。',
})

/** Head of the work body's unit, head of the work body, the leader who answers for the report (国办公开办函〔2021〕30号). */
const usualLevels: readonly ReviewLevel[] = [
  {
    id: 'firstReview',
    role: 'unitHead',
    ownUnit: true,
    days: 2,
    checklist: ['统计表逐格核对，填报数有来源', '文字与台账一致，没有照抄上年'],
  },
  {
    id: 'secondReview',
    role: 'ogiHead',
    ownUnit: false,
    days: 2,
    checklist: ['六个部分齐全，没有遗漏', '存在的问题和改进措施属实'],
  },
  { id: 'finalReview', role: 'leader', ownUnit: false, days: 2, checklist: ['内容属实、准确、完整，可以公布和报送'] },
]

/** Art. 49. A report that is put up keeps the levels that it was put up with. */
export const reportLevels: Setting<readonly ReviewLevel[]> = {
  id: 'reportLevels',
  question: '年度报告由谁依次审签，各几个工作日，核对什么？',
  matter: '年度报告',
  effect: '修改后送审的年度报告按新的安排审签；正在审签的仍按送审时的安排。',
  schema: ChosenLevels,
  kept: Levels,
  check: refuseUnheld,
  preset: usualLevels,
  choices: null,
  source: '条例第四十九条、国办公开办函〔2021〕30号；由本机关确定',
  confidence: null,
}

export const reportSettings: readonly Setting[] = [pendingRemedyShownAgain, reportLevels, ...filingSettings]
