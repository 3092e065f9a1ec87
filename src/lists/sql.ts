import { type RawBuilder, sql } from 'kysely'
import { readSort } from './wanted.ts'

/** Where no filter was chosen nothing is narrowed. */
export type Condition = RawBuilder<unknown> | false | '' | undefined | null

/** All conditions that were chosen, joined; the rest is left out. */
export function allOf(conditions: readonly Condition[]): RawBuilder<unknown> {
  const chosen = conditions.filter((each) => each !== false && each !== '' && each !== undefined && each !== null)
  return chosen.length === 0 ? sql`true` : sql.join(chosen, sql` and `)
}

/** Whose it is: this one's, or nobody's. */
export const whose = (column: RawBuilder<unknown>, id: string | undefined): Condition =>
  id !== undefined && (id === 'none' ? sql`${column} is null` : sql`${column} = ${id}`)

/** Between two days, both included. */
export const between = (
  column: RawBuilder<unknown>,
  { from, to }: { readonly from?: string | undefined; readonly to?: string | undefined },
): RawBuilder<unknown> =>
  allOf([from !== undefined && sql`${column} >= ${from}`, to !== undefined && sql`${column} <= ${to}`])

/** What is looked for as part of a text; % and _ are characters like others. */
export const likePart = (words: string): string => `%${words.replace(/[\\%_]/g, '\\$&')}%`

/** Columns of a query that count what it finds by view. */
export const countedIn = (views: Readonly<Record<string, RawBuilder<unknown>>>): RawBuilder<unknown> =>
  sql.join(Object.entries(views).map(([id, condition]) => sql`count(*) filter (where ${condition}) as ${sql.ref(id)}`))

/** The order that was chosen, what has no value last; undefined where none was. */
export function orderOf(
  columns: Readonly<Record<string, RawBuilder<unknown>>>,
  sort: string | undefined,
): RawBuilder<unknown> | undefined {
  const { by, isDown } = readSort(sort ?? '')
  const column = columns[by]
  return column && (isDown ? sql`${column} desc nulls last` : sql`${column} asc nulls last`)
}
