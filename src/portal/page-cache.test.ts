import { expect, test } from 'vitest'
import { type CacheLimits, type Kept, type PageCache, pageCache } from './page-cache.ts'

const aPage = (bytes: number): Kept => ({
  status: 200,
  headers: {},
  body: Buffer.alloc(bytes),
  packed: {},
  etag: '',
  organId: undefined,
  generation: 0,
  writtenAt: 0,
  sparedUntil: 0,
  saysAsOf: false,
  writtenOn: undefined,
})

const kept = (cache: PageCache, keys: readonly string[]) => keys.filter((key) => cache.get(key))
const cacheOf = (limits: CacheLimits) => pageCache({ plain: limits, queried: limits })

test('when the room is full, the page not asked for longest goes first', () => {
  const cache = cacheOf({ bytes: 1_000, pages: 3 })
  for (const key of ['a', 'b', 'c']) cache.set(key, aPage(10))
  cache.get('a')
  cache.set('d', aPage(10))
  expect(kept(cache, ['a', 'b', 'c', 'd'])).toEqual(['a', 'c', 'd'])
})

test('bytes are bounded too, also when a page is written again', () => {
  const cache = cacheOf({ bytes: 1_060, pages: 100 })
  for (let round = 0; round < 50; round += 1) cache.set('same', aPage(100))
  const others = Array.from({ length: 9 }, (_, page) => `${page}`)
  for (const page of others) cache.set(page, aPage(100))
  expect(kept(cache, ['same', ...others])).toHaveLength(10)
  for (const page of others) cache.get(page)
  cache.set('one more', aPage(100))
  expect(kept(cache, ['same', ...others, 'one more'])).toEqual([...others, 'one more'])
})

test('one huge answer does not drive out all others', () => {
  const cache = cacheOf({ bytes: 1_000, pages: 100 })
  cache.set('small', aPage(10))
  cache.set('huge', aPage(900))
  expect(cache.get('huge')).toBeUndefined()
  expect(cache.get('small')).toBeDefined()
})

test('addresses and headers take room as texts do', () => {
  const cache = cacheOf({ bytes: 1_000, pages: 100 })
  const long = (letter: string) => letter.repeat(45)
  const keys = Array.from('abcdefghijkl', long)
  for (const key of keys) cache.set(key, { ...aPage(10), headers: { etag: 'x'.repeat(45) } })
  expect(kept(cache, keys)).toEqual(keys.slice(-9))
})

test('addresses with a query, which anybody puts together, drive out each other and no page without one', () => {
  const cache = cacheOf({ bytes: 1_000, pages: 2 })
  for (const key of ['/', '/a/?page=1', '/a/?page=2', '/a/?page=3', '/a/']) cache.set(key, aPage(10))
  expect(kept(cache, ['/', '/a/', '/a/?page=1', '/a/?page=2', '/a/?page=3'])).toEqual([
    '/',
    '/a/',
    '/a/?page=2',
    '/a/?page=3',
  ])
})
