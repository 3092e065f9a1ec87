import { sql } from 'kysely'
import type { PlainDate } from '../../../days/plain-date.ts'
import type { Tx } from '../../../db/database.ts'
import { hasRunOut } from './lists.ts'

/** What is to be done with the decisions of a unit: how many, and the day of the first of each kind; null where there is none. */
export interface DecisionsToDo {
  readonly toPublish: number
  readonly decidedOn: PlainDate | null
  readonly toWithdraw: number
  readonly quashedOn: PlainDate | null
  /** The last day on which it was to stand in public. */
  readonly ranOutOn: PlainDate | null
}

interface Wanted {
  readonly unitId: string | null
  readonly withUnitless: boolean
  readonly today: PlainDate
  /** Records whose text, or withdrawal, is on its way: nothing is asked of their decisions. */
  readonly underWay: readonly string[]
}

/** Of the unit, and with `withUnitless` of no unit either. Its condition is that of the index `administrative_decisions_to_do`. */
export async function firstToDo(
  tx: Tx,
  organId: number,
  { unitId, withUnitless, today, underWay }: Wanted,
): Promise<DecisionsToDo> {
  const { rows } = await sql<DecisionsToDo>`
    select count(*) filter (where published_on is null)::int as to_publish,
      min(decided_on) filter (where published_on is null) as decided_on,
      count(*) filter (where published_on is not null)::int as to_withdraw,
      min(quashed_on) filter (where published_on is not null) as quashed_on,
      min((facts ->> 'shownUntil')::date) filter (where published_on is not null and quashed_on is null) as ran_out_on
    from administrative_decisions d
    where organ_id = ${organId} and (unit_id = ${unitId}::uuid or (${withUnitless} and unit_id is null))
      and (publicity = 'due' and published_on is null and quashed_on is null
        or published_on is not null and withdrawn_on is null and (quashed_on is not null or facts ? 'shownUntil'))
      and (published_on is null and not ${hasRunOut(today)}
        or published_on is not null and (quashed_on is not null or ${hasRunOut(today)}))
      and not coalesce(record_id = any(${[...underWay]}::uuid[]), false)`.execute(tx)
  const [found] = rows
  if (!found) throw new Error('a sum has one row')
  return found
}
