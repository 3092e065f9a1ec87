import { sql } from 'kysely'
import { expect, test, vi } from 'vitest'
import { inOrgan, lookInOrgan } from '../../db/organ.ts'
import { contentHash } from '../../disclosure/content-hash.ts'
import { recordContents } from '../../disclosure/store/check-contents.ts'
import { findPublic } from '../../disclosure/store/public.ts'
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

test('a forged text with its hash recomputed wherever it stands, and one under another number, are not shown', async () => {
  const said = vi.spyOn(process.stderr, 'write').mockImplementation(() => true)
  const other = await site.publish({ title: '关于别的事的公告', columnId: 'tzgg' })
  const { content } = (await findPublic(site.db, site.organ.id, number)) ?? {}
  if (!content) throw new Error('not published')
  const forged = { ...content, title: '关于伪造的公告' }
  const hash = contentHash(forged)
  const text = JSON.stringify(forged)
  const of = `where record_id = '${key.recordId}'`
  await site.owner.transaction().execute(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx)
    const run = (statement: string) => sql.raw(statement).execute(tx)
    await run(`update revisions set content = '${text}', hash = '${hash}' ${of}`)
    await run(`update editions set title = '关于伪造的公告', hash = '${hash}' ${of}`)
    await run(`update edition_events set data = jsonb_set(data, '{hash}', '"${hash}"') ${of} and data ? 'hash'`)
    await run(`update published_records set title = '关于伪造的公告', content = '${text}', hash = '${hash}' ${of}`)
  })
  const app = await site.anApp()
  const read = async (url: string) => (await app.inject({ url, headers: { host: '127.0.0.1' } })).statusCode
  expect(await read(path)).toBe(503)
  const faults: string[] = []
  await lookInOrgan(site.db, site.organ.id, (tx) =>
    recordContents.run(tx, site.organ.id, ({ message }) => void faults.push(message)),
  )
  expect(faults).toEqual([expect.stringContaining(`${number}（published_records`)])
  expect(await read(other.path)).toBe(200)
  for (const seal of ['null', `(select seal from published_records ${of})`])
    await site.owner.transaction().execute(async (tx) => {
      await sql`set local session_replication_role = replica`.execute(tx)
      await sql.raw(`update published_records set seal = ${seal} where number = '${other.number}'`).execute(tx)
      await expect(findPublic(tx, site.organ.id, other.number)).rejects.toThrow('与审签时不一致')
    })
  said.mockRestore()
})
