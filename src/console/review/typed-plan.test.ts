import { expect, test } from 'vitest'
import { ChosenPlan, defaultPlan } from '../../disclosure/review-plan.ts'
import { problemsUnder, type TypedPlan, typesApart, withoutBlankLines, withType } from './typed-plan.ts'

const usual: TypedPlan = { ...defaultPlan, byType: {} }
const short = usual.levels.slice(2)

test('a type that is arranged apart begins with the levels it is given, and can be chosen', () => {
  const plan = withType(usual, 'statistics', usual.levels)
  expect(typesApart(plan).map(({ id }) => id)).toEqual(['statistics'])
  expect(ChosenPlan.safeParse(plan).success).toBe(true)
})

test('a type goes by the usual levels again when it has none of its own; the others stay', () => {
  const both = withType(withType(usual, 'statistics', short), 'notice', usual.levels)
  const plan = withType(both, 'statistics', null)
  expect(plan.byType).toEqual({ notice: usual.levels })
  expect(plan.levels).toBe(usual.levels)
})

test('types stand in the order in which they were arranged, whatever their order elsewhere', () => {
  const there = withType(withType(usual, 'statistics', short), 'notice', short)
  const back = withType(withType(usual, 'notice', short), 'statistics', short)
  expect(typesApart(there).map(({ id }) => id)).toEqual(['statistics', 'notice'])
  expect(typesApart(back).map(({ id }) => id)).toEqual(['notice', 'statistics'])
})

test('a line of a list that was left empty is none, of the usual levels and of those of a type', () => {
  const blank = usual.levels.map((level) => ({ ...level, checklist: ['数据准确', ' '] }))
  const { levels, byType } = withoutBlankLines({ levels: blank, byType: { notice: blank } })
  for (const level of [...levels, ...(byType.notice ?? [])]) expect(level.checklist).toEqual(['数据准确'])
})

test('what was refused is told at the levels it is about, and at no others', () => {
  const fields = { 'levels.0.days': '甲', 'byType.notice.1.role': '乙', 'byType.noticeOther.0.days': '丙' }
  expect(problemsUnder(fields, 'levels')).toEqual({ '0.days': '甲' })
  expect(problemsUnder(fields, 'byType.notice')).toEqual({ '1.role': '乙' })
})
