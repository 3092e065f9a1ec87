import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, inject } from 'vitest'
import { type Database, openDatabase } from '../database.ts'

/** A database of this test file's own, migrated and empty; gone when the file is done. */
export async function testDatabase(): Promise<{ db: Database; url: string }> {
  const server = inject('postgresUrl')
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await onServer(server, `create database ${name} template template`)
  const url = server.replace('/postgres?', `/${name}?`)
  const db = openDatabase(url)
  afterAll(async () => {
    await db.destroy()
    await onServer(server, `drop database ${name} with (force)`)
  })
  return { db, url }
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(statement)
  await client.end()
}
