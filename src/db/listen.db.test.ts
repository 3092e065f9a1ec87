import { sql } from 'kysely'
import { expect, onTestFinished, test, vi } from 'vitest'
import { listen, missedSome } from './listen.ts'
import { testDatabase } from './testing/database.ts'

const { db, url } = await testDatabase()

function listening(to = url) {
  const heard = vi.fn()
  const listener = listen(to, 'test_channel', heard)
  onTestFinished(listener.close)
  return { heard, listener }
}

test('word of a change arrives after commit, and not of one that was rolled back', async () => {
  const { heard, listener } = listening()
  await vi.waitUntil(listener.connected)
  heard.mockClear()
  await expect(
    db.transaction().execute(async (tx) => {
      await sql`notify test_channel`.execute(tx)
      throw new Error('rolled back')
    }),
  ).rejects.toThrow('rolled back')
  await sql`notify test_channel`.execute(db)
  await vi.waitUntil(() => heard.mock.calls.length > 0)
  expect(heard).toHaveBeenCalledOnce()
})

test('a cut connection is known as such, comes back, and counts as a change because one may have been missed', async () => {
  const { heard, listener } = listening()
  await vi.waitUntil(listener.connected)
  heard.mockClear()
  await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and application_name like '%test_channel'`.execute(db)
  await vi.waitUntil(() => !listener.connected())
  expect(heard).not.toHaveBeenCalled()
  await vi.waitUntil(listener.connected, 10_000)
  expect(heard).toHaveBeenCalledExactlyOnceWith(missedSome)
})

test('without a database it keeps trying and can be closed', async () => {
  const { heard, listener } = listening('postgres://nobody@127.0.0.1:1/nowhere')
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect(listener.connected()).toBe(false)
  expect(heard).not.toHaveBeenCalled()
})
