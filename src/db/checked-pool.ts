import { setTimeout } from 'node:timers/promises'
import type { PostgresCursor, PostgresPool, PostgresQueryResult } from 'kysely'
import pg from 'pg'
import type { Patience } from './patience.ts'

/** After a swallowed error `commit` "succeeds" as ROLLBACK; whoever commits must hear that nothing was stored. */
export function checked(pool: pg.Pool, patience: Patience): PostgresPool {
  const nameOf = planNames()
  return {
    connect: async () => {
      const client = await patience.waitFor(() => pool.connect())
      let broken = false
      // The pool listens only while a connection is idle; one that breaks between two statements must not end the process.
      const lost = () => {
        broken = true
      }
      client.on('error', lost)
      const send = sender(client, nameOf)
      const ask = async (text: string, parameters: readonly unknown[]) => {
        try {
          const result = await send(text, parameters)
          if (/^\s*commit\b/i.test(text) && result.command !== 'COMMIT') throw new CommitRefused()
          return result
        } catch (error) {
          const isSound =
            error instanceof CommitRefused || (error instanceof pg.DatabaseError && error.code !== stalePlan)
          broken ||= !isSound
          throw error
        }
      }
      const release = () => {
        client.off('error', lost)
        client.release(broken)
      }
      function query<Row>(text: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<Row>>
      function query<Row>(cursor: PostgresCursor<Row>): PostgresCursor<Row>
      function query(text: unknown, parameters: readonly unknown[] = []): unknown {
        if (typeof text !== 'string') throw new Error('nothing is read by a cursor')
        return ask(text, parameters)
      }
      return { query, release }
    },
    end: endOf(pool),
    options: pool.options,
  }
}

/** Longest wait for the server to let go of connections that were ended; a cut network never says that it did. */
const partingMs = 2_000

/**
 * Ends a pool when the server has let go of every connection, and not when it was told to: whoever stops the server next would
 * break those that are still on their way out.
 */
function endOf(pool: pg.Pool): () => Promise<void> {
  const open = new Set<pg.PoolClient>()
  pool.on('connect', (client) => {
    open.add(client)
    client.once('end', () => open.delete(client))
  })
  return async () => {
    await pool.end()
    const gone = [...open].map((client) => new Promise((resolve) => client.once('end', resolve)))
    const hurry = new AbortController()
    await Promise.race([Promise.all(gone), setTimeout(partingMs, undefined, { signal: hurry.signal }).catch(() => {})])
    hurry.abort()
  }
}

const begun = { command: 'BEGIN', rows: [] }

/** `begin` waits for the first statement, and goes with it in one message where that has no parameters. */
function sender(client: pg.PoolClient, nameOf: (text: string) => string | undefined) {
  let opening = ''
  return async (text: string, parameters: readonly unknown[]): Promise<{ readonly command: string }> => {
    if (text === 'begin') {
      opening = 'begin;'
      return begun
    }
    const first = opening
    opening = ''
    if (parameters.length === 0) return lastOf(await client.query(first + text))
    if (first) await client.query(first)
    const name = nameOf(text)
    return client.query({ ...(name && { name }), text, values: [...parameters] })
  }
}

/** pg answers several statements with several results, which its types do not say. */
const lastOf = (result: pg.QueryResult): pg.QueryResult => [result].flat().at(-1) ?? result

/** "cached plan must not change result type": a migration has altered a table; the next connection plans anew. */
const stalePlan = '0A000'
/** A text that varies with its rows must not fill the server's memory with plans. */
const mostPlans = 200

/**
 * What writes is planned once on each connection; what searches, each time, since its plan depends on what is asked. A
 * question that is long to plan and asked by every act alike begins with the words `planned once` in a comment.
 */
function planNames(): (text: string) => string | undefined {
  const names = new Map<string, string>()
  return (text) => {
    if (!/^\s*(?:(?:insert|update|with\b.*\binsert into)\b|\/\* planned once \*\/)/is.test(text)) return undefined
    if (!names.has(text) && names.size < mostPlans) names.set(text, `write_${names.size}`)
    return names.get(text)
  }
}

export class CommitRefused extends Error {
  override readonly name = 'CommitRefused'
  constructor() {
    super('the transaction had failed before commit; nothing was stored')
  }
}
