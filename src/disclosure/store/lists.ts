import { sql } from 'kysely'
import type { PlainDate } from '../../days/plain-date.ts'
import type { Tx } from '../../db/database.ts'

export const recordViews = ['mine', 'open', 'late', 'live', 'all'] as const

export interface WantedRecords {
  readonly view: (typeof recordViews)[number]
  readonly words: string
  /** The person's own, and those of whom they stand in for. */
  readonly roles: readonly string[]
  /** Drafts wait for whoever began them, and for nobody else. */
  readonly staffId: string | null
  readonly today: PlainDate
  readonly page: number
  readonly pageSize: number
}

const open = ['drafting', 'reviewing', 'signed', 'scheduled'] as const

/** Editions for the console, what is due first: those waiting for the person, the open, the late, the public ones. */
export async function listEditionsFor(tx: Tx, organId: number, wanted: WantedRecords) {
  const { view, words, roles, staffId, today, page, pageSize } = wanted
  const reviewing = roles.filter((role) => role !== 'clerk')
  const rows = tx
    .selectFrom('editions')
    .innerJoin('informationRecords', (join) =>
      join
        .onRef('informationRecords.organId', '=', 'editions.organId')
        .onRef('informationRecords.id', '=', 'editions.recordId'),
    )
    .leftJoin('platformColumns', (join) =>
      join
        .onRef('platformColumns.organId', '=', 'informationRecords.organId')
        .onRef('platformColumns.id', '=', 'informationRecords.columnId'),
    )
    .where('editions.organId', '=', organId)
    .$if(view === 'mine', (query) =>
      query.where(({ eb, or, and }) =>
        or([
          eb('turn', '=', sql<string>`any(${reviewing}::text[])`),
          and([eb('turn', '=', 'clerk'), eb('begunBy', '=', staffId), eb('editions.status', 'in', open)]),
        ]),
      ),
    )
    .$if(view === 'open', (query) =>
      query.where(({ eb, or, and }) =>
        or([eb('editions.status', 'in', open), and([eb('editions.status', '=', 'live'), eb('turn', 'is not', null)])]),
      ),
    )
    .$if(view === 'late', (query) =>
      query.where(({ eb, or, and }) =>
        or([
          and([eb('editions.status', 'in', open), eb('publishBy', '<', today)]),
          // What went out in an emergency is in public, and late all the same while an approval is owed.
          and([eb('editions.status', 'in', [...open, 'live']), eb('stepDueOn', '<', today)]),
        ]),
      ),
    )
    .$if(view === 'live', (query) => query.where('editions.status', '=', 'live'))
    .$if(words !== '', (query) => query.where('editions.title', 'ilike', `%${words.replace(/[\\%_]/g, '\\$&')}%`))
  const { total } = await rows.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const items = await rows
    .select([
      'editions.recordId',
      'editions.edition',
      'editions.act',
      'editions.title',
      'editions.status',
      'turn',
      'madeOn',
      'publishBy',
      'stepDueOn',
      'scheduledFor',
      'publishedAt',
      'isUrgent',
      'isHeld',
      'informationRecords.type',
      'begunBy',
    ])
    .select('platformColumns.name as columnName')
    // What is in public has no clock to be sorted by: the newest stands first, below what is on its way.
    .$if(view === 'live' || view === 'all', (query) =>
      query.orderBy(sql`editions.status = 'discarded'`).orderBy('publishedAt', (order) => order.desc().nullsFirst()),
    )
    .orderBy(sql`least(step_due_on, publish_by)`, 'asc')
    .orderBy('editions.recordId', 'desc')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute()
  return { items, total }
}
