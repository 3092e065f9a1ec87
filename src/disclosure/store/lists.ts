import { sql } from 'kysely'
import { nextDay, officeTime, type PlainDate } from '../../days/plain-date.ts'
import type { Tx } from '../../db/database.ts'
import { allOf, between, orderOf, says, whose } from '../../lists/sql.ts'
import { Role } from '../../organs/role.ts'
import { ActKind } from '../content.ts'
import { EditionStatus, editionStatuses } from '../edition.ts'
import { RecordTypeId } from '../record-type.ts'
import type { WantedRecords } from '../wanted.ts'

interface Wanted extends WantedRecords {
  /** What waits for the person, as turns say. */
  readonly mine: readonly { readonly subjectId: string; readonly part: number }[]
  readonly today: PlainDate
  readonly offset: number
  readonly limit: number
}

const open = ['drafting', 'reviewing', 'signed', 'scheduled'] as const

/** A line of such a list, as the tables keep it. */
export type ListedEdition = Awaited<ReturnType<typeof listEditionsFor>>['items'][number]

/** Editions for the console, what is due first unless another order was chosen: those waiting for the person, the open, the late, the public ones. */
export async function listEditionsFor(tx: Tx, organId: number, wanted: Wanted) {
  const { view, sort, offset, limit } = wanted
  const found = wantedOf(tx, organId, wanted)
  const chosen = orderOf(sortColumns, sort)
  const { total } = await found.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const items = await found
    .select(listedColumns)
    .select(['platformColumns.name as columnName', 'workUnits.name as unitName'])
    .$if(chosen !== undefined, (query) => query.orderBy(chosen ?? sql`true`))
    // What is in public has no clock to be sorted by: the newest stands first, below what is on its way.
    .$if(view === 'live' || view === 'all', (query) =>
      query.orderBy(sql`editions.status = 'discarded'`).orderBy('publishedAt', (order) => order.desc().nullsFirst()),
    )
    .orderBy(sql`least(step_due_on, publish_by)`, 'asc')
    .orderBy('editions.recordId', 'desc')
    .limit(limit)
    .offset(offset)
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

const sortColumns = {
  // What is in public has met its limit, or missed it: it is no longer told.
  publishBy: sql`case when editions.status = any(${[...open]}::text[]) then editions.publish_by end`,
  stepDueOn: sql`editions.step_due_on`,
  publishedOn: sql`editions.published_at`,
  status: sql`array_position(${editionStatuses.map(({ id }) => id)}::text[], editions.status)`,
} as const

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
    .leftJoin('workUnits', (join) =>
      join
        .onRef('workUnits.organId', '=', 'informationRecords.organId')
        .onRef('workUnits.id', '=', 'informationRecords.unitId'),
    )
    .where('editions.organId', '=', organId)

const wantedOf = (tx: Tx, organId: number, wanted: Wanted) =>
  inView(editionsOf(tx, organId), wanted).where(sql<boolean>`${narrowed(wanted)}`)

const narrowed = ({ q, type, status, act, column, unit, day, from, to }: Wanted) =>
  allOf([
    q && says([sql`editions.title`], q),
    type && sql`information_records.type = ${type}`,
    status && inStatus(status),
    act && sql`editions.act = ${act}`,
    column && sql`information_records.column_id = ${column}`,
    whose(sql`information_records.unit_id`, unit),
    day === 'publishedOn' ? publishedBetween(from, to) : between(days[day], { from, to }),
  ])

const taken = sql`(editions.status = 'live' and editions.act = 'withdraw')`
const inStatus = (status: NonNullable<Wanted['status']>) =>
  status === 'withdrawn' ? taken : sql`editions.status = ${status} and not ${taken}`

const days = {
  madeOn: sql`editions.made_on`,
  publishBy: sql`editions.publish_by`,
  stepDueOn: sql`editions.step_due_on`,
} as const

/** By the office's clock. */
const publishedBetween = (from: PlainDate | undefined, to: PlainDate | undefined) =>
  allOf([
    from && sql`editions.published_at >= ${officeTime(from, '00:00')}`,
    to && sql`editions.published_at < ${officeTime(nextDay(to), '00:00')}`,
  ])

function inView(editions: ReturnType<typeof editionsOf>, { view, mine, today }: Wanted) {
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
