import pg from 'pg'
import { expect, test } from 'vitest'
import { isDatabaseAway } from './away.ts'
import { openDatabase } from './database.ts'
import { isReachable } from './reachable.ts'

const coded = (code: string) => Object.assign(new pg.DatabaseError('', 0, 'error'), { code })

test.each(['57P01', '57P02', '57P03', '08006', '53300', '53100'])('a server that says %s is away', (code) => {
  expect(isDatabaseAway(coded(code))).toBe(true)
})

test.each(['23505', '22021', '57014', '42P01'])('one that says %s is there', (code) => {
  expect(isDatabaseAway(coded(code))).toBe(false)
})

test('so is one to which the line breaks', () => {
  for (const message of ['Connection terminated unexpectedly', 'timeout exceeded when trying to connect'])
    expect(isDatabaseAway(new Error(message))).toBe(true)
  expect(isDatabaseAway(Object.assign(new Error('write EPIPE'), { code: 'EPIPE', syscall: 'write' }))).toBe(true)
})

test('a file that is missing, and whatever else goes wrong, is no such thing', () => {
  expect(isDatabaseAway(Object.assign(new Error(''), { code: 'ENOENT', syscall: 'open' }))).toBe(false)
  expect(isDatabaseAway(new TypeError('x is not a function'))).toBe(false)
  expect(isDatabaseAway('Connection terminated')).toBe(false)
})

test('where nobody listens, the error is one of these', async () => {
  const db = openDatabase('postgres://kaicheng_app@/none?host=/nowhere')
  expect(await isReachable(db)).toBe(false)
  const error = await db
    .selectFrom('organs')
    .selectAll()
    .execute()
    .catch((cause) => cause)
  expect(isDatabaseAway(error)).toBe(true)
  await db.destroy()
})
