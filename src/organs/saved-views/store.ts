import type { Tx } from '../../db/database.ts'
import { refusals } from '../../refusal.ts'
import { ListId, type NewView, type SavedView } from './saved-view.ts'

interface Own {
  readonly organId: number
  readonly staffId: string
}

/** The person's own ways of looking at the list, by name. */
export const listViews = (tx: Tx, { organId, staffId }: Own, list: ListId): Promise<SavedView[]> =>
  tx
    .selectFrom('savedViews')
    .select(['id', 'name', 'query', 'isDefault'])
    .where('organId', '=', organId)
    .where('staffId', '=', staffId)
    .where('list', '=', list)
    .orderBy('name')
    .execute()

const mostViews = 30

/** Keeps a way of looking in the place of the one of the same name; a default one in the place of the default. */
export async function saveView(tx: Tx, { organId, staffId }: Own, view: NewView): Promise<string> {
  const { list, name, query, isDefault } = view
  const others = (await listViews(tx, { organId, staffId }, list)).filter((each) => each.name !== name)
  if (others.length >= mostViews) throw refusals.tooManyViews(mostViews)
  if (isDefault)
    await tx
      .updateTable('savedViews')
      .set({ isDefault: false })
      .where('organId', '=', organId)
      .where('staffId', '=', staffId)
      .where('list', '=', list)
      .execute()
  const { id } = await tx
    .insertInto('savedViews')
    .values({ organId, staffId, ...view })
    .onConflict((conflict) =>
      conflict.columns(['organId', 'staffId', 'list', 'name']).doUpdateSet({ query, isDefault }),
    )
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Gives a way of looking another name. Refuses one that is not the person's own, and the name of another. */
export async function renameView(tx: Tx, { organId, staffId }: Own, id: string, name: string): Promise<void> {
  const view = await tx
    .selectFrom('savedViews')
    .select('list')
    .where('organId', '=', organId)
    .where('staffId', '=', staffId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!view) throw refusals.unknownView()
  const named = await listViews(tx, { organId, staffId }, ListId.parse(view.list))
  if (named.some((each) => each.name === name && each.id !== id)) throw refusals.viewNameTaken(name)
  await tx.updateTable('savedViews').set({ name }).where('organId', '=', organId).where('id', '=', id).execute()
}

/** Forgets a way of looking. Refuses one that is not the person's own. */
export async function removeView(tx: Tx, { organId, staffId }: Own, id: string): Promise<void> {
  const gone = await tx
    .deleteFrom('savedViews')
    .where('organId', '=', organId)
    .where('staffId', '=', staffId)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst()
  if (!gone) throw refusals.unknownView()
}
