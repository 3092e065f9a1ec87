import { expect, test } from 'vitest'
import { type Kept, pageCache } from './page-cache.ts'

const aPage = (bytes: number): Kept => ({
  status: 200,
  headers: {},
  body: Buffer.alloc(bytes),
  gzip: null,
  etag: '',
  organId: undefined,
  generation: 0,
  writtenAt: 0,
  sparedUntil: 0,
  saysAsOf: false,
  writtenOn: undefined,
})

test('when the room is full, the page not asked for longest goes first', () => {
  const cache = pageCache({ bytes: 1_000, pages: 3 })
  for (const key of ['a', 'b', 'c']) cache.set(key, aPage(10))
  cache.get('a')
  cache.set('d', aPage(10))
  expect(['a', 'b', 'c', 'd'].filter((key) => cache.get(key))).toEqual(['a', 'c', 'd'])
})

test('bytes are bounded too, also when a page is written again', () => {
  const cache = pageCache({ bytes: 1_000, pages: 100 })
  for (let round = 0; round < 50; round += 1) cache.set('same', aPage(100))
  for (let page = 0; page < 9; page += 1) cache.set(`page ${page}`, aPage(100))
  expect(cache.size).toBe(10)
  cache.set('one more', aPage(100))
  expect(cache.size).toBe(10)
  expect(cache.get('same')).toBeUndefined()
})

test('one huge answer does not drive out all others', () => {
  const cache = pageCache({ bytes: 1_000, pages: 100 })
  cache.set('small', aPage(10))
  cache.set('huge', aPage(900))
  expect(cache.get('huge')).toBeUndefined()
  expect(cache.get('small')).toBeDefined()
})
