import { sql } from 'kysely'
import { afterAll, expect, test, vi } from 'vitest'
import { buildApp } from '../app/build-app.ts'
import { openPlatforms } from '../app/open-platforms.ts'
import { inOrgan } from '../db/organ.ts'
import { testDatabase } from '../db/testing/database.ts'
import type { Organ } from '../organs/organ.ts'
import { readChange } from './heard-change.ts'
import { addCity, publish } from './testing/a-published-site.ts'

const { db, url, owner } = await testDatabase()
const { statistics, archives } = await addCity(db)
await openPlatforms(db)
const app = await buildApp({ db, url }, { KAICHENG_TODAY: '2026-11-24' })
afterAll(() => app.close())
await app.ready()

const get = async (path: string) => (await app.inject({ url: path, headers: { host: '127.0.0.1' } })).body
const within = { timeout: 2_000, interval: 20 }

/** Changes what the page of the organ says without a word to anybody: only who writes the page anew sees it. */
async function secretly(organ: Organ, mark: string): Promise<void> {
  await owner.transaction().execute(async (tx) => {
    await sql`set local session_replication_role = 'replica'`.execute(tx)
    await sql`update platform_columns set name = ${mark} where organ_id = ${organ.id} and id = 'gzdt'`.execute(tx)
  })
}

let marks = 0
/** Marks the pages of both organs, does the work, and waits until the page of the first is written anew. */
async function afterChange(of: Organ, other: Organ, work: () => Promise<unknown>) {
  marks += 1
  const [own, others] = [`本机关${marks}`, `另一机关${marks}`]
  for (const { slug } of [of, other]) await get(`/${slug}/`)
  await secretly(of, own)
  await secretly(other, others)
  for (const { slug } of [of, other]) expect(await get(`/${slug}/`)).not.toMatch(new RegExp(`${own}|${others}`))
  await work()
  await vi.waitFor(async () => expect(await get(`/${of.slug}/`)).toContain(own), within)
  return { otherIsAsBefore: !(await get(`/${other.slug}/`)).includes(others) }
}

const byWay = {
  'a report that is published': () => publish(db, statistics, 2024, { files: new Map() }),
  'a column that is changed': () =>
    inOrgan(db, statistics.id, (tx) =>
      tx
        .updateTable('platformColumns')
        .set({ content: '新' })
        .where('organId', '=', statistics.id)
        .where('id', '=', 'tzgg')
        .execute(),
    ),
  'a work unit that is added': () =>
    inOrgan(db, statistics.id, (tx) =>
      tx.insertInto('workUnits').values({ organId: statistics.id, name: '办公室' }).execute(),
    ),
  'a column that is taken away by hand': () =>
    sql`delete from platform_columns where organ_id = ${statistics.id} and id = 'tzgg'`.execute(owner),
  'what the owner of the database does, for whichever organ it works': () =>
    inOrgan(owner, archives.id, () =>
      sql`update platform_columns set form = form where organ_id = ${statistics.id} and id = 'zcwj'`.execute(owner),
    ),
}

test.for(Object.entries(byWay))('%s makes the pages of its organ old and of no other', async ([, work]) => {
  expect(await afterChange(statistics, archives, work)).toEqual({ otherIsAsBefore: true })
})

test('the facts of an organ stand on the pages of all: they make all of them old', async () => {
  const rename = () =>
    inOrgan(db, statistics.id, (tx) =>
      tx.updateTable('organs').set({ phone: '0000-1' }).where('id', '=', statistics.id).execute(),
    )
  expect(await afterChange(statistics, archives, rename)).toEqual({ otherIsAsBefore: false })
})

test('what shows several organs – home, feed, sitemap – is old with a change of any of them', async () => {
  for (const path of ['/', '/feed.atom', '/sitemap.xml', '/sitemap-records.xml']) await get(path)
  const home = await get('/')
  await publish(db, archives, 2023, { files: new Map() })
  await vi.waitFor(async () => expect(await get('/sitemap.xml')).toContain('/shili-daj/annual-reports/2023'), within)
  await vi.waitFor(async () => expect(await get('/')).not.toBe(home), within)
})

test('every table of which the portal is told names the organ, and a withdrawal too', async () => {
  const { rows } = await sql<{ tab: string; proc: string; isByRow: boolean }>`
    select t.tgrelid::regclass::text as tab, p.proname as proc, t.tgtype & 1 = 1 as is_by_row from pg_trigger t
    join pg_proc p on p.oid = t.tgfoid where p.proname like 'notify_portal%' order by 1, 2`.execute(owner)
  const wrong = rows.filter(({ tab, proc, isByRow }) => (tab === 'organs' ? proc !== 'notify_portal_of_all' : !isByRow))
  expect(wrong).toEqual([])
  expect(rows.length).toBeGreaterThan(10)
})

test.for([
  ['7', { organId: 7, isWithdrawal: false }],
  ['withdrawn 7', { organId: 7, isWithdrawal: true }],
  ['', { organId: undefined, isWithdrawal: false }],
  ['withdrawn', { organId: undefined, isWithdrawal: true }],
  ['missed some', { organId: undefined, isWithdrawal: true }],
  ['7 8', { organId: undefined, isWithdrawal: false }],
] as const)('“%s” is understood, and what is not is of all organs', ([said, heard]) =>
  expect(readChange(said)).toEqual(heard),
)
