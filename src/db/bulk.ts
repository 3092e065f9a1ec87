import { sql } from 'kysely'
import type { Tx } from './database.ts'
import type { DB } from './schema.ts'

type Cell = string | number | boolean | null
/** Columns in the spelling of `Database`; days and decimals as text. */
export type BulkRow = Readonly<Record<string, Cell>>

/** Rows sent with one statement: few round trips, and no parameter larger than a few megabytes. */
const chunkSize = 5_000

export function* chunks<T>(rows: readonly T[]): Generator<T[]> {
  for (let start = 0; start < rows.length; start += chunkSize) yield rows.slice(start, start + chunkSize)
}

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

const asJson = (rows: readonly BulkRow[], columns: readonly string[]): string =>
  JSON.stringify(rows.map((row) => Object.fromEntries(columns.map((column) => [snake(column), row[column] ?? null]))))

const list = (columns: readonly string[], prefix = '') =>
  sql.join(columns.map((column) => sql.ref(`${prefix}${column}`)))

/** Inserts rows of one organ. */
export async function insertRows(
  tx: Tx,
  table: keyof DB & string,
  organId: number,
  columns: readonly string[],
  rows: readonly BulkRow[],
): Promise<void> {
  for (const chunk of chunks(rows))
    await sql`
      insert into ${sql.table(table)} (organ_id, ${list(columns)})
      select ${organId}, ${list(columns, 'r.')}
      from jsonb_populate_recordset(null::${sql.table(table)}, ${asJson(chunk, columns)}::jsonb) r`.execute(tx)
}

export interface Upsert {
  readonly table: keyof DB & string
  readonly organId: number
  /** A unique key of the table, after organ_id. */
  readonly key: readonly string[]
  readonly others: readonly string[]
}

/** A row that an upsert wrote: as it was, null where it was not there, and as it is. */
export interface TouchedRow {
  readonly table: string
  readonly id: string
  readonly before: unknown
  readonly after: unknown
}

const watched = new WeakMap<Tx, TouchedRow[]>()

/** From here on the rows that upserts of this transaction write are kept in the list that it answers with. */
export function watchUpserts(tx: Tx): readonly TouchedRow[] {
  const touched: TouchedRow[] = []
  watched.set(tx, touched)
  return touched
}

/** Adds what a store wrote otherwise to that list, where one is kept. */
export function noteTouched(tx: Tx, table: string, rows: readonly Omit<TouchedRow, 'table'>[]): void {
  watched.get(tx)?.push(...rows.map(({ id, before, after }) => ({ table, id, before, after })))
}

/** Inserts what is new and changes what differs; a row that is the same is not written. Answers for each row in order. */
export async function upsertRows(
  tx: Tx,
  { table, organId, key, others }: Upsert,
  rows: readonly BulkRow[],
): Promise<('added' | 'changed' | 'unchanged')[]> {
  const columns = [...key, ...others]
  const update = sql`
    do update set ${sql.join(others.map((column) => sql`${sql.ref(column)} = ${sql.ref(`excluded.${column}`)}`))}
    where row(${list(others, 't.')}) is distinct from row(${list(others, 'excluded.')})`
  const touched = new Map<number, boolean>()
  let offset = 0
  for (const chunk of chunks(rows)) {
    const images = watched.has(tx)
      ? sql`new.id as row_id, case when old.organ_id is not null then to_jsonb(old) end as before, to_jsonb(new) as after`
      : sql`null::uuid as row_id, null::jsonb as before, null::jsonb as after`
    const result = await sql<{ place: number; isAdded: boolean } & Omit<TouchedRow, 'table'>>`
      with r as (
        select r.*, (ordinality - 1)::int as place
        from jsonb_array_elements(${asJson(chunk, columns)}::jsonb) with ordinality as element (value, ordinality),
          jsonb_populate_record(null::${sql.table(table)}, value) r
      ), written as (
        insert into ${sql.table(table)} as t (organ_id, ${list(columns)})
        select ${organId}, ${list(columns, 'r.')} from r
        on conflict (organ_id, ${list(key)}) ${others.length > 0 ? update : sql`do nothing`}
        returning ${list(key, 'new.')}, old.organ_id is null as is_added, ${images}
      )
      select place, is_added, row_id as id, before, after from written join r using (${list(key)})`.execute(tx)
    for (const { place, isAdded, id, before, after } of result.rows) {
      touched.set(offset + place, isAdded)
      watched.get(tx)?.push({ table, id, before, after })
    }
    offset += chunk.length
  }
  return rows.map((_, index) => {
    const isAdded = touched.get(index)
    return isAdded === undefined ? 'unchanged' : isAdded ? 'added' : 'changed'
  })
}
