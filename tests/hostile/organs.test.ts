import { sql } from 'kysely'
import { afterAll, describe, expect, test } from 'vitest'
import { buildApp } from '../../src/app/build-app.ts'
import { inOrgan } from '../../src/db/organ.ts'
import { answerOf, expectInvariants } from './answer.ts'
import { furnish } from './furnish.ts'
import { placesIn, withAt } from './sample.ts'
import { openScene, today } from './scene.ts'
import { addressOf, callerOf, parametersOf, withQuery } from './sweep.ts'

const scene = await openScene()
const here = await furnish(scene, scene.mine)
const there = await furnish(scene, scene.other)
/** The same program on a connection that row-level security does not hold: only its own checks are left. */
const unguarded = await buildApp(
  { db: scene.owner, url: scene.ownerUrl },
  { KAICHENG_TODAY: today },
  () => scene.clock.at,
)
await unguarded.ready()
afterAll(async () => {
  await scene.close()
  await unguarded.close()
})
const guards = [
  { guard: 'row-level security and the program', on: scene.app },
  { guard: 'the program alone', on: unguarded },
] as const

/** Addresses whose parameter names no row: a step, a version, a register, a setting, a column, a year or a cell of a report, a page (each organ has the same ones). */
const namesNoRow = /:(?:step|edition|revision|document|ledger|year|row|column|form|page)$|settings\/:id$|columns\/:id$/

const routes = scene.app.declaredRoutes.filter(
  ({ method, url }) => method !== 'HEAD' && url.startsWith('/api/console/') && url.includes(':'),
)

describe.each(guards)('what is another organ’s is not there: $guard', ({ on }) => {
  const cases = routes.flatMap((route) =>
    parametersOf(route.url)
      .filter((parameter) => !namesNoRow.test(parameter))
      .map(
        (parameter) => [`${route.method} ${route.url}`, parameter.split('/').at(-1) ?? '', parameter, route] as const,
      ),
  )
  test.each(cases)('%s by %s', async (_name, _short, parameter, route) => {
    const { send, body, query } = await callerOf(scene, here, route, on)
    const before = await scene.census()
    const url = addressOf(route.url, here.places, { [parameter]: there.places[parameter] ?? '' }) ?? ''
    const payload = route.url.endsWith('/steps/:step') ? { seq: 3, input: {} } : body
    const answer = await send({ url: withQuery(url, query), payload })
    expectInvariants(answerOf(answer))
    if (/steps/.test(route.url) || /multipart|import/.test(route.url))
      expect([400, 404, 422]).toContain(answer.statusCode)
    else expect(answer.statusCode, answer.body.slice(0, 300)).toBe(404)
    expect(answer.body).not.toContain(there.office.organ.name)
    expect(await scene.census()).toEqual(before)
  })

  const uuid = /^[0-9a-f]{8}-[0-9a-f-]{27}$/
  const theirs = [...new Set(Object.values(there.places).filter((place) => uuid.test(place)))]
  const withBody = scene.app.declaredRoutes.filter(
    ({ method, url, schema }) => method !== 'GET' && url.startsWith('/api/console/') && schema?.body,
  )

  test.each(withBody.map((route) => [`${route.method} ${route.url}`, route] as const))(
    'nor within what is sent: %s',
    async (_, route) => {
      const { send, body } = await callerOf(scene, here, route, on)
      const url = addressOf(route.url, here.places) ?? ''
      const places = placesIn(body).filter((way) =>
        /Ids?$/.test(way.filter((each) => !/^\d+$/.test(each)).at(-1) ?? ''),
      )
      for (const way of places)
        for (const id of [...theirs, there.channel, there.person, there.waiting]) {
          const before = await scene.census()
          const answer = await send({ url, payload: withAt(body, way, id) })
          expect(answer.statusCode, `${way.join('.')} ${answer.body}`).toBeGreaterThanOrEqual(400)
          expectInvariants(answerOf(answer))
          expect(answer.body).not.toContain(there.office.organ.name)
          expect(await scene.census()).toEqual(before)
        }
    },
  )

  test('nor in any list, whatever is asked for', async () => {
    for (const route of scene.app.declaredRoutes) {
      if (route.method !== 'GET' || !route.url.startsWith('/api/console/') || route.url.includes(':')) continue
      const { send, query } = await callerOf(scene, here, route, on)
      for (const more of [
        {},
        { q: there.title },
        { columnId: there.column },
        { unitId: there.office.unitId },
        { channelId: there.channel },
      ]) {
        const known = Object.fromEntries(Object.entries(more).filter(([name]) => name in (query ?? {})))
        const answer = await send({ url: withQuery(route.url, query && { ...query, ...known }) })
        expectInvariants(answerOf(answer))
        // What was asked for may be told again; nothing else of theirs.
        const told = answer.body.replaceAll(JSON.stringify(there.title), '')
        expect(told, route.url).not.toContain(there.office.organ.name)
        for (const id of theirs) expect(told, route.url).not.toContain(id)
      }
    }
  }, 180_000)
})

describe('row-level security, table by table as PostgreSQL lists them', async () => {
  const { rows: tables } = await sql<{ name: string; isOfOrgans: boolean }>`
    select c.relname as name, exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'organ_id') as is_of_organs
    from pg_class c where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace order by 1`.execute(
    scene.owner,
  )
  const [mine, other] = [scene.mine.organ.id, scene.other.organ.id]

  /** What every organ shares, or what belongs to none; each has its reason. */
  const ofNobody = ['attempts', 'backup_proofs', 'holiday_notices', 'job_runs', 'migrations', 'organs', 'sealing_key']
  /** What is published is read by everybody; it is written by its organ alone. */
  const openToRead = [
    'annual_report_files',
    'annual_report_seals',
    'annual_reports',
    'coverage_declarations',
    'disclosure_catalogue',
    'disclosure_guides',
    'platform_columns',
    'published_records',
    'published_search',
    'top_places',
  ]
  /** Of which the scene has no row. */
  const empty: string[] = []

  test('each table is an organ’s, or among those that are named', () => {
    const all = tables.filter(({ isOfOrgans }) => !isOfOrgans).map(({ name }) => name)
    expect(all).toEqual(ofNobody)
  })

  const guarded = tables.filter(({ isOfOrgans }) => isOfOrgans)
  test.each(guarded)('$name: nothing of another organ is read or written', async ({ name }) => {
    const table = sql.table(name)
    const refused = async (statement: ReturnType<typeof sql<{ n: string }>>) =>
      inOrgan(scene.db, mine, async (tx) => (await statement.execute(tx)).numAffectedRows ?? 0n).catch(
        ({ code }: { code?: string }) => code,
      )
    const { rows: theirs } = await sql<{ row: unknown }>`
      select to_jsonb(t) as row from ${table} t where organ_id = ${other} limit 1`.execute(scene.owner)
    const [first] = theirs
    if (!first) {
      empty.push(name)
      return
    }
    const seen = await inOrgan(
      scene.db,
      mine,
      async (tx) => (await sql`select from ${table} where organ_id = ${other} limit 1`.execute(tx)).rows.length,
    )
    expect(seen).toBe(openToRead.includes(name) ? 1 : 0)
    const nowhere = await scene.db
      .transaction()
      .execute(
        async (tx) => (await sql`select from ${table} where organ_id = ${other} limit 1`.execute(tx)).rows.length,
      )
    expect(nowhere).toBe(openToRead.includes(name) ? 1 : 0)
    expect([0n, '42501']).toContain(
      await refused(sql`update ${table} set organ_id = organ_id where organ_id = ${other}`),
    )
    expect([0n, '42501']).toContain(
      await refused(sql`update ${table} set organ_id = ${mine} where organ_id = ${other}`),
    )
    expect([0n, '42501']).toContain(await refused(sql`delete from ${table} where organ_id = ${other}`))
    // A row of one's own may not be given to another, nor one be made in its name.
    // 23001: the row itself refuses to be changed.
    expect([0n, '42501', '23001']).toContain(
      await refused(sql`update ${table} set organ_id = ${other} where organ_id = ${mine}`),
    )
    const { rows: columns } = await sql<{ name: string }>`
      select attname as name from pg_attribute
      where attrelid = ${name}::regclass and attnum > 0 and not attisdropped and attgenerated = ''`.execute(scene.owner)
    const list = sql.join(columns.map((each) => sql.ref(each.name)))
    const copy = sql`insert into ${table} (${list}) overriding system value select ${list}
      from jsonb_populate_record(null::${table}, ${JSON.stringify(first.row)}::jsonb)`
    expect(['42501', '23001']).toContain(await refused(copy as ReturnType<typeof sql<{ n: string }>>))
  })

  /** What leads from one organ to the other in the tree: its own filings to whoever files, the office's days to those below. */
  const acrossTheTree: readonly { readonly name: string; readonly words: RegExp }[] = [
    { name: 'report_filings', words: /^\(filer_organ_id = current_organ\(\)\)$/ },
    // Begun only of an organ below the one that begins it.
    {
      name: 'report_filings',
      words: /^\(\(organ_id = current_organ\(\)\) AND .*o\.parent_id = report_filings\.organ_id/s,
    },
    { name: 'report_filing_events', words: /f\.filer_organ_id = current_organ\(\)/ },
    {
      name: 'organ_settings',
      words: /'localReportDueDate'.*'townshipReportDueDate'.*'governmentReportDueDate'.*organs\.parent_id/s,
    },
  ]

  test('most tables had rows to try it with; the policies of all are the same few words', async () => {
    expect(guarded.length - empty.length).toBeGreaterThan(28)
    const { rows } = await sql<{ name: string; cmd: string; using: string | null; check: string | null }>`
      select tablename as name, cmd, qual as using, with_check as check from pg_policies where schemaname = 'public'`.execute(
      scene.owner,
    )
    const own = '(organ_id = current_organ())'
    for (const { name } of guarded) {
      const policies = rows.filter((each) => each.name === name)
      expect(policies.length, name).toBeGreaterThan(0)
      for (const { cmd, using, check } of policies) {
        const isOpen = cmd === 'SELECT' && using === 'true' && check === null && openToRead.includes(name)
        const isOwn = [using, check].every((words) => words === null || words === own) && (using ?? check) === own
        const isHolidays = cmd === 'SELECT' && using === "(tab = 'holiday_notices'::text)" && name === 'row_changes'
        const isAbove = acrossTheTree.some(
          (each) => each.name === name && each.words.test((using ?? '') + (check ?? '')),
        )
        expect(isOpen || isOwn || isHolidays || isAbove, `${name} ${cmd} ${using} ${check}`).toBe(true)
      }
    }
  })
})
