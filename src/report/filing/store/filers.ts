import { sql } from 'kysely'
import type { PlainDate } from '../../../days/plain-date.ts'
import type { Tx } from '../../../db/database.ts'
import { refusals } from '../../../refusal.ts'
import type { ChangedFiler, Filer, OutsideFiler } from '../filer.ts'
import { FilingStatus } from '../filing.ts'

/** Organs of the house below the office, and those without an office here, each for the years of which it files. What was filed stays. */
const listedFilers = (organId: number, year: number) => sql`
  select o.id::text as id, o.id as organ_id, o.name, o.kind, o.email, null::int as last_year from organs o
  where o.parent_id = ${organId} and not exists (
      select from report_filings f join report_filers w on w.organ_id = f.organ_id and w.id = f.filer_id
      where f.organ_id = ${organId} and f.year = ${year} and w.name = o.name)
    or exists (select from report_filings f
      where f.organ_id = ${organId} and f.year = ${year} and f.filer_organ_id = o.id)
  union all
  select w.id::text, null, w.name, w.kind, w.email, w.last_year from report_filers w
  where w.organ_id = ${organId} and (
    w.first_year <= ${year} and (w.last_year is null or w.last_year >= ${year})
      and not exists (select from organs o where o.parent_id = ${organId} and o.name = w.name)
    or exists (select from report_filings f where f.organ_id = ${organId} and f.year = ${year} and f.filer_id = w.id))`

/** One of those who file with the office; refuses one that does not. */
export async function getFiler(tx: Tx, organId: number, year: number, id: string): Promise<Filer> {
  const { rows } = await sql<Filer>`select * from (${listedFilers(organId, year)}) f where id = ${id}`.execute(tx)
  const [filer] = rows
  if (!filer) throw refusals.unknownFiler()
  return filer
}

/** A line of the office's list. */
export interface FilingLine extends Filer {
  readonly status: FilingStatus
  readonly filedOn: PlainDate | null
  readonly isAccepted: boolean
  readonly errors: number
  readonly warnings: number
  readonly remindedAt: Date | null
}

/** Every filer of a year with how its filing stands. */
export async function listFilings(tx: Tx, organId: number, year: number): Promise<FilingLine[]> {
  const { rows } = await sql<FilingLine>`
    select w.id, w.organ_id, w.name, w.kind, w.email, w.last_year, coalesce(f.status, 'expected') as status, f.filed_on,
      f.accepted_seq is not null as is_accepted, coalesce(c.errors, 0) as errors, coalesce(c.warnings, 0) as warnings, r.reminded_at
    from (${listedFilers(organId, year)}) w
    left join report_filings f on f.organ_id = ${organId} and f.year = ${year}
      and (f.filer_organ_id = w.organ_id or f.filer_id::text = w.id)
    left join lateral (
      select count(*) filter (where each ->> 'severity' = 'error')::int as errors,
        count(*) filter (where each ->> 'severity' = 'warning')::int as warnings
      from jsonb_array_elements(f.findings) each) c on f.findings <> '[]'
    left join lateral (
      select max(e.at) as reminded_at from report_filing_events e
      where e.organ_id = f.organ_id and e.filing_id = f.id and e.kind = 'reminded') r on true
    order by array_position(array['government', 'department', 'township'], w.kind), w.organ_id nulls last, w.name`.execute(
    tx,
  )
  return rows.map((row) => ({ ...row, status: FilingStatus.parse(row.status) }))
}

/** Years of whose reports anything has happened between the office and an organ, the latest first. */
export async function listFiledYears(tx: Tx, organId: number): Promise<number[]> {
  const rows = await tx
    .selectFrom('reportFilings')
    .select('year')
    .distinct()
    .where('organId', '=', organId)
    .orderBy('year', 'desc')
    .execute()
  return rows.map(({ year }) => year)
}

/** An organ without an office here, from now on expected to file. Refuses a name that is taken. */
export async function addFiler(tx: Tx, organId: number, filer: OutsideFiler): Promise<{ id: string }> {
  const { name, kind, email, firstYear, lastYear } = filer
  await refuseTaken(tx, organId, name, null)
  return tx
    .insertInto('reportFilers')
    .values({ organId, name, kind, email, firstYear, lastYear })
    .returning('id')
    .executeTakeFirstOrThrow()
}

/** Changes what is told of one; its first year stays. Refuses one that is not there, and a name that is taken. */
export async function changeFiler(tx: Tx, organId: number, id: string, filer: ChangedFiler): Promise<void> {
  const { name, kind, email, lastYear } = filer
  await refuseTaken(tx, organId, name, id)
  const { numUpdatedRows } = await tx
    .updateTable('reportFilers')
    .set({ name, kind, email, lastYear })
    .where('organId', '=', organId)
    .where('id', '=', id)
    .where('firstYear', '<=', lastYear ?? lastOfAll)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n)
    throw (await isFiler(tx, organId, id)) ? refusals.endsBeforeItBegins() : refusals.unknownFiler()
}

const lastOfAll = 2200

const isFiler = async (tx: Tx, organId: number, id: string): Promise<boolean> =>
  (await tx
    .selectFrom('reportFilers')
    .select('id')
    .where('organId', '=', organId)
    .where('id', '=', id)
    .executeTakeFirst()) !== undefined

async function refuseTaken(tx: Tx, organId: number, name: string, id: string | null): Promise<void> {
  const { rows } = await sql`
    select from organs where parent_id = ${organId} and name = ${name}
    union all select from report_filers where organ_id = ${organId} and name = ${name} and last_year is null
      and id is distinct from ${id}`.execute(tx)
  if (rows.length > 0) throw refusals.filerTaken(name)
}
