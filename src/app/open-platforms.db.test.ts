import { expect, test } from 'vitest'
import { inOrgan } from '../db/organ.ts'
import { testDatabase } from '../db/testing/database.ts'
import { standardColumns } from '../law/platform-columns.ts'
import { anOffice } from '../organs/testing/officers.ts'
import { openPlatforms } from './open-platforms.ts'

const { db, owner } = await testDatabase()

test('an organ from before there were columns gets them at the next start; what it has changed since stays', async () => {
  const { organ } = await anOffice(db)
  await openPlatforms(db)
  await inOrgan(db, organ.id, (tx) =>
    tx.updateTable('platformColumns').set({ name: '统计要闻' }).where('id', '=', 'gzdt').execute(),
  )
  await openPlatforms(db)
  const rows = await owner.selectFrom('platformColumns').select(['id', 'name']).execute()
  expect(rows).toHaveLength(standardColumns.length)
  expect(rows.find(({ id }) => id === 'gzdt')?.name).toBe('统计要闻')
})
