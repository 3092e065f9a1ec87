import { expect, test } from 'vitest'
import { outcomes } from '../../../law/outcomes.ts'
import { rowWords } from './report-row.ts'

test.each(outcomes.filter((outcome) => !('importOnly' in outcome)))(
  'whoever answers “$label” is told where the annual report counts it',
  ({ row }) => {
    expect(rowWords(row)).toMatch(/[\u4e00-\u9fff]/)
  },
)

test('the way is that of the printed form, from the group to the row', () => {
  expect(rowWords('denied.internalAffairs')).toMatch(/^（三）不予公开 › 5.*内部事务信息$/)
})

test('a row that the form does not have has no way', () => {
  expect(rowWords('denied.somethingElse')).toBe('')
})
