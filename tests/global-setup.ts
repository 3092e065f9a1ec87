import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { openDatabase } from '../src/db/database.ts'
import { startEmbedded } from '../src/db/embedded.ts'
import { migrate } from '../src/db/migrate.ts'
import { dataFolder } from '../src/db/testing/data-folder.ts'

declare module 'vitest' {
  interface ProvidedContext {
    postgresUrl: string
  }
}

/** One real PostgreSQL for the whole run; every test file copies the migrated template. */
export default async function setup(project: TestProject) {
  execFileSync(process.execPath, ['bin/unpack-fonts.mjs'], { stdio: 'inherit' })
  const folder = dataFolder('test')
  const cluster = await startEmbedded(folder)
  const client = new pg.Client({ connectionString: cluster.url('postgres') })
  await client.connect()
  await client.query('create database template')
  await client.end()
  const db = openDatabase(cluster.url('template'))
  await migrate(db, 'migrations')
  await db.destroy()
  project.provide('postgresUrl', cluster.url('postgres'))
  return async () => {
    await cluster.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
