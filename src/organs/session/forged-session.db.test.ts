import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { inActs, inOrgan } from '../../db/organ.ts'
import { testDatabase } from '../../db/testing/database.ts'
import * as organs from '../store.ts'
import { anOrgan } from '../testing/organ.ts'
import { addStaff } from '../testing/staff.ts'
import * as store from './store.ts'
import { newToken, tokenHash } from './token.ts'

const { db, owner } = await testDatabase()

test('a session that somebody with the database has written down, but not the key, opens nothing', async () => {
  const { id: organId } = await inActs(owner, (tx) => organs.add(tx, anOrgan()))
  const staffId = await addStaff(db, organId, { login: 'jb' })
  const [own, forged] = [newToken(organId), newToken(organId)]
  const session = { organId, staffId, address: '10.1.1.1', now: new Date() }
  await inOrgan(db, organId, (tx) => store.add(tx, { ...session, tokenHash: tokenHash(own) }))
  for (const algorithm of ['sha256', 'sm3', 'sha512']) {
    const written = createHash(algorithm).update(forged.secret).digest()
    await inOrgan(db, organId, (tx) => store.add(tx, { ...session, tokenHash: written }))
  }
  const find = (token: typeof own) => inOrgan(db, organId, (tx) => store.find(tx, organId, tokenHash(token)))
  expect(await find(own)).toBeDefined()
  expect(await find(forged)).toBeUndefined()
})
