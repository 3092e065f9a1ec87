import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { inActs, inOrgan } from '../db/organ.ts'
import { testDatabase } from '../db/testing/database.ts'
import * as organs from '../organs/store.ts'
import { anOrgan } from '../organs/testing/organ.ts'
import { acceptFile } from './accept.ts'
import type { AcceptedFile } from './accepted-file.ts'
import { addFile, getFile, keepFile, removeExpired } from './store.ts'

const { db, owner } = await testDatabase()
const add = (slug: string, name: string) => inActs(owner, (tx) => organs.add(tx, anOrgan({ slug, name })))
const ours = await add('shili-tjj', '示例市统计局')
const theirs = await add('shili-czj', '示例市财政局')

const idCard = '11010519491231002X'
const scan = await acceptFile('说明.txt', Buffer.from(`身份证号 ${idCard}`))
const keep = (file: AcceptedFile, waitHours: number | null) =>
  inOrgan(db, ours.id, (tx) => addFile(tx, ours.id, file, waitHours))
const get = (id: string) => inOrgan(db, ours.id, (tx) => getFile(tx, ours.id, id))

test('a file comes back byte for byte under its name', async () => {
  const { id } = await keep(scan, null)
  expect(await get(id)).toMatchObject({ name: '说明.txt', contentType: 'text/plain', sha256: scan.sha256 })
  expect((await get(id)).bytes.equals(Buffer.from(scan.bytes))).toBe(true)
})

test('in the database it is encrypted', async () => {
  const { id } = await keep(scan, null)
  const row = await owner.selectFrom('files').select('sealed').where('id', '=', id).executeTakeFirstOrThrow()
  expect(row.sealed.includes(idCard)).toBe(false)
})

test('another organ does not find it', async () => {
  const { id } = await keep(scan, 1)
  await expect(inOrgan(db, theirs.id, (tx) => getFile(tx, theirs.id, id))).rejects.toThrow('没有找到这个文件')
  await expect(inOrgan(db, theirs.id, (tx) => getFile(tx, ours.id, id))).rejects.toThrow('没有找到这个文件')
  await expect(inOrgan(db, theirs.id, (tx) => keepFile(tx, ours.id, id))).rejects.toThrow('没有找到这个文件')
})

test('what became part of nothing is removed when its time is over; what was kept stays', async () => {
  await sql`delete from files`.execute(owner)
  const [old, young, kept] = [await keep(scan, 1), await keep(scan, 24), await keep(scan, 1)]
  await inOrgan(db, ours.id, (tx) => keepFile(tx, ours.id, kept.id))
  await sql`update files set expires_at = expires_at - interval '2 hours'`.execute(owner)
  await expect(inOrgan(db, ours.id, (tx) => keepFile(tx, ours.id, old.id))).rejects.toThrow('可能已经过期')
  expect(await inOrgan(db, ours.id, removeExpired)).toBe(1)
  await expect(get(old.id)).rejects.toThrow('没有找到这个文件')
  for (const { id } of [young, kept]) expect((await get(id)).id).toBe(id)
})

test('a file is kept once: it cannot belong to two submissions', async () => {
  const { id } = await keep(scan, 1)
  const both = await Promise.allSettled([1, 2].map(() => inOrgan(db, ours.id, (tx) => keepFile(tx, ours.id, id))))
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('one changed bit in the database is noticed, not handed on', async () => {
  const { id } = await keep(scan, null)
  await sql`update files set sealed = set_byte(sealed, 40, get_byte(sealed, 40) # 1) where id = ${id}`.execute(owner)
  await expect(get(id)).rejects.toThrow('the seal is broken')
})
