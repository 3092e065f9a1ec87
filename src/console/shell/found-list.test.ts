import { expect, test } from 'vitest'
import { placeAfter } from './found-list.ts'

test('the arrows go through what was found, and no further than its ends', () => {
  expect([placeAfter('ArrowDown', 0, 3), placeAfter('ArrowDown', 2, 3)]).toEqual([1, 2])
  expect([placeAfter('ArrowUp', 2, 3), placeAfter('ArrowUp', 0, 3)]).toEqual([1, 0])
})

test('where nothing is found yet the first place waits for what will be', () => {
  expect(placeAfter('ArrowDown', 0, 0)).toBe(0)
})

test('any other key leaves the place as it is', () => {
  expect([placeAfter('Enter', 1, 3), placeAfter('a', 1, 3)]).toEqual([1, 1])
})
