import { rmSync } from 'node:fs'
import { sql } from 'kysely'
import pg from 'pg'
import { buildApp } from '../src/app/build-app.ts'
import type { Database } from '../src/db/database.ts'
import { inOrgan } from '../src/db/organ.ts'
import { openRuntime, type Runtime } from '../src/db/runtime.ts'
import { dataFolder } from '../src/db/testing/data-folder.ts'
import type { Organ } from '../src/organs/organ.ts'
import { addStaff, Browser, sessionCookie } from '../src/organs/testing/staff.ts'
import { addManyRequests, addOrgan, benchDay } from './many-requests.ts'
import { load, printed } from './measure.ts'
import { percentiles } from './percentile.ts'
import { benchSignIn } from './sign-in.ts'

const sizes = [60_000, 20_000, 20_000]

/** The work queue and searches among a hundred thousand requests, and signing in. */
export async function benchRequests(): Promise<void> {
  const data = dataFolder('bench')
  const runtime = await openRuntime({ dataFolder: data, statementMs: 600_000 })
  console.log('requests: 100 000 live ones in three organs, 60 000 in the one that is asked')
  try {
    const [organ] = await fill(runtime.db)
    if (!organ) throw new Error('no organ')
    await lists(runtime, organ)
    await benchSignIn(runtime, organ)
  } finally {
    await runtime.close()
    rmSync(data, { recursive: true, force: true })
  }
  console.log()
}

async function fill(db: Database): Promise<Organ[]> {
  const made = []
  for (const [index, size] of sizes.entries()) {
    const organ = await addOrgan(db, `bench-${index}`)
    await addManyRequests(db, organ, size, benchDay)
    made.push(organ)
  }
  return made
}

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
