import { expect, test } from 'vitest'
import { type Answers, decide, wayTaken } from '../../../requests/decision.ts'
import { answersBefore, answersOn } from './way-answers.ts'

const answers: Answers = {
  complete: 'yes',
  information: 'yes',
  responsible: 'us',
  held: 'held',
  disclose: 'all',
  how: 'provide',
}

test('what was answered off the way, before it turned, is not sent with the answer', () => {
  const way = wayTaken({ ...answers, exemption: 'internal' })
  expect(answersOn(way)).toEqual(answers)
  expect(decide(answersOn(way))).toEqual({ outcome: 'granted' })
})

test('turning back at a question asks it again, and forgets what followed', () => {
  const back = answersBefore(wayTaken(answers), 'held')
  expect(back).toEqual({ complete: 'yes', information: 'yes', responsible: 'us' })
  expect(decide(back)).toMatchObject({ question: { id: 'held' } })
})

test('turning back at the first question begins anew', () => {
  expect(answersBefore(wayTaken(answers), 'complete')).toEqual({})
})
