import { rmSync } from 'node:fs'
import { sql } from 'kysely'
import { agreedKeys } from '../../src/db/agreed-keys.ts'
import { type Database, openDatabase } from '../../src/db/database.ts'
import { startEmbedded } from '../../src/db/embedded.ts'
import { setKeys } from '../../src/db/keys.ts'
import { inActs } from '../../src/db/organ.ts'
import { dataFolder } from '../../src/db/testing/data-folder.ts'
import * as organs from '../../src/organs/store.ts'
import { anOrgan } from '../../src/organs/testing/organ.ts'
import { type Application, runApplication } from './application.ts'
import { type BackupFigures, type BackupPlan, backUpAll, restoreAll } from './backups.ts'
import { check, type Verdict } from './check.ts'
import { sendAll, type Traffic } from './clients.ts'
import { clusterOf, killBackEnd, killCluster } from './cluster.ts'
import { inTurn } from './in-turn.ts'

export interface Plan {
  readonly clients: number
  readonly submissions: number
  /** How often each is killed with `kill -9`, spread over the run. */
  readonly kills: { readonly application: number; readonly database: number; readonly backEnd: number }
  readonly backups?: BackupPlan
  /** The negative control: commits are acknowledged before they are on disk. */
  readonly losing?: boolean
}

export interface Figures {
  readonly verdict: Verdict
  readonly kills: Plan['kills']
  readonly backups: BackupFigures | undefined
  readonly seconds: number
  readonly longestWaitMs: number
  readonly unsure: Readonly<Record<string, number>>
  /** What the application said each time that it ended by itself. */
  readonly deaths: readonly string[]
}

type Kill = keyof Plan['kills']

const slugs = ['crash-a', 'crash-b', 'crash-c', 'crash-d']
/** The year turns while clients are sending. */
const [oldYear, newYear] = ['2025-12-31', '2026-01-01']

/** Real clients, the real server and its real database on a new data folder, killed as planned; then the count. */
export async function crash(plan: Plan): Promise<Figures> {
  const [folder, store] = [dataFolder('crash'), dataFolder('crash-backups')]
  let traffic: Traffic | undefined
  const isOver = () => (traffic?.count() ?? 0) > plan.submissions / 2
  const app = await runApplication(folder, () => (isOver() ? newYear : oldYear))
  const cluster = await startEmbedded(folder)
  const ownerUrl = cluster.url('kaicheng')
  const owner = openDatabase(ownerUrl, { statementMs: 300_000, connections: 2 })
  try {
    setKeys(await agreedKeys(owner, folder))
    await inActs(owner, async (tx) => {
      for (const slug of slugs) await organs.add(tx, anOrgan({ slug, name: `示例${slug}局`, letterCode: slug }))
    })
    if (plan.losing) await loseCommits(owner)
    const begun = performance.now()
    traffic = sendAll(app, { ...plan, organs: slugs })
    const fire = { app, cluster: clusterOf(folder), ownerUrl, traffic }
    const scene = { dataFolder: folder, traffic, submissions: plan.submissions }
    const [kills, made] = await Promise.race([
      Promise.all([killAll(plan, fire), plan.backups && backUpAll(plan.backups, store, scene)]),
      failure(traffic),
    ])
    await traffic.done
    const seconds = (performance.now() - begun) / 1000
    return {
      verdict: await check(owner, traffic),
      kills,
      backups: plan.backups && made && (await restoreAll(plan.backups, made, store, scene)),
      seconds,
      longestWaitMs: Math.max(...[...traffic.acknowledged.values()].map(({ waitedMs }) => waitedMs)),
      unsure: Object.fromEntries(traffic.unsure),
      deaths: app.deaths(),
    }
  } finally {
    await owner.destroy()
    await app.stop()
    // Killed a moment ago, the server may not have had it to stop.
    await cluster.stop().catch(() => {})
    rmSync(clusterOf(folder), { recursive: true, force: true })
    for (const each of [folder, store]) rmSync(each, { recursive: true, force: true })
  }
}

/** Never resolves; rejects when a client fails, so that nobody waits for it in vain. */
const failure = (traffic: Traffic) => new Promise<never>((_resolve, reject) => traffic.done.catch(reject))

/** After the start, so that the check at the start does not see it. Only new connections work so: the old ones are ended. */
async function loseCommits(owner: Database): Promise<void> {
  await sql`alter role kaicheng_app set synchronous_commit = off`.execute(owner)
  await sql`alter system set wal_writer_delay = '10s'`.execute(owner)
  await sql`select pg_reload_conf()`.execute(owner)
  await sql`select pg_terminate_backend(pid) from pg_stat_activity where usename = 'kaicheng_app'`.execute(owner)
}

interface Scene {
  readonly app: Application
  readonly cluster: string
  readonly ownerUrl: string
  readonly traffic: Traffic
}

/** Each kill falls when its share of the submissions has been acknowledged, so that there is work between any two. */
async function killAll(
  { kills, submissions }: Plan,
  { app, cluster, ownerUrl, traffic }: Scene,
): Promise<Plan['kills']> {
  const effects: Record<Kill, () => boolean | Promise<boolean>> = {
    application: () => {
      app.kill()
      return true
    },
    database: () => killCluster(cluster),
    backEnd: () => killBackEnd(ownerUrl),
  }
  const order = inTurn(kills)
  const step = submissions / (order.length + 1)
  const done = { application: 0, database: 0, backEnd: 0 }
  for (const [index, kind] of order.entries()) {
    await traffic.reached(Math.round((index + 1) * step))
    if (await effects[kind]()) done[kind] += 1
  }
  return done
}

/** The run in words, for whoever reads the command's output. */
export const described = ({ verdict, kills, backups, seconds, longestWaitMs, unsure, deaths }: Figures): string =>
  [
    `${verdict.attempted} submissions in ${seconds.toFixed(0)} s; kill -9 of the application ${kills.application}, of the whole database ${kills.database}, of single back ends ${kills.backEnd}`,
    ...Object.entries(verdict).map(inColumns),
    `  longest wait       ${(longestWaitMs / 1000).toFixed(1)} s; answers that were no receipt: ${JSON.stringify(unsure)}; the server ended by itself ${deaths.length} times`,
    ...deaths,
    ...(backups ? ['backups meanwhile, restored afterwards', ...Object.entries(backups).map(inColumns)] : []),
  ].join('\n')

/** A name and its figure, as lines that stand below each other. */
export const inColumns = ([name, figure]: [string, number]): string => `  ${name.padEnd(18)} ${figure}`
