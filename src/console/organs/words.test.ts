import { expect, test } from 'vitest'
import { type OpenQuestion, openQuestions } from '../../law/open-questions.ts'
import { defaultLevels } from '../../requests/approval-levels.ts'
import { stepNames } from '../../requests/steps.ts'
import { actionWords, actorWords, auditGroups } from './audit-words.ts'
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

test('an entry of the audit log names who acted: by name, by what the entry itself says, at last by kind', () => {
  const entry = { actorName: '', actorKind: 'operator', detail: {} }
  expect(actorWords({ ...entry, actorName: '李文', detail: { by: '王强' } })).toBe('李文')
  expect(actorWords({ ...entry, detail: { by: '王强' } })).toBe('王强')
  expect(actorWords(entry)).toBe('运维人员')
  expect(actorWords({ ...entry, detail: { by: 7 } })).toBe('运维人员')
  expect(actorWords({ ...entry, actorKind: 'robot', detail: null })).toBe('robot')
})

test('a group of the audit log stands for entries that are read in Chinese', () => {
  for (const { label } of auditGroups) expect(label).toMatch(chinese)
  expect(new Set(auditGroups.map(({ id }) => id)).size).toBe(auditGroups.length)
})
