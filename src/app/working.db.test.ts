import { sql } from 'kysely'
import { expect, test, vi } from 'vitest'
import { testDatabase } from '../db/testing/database.ts'
import { today } from './today.ts'
import { catchUp } from './working.ts'

const { db } = await testDatabase()
await sql`select`.execute(db)
await db.destroy()

/** What is told on stderr of a look at what was missed, now that the database is closed. */
async function told({ isStopping }: { isStopping: boolean }): Promise<string> {
  const stderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  try {
    await catchUp({ db, dataFolder: '', today, origin: '', mail: undefined, backup: undefined }, () => isStopping)
    return stderr.mock.calls.join('\n')
  } finally {
    stderr.mockRestore()
  }
}

test('a look at what was missed that a stop cuts off is no fault; one that fails by itself is', async () => {
  expect(await told({ isStopping: true })).toBe('')
  const failed = await told({ isStopping: false })
  expect(failed).toContain('没有核对审计记录的时间，故障编号')
  expect(failed).toContain('有的到期提醒没有发出，将定时重试，故障编号')
})
