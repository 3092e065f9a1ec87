import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'

/** Where the cluster is: in the data folder, or where a note in it says. */
export function clusterOf(dataFolder: string): string {
  const note = join(dataFolder, 'postgres-location.txt')
  return existsSync(note) ? readFileSync(note, 'utf8').trim() : join(dataFolder, 'postgres')
}

const postmaster = (cluster: string): number =>
  Number(readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')[0])

const children = (pid: number): number[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number)

/** `kill -9` of the postmaster and of all its children: nothing is written out any more. False when it was down already. */
export function killCluster(cluster: string): boolean {
  try {
    const pid = postmaster(cluster)
    const all = [pid, ...children(pid)]
    for (const each of all) kill(each)
    return true
  } catch {
    return false
  }
}

/** `kill -9` of one back end that serves the application; the postmaster then restarts all. False when there was none. */
export async function killBackEnd(ownerUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 5_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<{ pid: number }>(
      `select pid from pg_stat_activity where application_name = 'kaicheng server' and pid <> pg_backend_pid()
       order by (state = 'active') desc, xact_start nulls last limit 1`,
    )
    const [row] = rows
    if (row) kill(row.pid)
    return row !== undefined
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}
