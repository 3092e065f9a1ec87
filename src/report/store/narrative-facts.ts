import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import type { Period } from './ledger-figures.ts'

export interface ChannelCount {
  readonly kind: string
  readonly name: string
  readonly count: number
  readonly originals: number
  readonly reposts: number
}

export interface ProcessingFees {
  readonly notices: number
  /** Yuan with two decimals, as text. */
  readonly notified: string
  readonly collected: string
}

export interface NarrativeFacts {
  readonly channels: readonly ChannelCount[]
  readonly interpretations: number
  readonly responses: number
  /** Published later than art. 26 allows, of those whose day of forming is known. */
  readonly extended: number
  readonly supplemented: number
  readonly consulted: number
  readonly fees: ProcessingFees
}

/** What sections 一, 五 and 六 tell in words, counted over the period. */
export async function narrativeFacts(tx: Tx, organId: number, { from, to }: Period): Promise<NarrativeFacts> {
  const channels = await sql<ChannelCount>`
    select c.kind, c.name, count(*) as count,
      count(*) filter (where p.originality = 'original') as originals,
      count(*) filter (where p.originality = 'repost') as reposts
    from publications p join channels c on c.organ_id = p.organ_id and c.id = p.channel_id
    where p.organ_id = ${organId} and p.published_on between ${from} and ${to}
    group by c.kind, c.name order by count(*) desc, c.name`.execute(tx)
  const kinds = await sql<{ interpretations: number; responses: number }>`
    select count(*) filter (where kind = 'policyInterpretation') as interpretations,
      count(*) filter (where kind = 'publicConcernResponse') as responses
    from publications where organ_id = ${organId} and published_on between ${from} and ${to}`.execute(tx)
  const events = await sql<{ kind: string; count: number; amount: string }>`
    select e.kind, count(distinct e.request_id) as count, coalesce(sum(e.amount), 0)::text as amount
    from request_events e
    where e.organ_id = ${organId} and e.happened_on between ${from} and ${to}
      and not exists (select from request_events later where later.organ_id = e.organ_id
        and later.request_id = e.request_id and later.supersedes = e.seq)
    group by e.kind`.execute(tx)
  const event = (kind: string) => events.rows.find((row) => row.kind === kind)
  return {
    channels: channels.rows,
    interpretations: kinds.rows[0]?.interpretations ?? 0,
    responses: kinds.rows[0]?.responses ?? 0,
    extended: event('extended')?.count ?? 0,
    supplemented: event('supplementRequested')?.count ?? 0,
    consulted: event('consultationSent')?.count ?? 0,
    fees: {
      notices: event('feeNotified')?.count ?? 0,
      notified: event('feeNotified')?.amount ?? '0.00',
      collected: event('feePaid')?.amount ?? '0.00',
    },
  }
}
