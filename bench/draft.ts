import { rmSync } from 'node:fs'
import { sql } from 'kysely'
import { plainDate } from '../src/days/plain-date.ts'
import { openDatabase } from '../src/db/database.ts'
import { inActs, lookInOrgan } from '../src/db/organ.ts'
import { openRuntime } from '../src/db/runtime.ts'
import { dataFolder } from '../src/db/testing/data-folder.ts'
import { operatorActor } from '../src/organs/actor.ts'
import * as organs from '../src/organs/store.ts'
import { anOrgan } from '../src/organs/testing/organ.ts'
import { showReport } from '../src/report/draft/show.ts'
import { load, median } from './measure.ts'

/** How many requests the year has; fewer by `BENCH_DRAFT_MOST`. */
const most = Number(process.env.BENCH_DRAFT_MOST || 1_000_000)
const outcomes = sql`array['granted','partiallyGranted','denied.processInformation','unableToProvide.notHeld','notProcessed.repeat','other.otherMisc']`
const kinds = sql`array['naturalPerson','enterprise','researchInstitution','publicInterestOrg','legalServiceOrg','otherOrg']`

/** The workbench of a year with a million requests that were worked here, each with its events. */
export async function benchDraft(): Promise<void> {
  const data = dataFolder('bench')
  const runtime = await openRuntime({ dataFolder: data, statementMs: 600_000, connections: 2 })
  const owner = openDatabase(runtime.ownerUrl, { statementMs: 600_000, connections: 1 })
  console.log(`draft: the workbench of a year with ${most} requests (${load()})`)
  try {
    const organ = await inActs(runtime.db, (tx) => organs.add(tx, anOrgan({ slug: 'bench-draft' })))
    await sql`
      insert into requests (organ_id, number, channel, applicant_kind, arrived_on, received_on, origin, status, outcome, concluded_on, receipt_code_hash, receipt_secret_hash)
      select ${organ.id}, n::text, 'online', (${kinds})[1 + n % 6], day, day, 'live',
        case when n % 40 > 0 then 'concluded' else 'processing' end, case when n % 40 > 0 then (${outcomes})[1 + n % 6] end,
        case when n % 40 > 0 then day + (n % 25) end, sha256(n::text::bytea), sha256(n::text::bytea)
      from (select n, date '2024-12-01' + (n % 396) as day from generate_series(1, ${most}::int) n) days`.execute(owner)
    await sql`
      insert into request_events (organ_id, request_id, seq, kind, happened_on, data, actor_kind, actor_name)
      select r.organ_id, r.id, e.seq, e.kind, e.day, e.data::jsonb, 'staff', '经办人'
      from requests r cross join lateral (values (1, 'arrived', r.arrived_on, '{}'), (2, 'received', r.received_on, '{}'),
        (3, 'concluded', r.concluded_on, '{"outcome":"granted"}')) e (seq, kind, day, data)
      where r.organ_id = ${organ.id} and e.day is not null`.execute(owner)
    await sql`vacuum analyze requests, request_events`.execute(owner)
    const actor = operatorActor(organ.id, plainDate('2026-01-05'))
    const ms = await median(5, () => lookInOrgan(runtime.db, organ.id, (tx) => showReport(tx, actor, 2025)))
    console.log(`  opened ${ms.toFixed(0)} ms\n`)
  } finally {
    await owner.destroy()
    await runtime.close()
    rmSync(data, { recursive: true, force: true })
  }
}
