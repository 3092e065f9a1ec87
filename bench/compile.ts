import { rmSync } from 'node:fs'
import { sql } from 'kysely'
import { openDatabase } from '../src/db/database.ts'
import { inActs, inOrgan } from '../src/db/organ.ts'
import { openRuntime } from '../src/db/runtime.ts'
import { dataFolder } from '../src/db/testing/data-folder.ts'
import * as organs from '../src/organs/store.ts'
import { anOrgan } from '../src/organs/testing/organ.ts'
import { compileReport } from '../src/report/compile.ts'
import { median } from './measure.ts'

/** How many requests; fewer by `BENCH_COMPILE_MOST`. */
const sizes = [1_000, 10_000, 100_000, 1_000_000].filter(
  (size) => size <= Number(process.env.BENCH_COMPILE_MOST || Number.POSITIVE_INFINITY),
)

/** Compiling a year against a bare `count … group by` over the same requests. */
export async function benchCompile(): Promise<void> {
  const data = dataFolder('bench')
  const runtime = await openRuntime({ dataFolder: data, statementMs: 600_000, connections: 2 })
  const { db } = runtime
  // The rows are made for the measurement, past the policies by which organs see only their own.
  const owner = openDatabase(runtime.ownerUrl, { statementMs: 600_000, connections: 1 })
  console.log('compile: a year’s report from the ledgers, against a bare count … group by')
  try {
    let before: { size: number; ms: number } | undefined
    for (const size of sizes) {
      const organ = await inActs(db, (tx) =>
        organs.add(tx, anOrgan({ slug: `bench-${size}`, name: `示例机关${size}` })),
      )
      await sql`
        insert into requests (organ_id, number, channel, applicant_kind, arrived_on, received_on, status, outcome, concluded_on)
        select ${organ.id}, n::text, 'online', (array['naturalPerson','enterprise','researchInstitution','publicInterestOrg','legalServiceOrg','otherOrg'])[1 + n % 6],
          day, day, case when n % 40 > 0 then 'concluded' else 'processing' end, case when n % 40 > 0 then (array['granted','partiallyGranted','denied.processInformation','unableToProvide.notHeld','notProcessed.repeat','other.otherMisc'])[1 + n % 6] end,
          case when n % 40 > 0 then day + (n % 25) end
        from (select n, date '2023-12-01' + (n % 396) as day from generate_series(1, ${size}::int) n) days`.execute(
        owner,
      )
      await sql`vacuum analyze requests`.execute(owner)
      const bare = await median(5, () =>
        sql`select applicant_kind, outcome, count(*) from requests where organ_id = ${organ.id} group by 1, 2`.execute(
          owner,
        ),
      )
      const ms = await median(5, () => inOrgan(db, organ.id, (tx) => compileReport(tx, organ, 2024)))
      const growth = before ? `, ${(ms / before.ms).toFixed(1)} × the time for ${size / before.size} × the rows` : ''
      console.log(
        `  ${String(size).padStart(9)} requests: ${ms.toFixed(1)} ms, bare ${bare.toFixed(1)} ms, ratio ${(ms / bare).toFixed(2)}${growth}`,
      )
      before = { size, ms }
    }
  } finally {
    await owner.destroy()
    await runtime.close()
    rmSync(data, { recursive: true, force: true })
  }
  console.log()
}
