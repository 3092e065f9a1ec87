import { type RawBuilder, sql } from 'kysely'

/** Whether the row under the alias came by an act of this name, for a query of a store. */
export const enteredBy = (action: string, alias: string): RawBuilder<boolean> => sql<boolean>`
  exists (select from audit_entries a where a.organ_id = ${sql.ref(`${alias}.organ_id`)}
    and a.subject = ${sql.ref(`${alias}.id`)}::text and a.action = ${sql.lit(action)})`
