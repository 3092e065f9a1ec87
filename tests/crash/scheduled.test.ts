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
import { keepWordList } from '../../src/disclosure/actions/word-lists.ts'
import { aContent, aSignedRecord, aText } from '../../src/disclosure/testing/a-record.ts'
import { anOffice } from '../../src/organs/testing/officers.ts'

const { db, url, owner } = await testDatabase()
const publisher = fileURLToPath(new URL('publisher.ts', import.meta.url))
const running = new Set<ChildProcess>()
afterEach(() => {
  for (const child of running) child.kill('SIGKILL')
})

/** Starts a server that publishes once it is told to, and is ready to be told. */
async function start(organId: number): Promise<ChildProcess> {
  const child = spawn(process.execPath, [publisher, url, String(organId)], { stdio: ['pipe', 'pipe', 'inherit'] })
  running.add(child)
  child.once('exit', () => running.delete(child))
  await once(child.stdout as NodeJS.ReadableStream, 'data')
  return child
}

test('servers killed at random while they publish by the clock: nothing is published twice, nothing is lost, nothing is held twice', {
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
  const isForbidden = (index: number) => index % 4 === 3
  const heldCount = 20
  const scheduled = new Date(Date.now() - 3_600_000)
  for (let index = 0; index < count; index += 1) {
    const text = aText(isForbidden(index) ? '请使用旧版表格。' : '请使用新版表格。')
    const content = aContent({ title: `第${index + 1}号公告`, text })
    const { key, hash } = await aSignedRecord(db, people, content, 3, scheduled)
    const at = new Date(scheduled.getTime() + 60_000).toISOString()
    await inOrgan(db, organ.id, (tx) => takeStep(tx, people.clerk, scheduled, key, 'schedule', { hash, at }))
  }
  // Between the setting and the minute a word is forbidden.
  const word = { word: '旧版表格', kind: 'sensitive', severity: 'block', suggestion: '', since: null } as const
  const list = { name: '禁用词', source: '临时通知' }
  await inOrgan(db, organ.id, (tx) => keepWordList(tx, people.ogiHead, list, [word]))
  const done = async () =>
    (await sql<{ n: number }>`select count(*)::int as n from editions where status <> 'scheduled'`.execute(owner))
      .rows[0]?.n ?? 0

  let kills = 0
  let published = 0
  // A few milliseconds a record; on a machine that is too busy for one they get longer.
  let longestMs = 20
  while (published < count) {
    const servers = [await start(organ.id), await start(organ.id)]
    // Together: while the second one starts, the first would publish them all.
    for (const server of servers) server.stdin?.write('go\n')
    await setTimeout(Math.random() * longestMs)
    for (const server of servers) {
      server.kill('SIGKILL')
      await once(server, 'exit')
      kills += 1
    }
    const before = published
    published = await done()
    if (published === before) longestMs *= 2
  }
  expect(kills).toBeGreaterThanOrEqual(6)

  const { rows } = await sql<Record<string, number>>`
    select (select count(*)::int from published_records) as records,
      (select count(*)::int from edition_events where kind = 'published') as events,
      (select count(*)::int from editions where status = 'live') as live,
      (select count(*)::int from publications) as ledger,
      (select count(*)::int from edition_events where kind = 'held') as held,
      (select count(distinct record_id)::int from edition_events where kind = 'held') as held_records,
      (select count(*)::int from editions where status = 'signed' and is_held) as waiting,
      (select count(*)::int from outbox where payload ->> 'subject' like '%定时发布没有进行%') as mails,
      (select count(distinct number)::int from published_records) as numbers,
      (select max(substr(number, 6)::int) from published_records) as last`.execute(owner)
  const out = count - heldCount
  expect(rows).toEqual([
    {
      records: out,
      events: out,
      live: out,
      ledger: out,
      numbers: out,
      last: out,
      // Two people are told of each.
      held: heldCount,
      heldRecords: heldCount,
      waiting: heldCount,
      mails: 2 * heldCount,
    },
  ])
  expect(await inOrgan(db, organ.id, (tx) => verifyAudit(tx, organ.id, []))).toMatchObject({ broken: null })
})
