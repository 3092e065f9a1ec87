import { sql } from 'kysely'
import type pg from 'pg'
import type { Tx } from '../db/database.ts'
import type { ArchiverFigures, Proof } from './proof.ts'

/** Held by the process that makes a proof, as long as it does. */
export const proofLock = 7_102_022

const archiveLock = 7_102_023

/** Waits until nobody else packs or removes archived log; held until the connection ends. */
export const takeArchiveLock = (client: pg.Client) => client.query('select pg_advisory_lock($1)', [archiveLock])

/** The newest trials; one that was cut off counts as failed. */
export async function listProofs(tx: Tx, count: number): Promise<Proof[]> {
  const rows = await tx.selectFrom('backupProofs').selectAll().orderBy('startedAt', 'desc').limit(count).execute()
  return rows.map((row) => ({
    ...row,
    startedAt: row.startedAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
    untilAt: row.untilAt?.toISOString() ?? null,
  }))
}

/** The timed work that keeps the archive, while it fails. */
export const findFailingArchiveJob = (tx: Tx): Promise<{ failedRunning: number; fault: string | null } | undefined> =>
  tx
    .selectFrom('jobRuns')
    .select(['failedRunning', 'fault'])
    .where('name', '=', 'keep-archive')
    .where('failedRunning', '>', 0)
    .executeTakeFirst()

export async function findLastProved(tx: Tx): Promise<Proof | undefined> {
  const row = await tx
    .selectFrom('backupProofs')
    .selectAll()
    .where('isProved', '=', true)
    .orderBy('startedAt', 'desc')
    .limit(1)
    .executeTakeFirst()
  return (
    row && {
      ...row,
      startedAt: row.startedAt.toISOString(),
      endedAt: row.endedAt?.toISOString() ?? null,
      untilAt: row.untilAt?.toISOString() ?? null,
    }
  )
}

export async function isProving(tx: Tx): Promise<boolean> {
  const { rows } = await sql`
    select from pg_locks where locktype = 'advisory' and objid = ${proofLock} and granted
      and database = (select oid from pg_database where datname = current_database())`.execute(tx)
  return rows.length > 0
}

export async function readArchiver(tx: Tx): Promise<ArchiverFigures | undefined> {
  const { rows } = await sql<
    Omit<ArchiverFigures, 'lastArchivedAt' | 'failedAt'> & { at: Date | null; failed: Date | null }
  >`
    select last_archived_time as at, last_failed_time as failed,
      failed_count::int as failures,
      coalesce(last_failed_time > coalesce(last_archived_time, to_timestamp(0)), false) as is_failing
    from pg_stat_archiver`.execute(tx)
  const [row] = rows
  if (!row) return undefined
  const { at, failed, ...rest } = row
  return { ...rest, lastArchivedAt: at?.toISOString() ?? null, failedAt: failed?.toISOString() ?? null }
}

/** False when another process makes a proof. */
export async function takeProofLock(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [proofLock])
  return rows[0]?.taken === true
}

/** As the owner: the program itself may only read. What was begun before and never ended was cut off. */
export async function beginProof(client: pg.Client): Promise<string> {
  await client.query(
    `update backup_proofs set ended_at = clock_timestamp(), is_proved = false,
       problem = '验证没有做完：进程或者数据库中途停止' where ended_at is null`,
  )
  const { rows } = await client.query<{ id: string }>('insert into backup_proofs default values returning id')
  return rows[0]?.id ?? ''
}

export const noteStep = (client: pg.Client, id: string, step: string) =>
  client.query('update backup_proofs set step = $2 where id = $1', [id, step])

export const endProof = (
  client: pg.Client,
  id: string,
  { until, bytes, organs, rows, files }: { until: string; bytes: number; organs: number; rows: number; files: number },
) =>
  client.query(
    `update backup_proofs set ended_at = clock_timestamp(), is_proved = true, step = '', until_at = $2, bytes = $3,
       organs = $4, row_count = $5, file_count = $6 where id = $1`,
    [id, until, bytes, organs, rows, files],
  )

export const failProof = (client: pg.Client, id: string, problem: string) =>
  client.query(`update backup_proofs set ended_at = clock_timestamp(), is_proved = false, problem = $2 where id = $1`, [
    id,
    problem,
  ])
