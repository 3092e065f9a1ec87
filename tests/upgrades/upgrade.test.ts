import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildApp } from '../../src/app/build-app.ts'
import { contentChecks } from '../../src/app/content-checks.ts'
import { checkAudit } from '../../src/audit/check.ts'
import { verifyDeep } from '../../src/audit/deep.ts'
import { keys, setKeys } from '../../src/db/keys.ts'
import { releasedMigrations } from '../../src/db/migrate.ts'
import { inOrgan } from '../../src/db/organ.ts'
import { openRuntime, type Runtime } from '../../src/db/runtime.ts'
import { dumpSchema } from '../../src/db/schema-dump.ts'
import { getFile } from '../../src/files/store.ts'
import { showLedgerYear } from '../../src/ledgers/years/actions.ts'
import * as organs from '../../src/organs/store.ts'
import { Browser, sessionCookie } from '../../src/organs/testing/staff.ts'
import { findDrift } from '../../src/report/drift.ts'
import { showCase } from '../../src/requests/show.ts'
import { getApplicant } from '../../src/requests/store/requests.ts'
import { anOfficer } from '../../src/requests/testing/a-history.ts'
import { countRows, differences } from './compare.ts'
import { dumpRows } from './dump.ts'
import { type OldDatabase, oldDatabase } from './old-database.ts'

const today = '2026-11-27'
const ofTests = keys()
const databases: [version: string, old: OldDatabase][] = []
for (const version of Object.keys(releasedMigrations('migrations')))
  databases.push([version, await oldDatabase(version)])

describe.for(databases)('a database of %s', ([, old]) => {
  let runtime: Runtime

  beforeAll(async () => {
    runtime = await openRuntime({ dataFolder: old.dataFolder, databaseUrl: old.ownerUrl })
  })
  afterAll(async () => {
    await runtime.close()
    setKeys(ofTests)
  })

  test('with everything in it is upgraded without losing a row or a value', async () => {
    const now = await dumpRows(old.client)
    expect(differences(old.dump, now)).toEqual([])
    expect(countRows(old.dump)).toBeGreaterThan(50_000)
    expect(now.sequences).toMatchObject(old.dump.sequences)
  })

  test('its tables are those that the migrations make from nothing', async () => {
    expect(await dumpSchema(runtime.db)).toBe(readFileSync('migrations/schema.sql', 'utf8'))
  })

  test('what was sealed is read: every applicant, every file and letter', async () => {
    const { db } = runtime
    const files = await old.client.query<{ organ_id: number; id: string }>('select organ_id, id from files')
    for (const { organ_id: organId, id } of files.rows)
      expect((await inOrgan(db, organId, (tx) => getFile(tx, organId, id))).bytes.length).toBeGreaterThan(0)
    const applicants = await old.client.query<{ organ_id: number; request_id: string }>(
      'select organ_id, request_id from request_applicants',
    )
    for (const { organ_id: organId, request_id: id } of applicants.rows) {
      const actor = { ...anOfficer(today, ['clerk']), id: randomUUID(), organId }
      expect((await inOrgan(db, organId, (tx) => showCase(tx, actor, id))).id).toBe(id)
      expect((await inOrgan(db, organId, (tx) => getApplicant(tx, organId, id))).kind).toBeTruthy()
    }
    expect(applicants.rows.length).toBe(old.dump.tables.get('request_applicants')?.length)
  })

  test('every row is in the journal, and everything is what was recorded', async () => {
    for (const { id } of await runtime.db.transaction().execute(organs.list)) {
      const anchors = { folder: old.dataFolder }
      const { broken, faults } = await verifyDeep(runtime.db, id, { anchors, contents: contentChecks })
      expect([broken, ...faults]).toEqual([null])
    }
  })

  test('its audit chains are whole and agree with the anchors taken then', async () => {
    for (const { id } of await runtime.db.transaction().execute(organs.list)) {
      const check = await inOrgan(runtime.db, id, (tx) => checkAudit(tx, id, { folder: old.dataFolder }))
      expect(check.broken).toBeNull()
    }
  })

  test('what its ledgers are is known from their rows: imported; its published reports agree with them', async () => {
    const { db } = runtime
    const organ = await db.transaction().execute((tx) => organs.getBySlug(tx, 'shili-gaj'))
    await inOrgan(db, organ.id, async (tx) => {
      for (const year of [2023, 2024, 2025]) {
        const known = await showLedgerYear(tx, organ, year)
        const filled = known.filter(({ rows }) => rows > 0)
        expect(filled.length).toBeGreaterThan(5)
        expect(new Set(filled.map(({ state }) => state))).toEqual(new Set(['imported']))
      }
      expect(await findDrift(tx, organ.id)).toEqual([])
    })
  })

  test('portal and console answer on it', async () => {
    const app = await buildApp(runtime, {}, () => new Date(`${today}T02:00:00Z`))
    try {
      const get = (url: string) => app.inject({ url, headers: { host: '127.0.0.1' } })
      const organ = await runtime.db.transaction().execute((tx) => organs.getBySlug(tx, 'hegang-ysj'))
      for (const url of [
        '/',
        '/hegang-ysj/',
        '/search?q=%E9%80%9A%E7%9F%A5',
        '/api/records',
        '/hegang-ysj/annual-reports/2024',
        '/hegang-ysj/annual-reports/2024.pdf',
        '/hegang-ysj/requests/',
      ])
        expect((await get(url)).statusCode, url).toBe(200)
      const published = await old.client.query<{ slug: string; number: string }>(
        'select slug, number from published_records r join organs o on o.id = r.organ_id where withdrawn_at is null limit 3',
      )
      for (const { slug, number } of published.rows)
        expect((await get(`/${slug}/records/${number}`)).statusCode, number).toBe(200)
      expect(published.rows).toHaveLength(3)
      const { rows } = await old.client.query<{ id: string }>("select id from staff where login = 'ysj.jingban'")
      const browser = new Browser(app)
      browser.cookie = await sessionCookie(runtime.db, organ.id, rows[0]?.id ?? '')
      for (const path of ['/requests', '/records']) expect((await browser.send('GET', path)).statusCode, path).toBe(200)
    } finally {
      await app.close()
    }
  })
})
