import { expect, test } from 'vitest'
import { joinedList, joinedPiece } from './joined-list.ts'

test('what was never joined is told by its name, not left out in silence', () => {
  expect(() => joinedList('onPublication').all()).toThrow('nothing was joined to onPublication')
  expect(() => joinedPiece('publicRecords').get()).toThrow('nothing was joined to publicRecords')
})

test('an empty list and a piece that is nothing are joined all the same', () => {
  const list = joinedList<string>('list')
  list.join([])
  expect(list.all()).toEqual([])
  const piece = joinedPiece<undefined>('piece')
  piece.join(undefined)
  expect(piece.get()).toBeUndefined()
})
