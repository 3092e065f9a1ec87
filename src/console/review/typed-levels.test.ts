import { expect, test } from 'vitest'
import { mostLevels } from '../../review/level.ts'
import { ChosenLevels } from '../../review/plan.ts'
import { type TypedLevel, withOneMore, withoutBlanks, withoutLevel } from './typed-levels.ts'

const only: TypedLevel = { id: 'finalReview', role: 'leader', ownUnit: false, days: 2, checklist: [] }
const of = (levels: readonly TypedLevel[]) => levels.map(({ id, role }) => `${id} ${role}`)

test('a level is added before the final one, up to five, and each can be chosen', () => {
  let levels: readonly TypedLevel[] = [only]
  for (let count = 1; count < mostLevels; count++) {
    levels = withOneMore(levels)
    expect(ChosenLevels.safeParse(levels).success).toBe(true)
    expect(levels.at(-1)).toEqual(only)
  }
  expect(levels).toHaveLength(mostLevels)
  expect(withOneMore(levels)).toBe(levels)
  expect(of(withOneMore([only]))).toEqual(['firstReview unitHead', 'finalReview leader'])
})

test('without one of its levels the others move up; the last one stays', () => {
  const three = withOneMore(withOneMore([only]))
  expect(of(withoutLevel(three, 0))).toEqual(['firstReview legalStaff', 'finalReview leader'])
  expect(of(withoutLevel(three, 2))).toEqual(['firstReview unitHead', 'finalReview legalStaff'])
  expect(withoutLevel([only], 0)).toEqual([only])
})

test('a line that was begun and left empty is none', () => {
  expect(withoutBlanks([{ ...only, checklist: ['数据准确', ' '] }])).toEqual([{ ...only, checklist: ['数据准确'] }])
})
