import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib'
import type pg from 'pg'

/** A row as JSON, keyed by column. */
export type Row = Readonly<Record<string, unknown>>

/** All that a database of the product holds, without the queue of timed jobs, which is made anew at each start. */
export interface Dump {
  readonly tables: ReadonlyMap<string, readonly Row[]>
  /** The last number that each sequence gave, as text. */
  readonly sequences: Readonly<Record<string, string | null>>
}

const most = 500

/** Every row of every table, in the order in which it lies there. */
export async function dumpRows(client: pg.Client): Promise<Dump> {
  const names = await client.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by relname collate "C"`,
  )
  const tables = new Map<string, readonly Row[]>()
  for (const { name } of names.rows) {
    const { rows } = await client.query<{ row: Row }>(`select to_jsonb(t) as row from "${name}" t order by ctid`)
    tables.set(
      name,
      rows.map(({ row }) => row),
    )
  }
  const last = await client.query<{ name: string; last: string | null }>(
    `select sequencename as name, last_value as last from pg_sequences where schemaname = 'public' order by sequencename collate "C"`,
  )
  return { tables, sequences: Object.fromEntries(last.rows.map(({ name, last }) => [name, last])) }
}

/** Fills a database that has the tables of the dump's version and no rows; what the database computes is computed anew, and no trigger runs. */
export async function loadRows(client: pg.Client, { tables, sequences }: Dump): Promise<void> {
  await client.query('begin')
  await client.query("set local session_replication_role = 'replica'")
  for (const [table, rows] of tables) {
    const columns = await client.query<{ list: string }>(
      `select string_agg(quote_ident(attname), ', ') as list from pg_attribute
       where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
      [table],
    )
    const list = columns.rows[0]?.list
    const statement = `insert into "${table}" (${list}) overriding system value
      select ${list} from jsonb_populate_recordset(null::"${table}", $1)`
    for (let from = 0; from < rows.length; from += most)
      await client.query(statement, [JSON.stringify(rows.slice(from, from + most))])
  }
  for (const [name, last] of Object.entries(sequences))
    if (last !== null) await client.query('select setval($1, $2)', [name, last])
  await client.query('commit')
}

/** A line for the sequences, then for each table its name and its rows, one to a line. */
export function pack({ tables, sequences }: Dump): Buffer {
  const lines = [...tables].flatMap(([table, rows]) => [table, ...rows])
  const text = [sequences, ...lines].map((line) => `${JSON.stringify(line)}\n`).join('')
  return brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS } })
}

export function unpack(packed: Uint8Array): Dump {
  const [first = '', ...lines] = brotliDecompressSync(packed).toString('utf8').trimEnd().split('\n')
  const tables = new Map<string, Row[]>()
  let rows: Row[] = []
  for (const line of lines) {
    const read: string | Row = JSON.parse(line)
    if (typeof read === 'string') {
      rows = []
      tables.set(read, rows)
    } else rows.push(read)
  }
  return { tables, sequences: JSON.parse(first) }
}
