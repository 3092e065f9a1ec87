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

/** Brackets of every form that stands in a title or a number, opening and closing, once width is folded. */
const brackets = ['〔【〖「『〈《({', '〕】〗」』〉》)}'] as const
const oneBracket = ([opening, closing]: typeof brackets): readonly [string, string] => [
  opening + closing,
  '['.repeat(opening.length) + ']'.repeat(closing.length),
]

const folded = (words: string): string => {
  const [written, one] = oneBracket(brackets)
  return words.normalize('NFKC').replace(/./gsu, (sign) => one[written.indexOf(sign)] ?? sign)
}

/**
 * Whether one of the texts has the words. Width, case and the form of brackets say nothing, as in the public search: [2026] finds
 * 〔2026〕. No index is asked, so only for what one organ keeps.
 */
export function says(texts: readonly RawBuilder<unknown>[], words: string): RawBuilder<boolean> {
  const [written, one] = oneBracket(brackets)
  return sql<boolean>`translate(normalize(concat_ws(chr(10), ${sql.join(texts)}), nfkc), ${written}, ${one}) ilike ${likePart(folded(words))}`
}

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
