import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, inject } from 'vitest'
import { asAppLogin } from '../app-role.ts'
import { type Database, openDatabase } from '../database.ts'

export interface TestDatabase {
  /** As the program works: with row-level security, owning nothing. */
  readonly db: Database
  readonly url: string
  /** As the owner, who sees all rows of all organs. */
  readonly owner: Database
  readonly ownerUrl: string
}

/** A database of this test file's own, migrated and empty; gone when the file is done. */
export async function testDatabase(): Promise<TestDatabase> {
  const server = inject('postgresUrl')
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await onServer(server, `create database ${name} template template`)
  const ownerUrl = server.replace('/postgres?', `/${name}?`)
  const url = asAppLogin(ownerUrl)
  const db = openDatabase(url)
  const owner = openDatabase(ownerUrl)
  afterAll(async () => {
    await db.destroy()
    await owner.destroy()
    await onServer(server, `drop database ${name} with (force)`)
  })
  return { db, url, owner, ownerUrl }
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(statement)
  await client.end()
}
