import { expect, test } from 'vitest'
import { type OpenQuestion, openQuestions } from '../../law/open-questions.ts'
import { defaultLevels } from '../../requests/approval-levels.ts'
import { stepNames } from '../../requests/steps.ts'
import { actionWords } from './audit-words.ts'
import { settingWords } from './setting-words.ts'

const chinese = /[\u4e00-\u9fff]/

test('every choice of a setting is read in Chinese', () => {
  const choices = Object.values<OpenQuestion>(openQuestions).flatMap(({ choices }) => choices ?? [])
  expect(choices.length).toBeGreaterThan(20)
  for (const choice of choices) expect(settingWords(choice)).toMatch(chinese)
})

test('approval levels are read in their order', () => {
  expect(settingWords(defaultLevels)).toBe(
    '初审 科室负责人（仅限承办科室，2个工作日） → 终审 政府信息公开工作机构负责人（2个工作日）',
  )
})

test('a step of a request is called in the audit log as on its button', () => {
  for (const name of stepNames) expect(actionWords(`request.${name}`)).toMatch(chinese)
  expect(actionWords('something.new')).toBe('something.new')
})
