import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { afterEach, expect, test } from 'vitest'
import { verifyAudit } from '../../src/audit/verify.ts'
import { inOrgan } from '../../src/db/organ.ts'
import { testDatabase } from '../../src/db/testing/database.ts'
import { anOffice } from '../../src/organs/testing/officers.ts'
import { registerIntake } from '../../src/requests/actions/register-intake.ts'
import { setLetters } from '../../src/requests/letter-files.ts'
import { anIntake } from '../../src/requests/testing/an-intake.ts'

const { db, url, owner } = await testDatabase()
const sender = fileURLToPath(new URL('letter-sender.ts', import.meta.url))
const running = new Set<ChildProcess>()
afterEach(() => {
  for (const child of running) child.kill('SIGKILL')
})

async function start(organId: number): Promise<ChildProcess> {
  const child = spawn(process.execPath, [sender, url, String(organId)], { stdio: ['ignore', 'pipe', 'inherit'] })
  running.add(child)
  child.once('exit', () => running.delete(child))
  await once(child.stdout as NodeJS.ReadableStream, 'data')
  return child
}

test('servers killed at random while they send letters: one letter for each request, no gap in the numbers, every file in the end', {
  timeout: 180_000,
}, async () => {
  const { organ, officer } = await anOffice(db)
  const clerk = await officer('2026-03-03', ['clerk'])
  const count = 40
  for (let index = 0; index < count; index += 1)
    await inOrgan(db, organ.id, (tx) => registerIntake(tx, clerk, anIntake('2026-03-03')))
  const sent = async () =>
    (await sql<{ number: string }>`select number from request_letters order by number`.execute(owner)).rows
  let kills = 0
  while ((await sent()).length < count) {
    const [one, other] = [await start(organ.id), await start(organ.id)]
    await setTimeout(Math.random() * 60)
    for (const child of [one, other]) {
      const ended = once(child, 'exit')
      child.kill('SIGKILL')
      await ended
      kills += 1
    }
  }
  expect(kills).toBeGreaterThan(1)
  const numbers = (await sent()).map(({ number }) => Number(/(\d+)号$/.exec(number)?.[1]))
  expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, index) => index + 1))
  // Two servers come back at once.
  await Promise.all([setLetters(db, organ.id), setLetters(db, organ.id)])
  const { rows } = await sql<Record<string, number>>`select
    (select count(*)::int from request_events where kind = 'supplementRequested') as events,
    (select count(distinct request_id)::int from request_letters) as letters,
    (select count(*)::int from letter_files) as sets,
    (select count(*)::int from request_files where purpose = 'letter') as links,
    (select count(*)::int from files) as files`.execute(owner)
  expect(rows[0]).toEqual({ events: count, letters: count, sets: count, links: 2 * count, files: 2 * count })
  expect(await inOrgan(db, organ.id, (tx) => verifyAudit(tx, organ.id, []))).toMatchObject({ broken: null })
})
