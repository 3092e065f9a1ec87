import { sql } from 'kysely'
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { buildApp } from '../app/build-app.ts'
import { inActs } from '../db/organ.ts'
import { testDatabase } from '../db/testing/database.ts'
import * as organs from '../organs/store.ts'
import { anOrgan } from '../organs/testing/organ.ts'
import { readTyped } from '../refusal/typed.ts'

const { db, url, owner } = await testDatabase()
const app = await buildApp({ db, url }, {})
afterAll(() => app.close())
await inActs(db, (tx) => organs.add(tx, anOrgan()))
const config = { access: 'public' } as const
const Row = z.object({ title: z.string() })
app.get('/bug/:what', { config }, async () => {
  await sql`insert into organs (slug, name) values ('张三丰', '11010519491231002X')`.execute(owner)
})
app.get('/row', { config }, async () => Row.parse({ title: 5 }))
app.get('/typed', { config }, async () => readTyped(Row, { title: 5 }))
app.get('/api/bug', { config }, async () => {
  throw new Error('a bug')
})
await app.ready()

let lines: string[] = []
beforeEach(() => {
  lines = []
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => lines.push(String(text)) > 0)
})
afterEach(() => vi.restoreAllMocks())
const get = (path: string) => app.inject({ url: path, headers: { host: '127.0.0.1' } })

describe('what goes wrong', () => {
  test('stands in the log under the number on the page, by route, without what was asked or stored', async () => {
    const answer = await get('/bug/%E5%BC%A0%E4%B8%89?q=secretword')
    expect(answer.statusCode).toBe(500)
    expect(answer.body).toContain('已记录在案')
    const [, id] = /故障编号 ([2-9A-Z]{8})/.exec(answer.body) ?? []
    expect(lines).toHaveLength(1)
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ fault: id, place: '/bug/:what', method: 'GET' })
    for (const secret of ['张三', '11010519491231002X', 'secretword', 'Failing row'])
      expect(lines[0]).not.toContain(secret)
  })

  test('programs hear the number too', async () => {
    const answer = await get('/api/bug')
    const { fault } = JSON.parse(lines[0] ?? '')
    expect(answer.json()).toMatchObject({ code: 'bug', fault, message: expect.stringContaining(fault) })
  })

  test('a row that does not fit is a bug, what somebody typed is theirs to mend', async () => {
    expect((await get('/row')).statusCode).toBe(500)
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ error: 'ZodError', message: 'invalid_type at title' })
    const typed = await get('/typed')
    expect([typed.statusCode, lines.length]).toEqual([422, 1])
  })
})

describe('/readyz', () => {
  test('says which table cannot be read although the database answers', async () => {
    expect((await get('/readyz')).json()).toMatchObject({ status: 'ok' })
    await sql`alter table published_records rename to hidden_records`.execute(owner)
    // Another server: what the first one knows is a second old.
    const other = await buildApp({ db, url }, {})
    const answer = await other.inject({ url: '/readyz', headers: { host: '127.0.0.1' } })
    expect([answer.statusCode, answer.json().status]).toEqual([503, 'published records cannot be read'])
    await sql`alter table hidden_records rename to published_records`.execute(owner)
    await sql`delete from migrations where name like '0008%'`.execute(owner)
    const late = await buildApp({ db, url }, {})
    expect((await late.inject({ url: '/readyz', headers: { host: '127.0.0.1' } })).json().status).toBe(
      'migrations missing',
    )
    await Promise.all([other.close(), late.close()])
  })
})
