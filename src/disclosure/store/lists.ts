import { sql } from 'kysely'
import type { PlainDate } from '../../days/plain-date.ts'
import type { Tx } from '../../db/database.ts'
import { Role } from '../../organs/role.ts'
import { ActKind } from '../content.ts'
import { EditionStatus } from '../edition.ts'
import { RecordTypeId } from '../record-type.ts'

export const recordViews = ['mine', 'open', 'late', 'live', 'all'] as const

export interface WantedRecords {
  readonly view: (typeof recordViews)[number]
  readonly words: string
  /** What waits for the person, as turns say. */
  readonly mine: readonly { readonly subjectId: string; readonly part: number }[]
  readonly today: PlainDate
  readonly page: number
  readonly pageSize: number
}

const open = ['drafting', 'reviewing', 'signed', 'scheduled'] as const

/** A line of such a list, as the tables keep it. */
export type ListedEdition = Awaited<ReturnType<typeof listEditionsFor>>['items'][number]

/** Editions for the console, what is due first: those waiting for the person, the open, the late, the public ones. */
export async function listEditionsFor(tx: Tx, organId: number, wanted: WantedRecords) {
  const { view, page, pageSize } = wanted
  const found = wantedOf(tx, organId, wanted)
  const { total } = await found.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const items = await found
    .select(listedColumns)
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
  return {
    total,
    items: items.map(({ type, act, status, turn, ...row }) => ({
      ...row,
      type: RecordTypeId.parse(type),
      act: ActKind.parse(act),
      status: EditionStatus.parse(status),
      turn: turn === null ? null : Role.parse(turn),
    })),
  }
}

const listedColumns = [
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
] as const

const editionsOf = (tx: Tx, organId: number) =>
  tx
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

function wantedOf(tx: Tx, organId: number, wanted: WantedRecords) {
  const editions = editionsOf(tx, organId)
  const titled = `%${wanted.words.replace(/[\\%_]/g, '\\$&')}%`
  return inView(editions, wanted).$if(wanted.words !== '', (query) => query.where('editions.title', 'ilike', titled))
}

function inView(editions: ReturnType<typeof editionsOf>, { view, mine, today }: WantedRecords) {
  switch (view) {
    case 'mine':
      return editions.where(
        sql<boolean>`(editions.record_id, editions.edition) in (
          select * from unnest(${mine.map(({ subjectId }) => subjectId)}::uuid[], ${mine.map(({ part }) => part)}::integer[]))`,
      )
    case 'open':
      return editions.where(({ eb, or, and }) =>
        or([eb('editions.status', 'in', open), and([eb('editions.status', '=', 'live'), eb('turn', 'is not', null)])]),
      )
    case 'late':
      return editions.where(({ eb, or, and }) =>
        or([
          and([eb('editions.status', 'in', open), eb('publishBy', '<', today)]),
          // What went out in an emergency is in public, and late all the same while an approval is owed.
          and([eb('editions.status', 'in', [...open, 'live']), eb('stepDueOn', '<', today)]),
        ]),
      )
    case 'live':
      return editions.where('editions.status', '=', 'live')
    case 'all':
      return editions
  }
}
