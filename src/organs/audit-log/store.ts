import { sql } from 'kysely'
import type { PlainDate } from '../../days/plain-date.ts'
import type { Tx } from '../../db/database.ts'
import { LogEntry, type LogQuery, pageSize } from './log.ts'

/** Midnight in the office at the beginning of a day, or of the one after it. */
const midnight = (day: PlainDate, later = 0) =>
  sql<Date>`((${day}::date + ${later}::integer)::timestamp at time zone 'Asia/Shanghai')`

const wanted = (tx: Tx, organId: number, { from, to, action }: LogQuery) =>
  tx
    .selectFrom('auditEntries')
    .where('auditEntries.organId', '=', organId)
    .where(({ eb, and }) =>
      and([
        ...(from === undefined ? [] : [eb('at', '>=', midnight(from))]),
        ...(to === undefined ? [] : [eb('at', '<', midnight(to, 1))]),
      ]),
    )
    .$if(action !== '', (query) => query.where(({ fn, val }) => fn<boolean>('starts_with', ['action', val(action)])))

/** One page of an organ's entries, the newest first, and how many there are. */
export async function list(tx: Tx, organId: number, query: LogQuery) {
  const { total } = await wanted(tx, organId, query)
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const rows = await wanted(tx, organId, query)
    .leftJoin('staff as actor', (join) =>
      join
        .onRef('actor.organId', '=', 'auditEntries.organId')
        .on(sql`actor.id::text`, '=', sql.ref('auditEntries.actorId')),
    )
    .select(['seq', 'at', 'actorKind', 'address', 'action', 'subject', 'succeeded', 'detail'])
    .select([sql<string>`coalesce(actor.name, '')`.as('actorName')])
    .orderBy('seq', 'desc')
    .limit(pageSize)
    .offset((query.page - 1) * pageSize)
    .execute()
  return { items: rows.map((row) => LogEntry.parse(row)), total, pageSize }
}
