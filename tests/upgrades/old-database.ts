import { randomUUID } from 'node:crypto'
import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, inject } from 'vitest'
import { asAppRole } from '../../src/db/app-role.ts'
import { releasedMigrations } from '../../src/db/migrate.ts'
import { dataFolder } from '../../src/db/testing/data-folder.ts'
import { type Dump, loadRows, unpack } from './dump.ts'

export interface OldDatabase {
  readonly ownerUrl: string
  /** As the program works. */
  readonly url: string
  /** With the key and the anchors of that installation. */
  readonly dataFolder: string
  /** What it held when that version was released. */
  readonly dump: Dump
  /** As the owner; ends with the file. */
  readonly client: pg.Client
}

/** A database as a released version left it, with all that its demo held unless it is wanted empty; gone when the test file is done. */
export async function oldDatabase(version: string, { isEmpty = false } = {}): Promise<OldDatabase> {
  const fixture = join(import.meta.dirname, version)
  const server = inject('postgresUrl')
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await once(server, `create database ${name}`)
  const ownerUrl = server.replace('/postgres?', `/${name}?`)
  const client = new pg.Client({ connectionString: ownerUrl })
  client.on('error', () => {})
  await client.connect()
  const folder = dataFolder('old')
  afterAll(async () => {
    await client.end()
    await once(server, `drop database ${name} with (force)`)
    rmSync(folder, { recursive: true, force: true })
  })

  const dump = unpack(readFileSync(join(fixture, 'rows.ndjson.br')))
  const applied = dump.tables.get('migrations') ?? []
  const keptChecksums = applied.some((row) => 'sha256' in row)
  await client.query(
    `create table migrations (name text primary key, applied_at timestamptz not null default now()${keptChecksums ? ', sha256 text' : ''})`,
  )
  for (const file of Object.keys(releasedMigrations('migrations')[version] ?? {}))
    await client.query(`begin;\n${readFileSync(join('migrations', file), 'utf8')}\n;commit`)
  const rows = isEmpty ? new Map([['migrations', applied]]) : dump.tables
  await loadRows(client, { ...dump, tables: rows })

  mkdirSync(join(folder, 'keys'), { mode: 0o700 })
  for (const [from, to] of [
    ['kaicheng.key', 'keys/kaicheng.key'],
    ['audit-anchors.jsonl', 'audit-anchors.jsonl'],
  ] as const)
    if (existsSync(join(fixture, from))) {
      copyFileSync(join(fixture, from), join(folder, to))
      chmodSync(join(folder, to), 0o600)
    }
  return { ownerUrl, url: asAppRole(ownerUrl), dataFolder: folder, dump, client }
}

async function once(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(statement)
  await client.end()
}
