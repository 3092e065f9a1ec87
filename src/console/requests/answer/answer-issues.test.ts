import { expect, test } from 'vitest'
import { checkAnswerForm, type FilledAnswer } from './answer-issues.ts'

const empty: FilledAnswer = {
  outcome: 'granted',
  answers: {},
  reason: '',
  statement: '',
  record: '',
  search: null,
  parts: [],
  consultations: [],
  reasonable: [],
  earlierId: null,
  fileIds: [],
  asCodes: false,
  confirmations: [],
}
const wrongIn = (input: FilledAnswer, unanswered: readonly string[] = []) => {
  const checked = checkAnswerForm(input, unanswered)
  return 'issues' in checked ? checked.issues.map(({ path }) => path.join('.')) : []
}

test('all that is missing is told at once: what every answer needs, what this outcome and its grounds demand, in the order of the form', () => {
  const parts = [{ under: 'denied.stateSecret' }] as const
  expect(wrongIn({ ...empty, outcome: 'partiallyGranted', parts }, ['a file'])).toEqual([
    'statement',
    'confirmations.a file',
    'parts.0.what',
    'parts.0.reason',
    'parts.0.record',
  ])
  const halfDone = [
    { under: 'denied.stateSecret', what: '第3页', reason: '涉密' },
    { under: 'denied.stateSecret' },
  ] as const
  expect(wrongIn({ ...empty, outcome: 'partiallyGranted', statement: '同意', parts: halfDone })).toEqual([
    'parts.0.record',
    'parts.1.what',
    'parts.1.reason',
    'parts.1.record',
  ])
  expect(wrongIn({ ...empty, outcome: 'unableToProvide.notHeld', search: {} })).toEqual([
    'search.searchedBy',
    'search.searchedOn',
    'search.systems',
    'search.keywords',
    'search.scope',
    'search.result',
  ])
  expect(wrongIn({ ...empty, outcome: 'denied.internalAffairs' })).toEqual(['reason', 'record'])
})

test('what the case says already is not asked for, and what is whole goes in', () => {
  const id = '0190a5d0-0000-7000-8000-000000000000'
  expect(wrongIn({ ...empty, fileIds: [id] })).toEqual([])
  expect(wrongIn({ ...empty, outcome: 'notProcessed.repeat', statement: '同前', earlierId: id })).toEqual([])
  expect(checkAnswerForm({ ...empty, statement: '见附件' }, [])).toMatchObject({ data: { statement: '见附件' } })
})
