import pg from 'pg'
import { afterEach, expect, test, vi } from 'vitest'
import { gathering } from './gather.ts'

afterEach(() => vi.useRealTimers())

/** Work that waits for its sign, with what it was given each time. */
function aWork(fails: (items: readonly string[]) => Error | undefined = () => undefined) {
  const given: (readonly string[])[] = []
  const signs: (() => void)[] = []
  const work = async (_organ: number, items: readonly string[]) => {
    given.push(items)
    await new Promise<void>((resolve) => signs.push(resolve))
    const error = fails(items)
    if (error) throw error
    return items.map((item) => `${item} done`)
  }
  const goOn = async () => {
    await vi.waitFor(() => expect(signs).not.toEqual([]))
    signs.shift()?.()
  }
  return { work, given, goOn }
}

test('who comes first is served at once; who comes meanwhile is served together, at most so many, in order', async () => {
  const { work, given, goOn } = aWork()
  const bring = gathering(3, work)
  const all = ['a', 'b', 'c', 'd', 'e'].map((item) => bring(1, item))
  for (const _ of [1, 2, 3]) await goOn()
  expect(await Promise.all(all)).toEqual(['a done', 'b done', 'c done', 'd done', 'e done'])
  expect(given).toEqual([['a'], ['b', 'c', 'd'], ['e']])
})

test('organs do not wait for each other', async () => {
  const { work, given, goOn } = aWork()
  const bring = gathering(3, work)
  const all = [bring(1, 'a'), bring(2, 'b')]
  expect(given).toEqual([['a'], ['b']])
  for (const _ of all) await goOn()
  await Promise.all(all)
})

test('where it fails with several each is done alone, and only the guilty one fails', async () => {
  const { work, given, goOn } = aWork((items) => (items.includes('bad') ? new Error('bad') : undefined))
  const bring = gathering(9, work)
  const all = Promise.allSettled(['a', 'b', 'bad', 'c'].map((item) => bring(1, item)))
  for (const _ of [1, 2, 3, 4, 5]) await goOn()
  expect((await all).map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled'])
  expect(given.slice(1)).toEqual([['b', 'bad', 'c'], ['b'], ['bad'], ['c']])
})

test('a database that is away is not asked again for each', async () => {
  const { work, given, goOn } = aWork(() => new Error('Connection terminated unexpectedly'))
  const bring = gathering(9, work)
  const all = Promise.allSettled(['a', 'b', 'c'].map((item) => bring(1, item)))
  for (const _ of [1, 2]) await goOn()
  expect((await all).every(({ status }) => status === 'rejected')).toBe(true)
  expect(given).toEqual([['a'], ['b', 'c']])
})

test('nor is a lock waited for once more by each, where all together have waited for it as long as a statement may', async () => {
  const waited = Object.assign(new pg.DatabaseError('canceling statement due to statement timeout', 0, 'error'), {
    code: '57014',
  })
  const { work, given, goOn } = aWork((items) => (items.length > 1 ? waited : undefined))
  const bring = gathering(9, work)
  const all = Promise.allSettled(['a', 'b', 'c'].map((item) => bring(1, item)))
  for (const _ of [1, 2]) await goOn()
  expect((await all).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected'])
  expect(given).toEqual([['a'], ['b', 'c']])
})

test('and one that goes away while each is done alone is not waited for by each of the rest', async () => {
  const { work, given, goOn } = aWork((items) =>
    items.length > 1
      ? new Error('bad')
      : items[0] === 'c'
        ? new Error('Connection terminated unexpectedly')
        : undefined,
  )
  const bring = gathering(9, work)
  const all = Promise.allSettled(['a', 'b', 'c', 'd', 'e'].map((item) => bring(1, item)))
  for (const _ of [1, 2, 3, 4]) await goOn()
  expect((await all).map(({ status }) => status)).toEqual([
    'fulfilled',
    'fulfilled',
    'rejected',
    'rejected',
    'rejected',
  ])
  expect(given.slice(1)).toEqual([['b', 'c', 'd', 'e'], ['b'], ['c']])
})

test('whoever has waited for five seconds is let go, and is not served afterwards', async () => {
  vi.useFakeTimers()
  const { work, given, goOn } = aWork()
  const bring = gathering(9, work)
  const first = bring(1, 'a')
  const late = expect(bring(1, 'late')).rejects.toThrow('timeout exceeded')
  await vi.advanceTimersByTimeAsync(5_000)
  await late
  await goOn()
  expect(await first).toBe('a done')
  expect(given).toEqual([['a']])
})
