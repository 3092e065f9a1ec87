import { expect, test } from 'vitest'
import { eachInTurn } from './each-in-turn.ts'

test('trouble with one keeps no other waiting, and all of it is told at the end', async () => {
  const done: number[] = []
  const work = async (item: number) => {
    if (item % 2 === 0) throw new Error(`trouble with ${item}`)
    done.push(item)
  }
  await expect(eachInTurn([1, 2, 3, 4, 5], work, 'some were not done')).rejects.toMatchObject({
    message: 'some were not done',
    errors: [{ message: 'trouble with 2' }, { message: 'trouble with 4' }],
  })
  expect(done).toEqual([1, 3, 5])
})

test('each waits for the one before', async () => {
  const seen: string[] = []
  await eachInTurn(
    ['a', 'b'],
    async (item) => {
      seen.push(`${item} begins`)
      await Promise.resolve()
      seen.push(`${item} ends`)
    },
    '',
  )
  expect(seen).toEqual(['a begins', 'a ends', 'b begins', 'b ends'])
})
