import { sql } from 'kysely'
import type { Tx } from './database.ts'
import type { DB } from './schema.ts'

/** A row with all its columns. */
export type Row = Readonly<Record<string, unknown>>
/** A row as JSON, its columns in the spelling of the database. */
export type Image = Readonly<Record<string, unknown>>

/** A row as it was. */
export interface FormerRow {
  readonly id: string
  readonly before: Image
}

/** Rows that were added, by their ids, and rows that were changed, as they were. */
export interface WrittenRows {
  readonly added: readonly string[]
  readonly changed: readonly FormerRow[]
}

/** Which of the rows of a table, and how many at most. */
export interface AmongRows {
  readonly among?: readonly string[] | undefined
  readonly most: number
}

/** What is done alike with the rows of any table that have an id; the store of its room opens it for its own table. */
export const tableRows = (table: keyof DB & string) => {
  const chosen = (organId: number, ids: readonly string[]) => sql`organ_id = ${organId} and id = any(${ids}::uuid[])`
  const remove = async (tx: Tx, organId: number, ids: readonly string[]): Promise<void> => {
    await sql`delete from ${sql.table(table)} where ${chosen(organId, ids)}`.execute(tx)
  }
  /** Puts rows back as they were. */
  const restore = async (tx: Tx, organId: number, former: readonly FormerRow[]): Promise<void> => {
    for (const { id, before } of former) {
      const columns = Object.keys(before).filter((column) => column !== 'organ_id' && column !== 'id')
      const set = columns.map((column) => sql`${sql.ref(column)} = r.${sql.ref(column)}`)
      await sql`
        update ${sql.table(table)} t set ${sql.join(set)}
        from jsonb_populate_record(null::${sql.table(table)}, ${JSON.stringify(before)}::jsonb) r
        where t.organ_id = ${organId} and t.id = ${id}`.execute(tx)
    }
  }
  return {
    remove,
    restore,
    /** A row, locked until the transaction ends where that is asked for. */
    async find(tx: Tx, organId: number, id: string, lock: boolean): Promise<Row | undefined> {
      const { rows } = await sql<Row>`
        select * from ${sql.table(table)} where organ_id = ${organId} and id = ${id} ${lock ? sql`for update` : sql``}`.execute(
        tx,
      )
      return rows[0]
    },
    /** So many of the organ's rows at most, with `among` only those with these ids, in the order in which they came. */
    async list(tx: Tx, organId: number, { among, most }: AmongRows): Promise<Row[]> {
      const { rows } = await sql<Row>`
        select * from ${sql.table(table)} where organ_id = ${organId} and ${among ? sql`id = any(${[...among]}::uuid[])` : sql`true`}
        order by id limit ${most}`.execute(tx)
      return rows
    },
    async change(tx: Tx, organId: number, id: string, columns: Row): Promise<void> {
      const assigned = Object.entries(columns).map(([column, value]) => sql`${sql.ref(column)} = ${value}`)
      await sql`update ${sql.table(table)} set ${sql.join(assigned)} where organ_id = ${organId} and id = ${id}`.execute(
        tx,
      )
    },
    /** Whether another row than this one has these values. */
    async isTaken(tx: Tx, organId: number, id: string, values: Row): Promise<boolean> {
      const same = Object.entries(values).map(([column, value]) => sql`${sql.ref(column)} = ${value}`)
      const { rows } = await sql`
        select id from ${sql.table(table)}
        where organ_id = ${organId} and id <> ${id} and ${sql.join(same, sql` and `)} limit 1`.execute(tx)
      return rows.length > 0
    },
    /** How rows stand now, by their ids. */
    async listImages(tx: Tx, organId: number, ids: readonly string[]): Promise<ReadonlyMap<string, Image>> {
      const { rows } = await sql<{ id: string; image: Image }>`
        select id, to_jsonb(t) as image from ${sql.table(table)} t where ${chosen(organId, ids)}`.execute(tx)
      return new Map(rows.map(({ id, image }) => [id, image]))
    },
    /** Takes out what was added, and puts back what was changed. */
    async takeBack(tx: Tx, organId: number, { added, changed }: WrittenRows): Promise<void> {
      if (added.length > 0) await remove(tx, organId, added)
      await restore(tx, organId, changed)
    },
  }
}
