import { expect, test } from 'vitest'
import { answerSentBack, letterSentBack } from './sent-back.ts'
import { type Told, told } from './testing/a-history.ts'

const back: Told = [
  '2025-09-06',
  'answerReturned',
  { level: 2, hash: 'a', reason: '再核', to: 'firstReview', category: 'fact', suggested: '截至2025年8月' },
]
const approved: Told = ['2025-09-07', 'answerApproved', { level: 1, hash: 'a', opinion: '' }]

test('how an answer might read is told until it is approved or drafted anew', () => {
  expect(answerSentBack(told(back))).toMatchObject({
    to: 'firstReview',
    category: 'fact',
    reason: '再核',
    suggested: '截至2025年8月',
  })
  expect(answerSentBack(told(back, approved))).toBeNull()
  expect(answerSentBack([])).toBeNull()
})

test('a return from before there were reasons to choose went to the drafter, and suggested nothing', () => {
  const plain: Told = ['2025-09-06', 'answerReturned', { level: 1, hash: 'a', reason: '再核' }]
  expect(answerSentBack(told(plain))).toMatchObject({ to: 'drafting', category: null, suggested: '' })
})

test('of several letters each has its own return', () => {
  const letter: Told = ['2025-09-06', 'letterReturned', { draft: 3, level: 1, hash: 'b', reason: '不清楚' }]
  expect(letterSentBack(told(letter), 3)).toMatchObject({ reason: '不清楚' })
  expect(letterSentBack(told(letter), 4)).toBeNull()
  const signed: Told = ['2025-09-07', 'letterApproved', { draft: 3, level: 1, hash: 'b', opinion: '' }]
  expect(letterSentBack(told(letter, signed), 3)).toBeNull()
})
