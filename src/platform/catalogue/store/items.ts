import { sql } from 'kysely'
import { upsertRows } from '../../../db/bulk.ts'
import type { Tx } from '../../../db/database.ts'
import { says } from '../../../lists/sql.ts'
import { type Counts, countOf } from '../../../workbooks/counts.ts'
import { keyText } from '../../../workbooks/ledger.ts'
import type { CatalogueEntry, CatalogueForm, CatalogueItem } from '../item.ts'

/** What a reader looks for in the catalogue; a page of null means all of it. */
export interface WantedItems {
  readonly words: string
  readonly columnId: string | null
  readonly page: number | null
  readonly pageSize: number
}

export const everyItem: WantedItems = { words: '', columnId: null, page: null, pageSize: 0 }

/** Items of the catalogue in their order, with how many there are. */
export async function listItems(
  tx: Tx,
  organId: number,
  { words, columnId, page, pageSize }: WantedItems,
): Promise<{ items: CatalogueItem[]; total: number }> {
  const wanted = tx
    .selectFrom('disclosureCatalogue as i')
    .leftJoin('platformColumns as c', (join) =>
      join.onRef('c.organId', '=', 'i.organId').onRef('c.id', '=', 'i.columnId'),
    )
    .where('i.organId', '=', organId)
    .$if(columnId !== null, (query) => query.where('i.columnId', '=', columnId))
    .$if(words !== '', (query) =>
      query.where(
        says([sql`i.first_item`, sql`i.second_item`, sql`i.content`, sql`i.basis`, sql`i.responsible_organ`], words),
      ),
    )
  const { total } = await wanted.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await wanted
    .select([
      'i.id',
      'i.position',
      'i.firstItem',
      'i.secondItem',
      'i.content',
      'i.basis',
      'i.timeLimit',
      'i.responsibleOrgan',
      'i.channels',
      'i.audience',
      'i.way',
      'i.level',
      'i.columnId',
      'i.art20Item',
      'c.name as columnName',
    ])
    .orderBy('i.position')
    .orderBy('i.id')
    .$if(page !== null, (query) => query.limit(pageSize).offset(((page ?? 1) - 1) * pageSize))
    .execute()
  return { items: rows as CatalogueItem[], total }
}

/** The columns that items of the catalogue name. */
export const listNamedColumns = (tx: Tx, organId: number): Promise<{ id: string; name: string }[]> =>
  tx
    .selectFrom('platformColumns as c')
    .select(['c.id', 'c.name'])
    .where('c.organId', '=', organId)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('disclosureCatalogue as i')
          .select('i.id')
          .whereRef('i.organId', '=', 'c.organId')
          .whereRef('i.columnId', '=', 'c.id'),
      ),
    )
    .orderBy('c.position')
    .execute()

export async function findItem(tx: Tx, organId: number, id: string): Promise<CatalogueItem | undefined> {
  const { items } = await listItems(tx, organId, everyItem)
  return items.find((item) => item.id === id)
}

/** Where the catalogue ends. */
export async function lastPosition(tx: Tx, organId: number): Promise<number> {
  const { last } = await tx
    .selectFrom('disclosureCatalogue')
    .select(({ fn }) => fn.max('position').as('last'))
    .where('organId', '=', organId)
    .executeTakeFirstOrThrow()
  return last ?? 0
}

export async function countItems(tx: Tx, organId: number): Promise<number> {
  return (await listItems(tx, organId, { ...everyItem, page: 1, pageSize: 1 })).total
}

/** Whether another row stands for the same item. */
export async function isTaken(
  tx: Tx,
  organId: number,
  { firstItem, secondItem }: Pick<CatalogueEntry, 'firstItem' | 'secondItem'>,
  but: string | null,
): Promise<boolean> {
  const row = await tx
    .selectFrom('disclosureCatalogue')
    .select('id')
    .where('organId', '=', organId)
    .where('firstItem', '=', firstItem)
    .where('secondItem', '=', secondItem)
    .$if(but !== null, (query) => query.where('id', '<>', but))
    .executeTakeFirst()
  return row !== undefined
}

export async function addItem(
  tx: Tx,
  organId: number,
  item: CatalogueForm & { readonly position: number },
): Promise<string> {
  const { id } = await tx
    .insertInto('disclosureCatalogue')
    .values({ organId, ...item })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function saveItem(
  tx: Tx,
  organId: number,
  id: string,
  item: CatalogueForm & { readonly position: number },
): Promise<void> {
  await tx.updateTable('disclosureCatalogue').set(item).where('organId', '=', organId).where('id', '=', id).execute()
}

export async function removeItem(tx: Tx, organId: number, id: string): Promise<void> {
  await tx.deleteFrom('disclosureCatalogue').where('organId', '=', organId).where('id', '=', id).execute()
}

/** Stores the rows of a file: known items keep their place, new ones follow in the order of the file. */
export async function saveItems(tx: Tx, organId: number, entries: readonly CatalogueEntry[]): Promise<Counts> {
  const { items } = await listItems(tx, organId, everyItem)
  const places = new Map(items.map((item) => [keyText([item.firstItem, item.secondItem]), item.position]))
  let last = items.at(-1)?.position ?? 0
  const rows = entries.map((entry) => {
    const position = places.get(keyText([entry.firstItem, entry.secondItem]))
    if (position === undefined) last += 1
    return { ...entry, position: position ?? last }
  })
  const others = ['position', 'content', 'basis', 'timeLimit', 'responsibleOrgan', 'channels', 'audience', 'way']
  const upsert = { table: 'disclosureCatalogue', organId, key: ['firstItem', 'secondItem'] } as const
  return countOf(await upsertRows(tx, { ...upsert, others: [...others, 'level', 'columnId', 'art20Item'] }, rows))
}
