import { expect, test } from 'vitest'
import { changedCells } from './last-look.ts'

test('what changed since the last look is told cell by cell; a cell that was not known then is not', () => {
  const before = { 'penalty/decisions': '3', 'rules/inForce': '0' }
  const now = { 'penalty/decisions': '4', 'rules/inForce': '0', 'licensing/decisions': '7' }
  expect(changedCells(before, now)).toEqual([
    { id: 'penalty/decisions', name: expect.stringContaining('行政处罚'), before: '3', now: '4' },
  ])
})
