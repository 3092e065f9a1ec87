import { type RawBuilder, sql } from 'kysely'
import type { PlainDate } from '../../days/plain-date.ts'
import type { Tx } from '../../db/database.ts'
import type { Period } from './ledger-figures.ts'

export interface ChannelCount {
  readonly kind: string
  readonly name: string
  readonly count: number
}

/** What came out, each item once however many channels it stood on. */
export interface Published {
  readonly items: number
  readonly reposts: number
  /** Marked as original, and nobody has compared it with what others had published before. */
  readonly uncompared: number
  readonly interpretations: number
  readonly responses: number
  /** Of which nobody has said what kind of information they are. */
  readonly unsorted: number
}

export interface ProcessingFees {
  readonly notices: number
  /** Yuan with two decimals, as text. */
  readonly notified: string
  /** Paid in the period, less what was given back of it, whenever. */
  readonly collected: string
}

/** What went through review on the platform in the period. */
export interface Reviewed {
  readonly published: number
  /** Of those, published in an emergency, with the review afterwards. */
  readonly urgent: number
  /** The fewest levels that one of the others went through before it was public. */
  readonly levels: number
  /** Of all, those with an opinion on secrecy from before they were public. */
  readonly secrecy: number
}

/** What the platform itself knows to be wanting. */
export interface Shortcomings {
  /** What arts. 20 and 21 ask for and is not there; null where nothing is public on the platform. */
  readonly holes: number | null
  readonly staleColumns: number
  /** Published after the last day of art. 26. */
  readonly late: number
  /** Licences and penalties that were made public after their last day, or not yet. */
  readonly lateDecisions: number
  /** Requests that were answered after their last day, or not yet. */
  readonly lateAnswers: number
}

export interface NarrativeFacts extends Published {
  readonly channels: readonly ChannelCount[]
  readonly extended: number
  readonly supplemented: number
  readonly consulted: number
  readonly fees: ProcessingFees
  readonly reviewed: Reviewed
  /** How much is public on the platform on the last day. */
  readonly standing: number
  /** Earlier years of which the report is public on the platform. */
  readonly reports: readonly number[]
  readonly shortcomings: Shortcomings
}

/** What sections 一, 五 and 六 tell in words, counted over the period; shortcomings are told by the rooms that know them. */
export async function narrativeFacts(
  tx: Tx,
  organId: number,
  period: Period,
  shortcomings: Shortcomings,
): Promise<NarrativeFacts> {
  const published = await countPublished(tx, organId, period)
  return {
    ...published,
    channels: await countChannels(tx, organId, period),
    ...(await countCourse(tx, organId, period)),
    reviewed: await countReviewed(tx, organId, period),
    standing: await countPublic(tx, organId, period.to),
    reports: await listReports(tx, organId, period),
    shortcomings,
  }
}

async function countChannels(tx: Tx, organId: number, { from, to }: Period): Promise<ChannelCount[]> {
  const { rows } = await sql<ChannelCount>`
    select c.kind, c.name, count(*) as count
    from publications p join channels c on c.organ_id = p.organ_id and c.id = p.channel_id
    where p.organ_id = ${organId} and p.published_on between ${from} and ${to}
    group by c.kind, c.name order by count(*) desc, c.name`.execute(tx)
  return rows
}

/**
 * Items: what is linked to one record is one; what is linked to none is told apart by its title, and counts as often as the
 * channel has it that has it most.
 */
async function countPublished(tx: Tx, organId: number, { from, to }: Period): Promise<Published> {
  const most = (condition: RawBuilder<unknown>) => sql`max(count) filter (where ${condition})`
  const { rows } = await sql<Published>`
    with counted as (
      select coalesce(record_id::text, 'title ' || title) as item, channel_id, kind, originality,
        originality = 'original' and checked_at is null as is_uncompared, count(*) as count
      from publications where organ_id = ${organId} and published_on between ${from} and ${to}
      group by 1, 2, 3, 4, 5
    ), by_channel as (
      select item, channel_id, sum(count) as count, sum(count) filter (where originality = 'repost') as reposts,
        sum(count) filter (where is_uncompared) as uncompared,
        sum(count) filter (where kind = 'policyInterpretation') as interpretations,
        sum(count) filter (where kind = 'publicConcernResponse') as responses,
        sum(count) filter (where kind is null) as unsorted
      from counted group by item, channel_id
    ), by_item as (
      select ${most(sql`true`)} as items, max(reposts) as reposts, max(uncompared) as uncompared,
        max(interpretations) as interpretations, max(responses) as responses,
        max(unsorted) as unsorted
      from by_channel group by item
    )
    select coalesce(sum(items), 0)::int as items, coalesce(sum(reposts), 0)::int as reposts,
      coalesce(sum(uncompared), 0)::int as uncompared, coalesce(sum(interpretations), 0)::int as interpretations,
      coalesce(sum(responses), 0)::int as responses, coalesce(sum(unsorted), 0)::int as unsorted
    from by_item`.execute(tx)
  return rows[0] ?? { items: 0, reposts: 0, uncompared: 0, interpretations: 0, responses: 0, unsorted: 0 }
}

async function countCourse(tx: Tx, organId: number, { from, to }: Period) {
  const events = await sql<{ kind: string; count: number; amount: string }>`
    select e.kind, count(distinct e.request_id) as count, coalesce(sum(e.amount), 0)::text as amount
    from request_events e
    where e.organ_id = ${organId} and e.happened_on between ${from} and ${to}
      and e.kind in ('extended', 'supplementRequested', 'consultationSent', 'feeNotified')
      and not exists (select from request_events later where later.organ_id = e.organ_id
        and later.request_id = e.request_id and later.supersedes = e.seq)
    group by e.kind`.execute(tx)
  const fees = await sql<{ collected: string }>`
    with standing as (select e.request_id, e.kind, e.happened_on, e.amount from request_events e
      where e.organ_id = ${organId} and e.kind in ('feePaid', 'feeRefunded')
        and not exists (select from request_events later where later.organ_id = e.organ_id
          and later.request_id = e.request_id and later.supersedes = e.seq))
    select coalesce(sum(case s.kind when 'feePaid' then s.amount else -s.amount end), 0)::numeric(14, 2)::text as collected
    from standing s
    where exists (select from standing p where p.request_id = s.request_id and p.kind = 'feePaid'
      and p.happened_on between ${from} and ${to})`.execute(tx)
  const event = (kind: string) => events.rows.find((row) => row.kind === kind)
  return {
    extended: event('extended')?.count ?? 0,
    supplemented: event('supplementRequested')?.count ?? 0,
    consulted: event('consultationSent')?.count ?? 0,
    fees: {
      notices: event('feeNotified')?.count ?? 0,
      notified: event('feeNotified')?.amount ?? '0.00',
      collected: fees.rows[0]?.collected ?? '0.00',
    },
  }
}

const publishedDay = sql`(e.published_at at time zone 'Asia/Shanghai')::date`

/** Every edition that became public in the period, with what its own events say of the way there. */
async function countReviewed(tx: Tx, organId: number, { from, to }: Period): Promise<Reviewed> {
  const { rows } = await sql<Reviewed>`
    select count(*)::int as published, count(*) filter (where is_urgent)::int as urgent,
      coalesce(min(signed) filter (where not is_urgent), 0)::int as levels,
      count(*) filter (where has_secrecy)::int as secrecy
    from (select exists (select from edition_events v where v.organ_id = e.organ_id and v.record_id = e.record_id
          and v.edition = e.edition and v.kind = 'published' and v.data ->> 'urgentReason' is not null) as is_urgent,
        (select count(distinct v.data ->> 'level') from edition_events v where v.organ_id = e.organ_id
          and v.record_id = e.record_id and v.edition = e.edition and v.kind = 'signed' and v.at <= e.published_at
          and v.data ->> 'hash' = e.hash) as signed,
        exists (select from edition_events v where v.organ_id = e.organ_id and v.record_id = e.record_id
          and v.edition = e.edition and v.kind in ('signed', 'submitted', 'published') and v.at <= e.published_at
          and v.data ->> 'hash' = e.hash
          and jsonb_array_length(coalesce(nullif(v.data -> 'secrecy', 'null'), '[]')) > 0) as has_secrecy
      from editions e where e.organ_id = ${organId} and e.status in ('live', 'superseded')
        and ${publishedDay} between ${from} and ${to}) as each`.execute(tx)
  return rows[0] ?? { published: 0, urgent: 0, levels: 0, secrecy: 0 }
}

async function countPublic(tx: Tx, organId: number, day: PlainDate): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from published_records where organ_id = ${organId}
      and (first_published_at at time zone 'Asia/Shanghai')::date <= ${day}
      and (withdrawn_at is null or (withdrawn_at at time zone 'Asia/Shanghai')::date > ${day})`.execute(tx)
  return rows[0]?.count ?? 0
}

async function listReports(tx: Tx, organId: number, { from }: Period): Promise<number[]> {
  const { rows } = await sql<{ year: number }>`
    select distinct year from annual_reports
    where organ_id = ${organId} and year < extract(year from ${from}::date) order by year`.execute(tx)
  return rows.map(({ year }) => year)
}

/** What was published in the period after its last day (art. 26): first publications, and corrections of what had changed. */
export async function countLate(tx: Tx, organId: number, { from, to }: Period): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from editions e where e.organ_id = ${organId} and e.status in ('live', 'superseded')
      and e.publish_by is not null and ${publishedDay} > e.publish_by and ${publishedDay} between ${from} and ${to}`.execute(
    tx,
  )
  return rows[0]?.count ?? 0
}

/** Columns in which nothing had come out for longer than they allow, at the end of the day; empty ones are another matter. */
export async function countStaleColumns(tx: Tx, organId: number, day: PlainDate): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from platform_columns c join (
      select p.column_id, max(${publishedDay}) as last_on
      from editions e join published_records p on p.organ_id = e.organ_id and p.record_id = e.record_id
      where e.organ_id = ${organId} and e.status in ('live', 'superseded') and ${publishedDay} <= ${day}
      group by p.column_id) l on l.column_id = c.id
    where c.organ_id = ${organId} and c.update_days is not null and (c.closed_on is null or c.closed_on > ${day})
      and ${day}::date - l.last_on > c.update_days`.execute(tx)
  return rows[0]?.count ?? 0
}

export interface PublicDecision {
  readonly kind: string
  readonly publicity: string
  readonly decidedOn: PlainDate
  readonly publishedOn: PlainDate | null
  readonly quashedOn: PlainDate | null
  readonly count: number
}

/** Licences and penalties of the period that must be made public or were, by the days that their clock knows. */
export async function listPublicDecisions(tx: Tx, organId: number, { from, to }: Period): Promise<PublicDecision[]> {
  const { rows } = await sql<PublicDecision>`
    select kind, publicity, decided_on, published_on, quashed_on, count(*)::int as count from administrative_decisions
    where organ_id = ${organId} and kind <> 'compulsion' and decided_on between ${from} and ${to}
      and (publicity = 'due' or published_on is not null)
    group by 1, 2, 3, 4, 5`.execute(tx)
  return rows
}
