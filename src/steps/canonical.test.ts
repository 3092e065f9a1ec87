import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalHash } from './canonical.ts'
import { lastSeq, numbered } from './history.ts'

/** The same value with its keys put in another order, at every depth. */
const turned = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(turned)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, each]) => [key, turned(each)]),
  )
}

test('a signature binds to what is said, and not to the order in which it was built', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(canonicalHash(turned(value))).toBe(canonicalHash(value))
    }),
  )
})

test('whatever is said otherwise, however deep, or in another order of a list, has another hash', () => {
  const said = { text: [{ words: '甲' }, { words: '乙' }], files: [] }
  const others = [
    { ...said, text: said.text.toReversed() },
    { ...said, text: [{ words: '甲' }, { words: '丙' }] },
    { ...said, note: '' },
  ]
  expect(new Set([said, ...others].map(canonicalHash)).size).toBe(4)
})

test('what is absent is as if it were not named', () => {
  expect(canonicalHash({ a: 1, b: undefined })).toBe(canonicalHash({ a: 1 }))
})

test('facts are numbered from one, on from the last', () => {
  const first = numbered([], [{ kind: 'begun' }, { kind: 'saved' }])
  expect(first.map(({ seq }) => seq)).toEqual([1, 2])
  expect(numbered(first, [{ kind: 'signed' }])).toEqual([{ kind: 'signed', seq: 3 }])
  expect(lastSeq([])).toBe(0)
})
