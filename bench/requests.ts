import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { loadavg } from 'node:os'
import { sql } from 'kysely'
import pg from 'pg'
import { buildApp } from '../src/cli/serve.ts'
import type { Database } from '../src/db/database.ts'
import { inOrgan } from '../src/db/organ.ts'
import { openRuntime, type Runtime } from '../src/db/runtime.ts'
import { dataFolder } from '../src/db/testing/data-folder.ts'
import type { Organ } from '../src/organs/organ.ts'
import * as organs from '../src/organs/store.ts'
import { anOrgan } from '../src/organs/testing/organ.ts'
import { addStaff, aPassword, Browser, sessionCookie } from '../src/organs/testing/staff.ts'
import { multipartOf } from '../src/portal/testing/forms.ts'
import { submissionOf } from '../src/requests/applicant/submission.ts'
import { submitRequest } from '../src/requests/submit.ts'
import { aFilledForm } from '../src/requests/testing/a-submission.ts'
import { addManyRequests, benchDay } from './many-requests.ts'
import { percentiles, rateOf } from './percentile.ts'

const sizes = [60_000, 20_000, 20_000]
/** As many as a server holds to its database. */
const connections = 10
const seconds = 5
/** Of the transaction that keeps a submission, `begin` and `commit` among them. */
const statements = 9

/** The work queue and searches among a hundred thousand requests; how many submissions a second are kept for good. */
export async function benchRequests(): Promise<void> {
  const data = dataFolder('bench')
  const runtime = await openRuntime({ dataFolder: data, statementMs: 600_000, connections })
  console.log('requests: 100 000 live ones in three organs, 60 000 in the one that is asked')
  try {
    const [organ] = await fill(runtime.db)
    if (!organ) throw new Error('no organ')
    await lists(runtime, organ)
    await logins(runtime, organ)
    await submissions(runtime)
  } finally {
    await runtime.close()
    rmSync(data, { recursive: true, force: true })
  }
  console.log()
}

const addOrgan = (db: Database, slug: string): Promise<Organ> =>
  db.transaction().execute((tx) => organs.add(tx, anOrgan({ slug, name: `示例${slug}局`, letterCode: slug })))

async function fill(db: Database): Promise<Organ[]> {
  const made = []
  for (const [index, size] of sizes.entries()) {
    const organ = await addOrgan(db, `bench-${index}`)
    await addManyRequests(db, organ, size, benchDay)
    made.push(organ)
  }
  return made
}

const printed = (ms: number) => `${ms.toFixed(1).padStart(7)} ms`
const load = () => `load ${loadavg()[0]?.toFixed(1)}`

async function lists({ db, url, ownerUrl }: Runtime, organ: Organ): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  await owner.query('vacuum analyze')
  await owner.end()
  const app = await buildApp({ db, url }, { KAICHENG_TODAY: benchDay })
  const id = await addStaff(db, organ.id, { login: 'bench', roles: ['clerk'] })
  const browser = new Browser(app)
  browser.cookie = await sessionCookie(db, organ.id, id)
  const words = ['拆迁', '预算', '东湖', '纪要', '改造', '清泉', '低保', '合同']
  const asked: Record<string, (run: number) => string> = {
    'queue, first page': () => '/requests?view=queue',
    'queue, any page': (run) => `/requests?view=queue&page=${1 + (run % 80)}`,
    'all, first page': () => '/requests?view=all',
    'concluded, first page': () => '/requests?view=concluded',
    'two-character word': (run) => `/requests?view=all&q=${words[run % words.length]}`,
    'two-character word in the queue': (run) => `/requests?view=queue&q=${words[run % words.length]}`,
    'rare text': (run) => `/requests?view=all&q=第${100 + run * 7}项`,
    number: (run) => `/requests?view=all&q=〕${1000 + run * 31}号`,
    'name of an applicant': () => '/requests?view=all&q=赵芳丽',
    'nothing found': () => '/requests?view=all&q=航天飞机',
    find: (run) => `/find?q=${words[run % words.length]}`,
  }
  for (const [name, path] of Object.entries(asked)) {
    const get = async (run: number) => {
      const answer = await browser.send('GET', encodeURI(path(run)))
      if (answer.statusCode !== 200) throw new Error(`${name}: ${answer.statusCode} ${answer.body}`)
      return answer
    }
    await get(0)
    const { p50, p95 } = await percentiles(100, get)
    console.log(`  ${name.padEnd(32)} p50 ${printed(p50)}  p95 ${printed(p95)}  (${load()})`)
  }
  const { rows } = await inOrgan(db, organ.id, (tx) =>
    sql<{ id: string }>`select id from requests where status <> 'concluded' limit 100`.execute(tx),
  )
  const { p50, p95 } = await percentiles(100, (run) => browser.send('GET', `/requests/${rows[run % rows.length]?.id}`))
  console.log(
    `  ${'page of a case, with similar ones'.padEnd(32)} p50 ${printed(p50)}  p95 ${printed(p95)}  (${load()})`,
  )
  await app.close()
}

async function logins({ db, url }: Runtime, organ: Organ): Promise<void> {
  const app = await buildApp({ db, url }, {})
  const people = 40
  for (let index = 0; index < people; index += 1)
    await addStaff(db, organ.id, { login: `login${index}`, roles: ['clerk'] })
  let next = 0
  const one = () => {
    next += 1
    const remoteAddress = `10.0.${next >> 8}.${next & 255}`
    const body = { login: `login${next % people}`, password: aPassword }
    return new Browser(app).send('POST', '/session', body, { remoteAddress })
  }
  const { p50, p95 } = await percentiles(80, one)
  const times: number[] = []
  await Promise.all(
    Array.from({ length: 20 }, async () => {
      const begun = performance.now()
      await one()
      times.push(performance.now() - begun)
    }),
  )
  console.log(
    `  ${'login (argon2id)'.padEnd(32)} p50 ${printed(p50)}  p95 ${printed(p95)}; 20 at once, slowest ${printed(Math.max(...times))}  (${load()})`,
  )
  await app.close()
}

async function submissions({ db, url, ownerUrl }: Runtime): Promise<void> {
  const all: Organ[] = []
  for (let index = 0; index < connections; index += 1) all.push(await addOrgan(db, `submit-${index}`))
  const bare = await bareInserts(ownerUrl)
  const ratios = (rate: number) =>
    `${rate.toFixed(0)}/s, ratio ${(rate / bare.single).toFixed(3)} to single inserts, ${(rate / bare.transaction).toFixed(2)} to bare transactions  (${load()})`
  console.log(
    `  bare, ${connections} connections: ${bare.single.toFixed(0)} single-row inserts a second, as pgbench would; ${bare.transaction.toFixed(0)} transactions of ${statements} statements  (${load()})`,
  )
  const submission = submissionOf({ today: benchDay, hasPowerOfAttorney: false }).parse(aFilledForm())
  const app = await buildApp({ db, url }, { KAICHENG_TODAY: benchDay, KAICHENG_PROXIES: '127.0.0.1' })
  const address = await app.listen({ port: 0, host: '127.0.0.1' })
  for (const [name, count] of [
    ['one organ', 1],
    [`${connections} organs`, connections],
  ] as const) {
    const organOf = (worker: number) => all[worker % count] as Organ
    const direct = await rateOf(connections, seconds, (worker) => {
      const organ = organOf(worker)
      const actor = { kind: 'applicant', id: null, name: '申请人', organId: organ.id, roles: [], unitId: null } as const
      const sent = { key: randomUUID(), submission, files: [] }
      return inOrgan(db, organ.id, (tx) => submitRequest(tx, { ...actor, today: benchDay, address: '' }, organ, sent))
    })
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

/** What the server can do at most: one small row, kept for good, by each connection; and a transaction of as many as ours has. */
async function bareInserts(ownerUrl: string): Promise<{ single: number; transaction: number }> {
  const clients = Array.from({ length: connections }, () => new pg.Client({ connectionString: ownerUrl }))
  await Promise.all(clients.map((client) => client.connect()))
  const clientOf = (worker: number) => clients[worker % connections] as pg.Client
  const insert = (worker: number) =>
    clientOf(worker).query(`insert into bench_inserts (filler) values (repeat('x', 84))`)
  await clientOf(0).query(
    'create table if not exists bench_inserts (id bigint generated always as identity, filler text)',
  )
  const single = await rateOf(connections, seconds, insert)
  const transaction = await rateOf(connections, seconds, async (worker) => {
    await clientOf(worker).query('begin')
    for (let statement = 0; statement < statements - 2; statement += 1) await insert(worker)
    await clientOf(worker).query('commit')
  })
  await Promise.all(clients.map((client) => client.end()))
  return { single, transaction }
}
