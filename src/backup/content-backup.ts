import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import { asAppRole } from '../db/app-role.ts'
import { openDatabase } from '../db/database.ts'
import { type Keys, loadKeys, setKeys } from '../db/keys.ts'
import { ownClient } from '../db/own-client.ts'
import { refusals } from '../refusal.ts'
import { keysOf } from './backup.ts'
import { readContent } from './content.ts'
import { readFacts } from './facts.ts'
import { type ContentManifest, type FileEntry, type Head, readManifest, writeManifest } from './manifest.ts'
import { keepApart, takeFolder } from './place.ts'
import type { Checks } from './rebuild.ts'
import { settingsKept } from './settings-kept.ts'
import { verifyFiles } from './source.ts'
import { copyFile, makeFolder, syncTree } from './tree.ts'

interface Order {
  readonly databaseUrl: string
  readonly dataFolder: string
  readonly program: string
  readonly env: NodeJS.ProcessEnv
}

/**
 * What is in a database that is somebody else's, without the data: for a later comparison with what was restored by the
 * standard tools. One snapshot; writes nothing into the database.
 */
export async function noteContent({ databaseUrl, dataFolder, program, env, into }: Order & { into: string }) {
  keepApart(into, dataFolder)
  const folder = takeFolder(into)
  try {
    return await onDatabase(databaseUrl, async (client) => {
      const begunAt = new Date().toISOString()
      const keys = await keysOf(client, dataFolder)
      const files = await copyAnchors(dataFolder, into)
      const heads = await client.query<Head>(
        `select organ_id as "organId", seq::int as seq, encode(hash, 'hex') as hash from audit_heads order by organ_id`,
      )
      const tables = await readContent(client)
      const { rows } = await client.query<{ postgres: string }>(`select current_setting('server_version') as postgres`)
      const manifest: ContentManifest = {
        kind: 'content',
        format: 1,
        begunAt,
        until: begunAt,
        program,
        tables,
        files,
        heads: heads.rows,
        postgres: rows[0]?.postgres ?? '',
        systemIdentifier: '',
        keyId: keys.id,
        keyFile: env.KAICHENG_KEY_FILE || join(dataFolder, 'keys', 'kaicheng.key'),
        settings: settingsKept(env),
        folders: ['folder'],
      }
      await syncTree(into)
      writeManifest(into, manifest, keys)
      return manifest
    })
  } catch (error) {
    folder.remove()
    throw error
  }
}

async function copyAnchors(dataFolder: string, into: string): Promise<FileEntry[]> {
  await makeFolder(join(into, 'folder'))
  const name = 'audit-anchors.jsonl'
  if (!existsSync(join(dataFolder, name))) return []
  return [{ path: `folder/${name}`, ...(await copyFile(join(dataFolder, name), join(into, 'folder', name))) }]
}

/** Compares a database that was restored by the standard tools with such a list, and makes all checks: what differs, in words. */
export async function compareContent({
  databaseUrl,
  dataFolder,
  program,
  from,
  keyFile,
  checks,
}: Order & { from: string; keyFile: string | undefined; checks: Checks }) {
  const { body: manifest, checkSeal } = readManifest(from, program)
  if (manifest.kind !== 'content') throw refusals.wrongKind(manifest.kind)
  const keys: Keys = loadKeys(dataFolder, false, keyFile ?? '')
  if (keys.id !== manifest.keyId) throw refusals.otherKeyOfBackup(manifest.keyId, keys.id, keyFile ?? dataFolder)
  checkSeal(keys)
  await verifyFiles(from, manifest)
  setKeys(keys)
  const facts = await readFacts(databaseUrl, manifest)
  const names = new Set([...Object.keys(manifest.tables), ...Object.keys(facts.tables)])
  const differences = [...names].sort().flatMap((name) => {
    const [was, is] = [manifest.tables[name], facts.tables[name]]
    if (!was) return [`多出一张表 ${name}（${is?.rows ?? 0}行）`]
    if (!is) return [`缺少表 ${name}（原有${was.rows}行）`]
    if (was.rows !== is.rows) return [`表 ${name} 原有${was.rows}行，现有${is.rows}行`]
    return was.hash === is.hash ? [] : [`表 ${name} 行数相同，内容不同`]
  })
  const db = openDatabase(asAppRole(databaseUrl), { statementMs: 3_600_000, connections: 2 })
  try {
    const problems = [...facts.problems, ...differences, ...(await checks(db, join(from, 'folder')))]
    return { ...facts, manifest, problems }
  } finally {
    await db.destroy()
  }
}

async function onDatabase<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = ownClient(url, { application_name: 'kaicheng backup' })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end().catch(() => {})
  }
}

/** The tools that back such a database up and bring it back, as they are called; the password stays out. */
export function standardTools(databaseUrl: string, { postgres }: ContentManifest, into: string): string[] {
  const url = URL.parse(databaseUrl)
  const host = url?.searchParams.get('host') || decodeURIComponent(url?.hostname ?? '') || 'localhost'
  const at = `-h ${shown(host)} -p ${url?.port || '5432'} -U ${shown(decodeURIComponent(url?.username || 'postgres'))}`
  const name = shown(decodeURIComponent(url?.pathname.slice(1) || 'postgres'))
  const version = postgres.split('.')[0]
  return [
    `请用 PostgreSQL ${version} 的工具（与服务器 ${postgres} 同一大版本）：`,
    `  整库导出  pg_dump -Fc ${at} -f ${shown(`${into}.dump`)} ${name}`,
    `  物理备份  pg_basebackup -X stream -c fast ${at} -D ${shown(`${into}.base`)}`,
    `  恢复导出  createdb ${at} 新库名 && pg_restore --exit-on-error ${at} -d 新库名 ${shown(`${into}.dump`)}`,
    `  然后核对  DATABASE_URL=新库地址 bin/kaicheng restore ${shown(into)} --key 密钥文件`,
  ]
}

/** As a shell takes it. */
const shown = (text: string) => (/^[\w./@%+:-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`)
