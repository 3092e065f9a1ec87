import { sql } from 'kysely'
import { calledBy } from '../../db/called-by.ts'
import type { Tx } from '../../db/database.ts'
import { says } from '../../lists/sql.ts'
import type { FeedbackKind, FeedbackStatus } from '../feedback.ts'
import type { MonthCount } from '../feedback-view.ts'
import { fromRow, type WithSaid } from './feedback.ts'

/** By what a list is narrowed; what is not said narrows nothing. */
export interface Wanted {
  readonly status?: FeedbackStatus | undefined
  readonly kind?: FeedbackKind | undefined
  /** The address of the page it speaks of. */
  readonly about?: string | undefined
  /** In which it came. */
  readonly year?: number | undefined
  readonly month?: number | undefined
  /** Part of a number or of the title of the page. */
  readonly words?: string | undefined
  readonly page: number
  readonly pageSize: number
}

/** A page of feedback with how much there is: what is open and due first comes first, then the newest. */
export async function list(tx: Tx, organId: number, wanted: Wanted): Promise<{ found: WithSaid[]; total: number }> {
  const { status, kind, about, year, month, words } = wanted
  const matching = tx
    .selectFrom('feedback')
    .where('organId', '=', organId)
    .$if(status !== undefined, (query) => query.where('status', '=', status ?? ''))
    .$if(kind !== undefined, (query) => query.where('kind', '=', kind ?? ''))
    .$if(about !== undefined, (query) => query.where('pagePath', '=', about ?? ''))
    .$if(year !== undefined, (query) => query.where(sql<boolean>`extract(year from arrived_on) = ${year}`))
    .$if(month !== undefined, (query) => query.where(sql<boolean>`extract(month from arrived_on) = ${month}`))
    .$if(!!words, (query) => query.where(says([sql`number`, sql`page_title`], words ?? '')))
  const { total } = await matching.select(sql<number>`count(*)::int`.as('total')).executeTakeFirstOrThrow()
  const rows = await matching
    .selectAll()
    .orderBy(sql`status <> 'open'`)
    .orderBy(sql`case when status = 'open' then due_on end`)
    .orderBy('arrivedOn', 'desc')
    .orderBy('id', 'desc')
    .limit(wanted.pageSize)
    .offset((wanted.page - 1) * wanted.pageSize)
    .execute()
  return { found: rows.map(fromRow), total }
}

/** Names of units and of who handles it, by id. */
export async function listNames(tx: Tx, organId: number): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from work_units where organ_id = ${organId}
    union all select id, name from staff where organ_id = ${organId}`.execute(tx)
  return new Map(rows.map(({ id, name }) => [id, name]))
}

export async function countOpen(tx: Tx, organId: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from feedback where organ_id = ${organId} and status = 'open'`.execute(tx)
  return rows[0]?.count ?? 0
}

/** What came in a year, by month and kind, and what has become of it. Days are working days, of all that was concluded together. */
export async function countByMonth(tx: Tx, organId: number, year: number): Promise<MonthCount[]> {
  const { rows } = await sql<MonthCount>`
    select extract(month from arrived_on)::int as month, kind, count(*)::int as received,
      count(*) filter (where status = 'answered')::int as answered, count(*) filter (where status = 'closed')::int as closed,
      count(*) filter (where status = 'open')::int as open, coalesce(sum(used_days), 0)::int as days
    from feedback where organ_id = ${organId} and extract(year from arrived_on) = ${year}
    group by 1, 2 order by 1, 2`.execute(tx)
  return rows
}

/** Years in which something came, the newest first. */
export async function listYears(tx: Tx, organId: number): Promise<number[]> {
  const { rows } = await sql<{ year: number }>`
    select distinct extract(year from arrived_on)::int as year from feedback where organ_id = ${organId}
    order by 1 desc`.execute(tx)
  return rows.map(({ year }) => year)
}

/** The numbers of the feedback of these ids. */
export const numbersOf = calledBy('feedback', 'number')
