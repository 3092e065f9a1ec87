import { sql } from 'kysely'
import { expect, test, vi } from 'vitest'
import { inOrgan } from '../../db/organ.ts'
import { aSiteOfRecords } from '../testing/a-site-of-records.ts'

const site = await aSiteOfRecords()
const { path, number, key } = await site.publish({ title: '关于核查的公告', columnId: 'tzgg' })

/** Past the triggers, as whoever owns the database. */
const forge = (statement: string) =>
  site.owner.transaction().execute(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx)
    await sql.raw(`${statement} where record_id = '${key.recordId}'`).execute(tx)
  })

test.for([
  `update published_records set content = jsonb_set(content, '{title}', '"伪"')`,
  `update published_records set title = '伪'`,
  `update published_records set content = content || '{"keywords": ["伪"]}'`,
])('a text that is not the signed one is not shown: %s', async (statement) => {
  const said = vi.spyOn(process.stderr, 'write').mockImplementation(() => true)
  await sql`create table if not exists kept as select title, content from published_records`.execute(site.owner)
  await forge(statement)
  const app = await site.anApp()
  const read = (url: string) => app.inject({ url, headers: { host: '127.0.0.1' } })
  for (const url of [path, `${path}.pdf`, `${path}.docx`, `${path}/history`]) {
    const page = await read(url)
    expect(page.statusCode, url).toBe(503)
    expect(page.body).toContain('该信息的文本与审签时不一致，已停止显示，正在核查')
  }
  expect(said.mock.calls.join()).toContain(`${number} 的文本与审签时不一致`)
  said.mockRestore()
  await forge('update published_records set title = (select title from kept), content = (select content from kept)')
  expect((await (await site.anApp()).inject({ url: path, headers: { host: '127.0.0.1' } })).statusCode).toBe(200)
})

test.for([
  `update published_records set content = jsonb_set(content, '{title}', '"伪"'), title = '伪'`,
  `update published_records set title = '伪'`,
])('the program’s role itself cannot put one there: %s', async (statement) => {
  await expect(inOrgan(site.db, site.organ.id, (tx) => sql.raw(statement).execute(tx))).rejects.toThrow(
    'was not signed with this text',
  )
})
