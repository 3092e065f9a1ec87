import { expect, test } from 'vitest'
import { type PlainDate, plainDate } from '../days/plain-date.ts'
import { blindTrustMs, freshness } from './freshness.ts'
import type { Kept } from './page-cache.ts'

const day = plainDate('2026-03-02')
const kept = (about: Partial<Kept> = {}): Kept => ({
  status: 200,
  headers: {},
  body: Buffer.from(''),
  packed: {},
  etag: '',
  organId: 7,
  generation: 0,
  writtenOn: day,
  writtenAt: Date.now(),
  sparedUntil: 0,
  saysAsOf: false,
  ...about,
})
const hearing = (on: PlainDate = day) =>
  freshness(
    () => true,
    () => on,
  )

test('a page is true until something of its organ, or of all, changes', () => {
  const fresh = hearing()
  fresh.outdate(8)
  expect(fresh.isTrue(kept())).toBe(true)
  fresh.outdate(7)
  expect(fresh.isTrue(kept())).toBe(false)
  expect(fresh.isTrue(kept({ generation: fresh.generation() }))).toBe(true)
})

test('a page about several organs is out of date with any change', () => {
  const fresh = hearing()
  fresh.outdate(8)
  expect(fresh.isTrue(kept({ organId: undefined }))).toBe(false)
})

test('a page of yesterday is no longer true', () => {
  expect(hearing(plainDate('2026-03-03')).isTrue(kept())).toBe(false)
})

test('without word of changes a page is believed for a moment only', () => {
  const deaf = freshness(
    () => false,
    () => day,
  )
  expect(deaf.isTrue(kept())).toBe(true)
  expect(deaf.isTrue(kept({ writtenAt: Date.now() - blindTrustMs - 1 }))).toBe(false)
})

test('what is out of date may be shown while the database is away, what was withdrawn never', () => {
  const fresh = hearing()
  const spared = kept({ sparedUntil: Date.now() + 60_000 })
  fresh.outdate(7)
  expect([fresh.mayBeShown(spared), fresh.isTrue(spared)]).toEqual([true, true])
  fresh.forget(7)
  expect([fresh.mayBeShown(spared), fresh.isTrue(spared)]).toEqual([false, false])
})
