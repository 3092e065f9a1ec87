import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Server } from 'node:net'
import { sql } from 'kysely'
import { afterEach, expect, test } from 'vitest'
import { type Database, openDatabase } from './database.ts'
import { testDatabase } from './testing/database.ts'

const { url } = await testDatabase()
const narrow = await testDatabase()
const socket = `${new URL(url.replace('@/', '@localhost/')).searchParams.get('host')}/.s.PGSQL.5432`
const opened: { db: Database[]; servers: Server[] } = { db: [], servers: [] }

afterEach(async () => {
  await Promise.all(opened.db.splice(0).map((db) => db.destroy()))
  for (const server of opened.servers.splice(0)) server.close()
})

/** A door to the database that can be shut: then whoever knocks is sent away, or hears nothing, and is counted. */
async function aDoor() {
  const door = { isOpen: false, isDeaf: false, knocks: 0 }
  const server = createServer((guest) => {
    door.knocks += 1
    if (door.isDeaf) return guest.on('error', () => {})
    if (!door.isOpen) return guest.destroy()
    const host = connect(socket)
    for (const end of [guest, host]) end.on('error', () => {})
    guest.pipe(host).pipe(guest)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  opened.servers.push(server)
  const { port } = server.address() as AddressInfo
  const through = new URL(url.replace('@/', '@localhost/'))
  through.searchParams.delete('host')
  const db = openDatabase(`${through.href.replace('@localhost', `@127.0.0.1:${port}`)}`)
  opened.db.push(db)
  return { door, ask: () => sql<{ one: number }>`select 1 as one`.execute(db) }
}

test('hundreds who come while the database is away do not each knock, and are answered when it is back', async () => {
  const { door, ask } = await aDoor()
  const asked = Array.from({ length: 300 }, ask)
  // Did each of them knock, all would have done so by the second look.
  await expect.poll(() => door.knocks, { interval: 500 }).toBeGreaterThan(12)
  const before = door.knocks
  door.isOpen = true
  const answers = await Promise.all(asked)
  expect(answers.every(({ rows }) => rows[0]?.one === 1)).toBe(true)
  expect(before).toBeLessThan(40)
})

test('whoever has waited for two seconds hears that it is away, and nobody knocks when nobody waits', async () => {
  const { door, ask } = await aDoor()
  const begun = performance.now()
  await expect(ask()).rejects.toThrow('Connection terminated')
  expect(performance.now() - begun).toBeGreaterThan(1_900)
  door.isOpen = true
  expect((await ask()).rows).toEqual([{ one: 1 }])
})

test('a knock that nobody answers keeps nobody from a database that is back', async () => {
  const { door, ask } = await aDoor()
  const asked = ask()
  await expect.poll(() => door.knocks).toBe(1)
  door.isDeaf = true
  await expect.poll(() => door.knocks).toBe(2)
  Object.assign(door, { isDeaf: false, isOpen: true })
  expect((await asked).rows).toEqual([{ one: 1 }])
})

test('what is not absence is heard at once', async () => {
  const db = openDatabase(url.replace(/\/test_[0-9a-f]+/, '/never_made'))
  opened.db.push(db)
  const begun = performance.now()
  await expect(sql`select 1`.execute(db)).rejects.toThrow('never_made')
  expect(performance.now() - begun).toBeLessThan(1_500)
})

test('a server without room for one connection more is not away: those that stand serve on, and who has none hears so', async () => {
  const { db, url: narrowUrl, owner } = narrow
  const name = new URL(narrowUrl.replace('@/', '@localhost/')).pathname.slice(1)
  // The owner's connection is one of them.
  await sql`alter database ${sql.id(name)} connection limit 2`.execute(owner)
  const ask = () => sql<{ one: number }>`select 1 as one`.execute(db)
  await db.connection().execute(async (held) => {
    await sql`select 1`.execute(held)
    const begun = performance.now()
    await expect(ask()).rejects.toThrow('too many connections')
    expect(performance.now() - begun).toBeLessThan(1_500)
  })
  expect((await ask()).rows).toEqual([{ one: 1 }])
})
