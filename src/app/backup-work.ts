import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setPriority } from 'node:os'
import { join } from 'node:path'
import { endArchive, keepArchive } from '../backup/archiving.ts'
import { programVersion } from '../backup/program.ts'
import { readBackupSetting } from '../backup/setting.ts'
import type { BackupPlace } from '../backup/state.ts'
import { archiveStart } from '../db/archive-mode.ts'
import { clusterPlace, startEmbedded } from '../db/embedded.ts'
import { installationRoot, type Runtime, whenRecovered } from '../db/runtime.ts'
import { refusals } from '../refusal.ts'

/** What a server does for its backups, by the clock and when it is asked. */
export interface BackupWork {
  readonly place: BackupPlace
  /** Sees that the log is archived; makes the base backup that it needs. */
  readonly keep: () => Promise<void>
  /** Makes, restores and checks a backup in a process of its own; resolves when that has ended, however it went. */
  readonly prove: () => Promise<void>
  /** Ends a proof that is under way. */
  readonly stop: () => Promise<void>
}

/** A proof may take longer than a job may: then it goes on without one. */
const jobMs = 14 * 60_000

/** Undefined for a database that is somebody else's. Refuses settings that cannot be followed. */
export function openBackupWork(runtime: Runtime, env: NodeJS.ProcessEnv): BackupWork | undefined {
  const setting = readBackupSetting(env)
  if (!runtime.embedded) {
    if (setting) throw refusals.backupNotOurs()
    return undefined
  }
  const { dataFolder, ownerUrl } = runtime
  const place: BackupPlace = {
    dataFolder,
    setting,
    cluster: clusterPlace(dataFolder),
    program: programVersion(),
    migrations: join(installationRoot(), 'migrations'),
  }
  const proving = new Set<ChildProcess>()
  const prove = async () => {
    const child = spawnProof()
    proving.add(child)
    const ended = once(child, 'exit').then(() => void proving.delete(child))
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, jobMs).unref())])
  }
  return {
    place,
    prove,
    keep: async () => {
      if (!setting) return endArchive(ownerUrl, place.cluster.folder)
      await requireArchiveMode(runtime)
      const { needsBase } = await keepArchive({ ...place, setting, ownerUrl })
      if (needsBase && proving.size === 0) void prove().catch(() => {})
    },
    stop: async () => {
      const all = [...proving]
      for (const child of all) child.kill('SIGTERM')
      await Promise.all(all.map((child) => child.exitCode ?? child.signalCode ?? once(child, 'exit')))
    },
  }
}

/** The same program once more, behind everything else on the machine; by the channel it hears when this one is gone. */
function spawnProof(): ChildProcess {
  const program = process.argv[1] ?? ''
  const child = spawn(process.execPath, ['--enable-source-maps', program, 'backup', '--prove'], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  // On a failed start there is none.
  child.on('error', () => {})
  if (child.pid !== undefined) setPriority(child.pid, 19)
  return child
}

/** A cluster that was found running may have been started without: whoever has claimed the folder starts it again. */
async function requireArchiveMode({ ownerUrl, dataFolder }: Runtime): Promise<void> {
  const client = await whenRecovered(ownerUrl)
  const { rows } = await client.query<{ archive_mode: string }>('show archive_mode')
  await client.end()
  if (rows[0]?.archive_mode === 'on') return
  const cluster = await startEmbedded(dataFolder, archiveStart())
  await cluster.stop()
  await startEmbedded(dataFolder, archiveStart())
  await (await whenRecovered(ownerUrl)).end()
}
