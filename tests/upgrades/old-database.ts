import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import pg from 'pg'
import { afterAll, inject } from 'vitest'
import { asAppRole } from '../../src/db/app-role.ts'
import { dataFolder } from '../../src/db/testing/data-folder.ts'
import type { Dump } from './dump.ts'
import { fillAsReleased, layKeyAndAnchors } from './released.ts'

export interface OldDatabase {
  readonly ownerUrl: string
  /** As the program works. */
  readonly url: string
  /** With the key and the anchors of that installation. */
  readonly dataFolder: string
  /** What it held when that version was released. */
  readonly dump: Dump
  /** As the owner; ends with the file. */
  readonly client: pg.Client
}

/** A database as a released version left it, with all that its demo held unless it is wanted empty; gone when the test file is done. */
export async function oldDatabase(version: string, { isEmpty = false } = {}): Promise<OldDatabase> {
  const server = inject('postgresUrl')
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await once(server, `create database ${name}`)
  const ownerUrl = server.replace('/postgres?', `/${name}?`)
  const client = new pg.Client({ connectionString: ownerUrl })
  client.on('error', () => {})
  await client.connect()
  const folder = dataFolder('old')
  afterAll(async () => {
    await client.end()
    await once(server, `drop database ${name} with (force)`)
    rmSync(folder, { recursive: true, force: true })
  })

  const dump = await fillAsReleased(client, version, { isEmpty })
  layKeyAndAnchors(version, folder)
  return { ownerUrl, url: asAppRole(ownerUrl), dataFolder: folder, dump, client }
}

async function once(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(statement)
  await client.end()
}
