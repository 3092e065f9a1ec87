import { expect, test } from 'vitest'
import { typedOver } from './kept-values.ts'

const began = { values: { amount: '100.00', item: '考试费' }, reason: '', on: null }

test('what was typed comes back, and a field that nobody touched says what it says now', () => {
  const typed = { values: { amount: '1000', item: '考试费' }, reason: '误写', on: null }
  const now = { values: { amount: '100.00', item: '考试考务费' }, reason: '', on: null }
  expect(typedOver({ began, typed }, now)).toEqual({
    values: { amount: '1000', item: '考试考务费' },
    reason: '误写',
    on: null,
  })
})

test('a field that was emptied stays empty; one that is not on the form is as it is', () => {
  const typed = { values: { amount: null, item: '考试费' }, reason: '' }
  expect(typedOver({ began, typed }, began)).toEqual({ values: { amount: null, item: '考试费' }, reason: '', on: null })
})

test('a field that the form began without is kept', () =>
  expect(typedOver({ began: {}, typed: { parentId: 'a', rows: ['b'] } }, {})).toEqual({ parentId: 'a', rows: ['b'] }))
