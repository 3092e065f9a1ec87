import { existsSync, lstatSync, readdirSync, readFileSync, readlinkSync, type Stats, statSync } from 'node:fs'
import { join } from 'node:path'
import { refusals } from '../refusal.ts'
import { accountName } from './system-account.ts'

/** The major version that the package ships. */
const version = '18'
/** `pg_control_version` of that version. */
const controlVersion = 1800
/** All that PostgreSQL does not start without. Copies made by hand like to leave out the empty folders. */
const essential = [
  'global/pg_control',
  'global/pg_filenode.map',
  'base/1/PG_VERSION',
  'postgresql.conf',
  'pg_hba.conf',
  'pg_wal',
  'pg_xact',
  'pg_subtrans',
  'pg_commit_ts',
  'pg_multixact/members',
  'pg_multixact/offsets',
  'pg_notify',
  'pg_serial',
  'pg_snapshots',
  'pg_dynshmem',
  'pg_replslot',
  'pg_twophase',
  'pg_tblspc',
  'pg_stat',
  'pg_logical',
]

/** True where there is something that may be a cluster, whole or damaged; an empty folder is nothing. */
export function holdsSomething(place: string): boolean {
  const stat = look(place)
  if (!stat) return false
  if (!stat.isDirectory()) return true
  try {
    return readdirSync(place).length > 0
  } catch {
    return true
  }
}

/** What lies at a path, through links. Refuses a link that leads nowhere; undefined where there is nothing. */
export function look(path: string): Stats | undefined {
  const link = lstatSync(path, { throwIfNoEntry: false })
  if (!link?.isSymbolicLink()) return link
  const target = statSync(path, { throwIfNoEntry: false })
  if (!target) throw refusals.linkLeadsNowhere(path, readlinkSync(path))
  return target
}

/** The identifier of a cluster that is whole, of our version, and `uid`'s. Refuses any other with what to do, and touches nothing. */
export function identify(place: string, uid: number | undefined): string {
  const stat = look(place)
  if (!stat?.isDirectory()) throw refusals.clusterDamaged(place, ['数据库目录'])
  if (uid !== undefined && stat.uid !== uid)
    throw refusals.clusterOfOtherOwner(place, accountName(stat.uid), accountName(uid))
  const names = filesOf(place, uid)
  if (!names.includes('PG_VERSION')) throw refusals.clusterDamaged(place, ['PG_VERSION'])
  const found = readFileSync(join(place, 'PG_VERSION'), 'utf8').trim()
  if (!/^[\d.]+$/.test(found)) throw refusals.clusterDamaged(place, ['PG_VERSION'])
  if (found !== version) throw refusals.clusterOfOtherVersion(place, found, version)
  const missing = essential.filter((name) => !existsSync(join(place, name)))
  if (missing.length > 0) throw refusals.clusterDamaged(place, missing)
  const stranger = ['global', 'base', 'pg_wal', 'global/pg_control']
    .map((name) => statSync(join(place, name)).uid)
    .find((each) => uid !== undefined && each !== uid)
  if (uid !== undefined && stranger !== undefined)
    throw refusals.clusterOfOtherOwner(place, accountName(stranger), accountName(uid))
  if ((stat.mode & 0o027) !== 0) throw refusals.clusterExposed(place)
  const id = readId(place)
  if (!id) throw refusals.clusterDamaged(place, ['global/pg_control'])
  return id
}

function filesOf(place: string, uid: number | undefined): string[] {
  try {
    return readdirSync(place)
  } catch {
    throw refusals.folderClosed(place, accountName(uid ?? process.getuid?.() ?? 0))
  }
}

/** PostgreSQL's system identifier: the first eight bytes of its control file, the format's number in the next four. */
function readId(place: string): string | undefined {
  const bytes = readFileSync(join(place, 'global', 'pg_control'))
  if (bytes.length < 12 || bytes.readUInt32LE(8) !== controlVersion) return undefined
  const id = bytes.readBigUInt64LE(0)
  return id === 0n ? undefined : String(id)
}

export interface Running {
  readonly pid: number
  /** The folder of its socket, where another path than ours may have started it. */
  readonly sockets: string | undefined
}

/**
 * The process that its lock file names, undefined where that file is absent or void: a PostgreSQL works in the folder of its
 * cluster. Refuses a copy that was taken from a running cluster.
 */
export function runningOn(place: string): Running | undefined {
  const [line, original, , , sockets] = linesOf(join(place, 'postmaster.pid'))
  const pid = Number(line)
  if (!isAlive(pid)) return undefined
  const worksIn = statSync(`/proc/${pid}/cwd`, { throwIfNoEntry: false })
  const isIn = (folder: string) => {
    const stat = statSync(folder, { throwIfNoEntry: false })
    return stat !== undefined && stat.ino === worksIn?.ino && stat.dev === worksIn.dev
  }
  if (!worksIn || isIn(place)) return { pid, sockets: sockets || undefined }
  if (original && isIn(original)) throw refusals.copiedWhileRunning(place, original)
  return undefined
}

const linesOf = (file: string): string[] => (existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [])

/** False for a process that has ended, even when nobody has reaped it yet. */
export function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false
  const stat = `/proc/${pid}/stat`
  if (existsSync(stat)) return !/^ Z /.test(readFileSync(stat, 'utf8').replace(/^.*\)/s, ''))
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
