import { sql } from 'kysely'
import { beforeEach, expect, test } from 'vitest'
import { inActs, inOrgan } from '../db/organ.ts'
import { testDatabase } from '../db/testing/database.ts'
import * as organs from '../organs/store.ts'
import { anOrgan } from '../organs/testing/organ.ts'
import { ownDocument } from './accept.ts'
import { keepFile } from './store.ts'
import { addWaiting, waitingQuota } from './waiting.ts'

const { db, owner } = await testDatabase()
const add = (slug: string, name: string) => inActs(owner, (tx) => organs.add(tx, anOrgan({ slug, name })))
const [ours, theirs] = [await add('shili-tjj', '示例市统计局'), await add('shili-czj', '示例市财政局')]

const quota = { total: 100, network: 40 }
const send = (network: string, bytes: number, organ = ours) =>
  addWaiting(db, ownDocument('说明.txt', 'text/plain', Buffer.alloc(bytes, '甲')), {
    organId: organ.id,
    network,
    quota,
    hours: 24,
  })
const pass = (time: string) =>
  sql`update waiting_files set came_at = came_at - ${time}::interval, expires_at = expires_at - ${time}::interval`.execute(
    owner,
  )
const isThere = async (id: string) =>
  (await owner.selectFrom('files').select('id').where('id', '=', id).execute()).length === 1
const full = { kind: 'noRoom', code: 'too_many_waiting' }

beforeEach(async () => {
  await sql`delete from files`.execute(owner)
})

test('of one network no more may wait than its share within an hour, wherever it sends it', async () => {
  await send('甲', 30)
  await expect(send('甲', 20, theirs)).rejects.toMatchObject(full)
  await send('甲', 10, theirs)
  await expect(send('甲', 1)).rejects.toMatchObject(full)
  await send('乙', 40)
  await pass('61 minutes')
  await send('甲', 20)
})

test('what a form has claimed does not wait any more', async () => {
  const { id } = await send('甲', 40)
  await inOrgan(db, ours.id, (tx) => keepFile(tx, ours.id, id))
  await send('甲', 40)
  expect(await isThere(id)).toBe(true)
})

test('over the total, what has waited too long goes at once, also that of another organ', async () => {
  const old = [await send('甲', 40), await send('乙', 40, theirs)]
  await pass('25 hours')
  await sql`update files set expires_at = expires_at - interval '25 hours'`.execute(owner)
  await send('丙', 40)
  expect(await Promise.all(old.map(({ id }) => isThere(id)))).toEqual([false, false])
})

test('whoever fills the room shuts nobody out: the oldest of who has most gives way to who has less', async () => {
  const heavy = [await send('甲', 20), await send('甲', 20, theirs)]
  const others = [await send('乙', 30), await send('丙', 30)]
  await expect(send('丁', 10), 'what has just come with its form stays').rejects.toMatchObject(full)
  await pass('3 minutes')
  await expect(send('丁', 40), 'not for one that would have as much').rejects.toMatchObject(full)
  const last = await send('丁', 10)
  expect(await Promise.all([...heavy, ...others, last].map(({ id }) => isThere(id)))).toEqual([
    false,
    true,
    true,
    true,
    true,
  ])
})

test('one network may have a quarter of all, and in any case one form with five files of the largest size', () => {
  const mebibyte = 1024 * 1024
  expect(waitingQuota()).toEqual({ total: 500 * mebibyte, network: 125 * mebibyte })
  expect(waitingQuota(200).network).toBe(100 * mebibyte)
  expect(waitingQuota(50).network).toBe(50 * mebibyte)
})
