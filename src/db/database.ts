import { CamelCasePlugin, Kysely, PostgresDialect, type Transaction } from 'kysely'
import pg from 'pg'
import { tellFault } from '../faults/fault.ts'
import { inPublic } from './app-role.ts'
import { checked } from './checked-pool.ts'
import { patienceWith } from './patience.ts'
import type { DB } from './schema.ts'

export type Database = Kysely<DB>
/** The transaction that every action and store function takes first; there is no global one to reach for. */
export type Tx = Transaction<DB>

/** Days stay YYYY-MM-DD, decimals stay text, counts become numbers. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) => {
    if (oid === pg.types.builtins.DATE || oid === pg.types.builtins.NUMERIC) return (text: string) => text
    if (oid === pg.types.builtins.INT8) return Number
    return pg.types.getTypeParser(oid, format as 'text')
  },
}

export interface ConnectionLimits {
  /** Longest wait for any one statement, in milliseconds, both here and on the server. */
  readonly statementMs?: number
  readonly connections?: number
  readonly applicationName?: string
}

/** Opens a pool on `url`. Nothing is sent before the first query. */
export function openDatabase(url: string, limits: ConnectionLimits = {}): Database {
  const { statementMs = 30_000, connections = 10, applicationName = 'kaicheng' } = limits
  const client: pg.ClientConfig = {
    types,
    application_name: applicationName,
    connectionTimeoutMillis: 5_000,
    statement_timeout: statementMs,
    idle_in_transaction_session_timeout: statementMs,
    // A cut network leaves the server's own limit unheard; only this one ends the wait.
    query_timeout: statementMs + 2_000,
  }
  const patience = patienceWith(url, client)
  const pool = new pg.Pool({ ...client, connectionString: inPublic(url), max: connections, Client: patience.Client })
  // An idle connection that breaks is replaced by the pool; the next query reports what is wrong. None follows once it ends.
  pool.on('error', (error) => {
    if (!pool.ending) tellFault(error, { kind: 'database', place: 'idle connection' })
  })
  // The pool stops listening to a connection while it is in use; unheard, its breaking would end the process.
  pool.on('connect', (client) => client.on('error', () => {}))
  return new Kysely<DB>({
    dialect: new PostgresDialect({ pool: checked(pool, patience) }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  })
}
