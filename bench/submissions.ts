import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { sql } from 'kysely'
import { buildApp } from '../src/app/build-app.ts'
import { loadCalendar } from '../src/calendar/notices/store.ts'
import { type Database, openDatabase } from '../src/db/database.ts'
import { inOrgan } from '../src/db/organ.ts'
import { openRuntime, type Runtime } from '../src/db/runtime.ts'
import { dataFolder } from '../src/db/testing/data-folder.ts'
import type { Organ } from '../src/organs/organ.ts'
import { multipartOf } from '../src/portal/testing/forms.ts'
import { type Submission, submissionOf } from '../src/requests/applicant/submission.ts'
import { submitRequest } from '../src/requests/submit.ts'
import { aFilledForm } from '../src/requests/testing/a-submission.ts'
import { createSubmitAlone } from './ceiling.ts'
import { databaseAlone } from './database-alone.ts'
import { addOrgan, benchDay } from './many-requests.ts'
import { load } from './measure.ts'
import { rateOf } from './percentile.ts'

/** Of the transaction that keeps a submission, `begin` and `commit` among them. */
const statements = 9

/** As many as a server holds to its database. */
const connections = 10
const seconds = 5

/** Submissions kept for good a second, for one organ and for several, against what PostgreSQL does alone. */
export async function benchSubmissions(): Promise<void> {
  const data = dataFolder('bench')
  const runtime = await openRuntime({ dataFolder: data, connections })
  console.log('submissions: requests kept for good')
  try {
    await submissions(runtime)
  } finally {
    await runtime.close()
    rmSync(data, { recursive: true, force: true })
  }
  console.log()
}

async function submissions({ db, url, ownerUrl }: Runtime): Promise<void> {
  const all: Organ[] = []
  for (let index = 0; index < connections; index += 1) all.push(await addOrgan(db, `submit-${index}`))
  const submission = submissionOf({ today: benchDay, hasPowerOfAttorney: false }).parse(aFilledForm())
  // Each organ's counter and audit chain begin.
  for (const organ of all) await submit(db, organ, submission)
  const alone = await measureAlone(ownerUrl, all)
  const app = await buildApp({ db, url }, { KAICHENG_TODAY: benchDay, KAICHENG_PROXIES: '127.0.0.1' })
  const address = await app.listen({ port: 0, host: '127.0.0.1' })
  for (const { name, organs, ceiling } of alone.ceilings) {
    const ratios = (rate: number) =>
      `${rate.toFixed(0)}/s, ratio ${(rate / alone.single).toFixed(3)} to single inserts, ${(rate / ceiling).toFixed(2)} to the ceiling  (${load()})`
    const organOf = (worker: number) => organs[worker % organs.length] as Organ
    const direct = await rateOf(connections, seconds, (worker) => submit(db, organOf(worker), submission))
    console.log(`  submissions kept, ${name}: ${ratios(direct)}`)
    let sent = 0
    const overHttp = await rateOf(connections, seconds, async (worker) => {
      sent += 1
      const { payload, contentType } = multipartOf({ key: randomUUID(), ...aFilledForm() })
      const answer = await fetch(`${address}/${organOf(worker).slug}/requests/submit`, {
        method: 'POST',
        body: new Uint8Array(payload),
        headers: {
          'content-type': contentType,
          'x-forwarded-for': `10.${sent >> 16}.${(sent >> 8) & 255}.${sent & 255}`,
        },
      })
      if (!(await answer.text()).includes('申请编号')) throw new Error(`no receipt: ${answer.status}`)
    })
    console.log(`  the same over HTTP, ${name}, clients in the same process: ${ratios(overHttp)}`)
  }
  await app.close()
}

function submit(db: Database, organ: Organ, submission: Submission): Promise<unknown> {
  const actor = { kind: 'applicant', id: null, name: '申请人', organId: organ.id, roles: [], unitId: null } as const
  const sent = { key: randomUUID(), submission, files: [] }
  return inOrgan(db, organ.id, async (tx) =>
    submitRequest(tx, { ...actor, today: benchDay, address: '' }, organ, await loadCalendar(tx), sent),
  )
}

/** What the server can do at most: one small row by each connection, as many of them as our transaction has statements, and the ceiling. */
async function measureAlone(ownerUrl: string, all: readonly Organ[]) {
  const { by, rate, close } = await databaseAlone(ownerUrl, connections, seconds)
  const owner = openDatabase(ownerUrl, { connections: 1 })
  await sql`create table bench_inserts (id bigint generated always as identity, filler text)`.execute(owner)
  await sql.raw(createSubmitAlone).execute(owner)
  await owner.destroy()
  const insert = `insert into bench_inserts (filler) values (repeat('x', 84))`
  const single = await rate(() => [insert])
  const inserts = Array.from({ length: statements - 2 }, () => insert)
  const transaction = await rate(() => ['begin', ...inserts, 'commit'])
  console.log(
    `  the database alone, ${connections} connections, by ${by}: ${single.toFixed(0)} single-row inserts a second (the base of the ratios), ${transaction.toFixed(0)} transactions of ${statements} statements  (${load()})`,
  )
  const ceilings = []
  for (const organs of [all.slice(0, 1), all]) {
    const name = organs.length === 1 ? 'one organ' : `${organs.length} organs`
    const ids = organs.map(({ id }) => id).join()
    const ceiling = await rate((client) => [`select bench_submit((array[${ids}])[1 + ${client} % ${organs.length}])`])
    console.log(
      `  ceiling, the same rows by one call inside the database, ${name}: ${ceiling.toFixed(0)}/s  (${load()})`,
    )
    ceilings.push({ name, organs, ceiling })
  }
  await close()
  return { single, ceilings }
}
