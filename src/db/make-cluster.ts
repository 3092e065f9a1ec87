import { randomUUID } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { refusals } from '../refusal.ts'
import { holdsSomething, isAlive } from './cluster-state.ts'
import { runApart } from './run-apart.ts'
import { makeOwned, type Owner } from './system-account.ts'

/** `initdb` takes some seconds; whoever comes second waits this long for the first. */
const patienceMs = 60_000
/** Between making the folder and leaving the mark in it lies an instant. */
const markMs = 2_000
const againMs = 100
const markName = 'unfinished'
/** Each try has a name of its own: an `initdb` that outlives whoever started it writes into nobody else's. */
const triedPrefix = 'cluster-'

/** Beside the place of a cluster: where it is made, and from where it is moved when it is whole. */
export const stagingOf = (place: string): string => `${place}.new`

/** True where making a cluster was broken off, or goes on now. */
export const isUnfinished = (place: string): boolean => existsSync(join(stagingOf(place), markName))

/**
 * Makes a cluster at `place`, whole or not at all; what an earlier try left half done is cleared away. `ready` is called when it
 * is whole and not yet in its place. Of two that make it at the same moment the second finds it there.
 */
export async function makeCluster(
  place: string,
  bin: string,
  owner: Owner | undefined,
  ready: (cluster: string) => void,
): Promise<void> {
  const staging = stagingOf(place)
  if (!(await begin(place, staging))) return
  const cluster = join(staging, `${triedPrefix}${randomUUID()}`)
  makeOwned(cluster, owner)
  const options = ['--encoding=UTF8', '--locale=C.UTF-8', '--auth=trust', '--username=postgres', '--data-checksums']
  await runApart(join(bin, 'initdb'), ['-D', cluster, ...options], owner)
  ready(cluster)
  renameSync(cluster, place)
  flush(dirname(place))
  finish(staging)
}

/** Takes the staging folder for this process; false when another process has made the cluster meanwhile. */
async function begin(place: string, staging: string): Promise<boolean> {
  const until = performance.now() + patienceMs
  const unmarkedUntil = performance.now() + markMs
  while (true) {
    try {
      mkdirSync(staging)
      chmodSync(staging, 0o711)
      writeFileSync(join(staging, markName), `${process.pid}\n`)
      return true
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    }
    if (holdsSomething(place)) return false
    const maker = makerOf(staging)
    const isBusy = maker === undefined ? performance.now() < unmarkedUntil : maker !== process.pid && isAlive(maker)
    if (isBusy && performance.now() < until) await setTimeout(againMs)
    else clear(staging)
  }
}

function makerOf(staging: string): number | undefined {
  const mark = join(staging, markName)
  return existsSync(mark) ? Number.parseInt(readFileSync(mark, 'utf8'), 10) : undefined
}

/** Only what carries our mark, and only clusters that no PostgreSQL ever served: `initdb` leaves no `postmaster.opts`. */
function clear(staging: string): void {
  const tried = readdirSync(staging).filter((name) => name !== markName)
  const isOurs = existsSync(join(staging, markName)) || tried.length === 0
  const wasNeverServed = (name: string) =>
    name.startsWith(triedPrefix) && !existsSync(join(staging, name, 'postmaster.opts'))
  if (!isOurs || !tried.every(wasNeverServed)) throw refusals.leftoverUnknown(staging)
  for (const name of tried) rmSync(join(staging, name), { recursive: true, maxRetries: 20, retryDelay: 100 })
  finish(staging)
}

function finish(staging: string): void {
  rmSync(join(staging, markName), { force: true })
  rmdirSync(staging)
}

/** A rename is on disk when its folder is. */
function flush(folder: string): void {
  const handle = openSync(folder, 'r')
  fsyncSync(handle)
  closeSync(handle)
}
