import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import { releasedMigrations } from '../../src/db/migrate.ts'
import { type Dump, loadRows, unpack } from './dump.ts'

/** Makes the tables of a released version in an empty database, and fills them with what its demo held unless they are wanted empty. */
export async function fillAsReleased(client: pg.Client, version: string, { isEmpty = false } = {}): Promise<Dump> {
  const dump = unpack(readFileSync(join(import.meta.dirname, version, 'rows.ndjson.br')))
  const applied = dump.tables.get('migrations') ?? []
  const keptChecksums = applied.some((row) => 'sha256' in row)
  await client.query(
    `create table migrations (name text primary key, applied_at timestamptz not null default now()${keptChecksums ? ', sha256 text' : ''})`,
  )
  for (const file of Object.keys(releasedMigrations('migrations')[version] ?? {}))
    await client.query(`begin;\n${readFileSync(join('migrations', file), 'utf8')}\n;commit`)
  const rows = isEmpty ? new Map([['migrations', applied]]) : dump.tables
  await loadRows(client, { ...dump, tables: rows })
  return dump
}

/** The key and the anchors of that installation, into its data folder. */
export function layKeyAndAnchors(version: string, folder: string): void {
  mkdirSync(join(folder, 'keys'), { mode: 0o700 })
  for (const [from, to] of [
    ['kaicheng.key', 'keys/kaicheng.key'],
    ['audit-anchors.jsonl', 'audit-anchors.jsonl'],
  ] as const) {
    const kept = join(import.meta.dirname, version, from)
    if (!existsSync(kept)) continue
    copyFileSync(kept, join(folder, to))
    chmodSync(join(folder, to), 0o600)
  }
}
