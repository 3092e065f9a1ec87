import { expect, test } from 'vitest'
import { oneAtATime } from './one-at-a-time.ts'

test('one is done at a time and in order, also after one that failed', async () => {
  const inTurn = oneAtATime()
  let underWay = 0
  const done: number[] = []
  const work = (index: number) =>
    inTurn(async () => {
      underWay += 1
      expect(underWay).toBe(1)
      await new Promise(setImmediate)
      underWay -= 1
      done.push(index)
      if (index === 1) throw new Error('failed')
      return index
    })
  const all = await Promise.allSettled([0, 1, 2, 3].map(work))
  expect(done).toEqual([0, 1, 2, 3])
  expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled'])
})
