import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { inOrgan } from '../db/organ.ts'
import { seal } from '../db/sealed.ts'
import { testDatabase } from '../db/testing/database.ts'
import { anOffice } from '../organs/testing/officers.ts'
import { acceptFile } from './accept.ts'
import { FilesUnread, findReadings, inOrganWithFiles, keepReading, readFile } from './readings.ts'
import { addFile } from './store.ts'
import { wordFile, wordParagraph, wordRun } from './testing/word-file.ts'

const { db, owner } = await testDatabase()
const { organ } = await anOffice(db)
const keep = async (name: string, bytes: Uint8Array) => {
  const file = await acceptFile(name, bytes)
  return (await inOrgan(db, organ.id, (tx) => addFile(tx, organ.id, file, 1))).id
}
const find = (...ids: string[]) => inOrgan(db, organ.id, (tx) => findReadings(tx, organ.id, ids))
const looks = async (id: string) =>
  (await sql<{ n: number }>`select count(*)::int as n from file_readings where file_id = ${id}`.execute(owner)).rows[0]
    ?.n

test('what a file says is read before a transaction, once, and kept encrypted', async () => {
  const id = await keep(
    '名单.docx',
    wordFile(wordParagraph(wordRun('入选公司名单'), wordRun('内部意见', '<w:vanish/>'))),
  )
  await expect(find(id)).rejects.toThrow(FilesUnread)
  let turns = 0
  const read = await inOrganWithFiles(db, organ.id, async (tx) => {
    turns += 1
    return findReadings(tx, organ.id, [id])
  })
  expect(turns).toBe(2)
  expect(read.get(id)).toMatchObject({
    words: expect.stringContaining('入选公司名单'),
    traces: { found: [{ kind: 'hiddenContent', where: '正文第1段的隐藏文字“内部意见”' }] },
  })
  expect(await find(id)).toEqual(read)
  const { rows } = await sql<{ sealed: string }>`select sealed from file_readings where file_id = ${id}`.execute(owner)
  expect(rows[0]?.sealed).not.toContain('名单')
})

test('each file has its own reading, also beside others', async () => {
  const [one, two] = [await keep('甲.txt', Buffer.from('甲的内容')), await keep('乙.txt', Buffer.from('乙的内容'))]
  await Promise.all([one, two, one].map((id) => readFile(db, organ.id, id)))
  expect(await looks(one)).toBe(1)
  expect((await find(two)).size).toBe(1)
  expect((await find(two)).get(two)).toMatchObject({ words: '乙的内容' })
})

test('a look that came to nothing is not taken for nothing found, and is taken again after a while', async () => {
  const id = await keep('丙.txt', Buffer.from('丙的内容'))
  await inOrgan(db, organ.id, (tx) => keepReading(tx, organ.id, id, 'failed'))
  expect((await find(id)).get(id)).toBe('failed')
  await sql`update file_readings set read_at = now() - interval '11 minutes' where file_id = ${id}`.execute(owner)
  await expect(find(id)).rejects.toThrow(FilesUnread)
  const again = await inOrganWithFiles(db, organ.id, (tx) => findReadings(tx, organ.id, [id]))
  expect(again.get(id)).toMatchObject({ words: '丙的内容' })
})

test('work that goes wrong by itself is not begun again', async () => {
  let turns = 0
  const work = async () => {
    turns += 1
    throw new Error('by itself')
  }
  await expect(inOrganWithFiles(db, organ.id, work)).rejects.toThrow('by itself')
  expect(turns).toBe(1)
})

test('an upload that becomes part of nothing takes its reading with it', async () => {
  const id = await keep('丁.txt', Buffer.from('丁的内容'))
  await readFile(db, organ.id, id)
  await inOrgan(db, organ.id, (tx) => tx.deleteFrom('files').where('id', '=', id).execute())
  expect(await looks(id)).toBe(0)
})

test('what an earlier version of the program has seen says too little: the file is looked into again', async () => {
  const id = await keep('丁.txt', Buffer.from('丁的内容'))
  await readFile(db, organ.id, id)
  const before = JSON.stringify({ words: '丁的内容', traces: { text: '丁的内容', hidden: [] } })
  const sealed = seal(before, { table: 'file_readings', organId: organ.id, id })
  await owner.updateTable('fileReadings').set({ sealed }).where('fileId', '=', id).execute()
  await expect(find(id)).rejects.toThrow(FilesUnread)
  await readFile(db, organ.id, id)
  expect((await find(id)).get(id)).toMatchObject({ traces: { found: [] } })
})
