import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { checkRestored } from '../../cli/check-restored.ts'
import { agreedKeys } from '../../db/agreed-keys.ts'
import { asAppLogin } from '../../db/app-role.ts'
import { openDatabase } from '../../db/database.ts'
import { type ClusterStart, clusterPlace, finishFolder, startEmbedded } from '../../db/embedded.ts'
import { migrate } from '../../db/migrate.ts'
import { inOrgan } from '../../db/organ.ts'
import { whenRecovered } from '../../db/runtime.ts'
import { dataFolder } from '../../db/testing/data-folder.ts'
import { anOffice } from '../../organs/testing/officers.ts'
import { registerIntake } from '../../requests/actions/register-intake.ts'
import { anIntake } from '../../requests/testing/an-intake.ts'
import { readContent } from '../content.ts'
import { programVersion } from '../program.ts'
import type { RestoreOrder } from '../restore.ts'

const today = '2026-03-02'

/** The key of every test, as a file. */
export function layKey(path: string, byte = 7): string {
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(path, `${Buffer.alloc(32, byte).toString('base64url')}\n`, { mode: 0o600 })
  return path
}

/** A whole installation of the test's own, in a folder of its own, with one office that takes down requests. */
export async function anInstance(start: ClusterStart = {}) {
  const root = dataFolder('backup')
  const data = join(root, 'data')
  const cluster = await startEmbedded(data, start)
  const keyFile = layKey(join(data, 'keys', 'kaicheng.key'))
  const server = await whenRecovered(cluster.url('postgres'))
  await server.query('create database kaicheng')
  await server.end()
  const ownerUrl = cluster.url('kaicheng')
  const owner = openDatabase(ownerUrl, { connections: 2 })
  await migrate(owner, 'migrations')
  const { id } = await agreedKeys(owner, data)
  finishFolder(data, id, false)
  const db = openDatabase(asAppLogin(ownerUrl), { connections: 6 })
  const { organ, officer } = await anOffice(db)
  const clerk = await officer(today, ['clerk'])
  const order: Omit<RestoreOrder, 'from' | 'dataFolder'> = {
    keyFile,
    program: programVersion(),
    postgresMajor: '18',
    migrations: 'migrations',
    checks: checkRestored,
    // Waiting for the disk takes most of the time, and nobody pulls the plug here.
    isScratch: true,
  }
  let isOpen = true
  const close = async () => {
    if (!isOpen) return
    isOpen = false
    await db.destroy()
    await owner.destroy()
    await cluster.stop().catch(() => {})
  }
  return {
    root,
    data,
    db,
    owner,
    ownerUrl,
    organ,
    keyFile,
    order,
    close,
    place: clusterPlace(data),
    /** Takes down a request as a clerk does; gives its id once it is acknowledged. */
    register: async (): Promise<string> => {
      const [one] = await inOrgan(db, organ.id, (tx) => registerIntake(tx, clerk, anIntake(today)))
      return one?.request.id ?? ''
    },
    remove: async () => {
      await close()
      rmSync(root, { recursive: true, force: true })
    },
  }
}

/** Starts a restored data folder, looks into it, and stops it again. */
export async function lookInto<T>(data: string, look: (client: pg.Client) => Promise<T>): Promise<T> {
  const cluster = await startEmbedded(data)
  const client = await whenRecovered(cluster.url('kaicheng'))
  try {
    return await look(client)
  } finally {
    await client.end()
    await cluster.stop()
  }
}

export const contentOf = async (url: string) => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await readContent(client)
  } finally {
    await client.end()
  }
}

/** Nothing of a restore is there: neither the folder nor what it was built in. */
export const isUntouched = (data: string): boolean => !existsSync(data) && !existsSync(`${data}.restoring`)
