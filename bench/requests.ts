import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { sql } from 'kysely'
import { plainDate } from '../src/calendar/plain-date.ts'
import { type Database, openDatabase } from '../src/db/database.ts'
import { loadKeys, setKeys } from '../src/db/keys.ts'
import { inOrgan } from '../src/db/organ.ts'
import { openRuntime, type Runtime } from '../src/db/runtime.ts'
import { seal } from '../src/db/sealed.ts'
import { dataFolder } from '../src/db/testing/data-folder.ts'
import type { Actor } from '../src/organs/actor.ts'
import type { Organ } from '../src/organs/organ.ts'
import * as organs from '../src/organs/store.ts'
import { anOrgan } from '../src/organs/testing/organ.ts'
import { submissionOf } from '../src/requests/applicant/submission.ts'
import { applicantNameKey } from '../src/requests/register.ts'
import { showCase, showList } from '../src/requests/show.ts'
import { submitRequest } from '../src/requests/submit.ts'
import { aFilledForm } from '../src/requests/testing/a-submission.ts'
import { aPerson } from '../src/requests/testing/an-intake.ts'

const today = plainDate('2026-11-24')
const cases = 100_000
const looks = 60
const connections = 20
const sendings = 1_500

/** The queue and searches over many cases, and durable submissions against bare single-row inserts on the same server. */
export async function benchRequests(): Promise<void> {
  const data = dataFolder('bench')
  setKeys(loadKeys(data))
  const runtime = await openRuntime({ dataFolder: data, statementMs: 600_000, connections })
  console.log('requests')
  try {
    const all: Organ[] = []
    for (let place = 0; place < 10; place += 1)
      all.push(
        await runtime.db
          .transaction()
          .execute((tx) => organs.add(tx, anOrgan({ slug: `bench-${place}`, name: `示例机关${place}` }))),
      )
    const [largest] = all
    if (!largest) return
    // One organ has half of all; the others share the rest.
    for (const [place, organ] of all.entries()) await fill(runtime, organ, place === 0 ? cases / 2 : cases / 18)
    await look(runtime.db, largest)
    await submit(runtime, all)
  } finally {
    await runtime.close()
    rmSync(data, { recursive: true, force: true })
  }
  console.log()
}

const clerkOf = ({ id }: Organ): Actor => ({
  ...{ kind: 'staff', id: null, name: '李文', roles: ['clerk'], unitId: null, address: '127.0.0.1' },
  ...{ organId: id, today },
})

async function fill({ ownerUrl }: Runtime, { id }: Organ, count: number): Promise<void> {
  const owner = openDatabase(ownerUrl, { statementMs: 600_000, connections: 1 })
  const sealed = seal(JSON.stringify(aPerson()))
  const key = applicantNameKey('张三')
  await sql`
    with subjects as (select array['老旧小区改造计划','学位安排方案','建设工程规划许可','征地补偿标准','营商环境评价结果','行政处罚裁量基准',
      '公交线路调整','医保定点名单','污染源监测数据','政府采购合同'] as words)
    insert into requests (organ_id, number, channel, applicant_kind, summary, arrived_on, received_on, origin, status, last_seq,
      outcome, concluded_on, due_on, due_kind, applicant_name_key, receipt_code_hash, receipt_secret_hash)
    select ${id}, '示依申请〔2026〕' || n || '号', 'inPerson', 'naturalPerson',
      (2015 + n % 11) || '年第' || n || '片区' || words[1 + n % 10] || '及其依据', day, day, 'live',
      case when n % 20 > 0 then 'concluded' else 'processing' end, 2, case when n % 20 > 0 then 'granted' end,
      case when n % 20 > 0 then day + 12 end, case when n % 20 = 0 then day + 28 end, case when n % 20 = 0 then 'answer' end,
      ${key}, sha256(n::text::bytea), sha256(('s' || n)::bytea)
    from subjects, (select n, date '2026-11-20' - (n % 700) as day from generate_series(1, ${Math.round(count)}::int) n) days`.execute(
    owner,
  )
  await sql`insert into request_applicants (organ_id, request_id, sealed) select organ_id, id, ${sealed} from requests
    where organ_id = ${id}`.execute(owner)
  await sql`insert into request_events (organ_id, request_id, seq, kind, happened_on)
    select organ_id, id, seq, case seq when 1 then 'arrived' else 'received' end, arrived_on
    from requests, generate_series(1, 2) seq where organ_id = ${id}`.execute(owner)
  await sql`analyze`.execute(owner)
  await owner.destroy()
}

async function look(db: Database, organ: Organ): Promise<void> {
  const actor = clerkOf(organ)
  const list = (view: 'queue' | 'all', words: string, page = 1) =>
    inOrgan(db, organ.id, (tx) => showList(tx, actor, { view, words, page, pageSize: 20 }))
  const { items } = await list('queue', '')
  const ways: Record<string, (round: number) => Promise<unknown>> = {
    'queue, first pages': (round) => list('queue', '', 1 + (round % 5)),
    'search, two characters': (round) => list('all', ['改造', '学位', '征地', '采购', '医保'][round % 5] ?? ''),
    'search, a number': (round) => list('all', `〔2026〕${round * 37 + 1}号`),
    'search, a name': () => list('all', '张三'),
    'one case': (round) => inOrgan(db, organ.id, (tx) => showCase(tx, actor, items[round % items.length]?.id ?? '')),
  }
  console.log(`  ${cases.toLocaleString()} cases in ten organs, ${(cases / 2).toLocaleString()} of them in this one`)
  for (const [name, way] of Object.entries(ways)) {
    const times: number[] = []
    for (let round = 0; round < looks; round += 1) {
      const begun = performance.now()
      await way(round)
      times.push(performance.now() - begun)
    }
    times.sort((a, b) => a - b)
    const at = (share: number) => times[Math.floor(times.length * share)]?.toFixed(0)
    console.log(`    ${name.padEnd(24)} p50 ${at(0.5)} ms, p95 ${at(0.95)} ms`)
  }
}

/** As many at once as there are connections, until all are done; how many a second. */
async function perSecond(work: (index: number) => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  let next = 0
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (next < sendings) await work(next++)
    }),
  )
  return sendings / ((performance.now() - begun) / 1000)
}

async function submit({ db, ownerUrl }: Runtime, all: readonly Organ[]): Promise<void> {
  const owner = openDatabase(ownerUrl, { connections })
  await sql`create table bench_rows (id bigint generated always as identity primary key, text text not null)`.execute(
    owner,
  )
  const bare = await perSecond(() => sql`insert into bench_rows (text) values ('x')`.execute(owner))
  await owner.destroy()
  const submission = submissionOf({ today, hasPowerOfAttorney: false }).parse(aFilledForm())
  const ours = await perSecond((index) => {
    const organ = all[index % all.length]
    if (!organ) throw new RangeError('no organ')
    const actor: Actor = { ...clerkOf(organ), kind: 'applicant', name: '申请人', roles: [] }
    return inOrgan(db, organ.id, (tx) => submitRequest(tx, actor, organ, { key: randomUUID(), submission, files: [] }))
  })
  console.log(
    `  durable submissions: ${ours.toFixed(0)}/s with ${connections} connections, bare single-row inserts ${bare.toFixed(0)}/s, ratio ${(ours / bare).toFixed(2)}`,
  )
}
