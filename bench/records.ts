import type { ChildProcess } from 'node:child_process'
import { rmSync } from 'node:fs'
import autocannon from 'autocannon'
import pg from 'pg'
import { inActs } from '../src/db/organ.ts'
import { openRuntime } from '../src/db/runtime.ts'
import { dataFolder as newFolder } from '../src/db/testing/data-folder.ts'
import * as organs from '../src/organs/store.ts'
import { anOrgan } from '../src/organs/testing/organ.ts'
import { benchBesideNginx } from './beside-nginx.ts'
import { benchLikeness } from './likeness.ts'
import { addManyRecords } from './many-records.ts'
import { benchDay } from './many-requests.ts'
import { load } from './measure.ts'
import { serve } from './serve.ts'

/** `KAICHENG_BENCH_RECORDS=1000000`: so many published records in three organs. */
const records = Number(process.env.KAICHENG_BENCH_RECORDS ?? 100_000)
const sizes = [0.6, 0.2, 0.2].map((share) => records * share)
const seconds = 10
const searchesPerSecond = 30

/** Lists, record pages and searches among a hundred thousand (or more) published records, through a server of its own. */
export async function benchRecords(): Promise<void> {
  const data = newFolder('bench')
  const runtime = await openRuntime({ dataFolder: data, statementMs: 600_000 })
  console.log(`records: ${records} published in three organs`)
  let server: ChildProcess | undefined
  try {
    const owner = new pg.Client({ connectionString: runtime.ownerUrl })
    await owner.connect()
    // An index that is made at the end is made in a tenth of the time.
    await owner.query('drop index published_search_tokens')
    for (const [index, size] of sizes.entries()) {
      const facts = anOrgan({ slug: `bench-${index}`, name: `示例${index}局`, letterCode: `示${index}` })
      const organ = await inActs(runtime.db, (tx) => organs.add(tx, facts))
      await addManyRecords(runtime.ownerUrl, organ, size, benchDay)
    }
    await owner.query("set maintenance_work_mem = '512MB'")
    await owner.query(
      'create index published_search_tokens on published_search using gin (tokens) with (fastupdate = off)',
    )
    await owner.query('vacuum analyze published_records, published_search')
    const { rows } = await owner.query<{ path: string; column: string; count: string }>(
      `select '/' || o.slug || '/records/' || number as path, '/' || o.slug || '/columns/' || column_id as column
       from published_records r join organs o on o.id = r.organ_id order by random() limit 30000`,
    )
    const { rows: space } = await owner.query(
      `select pg_size_pretty(pg_total_relation_size('published_search')) as search,
        pg_size_pretty(pg_relation_size('published_search_tokens')) as index`,
    )
    console.log(`  search table ${space[0]?.search}, of it the index ${space[0]?.index}`)
    await owner.end()
    await benchLikeness(runtime.db)
    const started = await serve({ DATABASE_URL: runtime.ownerUrl, KAICHENG_DATA: data })
    server = started.child
    const random = <T>(list: readonly T[]) => list[Math.floor(Math.random() * list.length)] as T
    await run(started.url, 'record page, never the same twice', () => random(rows).path)
    await run(
      started.url,
      'list page, any of the first 250',
      () => `${random(rows).column}?page=${1 + Math.floor(Math.random() * 250)}`,
    )
    const [first] = rows
    await benchBesideNginx(`${started.url}${first?.path}`)
    await searches(started.url)
  } finally {
    server?.kill('SIGINT')
    await runtime.close()
    rmSync(data, { recursive: true, force: true })
  }
  console.log()
}

async function run(url: string, name: string, pathOf: () => string): Promise<void> {
  const attempt = (duration: number) =>
    autocannon({
      url,
      connections: 16,
      duration,
      requests: [{ setupRequest: (request) => ({ ...request, path: pathOf() }) }],
    })
  await attempt(2)
  const { requests, latency, non2xx } = await attempt(seconds)
  console.log(
    `  ${name.padEnd(36)} ${requests.average.toFixed(0).padStart(6)}/s  p50 ${latency.p50} ms  p97.5 ${latency.p97_5} ms${non2xx ? `, ${non2xx} not found` : ''}  (${load()})`,
  )
}

const words = [
  '统计',
  '工作',
  '通知',
  '公告',
  '单位',
  '预算',
  '东湖片区',
  '食品安全抽检',
  '政府采购 清泉镇',
  '第4711号',
  '航天飞机',
  '抽检结果',
  'shipinanquan',
  'zfcgqd',
  '統計執法',
]
const numbers = (index: number) => `示0发[20${18 + (index % 9)}]第${1_000 + index * 37}号`

/** At a steady rate, whatever the answers take. */
async function searches(url: string): Promise<void> {
  const times = new Map<string, number[]>()
  const ask = async (kind: string, query: string) => {
    const begun = performance.now()
    const answer = await fetch(`${url}${query}`)
    await answer.text()
    if (answer.status !== 200) throw new Error(`${query}: ${answer.status}`)
    times.set(kind, [...(times.get(kind) ?? []), performance.now() - begun])
  }
  const underway: Promise<void>[] = []
  for (let index = 0; index < searchesPerSecond * seconds * 2; index += 1) {
    const word = words[index % words.length] ?? ''
    const typed = index % 5 === 0 ? numbers(index) : word
    const where = index % 3 === 0 ? '/bench-1/search' : '/search'
    const filter = index % 7 === 0 ? '&validity=expired' : index % 4 === 0 ? '&year=2023' : ''
    underway.push(ask(index % 5 === 0 ? '文号' : word, `${where}?q=${encodeURIComponent(typed)}${filter}`))
    await new Promise((resolve) => setTimeout(resolve, 1_000 / searchesPerSecond))
  }
  await Promise.all(underway)
  const all = [...times.values()].flat()
  for (const [kind, each] of [...times, ['all', all] as const]) {
    const sorted = each.toSorted((a, b) => a - b)
    const at = (share: number) => (sorted[Math.floor(sorted.length * share)] ?? Number.NaN).toFixed(0).padStart(5)
    console.log(`  search ${kind.padEnd(16)} p50 ${at(0.5)} ms  p95 ${at(0.95)} ms  max ${at(0.9999)} ms`)
  }
  console.log(`  at ${searchesPerSecond}/s  (${load()})`)
}
