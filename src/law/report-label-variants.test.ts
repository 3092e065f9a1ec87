import { expect, test } from 'vitest'
import { traditionalPairs } from './report-label-variants.ts'

test('every Traditional character has one Simplified form: 行政訴訟 is 行政诉讼', () => {
  const forms = new Map<string, Set<string>>()
  for (let index = 0; index + 1 < traditionalPairs.length; index += 2) {
    const from = traditionalPairs.charAt(index)
    forms.set(from, (forms.get(from) ?? new Set()).add(traditionalPairs.charAt(index + 1)))
  }
  expect([...forms].filter(([, to]) => to.size > 1).map(([from, to]) => [from, ...to])).toEqual([])
  expect([...'訴訟'].map((character) => [...(forms.get(character) ?? [])][0]).join('')).toBe('诉讼')
})
