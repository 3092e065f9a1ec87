import { expect, test } from 'vitest'
import { countTry, forgiveTry, listShut, removeOldTries, type TryLimit } from './attempts.ts'
import { testDatabase } from './testing/database.ts'

const { db } = await testDatabase()
const limit: TryLimit = { kind: 'knock', count: 2, withinMs: 60_000 }
const start = new Date('2026-11-24T01:00:00Z')
const after = (seconds: number) => new Date(start.getTime() + seconds * 1000)
const knock = (key: string, at: Date) => db.transaction().execute((tx) => countTry(tx, limit, `${key} here`, at, key))
const shut = (key: string, at: Date) => db.transaction().execute((tx) => listShut(tx, limit, [key, 'another'], at))

test('the last try allowed begins the pause, and tries within it do not lengthen it', async () => {
  expect((await knock('a', start)).isOpen).toBe(true)
  expect((await knock('a', after(50))).isOpen).toBe(true)
  expect(await knock('a', after(55))).toMatchObject({ isOpen: false, until: after(110) })
  expect(await shut('a', after(109))).toEqual(new Map([['a', after(110)]]))
  expect(await shut('a', after(110))).toEqual(new Map())
  expect(await knock('a', after(109))).toMatchObject({ isOpen: false, until: after(110) })
  expect((await knock('a', after(110))).isOpen).toBe(true)
})

test('tries far apart never add up', async () => {
  for (let minute = 0; minute < 10; minute += 1) expect((await knock('b', after(60 * minute))).isOpen).toBe(true)
})

test('a try that is taken back leaves its place, and never more than there were', async () => {
  await db.transaction().execute((tx) => forgiveTry(tx, limit, 'c here'))
  for (let index = 0; index < 5; index += 1) {
    expect((await knock('c', start)).isOpen).toBe(true)
    await db.transaction().execute((tx) => forgiveTry(tx, limit, 'c here'))
  }
})

test('what no limit looks back to is forgotten', async () => {
  await knock('d', start)
  const count = () => db.selectFrom('attempts').selectAll().execute()
  const before = await count()
  await db.transaction().execute((tx) => removeOldTries(tx, after(86_400)))
  expect(await count()).toHaveLength(before.length)
  await db.transaction().execute((tx) => removeOldTries(tx, after(4 * 86_400)))
  expect(await count()).toEqual([])
})
