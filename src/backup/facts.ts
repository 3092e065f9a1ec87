import type pg from 'pg'
import { ownClient } from '../db/own-client.ts'
import { countRows, readContent } from './content.ts'
import type { Head, Manifest, TableContent } from './manifest.ts'

/** What a restored database holds, and what is wrong with it. */
export interface Facts {
  readonly organs: number
  readonly rows: number
  readonly files: number
  readonly tables: Readonly<Record<string, TableContent>>
  readonly problems: readonly string[]
}

/** Reads a restored database whole and compares it with what its manifest promises. */
export async function readFacts(ownerUrl: string, manifest: Manifest): Promise<Facts> {
  const client = ownClient(ownerUrl, { application_name: 'kaicheng restore' })
  await client.connect()
  try {
    const tables = await readContent(client)
    return {
      organs: tables.organs?.rows ?? 0,
      rows: countRows(tables),
      files: tables.files?.rows ?? 0,
      tables,
      problems: [...(await keyProblems(client, manifest)), ...(await missingEntries(client, manifest.heads))],
    }
  } finally {
    await client.end().catch(() => {})
  }
}

async function keyProblems(client: pg.Client, { keyId }: Manifest): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>('select id from sealing_key')
  return rows[0]?.id === keyId ? [] : [`数据库的密钥编号是${rows[0]?.id ?? '空'}，清单所记的是${keyId}`]
}

/** Everything is audited: when the last entries of the backup's end are there, no step acknowledged before it is missing. */
async function missingEntries(client: pg.Client, heads: readonly Head[]): Promise<string[]> {
  const problems: string[] = []
  for (const { organId, seq, hash } of heads) {
    const { rows } = await client.query<{ hash: string }>(
      `select encode(hash, 'hex') as hash from audit_entries where organ_id = $1 and seq = $2`,
      [organId, seq],
    )
    if (rows[0]?.hash !== hash)
      problems.push(`机关${organId}的第${seq}条审计记录不在恢复出的数据里，备份时它是最后一条`)
  }
  return problems
}
