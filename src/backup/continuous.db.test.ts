import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, expect, test, vi } from 'vitest'
import { listBases, listSegments } from './archive.ts'
import { keepArchive } from './archiving.ts'
import { readLine } from './line.ts'
import { prove } from './prove.ts'
import { restore } from './restore.ts'
import { readBackupState } from './state.ts'
import { anInstance, isUntouched, lookInto } from './testing/instance.ts'

const here = await anInstance({ settings: { archive_mode: 'on' } })
afterAll(() => here.remove())
const setting = { root: join(here.root, 'archive'), minutes: 5, keep: 2 }
const { program, migrations, checks } = here.order
const archiver = { setting, dataFolder: here.data, cluster: here.place, ownerUrl: here.ownerUrl, program }
const keep = (facts = {}) => keepArchive({ ...archiver, ...facts })
const proofOrder = {
  dataFolder: here.data,
  setting,
  program,
  migrations,
  checks,
  env: { KAICHENG_BACKUP: setting.root },
}
const state = () => here.db.transaction().execute((tx) => readBackupState(tx, { ...archiver, migrations }))
const wal = () => join(setting.root, `wal-${readLine(here.place.folder)?.line}`)

/** Everything written so far is in the archive. */
async function archived(): Promise<Date> {
  // Where nothing was written since the last one, no segment is ended.
  await sql`select pg_logical_emit_message(false, 'test', 'more')`.execute(here.owner)
  const { rows } = await sql<{ name: string; at: Date }>`
    select pg_walfile_name(pg_switch_wal()) as name, clock_timestamp() as at`.execute(here.owner)
  const [ended] = rows
  if (!ended) throw new Error('no segment')
  await vi.waitFor(() => expect(listSegments(wal()).some(({ name }) => name === ended.name)).toBe(true), 30_000)
  return ended.at
}

const requestsIn = (data: string) =>
  lookInto(data, async (client) => {
    const { rows } = await client.query<{ id: string }>('select id from requests')
    return new Set(rows.map(({ id }) => id))
  })
const bringBack = (name: string, facts = {}) =>
  restore({ ...here.order, from: setting.root, dataFolder: join(here.root, name), ...facts })

test('a proof makes a base, restores and checks it, writes down how it went, and leaves no scratch', async () => {
  expect(await keep()).toEqual({ needsBase: true })
  await here.register()
  await prove(proofOrder)
  expect(await keep()).toEqual({ needsBase: false })
  expect(await state()).toMatchObject({
    isRunning: false,
    lastProved: { isProved: true, organs: 1, problem: null },
    archive: { problem: null, bases: [{ bytes: expect.any(Number) }] },
  })
  expect(existsSync(join(here.data, 'backup-proof'))).toBe(false)
})

test('a proof that finds something wrong says so, and keeps the older bases', async () => {
  await expect(prove({ ...proofOrder, checks: async () => ['第3行不对'] })).rejects.toThrow('1处没有通过核验')
  const { trials, lastProved } = await state()
  expect(trials[0]).toMatchObject({ isProved: false, problem: expect.stringContaining('1处没有通过核验') })
  expect(lastProved?.isProved).toBe(true)
  expect(listBases(setting.root, program)).toHaveLength(2)
})

test('what was acknowledged before the last archived segment survives the loss of the data folder, up to any time', async () => {
  const early = await here.register()
  const between = await archived()
  const late = await here.register()
  await archived()
  await keep()
  expect(readdirSync(wal()).filter((name) => /^[0-9A-F]{24}$/.test(name))).toEqual([])

  const { problems } = await bringBack('all')
  expect(problems).toEqual([])
  const all = await requestsIn(join(here.root, 'all'))
  expect([all.has(early), all.has(late)]).toEqual([true, true])
  await bringBack('some', { until: between })
  const some = await requestsIn(join(here.root, 'some'))
  expect([some.has(early), some.has(late)]).toEqual([true, false])
  await expect(bringBack('never', { until: new Date(Date.now() + 3_600_000) })).rejects.toThrow('归档只到')
  await expect(bringBack('never', { until: new Date(0) })).rejects.toThrow('之前做完的备份')
}, 180_000)

test('a segment that is missing or damaged is named, and nothing is restored in part unseen', async () => {
  const last = listBases(setting.root, program).at(-1)?.manifest.lastSegment ?? ''
  const [first] = listSegments(wal()).filter(({ name }) => name > last)
  if (!first) throw new Error('nothing archived')
  renameSync(first.path, join(here.root, 'aside'))
  await expect(bringBack('never')).rejects.toThrow(`归档缺少日志段 ${first.name}`)
  renameSync(join(here.root, 'aside'), first.path)
  const bytes = readFileSync(first.path)
  const changed = Buffer.from(bytes)
  changed[500] = (changed[500] ?? 0) ^ 1
  writeFileSync(first.path, changed)
  await expect(bringBack('never')).rejects.toThrow(first.name)
  writeFileSync(first.path, bytes)
  expect(isUntouched(join(here.root, 'never'))).toBe(true)
})

test('a backup disk that is gone is said, stops nothing, and is caught up with; when the log piles up it is let go', async () => {
  const folder = wal()
  renameSync(folder, `${folder}-away`)
  await here.register()
  await sql`select pg_switch_wal()`.execute(here.owner)
  await vi.waitFor(async () => expect((await state()).archive?.problem).toContain('没有挂上'), 30_000)
  await keep()
  expect(existsSync(folder)).toBe(false)
  renameSync(`${folder}-away`, folder)
  await archived()
  expect((await state()).archive?.problem).toBeNull()

  renameSync(folder, `${folder}-away`)
  await sql`select pg_switch_wal()`.execute(here.owner)
  const failing = async () =>
    (
      await sql<{ f: boolean }>`select last_failed_time > last_archived_time as f from pg_stat_archiver`.execute(
        here.owner,
      )
    ).rows[0]?.f
  await here.register()
  await sql`select pg_switch_wal()`.execute(here.owner)
  await vi.waitFor(async () => expect(await failing()).toBe(true), 60_000)
  await keep({ mostWaiting: 0 })
  expect((await state()).archive?.problem).toContain('暂停归档')
  renameSync(`${folder}-away`, folder)
  expect(await keep()).toEqual({ needsBase: true })
  expect(wal()).not.toBe(folder)
  rmSync(join(here.root, 'all'), { recursive: true })
})
