import { openQuestions } from '../../law/open-questions.ts'
import { openChoice, type Setting } from '../../organs/settings/setting.ts'

const about = {
  matter: '双公示数据',
  effect: '以后导出和报送的双公示数据按此填写；已经导出的文件不变，台账中的登记不受影响。',
} as const

/** How the national layout writes a column that has both codes and words; words is what a field without a setting has. */
export const writingSettings = {
  licenceStateWriting: openChoice('licenceStateWriting', openQuestions.licenceStateWriting, about),
  licenceCategoryWriting: openChoice('licenceCategoryWriting', openQuestions.licenceCategoryWriting, about),
} as const

export const decisionSettings: readonly Setting[] = Object.values(writingSettings)
