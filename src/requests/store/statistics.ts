import { type RawBuilder, sql } from 'kysely'
import type { PlainDate } from '../../days/plain-date.ts'
import type { Tx } from '../../db/database.ts'

interface Span {
  readonly from: PlainDate
  readonly to: PlainDate
}

/** What the list of all requests shows: an import that was undone leaves its requests received on no day. */
const shown = sql`(origin = 'live' or status <> 'arrived')`
const isOpen = sql`status <> 'concluded' and origin = 'live'`

const receivedBy = async (tx: Tx, organId: number, { from, to }: Span, key: RawBuilder<unknown>) => {
  const { rows } = await sql<{ key: string | null; count: number; open: number }>`
    select ${key} as key, count(*)::int as count, count(*) filter (where ${isOpen})::int as open
    from requests where organ_id = ${organId} and ${shown} and received_on between ${from} and ${to} group by 1`.execute(
    tx,
  )
  return rows
}

const concludedBy = async (tx: Tx, organId: number, { from, to }: Span, key: RawBuilder<unknown>) => {
  const { rows } = await sql<{ key: string | null; count: number }>`
    select ${key} as key, count(*)::int as count
    from requests where organ_id = ${organId} and ${shown} and concluded_on between ${from} and ${to} group by 1`.execute(
    tx,
  )
  return rows
}

/** How many were received and concluded in the time, by the month of either. */
export const countByMonth = async (tx: Tx, organId: number, span: Span) => ({
  received: await receivedBy(tx, organId, span, sql`to_char(received_on, 'YYYY-MM')`),
  concluded: await concludedBy(tx, organId, span, sql`to_char(concluded_on, 'YYYY-MM')`),
})

/** The same by the unit that has or had them; null: of no unit. */
export const countByUnit = async (tx: Tx, organId: number, span: Span) => ({
  received: await receivedBy(tx, organId, span, sql`unit_id::text`),
  concluded: await concludedBy(tx, organId, span, sql`unit_id::text`),
})

export const countByOutcome = (tx: Tx, organId: number, span: Span) => concludedBy(tx, organId, span, sql`outcome`)
