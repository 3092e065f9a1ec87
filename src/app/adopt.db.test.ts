import { createCipheriv, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { adoptRows, sealAdoptions } from '../audit/adopt.ts'
import { verifyDeep } from '../audit/deep.ts'
import { sealedColumns } from '../audit/reseal.ts'
import { plainDate } from '../days/plain-date.ts'
import { keys } from '../db/keys.ts'
import { inActs, inOrgan, lookInOrgan } from '../db/organ.ts'
import { unseal, unsealBytes } from '../db/sealed.ts'
import { testDatabase } from '../db/testing/database.ts'
import { bureau } from '../demo/bureau.ts'
import { loadLiveDemo } from '../demo/live/load.ts'
import * as organs from '../organs/store.ts'
import { listRequests } from '../requests/store/lists.ts'
import { WantedRequests } from '../requests/wanted.ts'
import { contentChecks } from './content-checks.ts'

const { db, owner } = await testDatabase()
const options = { anchors: {}, contents: contentChecks }
let organId = 0
const verify = () => verifyDeep(db, organId, options)

/** As version 0.1 sealed: bound to nothing but the key. */
function sealedBefore(plain: string | Buffer): string | Buffer {
  const { id, sealing } = keys()
  const iv = randomBytes(12)
  const head = typeof plain === 'string' ? Buffer.from(`a256gcm.${id}`) : Buffer.from(`4b433031${id}`, 'hex')
  const cipher = createCipheriv('aes-256-gcm', sealing, iv, { authTagLength: 16 })
  cipher.setAAD(head)
  const content = Buffer.concat([cipher.update(plain), cipher.final()])
  const tag = cipher.getAuthTag()
  if (typeof plain !== 'string') return Buffer.concat([head, iv, tag, content])
  return [head.toString(), ...[iv, content, tag].map((part) => part.toString('base64url'))].join('.')
}

/** Makes of the database what version 0.1 would have left: no journal, nothing bound. */
beforeAll(async () => {
  await inActs(db, (tx) => organs.add(tx, bureau))
  await loadLiveDemo(db, plainDate('2026-11-24'), () => {})
  const all = await db.transaction().execute(organs.list)
  organId = all[0]?.id ?? 0
  await owner.transaction().execute(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx)
    for (const { table, column, field, key, isBytes } of sealedColumns) {
      const value = field ? sql`${sql.ref(column)} ->> ${sql.lit(field)}` : sql.ref(column)
      const place = sql`concat_ws('/', ${sql.join(key.map((each) => sql.ref(each)))})`
      const { rows } = await sql<{ id: string; value: string | Buffer }>`
        select ${place} as id, ${value} as value from ${sql.table(table)} where ${value} is not null`.execute(tx)
      for (const { id, value: bound } of rows) {
        const at = { table, organId, id }
        const old = sealedBefore(typeof bound === 'string' ? unseal(bound, at) : await unsealBytes(bound, at))
        const written = field
          ? sql`jsonb_set(${sql.ref(column)}, ${`{${field}}`}::text[], to_jsonb(${old}::text))`
          : sql`${old}${isBytes ? sql`::bytea` : sql``}`
        await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${written} where ${place} = ${id}`.execute(tx)
      }
    }
    for (const table of ['row_changes', 'audit_entries', 'audit_heads'])
      await sql`delete from ${sql.table(table)}`.execute(tx)
    await sql`insert into organs_to_adopt select id from organs`.execute(tx)
    await sealAdoptions(tx)
    await sql`create table kept as select * from organs_to_adopt`.execute(tx)
  })
}, 60_000)

test('before the first start nothing opens and everything is named', async () => {
  const check = await verify()
  expect(check.broken?.message).toContain('没有任何审计记录')
  expect(check.faultCount).toBeGreaterThan(100)
})

test('what only reads adopts nothing', async () => {
  await adoptRows(owner, () => {}, false)
  const { faults } = await verify()
  expect(faults[0]).toContain('请先启动一次系统')
})

test('a first start that is cut off goes on at the next one; then all is sealed, bound and whole', async () => {
  const said: string[] = []
  const { rows } = await sql<{ sealed: string }>`
    select sealed from request_letters order by request_id desc limit 1`.execute(owner)
  const damage = (to: string) =>
    owner.transaction().execute(async (tx) => {
      await sql`set local session_replication_role = replica`.execute(tx)
      await sql`update request_letters set sealed = ${to} where ctid = (
        select ctid from request_letters order by request_id desc limit 1)`.execute(tx)
    })
  const sealed = rows[0]?.sealed ?? ''
  await damage(`${sealed.slice(0, -4)}AAAA`)
  await expect(adoptRows(owner, () => {})).rejects.toThrow('the seal is broken')
  await damage(sealed)
  await adoptRows(owner, (line) => said.push(line))
  expect(said[0]).toMatch(/1个机关的\d+行已有数据/)
  expect(await verify()).toMatchObject({ broken: null, faults: [], faultCount: 0 })
  const wanted = { ...WantedRequests.parse({ view: 'all' }), ofPerson: [], mine: [], offset: 0, limit: 5 }
  const { listed } = await lookInOrgan(db, organId, (tx) => listRequests(tx, organId, wanted))
  expect(listed[0]?.applicant?.name).toBeTruthy()
  const old = await sql`select from files where substring(sealed from 1 for 4) = 'KC01'`.execute(owner)
  expect(old.rows).toEqual([])
})

test('a second start adopts nothing', async () => {
  const said: string[] = []
  const { entries } = await verify()
  await adoptRows(owner, (line) => said.push(line))
  expect(said).toEqual([])
  expect((await verify()).entries).toBe(entries)
})

/** What an act of the program leaves, and then a forged row without a trace in the journal. */
async function forge(request: string) {
  await inOrgan(db, organId, (tx) => sql`update work_units set phone = '0451'`.execute(tx))
  await owner.transaction().execute(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx)
    await sql`update requests set summary = '伪'`.execute(tx)
    await sql`delete from row_changes where tab = 'requests'`.execute(tx)
    await sql`delete from organs_to_adopt`.execute(tx)
    await sql.raw(request).execute(tx)
  })
}

test.for(['insert into organs_to_adopt select id from organs', 'insert into organs_to_adopt select * from kept'])(
  'forged rows are not adopted a second time, and every start and check names who asks for it: %s',
  async (request) => {
    await forge(request)
    const said: string[] = []
    await adoptRows(owner, (line) => said.push(line))
    expect(said).toEqual([expect.stringContaining('有人绕过系统要求把已有的数据重新登记')])
    const check = await verify()
    expect(check.broken?.message).toContain('organs_to_adopt')
    expect(check.faults.join()).toContain('登记被删改')
    const adopted = await sql`select from row_changes where tab = 'requests'`.execute(owner)
    expect(adopted.rows).toEqual([])
  },
)
