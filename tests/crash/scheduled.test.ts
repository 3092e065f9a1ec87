import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { afterEach, expect, test } from 'vitest'
import { verifyAudit } from '../../src/audit/verify.ts'
import { inOrgan } from '../../src/db/organ.ts'
import { testDatabase } from '../../src/db/testing/database.ts'
import { takeStep } from '../../src/disclosure/actions/take-step.ts'
import { aContent, aSignedRecord } from '../../src/disclosure/testing/a-record.ts'
import { anOffice } from '../../src/organs/testing/officers.ts'

const { db, url, owner } = await testDatabase()
const publisher = fileURLToPath(new URL('publisher.ts', import.meta.url))
const running = new Set<ChildProcess>()
afterEach(() => {
  for (const child of running) child.kill('SIGKILL')
})

/** Starts a server that publishes, and tells when it does. */
async function start(organId: number): Promise<ChildProcess> {
  const child = spawn(process.execPath, [publisher, url, String(organId)], { stdio: ['ignore', 'pipe', 'inherit'] })
  running.add(child)
  child.once('exit', () => running.delete(child))
  await once(child.stdout as NodeJS.ReadableStream, 'data')
  return child
}

test('servers killed at random while they publish by the clock: nothing is published twice, nothing is lost', {
  timeout: 180_000,
}, async () => {
  const { organ, officer } = await anOffice(db)
  const day = '2026-11-24'
  const people = {
    clerk: await officer(day, ['clerk']),
    unitHead: await officer(day, ['unitHead']),
    ogiHead: await officer(day, ['ogiHead']),
    leader: await officer(day, ['leader']),
  }
  const count = 80
  const scheduled = new Date(Date.now() - 3_600_000)
  for (let index = 0; index < count; index += 1) {
    const { key, hash } = await aSignedRecord(db, people, aContent({ title: `第${index + 1}号公告` }), 3, scheduled)
    const at = new Date(scheduled.getTime() + 60_000).toISOString()
    await inOrgan(db, organ.id, (tx) => takeStep(tx, people.clerk, scheduled, key, 'schedule', { hash, at }))
  }
  const published = async () =>
    (await sql<{ n: number }>`select count(*)::int as n from published_records`.execute(owner)).rows[0]?.n ?? 0

  let kills = 0
  while ((await published()) < count) {
    const servers = [await start(organ.id), await start(organ.id)]
    // At a random point of their work, which takes a few milliseconds a record.
    await setTimeout(Math.random() * 8)
    for (const server of servers) {
      server.kill('SIGKILL')
      await once(server, 'exit')
      kills += 1
    }
  }
  expect(kills).toBeGreaterThanOrEqual(6)

  const { rows } = await sql<Record<string, number>>`
    select (select count(*)::int from published_records) as records,
      (select count(*)::int from edition_events where kind = 'published') as events,
      (select count(*)::int from editions where status = 'live') as live,
      (select count(*)::int from publications) as ledger,
      (select count(distinct number)::int from published_records) as numbers,
      (select max(substr(number, 6)::int) from published_records) as last`.execute(owner)
  expect(rows).toEqual([{ records: count, events: count, live: count, ledger: count, numbers: count, last: count }])
  expect(await inOrgan(db, organ.id, (tx) => verifyAudit(tx, organ.id, []))).toMatchObject({ broken: null })
})
