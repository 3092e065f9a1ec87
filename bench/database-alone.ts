import { execFile, execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { rateOf } from './percentile.ts'

/** How often a second a few connections at once run a transaction; `client` is the number of the one that does, from nought. */
export interface DatabaseAlone {
  readonly by: string
  readonly rate: (statements: (client: string) => readonly string[]) => Promise<number>
  readonly close: () => Promise<void>
}

/** PostgreSQL without our program: driven by `pgbench` where there is one, else by clients in this process. */
export async function databaseAlone(url: string, connections: number, seconds: number): Promise<DatabaseAlone> {
  const version = pgbenchVersion()
  return version ? byPgbench(version, url, connections, seconds) : byClients(url, connections, seconds)
}

function pgbenchVersion(): string | undefined {
  try {
    return execFileSync('pgbench', ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  } catch {
    return undefined
  }
}

function byPgbench(by: string, url: string, connections: number, seconds: number): DatabaseAlone {
  const folder = mkdtempSync(join(tmpdir(), 'kaicheng-pgbench-'))
  const script = join(folder, 'transaction.sql')
  return {
    by,
    rate: async (statements) => {
      writeFileSync(
        script,
        statements(':client_id')
          .map((statement) => `${statement};\n`)
          .join(''),
      )
      const options = ['-n', '-c', String(connections), '-j', '2', '-T', String(seconds), '-f', script, url]
      const { stdout } = await promisify(execFile)('pgbench', options)
      const rate = /^tps = ([\d.]+)/m.exec(stdout)?.[1]
      if (!rate || !/number of failed transactions: 0 /.test(stdout)) throw new Error(`pgbench: ${stdout}`)
      return Number(rate)
    },
    close: async () => rmSync(folder, { recursive: true }),
  }
}

async function byClients(url: string, connections: number, seconds: number): Promise<DatabaseAlone> {
  const clients = Array.from({ length: connections }, () => new pg.Client({ connectionString: url }))
  await Promise.all(clients.map((client) => client.connect()))
  return {
    by: 'pg clients in this process',
    rate: (statements) =>
      rateOf(connections, seconds, async (worker) => {
        for (const statement of statements(String(worker))) await clients[worker]?.query(statement)
      }),
    close: async () => {
      await Promise.all(clients.map((client) => client.end()))
    },
  }
}
