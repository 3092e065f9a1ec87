import { type RawBuilder, sql } from 'kysely'
import type { PlainDate } from '../../../days/plain-date.ts'
import type { Tx } from '../../../db/database.ts'
import { allOf, between, countedIn, orderOf, says, whose } from '../../../lists/sql.ts'
import { withAddresses } from '../../public-records.ts'
import { Decision } from '../decision.ts'
import type { DecisionViewName, WantedDecisions } from '../wanted.ts'
import { columns } from './decisions.ts'

interface Wanted extends WantedDecisions {
  readonly today: PlainDate
  readonly offset: number
  readonly limit: number
  /** The last day to publish, by the day of the decision. */
  readonly limits: ReadonlyMap<PlainDate, PlainDate>
}

export type DecisionCounts = Readonly<Record<DecisionViewName, number>>

/** Of decisions `d`: 公示截止期, which only penalties have, is over. */
export const hasRunOut = (today: PlainDate) =>
  sql`(d.kind = 'penalty' and coalesce(d.facts ->> 'shownUntil' < ${today}, false))`
const open = sql`(d.publicity = 'due' and d.published_on is null and d.quashed_on is null)`
const views = (today: PlainDate): Record<DecisionViewName, RawBuilder<unknown>> => ({
  all: sql`true`,
  open: sql`(${open} and not ${hasRunOut(today)})`,
  late: sql`coalesce(l.due < case when ${open} then ${today}::date else d.published_on end, false)`,
  withdraw: sql`(d.published_on is not null and d.withdrawn_on is null and (d.quashed_on is not null or ${hasRunOut(today)}))`,
})

/** How each stands with the public, the first that is true of it. */
const stateOn = (today: PlainDate) => sql`case when d.quashed_on is not null then 'quashed'
  when d.withdrawn_on is not null then 'withdrawn'
  when d.published_on is not null then case when ${hasRunOut(today)} then 'ranOut' else 'public' end
  when d.record_id is not null then 'underWay' else d.publicity end`

const days = {
  decidedOn: sql`d.decided_on`,
  publishedOn: sql`d.published_on`,
  shownUntil: sql`d.facts ->> 'shownUntil'`,
  quashedOn: sql`d.quashed_on`,
  withdrawnOn: sql`d.withdrawn_on`,
} as const

const unitName = sql`(select u.name from work_units u where u.organ_id = d.organ_id and u.id = d.unit_id)`

const sortColumns = {
  number: sql`d.number`,
  kind: sql`array_position(array['licensing', 'penalty', 'compulsion'], d.kind)`,
  decidedOn: sql`d.decided_on`,
  publishedOn: sql`d.published_on`,
  unit: unitName,
} as const

function matching(organId: number, { q, kind, state, unit, day, from, to, today, limits }: Wanted) {
  const narrowed = allOf([
    kind && sql`d.kind = ${kind}`,
    state && sql`${stateOn(today)} = ${state}`,
    whose(sql`d.unit_id`, unit),
    between(days[day], { from, to }),
    q && says([sql`d.number`, sql`d.subject`, sql`d.facts ->> 'counterparty'`], q),
  ])
  return sql`administrative_decisions d
    left join unnest(${[...limits.keys()]}::date[], ${[...limits.values()]}::date[]) as l (day, due)
      on l.day = d.decided_on and d.kind <> 'compulsion'
    where d.organ_id = ${organId} and ${narrowed}`
}

const newest = sql`d.decided_on desc, d.number desc, d.id`

/** In a view of what is to be done the first that is due comes first, open before late. */
function orderBy({ view, sort }: Wanted): RawBuilder<unknown> {
  const chosen = orderOf(sortColumns, sort)
  if (chosen) return sql`${chosen}, ${newest}`
  return view === 'all' ? newest : sql`${open} desc, case when ${open} then d.decided_on end, ${newest}`
}

/** Decisions of the organ, the newest first unless another order was chosen; with how many stand in each view. */
export async function listDecisions(tx: Tx, organId: number, wanted: Wanted) {
  const found = matching(organId, wanted)
  const inView = views(wanted.today)
  const counted = await sql<Record<DecisionViewName, number>>`select ${countedIn(inView)} from ${found}`.execute(tx)
  const { rows } = await sql<Decision & { unitName: string | null }>`
    select ${columns}, ${unitName} as unit_name from ${found} and ${inView[wanted.view]}
    order by ${orderBy(wanted)} limit ${wanted.limit} offset ${wanted.offset}`.execute(tx)
  const items = await withAddresses(
    tx,
    organId,
    rows.map(({ unitName: name, ...row }) => ({ ...Decision.parse(row), unitName: name })),
  )
  const [counts = { all: 0, open: 0, late: 0, withdraw: 0 }] = counted.rows
  return { items, counts, total: counts[wanted.view] }
}

/** Seven working days are never fewer days than these: what was public sooner was in time, and its day is not asked for. */
const soonestLimit = 7

/** The days of the decisions that may be late. */
export async function daysOfLate(tx: Tx, organId: number): Promise<PlainDate[]> {
  const { rows } = await sql<{ day: PlainDate }>`
    select distinct d.decided_on as day from administrative_decisions d
    where d.organ_id = ${organId} and d.kind <> 'compulsion'
      and (d.published_on > d.decided_on + ${soonestLimit}::int or ${open})`.execute(tx)
  return rows.map(({ day }) => day)
}
