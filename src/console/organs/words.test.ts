import { expect, test } from 'vitest'
import { type OpenQuestion, openQuestions } from '../../law/open-questions.ts'
import { defaultLevels } from '../../requests/approval-levels.ts'
import { stepNames } from '../../requests/steps.ts'
import { actionWords, actorWords, auditGroups } from './audit-words.ts'
import { detailLines } from './detail-words.ts'
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

test('the detail of an entry is read in Chinese, of a change only what differs, and nothing is left out', () => {
  const before = { name: '通知公告', unitId: null, updateDays: 30, canMakeRules: false }
  const after = { ...before, unitId: '综合科', canMakeRules: true }
  expect(detailLines({ before, after, reason: '职责调整' })).toEqual([
    { label: '理由', text: '职责调整' },
    { label: '科室', text: '（空） → 综合科' },
    { label: '有权制定规章', text: '否 → 是' },
  ])
  expect(detailLines({ before: ['clerk'], after: ['clerk', 'unitHead'] })).toEqual([
    { label: '改动', text: '经办人 → 经办人、科室负责人' },
  ])
  expect(detailLines({ unit: '办公室', administrators: [{ role: 'systemAdmin', login: 'wangwu' }] })).toEqual([
    { label: '科室', text: '办公室' },
    { label: '管理员', text: '角色 系统管理员，登录名 wangwu' },
  ])
  expect(detailLines({ kind: 'penalty', login: 'clerk' })).toEqual([
    { label: '种类', text: '行政处罚' },
    { label: '登录名', text: 'clerk' },
  ])
  expect(detailLines({ somethingNew: 3 })).toEqual([{ label: 'somethingNew', text: '3' }])
})

test('a group of the audit log stands for entries that are read in Chinese', () => {
  for (const { label } of auditGroups) expect(label).toMatch(chinese)
  expect(new Set(auditGroups.map(({ id }) => id)).size).toBe(auditGroups.length)
})
