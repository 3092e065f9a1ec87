import { sql } from 'kysely'
import type { PlainDate } from '../../days/plain-date.ts'
import type { Database, Tx } from '../../db/database.ts'
import { art20Items } from '../../law/scope.ts'
import type { ItemCount } from './coverage.ts'
import type { Declaration, DeclaredAbsence, NewDeclaration } from './declaration.ts'

/** Live records by column and by the item that they name. */
export async function countByItem(tx: Tx, organId: number): Promise<ItemCount[]> {
  const { rows } = await sql<ItemCount>`
    select column_id, art20_item, count(*)::int as count,
      max((changed_at at time zone 'Asia/Shanghai')::date) as updated_on
    from published_records where organ_id = ${organId} and withdrawn_at is null
    group by column_id, art20_item`.execute(tx)
  return rows
}

/** The same of what was public at the end of a day. When it was last changed by then is not known, so its first day stands. */
export async function countByItemOn(tx: Tx, organId: number, day: PlainDate): Promise<ItemCount[]> {
  const { rows } = await sql<ItemCount>`
    select column_id, art20_item, count(*)::int as count,
      max((first_published_at at time zone 'Asia/Shanghai')::date) as updated_on
    from published_records where organ_id = ${organId}
      and (first_published_at at time zone 'Asia/Shanghai')::date <= ${day}
      and (withdrawn_at is null or (withdrawn_at at time zone 'Asia/Shanghai')::date > ${day})
    group by column_id, art20_item`.execute(tx)
  return rows
}

/** What the organ declared then that it does not have. */
export const listDeclarationsOn = (tx: Tx, organId: number, day: PlainDate): Promise<Declaration[]> =>
  tx
    .selectFrom('coverageDeclarations')
    .select(['id', 'item', 'matter', 'reason', 'declaredOn', 'reviewOn'])
    .select(sql<null>`null`.as('declaredByName'))
    .where('organId', '=', organId)
    .where('declaredOn', '<=', day)
    .where((where) => where.or([where('endedOn', 'is', null), where('endedOn', '>', day)]))
    .execute()

/** What the organ declares now that it does not have. */
export const listDeclarations = (tx: Tx, organId: number): Promise<Declaration[]> =>
  tx
    .selectFrom('coverageDeclarations as d')
    .leftJoin('staff as s', (join) => join.onRef('s.organId', '=', 'd.organId').onRef('s.id', '=', 'd.declaredBy'))
    .select(['d.id', 'd.item', 'd.matter', 'd.reason', 'd.declaredOn', 'd.reviewOn', 's.name as declaredByName'])
    .where('d.organId', '=', organId)
    .where('d.endedOn', 'is', null)
    .orderBy('d.item')
    .orderBy('d.matter')
    .execute()

/** What the public is told: a declaration falls silent as soon as something of the kind is published. */
export async function listDeclared(db: Tx | Database, organId: number): Promise<DeclaredAbsence[]> {
  const { rows } = await sql<Omit<DeclaredAbsence, 'label'>>`
    select d.item, d.matter, d.reason, d.review_on from coverage_declarations d
    where d.organ_id = ${organId} and d.ended_on is null and not exists (
      select from published_records p join platform_columns c on c.organ_id = p.organ_id and c.id = p.column_id
      where p.organ_id = d.organ_id and p.withdrawn_at is null and case when d.item is null
        then d.matter = any(c.art21_matters)
        else p.art20_item = d.item or (p.art20_item is null and d.item = any(c.art20_items)) end)
    order by d.item, d.matter`.execute(db)
  return rows.map((row) => ({
    ...row,
    label: row.matter ?? art20Items.find(({ item }) => item === row.item)?.content ?? '',
  }))
}

export async function add(
  tx: Tx,
  organId: number,
  declaration: NewDeclaration & { readonly declaredOn: PlainDate; readonly declaredBy: string | null },
): Promise<string> {
  const { id } = await tx
    .insertInto('coverageDeclarations')
    .values({ organId, ...declaration })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** False when there is no such declaration, or it has ended. */
export async function end(
  tx: Tx,
  organId: number,
  id: string,
  { reason, on }: { readonly reason: string; readonly on: PlainDate },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('coverageDeclarations')
    .set({ endedOn: on, endedReason: reason })
    .where('organId', '=', organId)
    .where('id', '=', id)
    .where('endedOn', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Declarations whose day of review has come and of which nobody was reminded; whoever asks again gets none twice. */
export async function takeDue(tx: Tx, organId: number, today: PlainDate): Promise<Declaration[]> {
  const due = (await listDeclarations(tx, organId)).filter(({ reviewOn }) => reviewOn <= today)
  const { rows } = await sql<{ id: string }>`
    update coverage_declarations set reminded_for = review_on
    where organ_id = ${organId} and ended_on is null and review_on <= ${today} and reminded_for is distinct from review_on
    returning id`.execute(tx)
  return due.filter(({ id }) => rows.some((row) => row.id === id))
}

/** Where mail reaches the heads of the work body. */
export async function mailOfHeads(tx: Tx, organId: number): Promise<string[]> {
  const rows = await tx
    .selectFrom('staff')
    .innerJoin('staffRoles', (join) =>
      join.onRef('staffRoles.organId', '=', 'staff.organId').onRef('staffRoles.staffId', '=', 'staff.id'),
    )
    .select('email')
    .where('staff.organId', '=', organId)
    .where('staffRoles.role', '=', 'ogiHead')
    .where('disabledAt', 'is', null)
    .where('email', '<>', '')
    .execute()
  return rows.map(({ email }) => email)
}
