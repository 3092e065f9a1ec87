import { type RawBuilder, sql } from 'kysely'
import type { PlainDate } from '../../../days/plain-date.ts'
import { documentTypes } from '../../../disclosure/validity.ts'
import { validitySql } from '../../../search/walk.ts'
import type { Counts } from '../counts.ts'

const by = (what: RawBuilder<unknown>) => sql`
  (select coalesce(json_object_agg(id, count), '{}') from (
    select ${what} as id, count(*) as count from hits group by 1) as each where id is not null)`

/** Of the rows of `hits`, which are few, how many there are of each choice. */
export const countsOf = (today: PlainDate): RawBuilder<Counts> => sql<Counts>`json_build_object(
  'organ', ${by(sql`organ_id`)}, 'column', ${by(sql`column_id`)}, 'type', ${by(sql`type`)},
  'year', ${by(sql`extract(year from day)`)},
  'validity', ${by(sql`case when type = any(${[...documentTypes]}::text[]) or effective_from is not null
    or valid_until is not null or repealed_on is not null then ${validitySql(today)} end`)})`
