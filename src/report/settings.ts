import { openQuestions } from '../law/open-questions.ts'
import { openChoice, type Setting } from '../organs/settings/setting.ts'

/** Section four. A published report keeps in itself how it counted, and its year is counted so for good. */
export const pendingRemedyShownAgain = openChoice('pendingRemedyShownAgain', openQuestions.pendingRemedyShownAgain, {
  matter: '年度报告',
  effect: '尚未公布的年度按此统计第四部分；已经公布的年度仍按公布时的口径，重新公布的也是。',
})

export const reportSettings: readonly Setting[] = [pendingRemedyShownAgain]
