import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { type DeepCheck, verifyDeep, verifyDeepWithin } from '../audit/deep.ts'
import { leftOut, protectedTables } from '../audit/tables.ts'
import { plainDate } from '../days/plain-date.ts'
import type { Tx } from '../db/database.ts'
import { inActs, inOrgan } from '../db/organ.ts'
import { testDatabase } from '../db/testing/database.ts'
import { bureau } from '../demo/bureau.ts'
import { loadDemo } from '../demo/demo.ts'
import { loadLiveDemo } from '../demo/live/load.ts'
import { publishAsSigned } from '../demo/publish-as-signed.ts'
import { confirmAll } from '../ledgers/years/testing/confirm-all.ts'
import { openOrgan } from '../organs/actions.ts'
import { operatorActor } from '../organs/actor.ts'
import * as passkeys from '../organs/passkeys/store.ts'
import * as organs from '../organs/store.ts'
import { setLetters } from '../requests/letter-files.ts'
import { contentChecks } from './content-checks.ts'

const { db, owner } = await testDatabase()
const options = { anchors: {}, contents: contentChecks }
let organId = 0

beforeAll(async () => {
  await loadDemo(db, () => {})
  await loadLiveDemo(db, plainDate('2026-11-24'), () => {})
  const organ = await inActs(db, (tx) => openOrgan(tx, bureau.slug))
  organId = organ.id
  const how = { publishedOn: plainDate('2025-01-21'), calendarVersion: 'test', reason: null }
  await inOrgan(db, organId, (tx) => confirmAll(tx, organ, 2024, how.publishedOn))
  await publishAsSigned(db, operatorActor(organId, how.publishedOn), organ, 2024, how)
  await setLetters(db, organId)
  await inActs(db, async (tx) => {
    await openOrgan(tx, bureau.slug)
    await run(tx, furniture)
    const { id } = await tx.selectFrom('staff').select('id').where('organId', '=', organId).executeTakeFirstOrThrow()
    await passkeys.add(tx, { organId, staffId: id }, aPasskey)
  })
}, 120_000)

/** A row for every table that the demo leaves empty in this organ. */
const furniture = [
  "insert into holiday_notices (year, notice) values (2031, '{}')",
  `insert into head_mappings (organ_id, ledger, heads_sha256, mapping, saved_name)
    values (ORGAN, 'publications', repeat('0', 64), '{}', '李文')`,
  `insert into submissions (organ_id, key, request_id, digest)
    select ORGAN, uuidv7(), id, '\\x01' from requests where organ_id = ORGAN limit 1`,
  `insert into record_files (organ_id, record_id, file_id)
    select ORGAN, r.id, f.id from (select id from information_records where organ_id = ORGAN limit 1) r,
      (select id from files where organ_id = ORGAN order by id limit 1) f`,
  `insert into file_readings (organ_id, file_id, outcome)
    select ORGAN, id, 'failed' from files f where organ_id = ORGAN
      and not exists (select from file_readings r where r.organ_id = ORGAN and r.file_id = f.id) limit 1`,
  `insert into record_copies (organ_id, record_id, form, edition, hash, print, bytes, seal)
    select ORGAN, record_id, 'pdf', edition, hash, '', '\\x25', '' from published_records where organ_id = ORGAN limit 1`,
  `insert into paragraph_comments (organ_id, record_id, edition, revision, paragraph, words, said_at, said_by, said_name)
    select ORGAN, v.record_id, v.edition, v.revision, 0, '请核对日期', now(), s.id, '李文' from (select * from revisions
      where organ_id = ORGAN limit 1) v, (select id from staff where organ_id = ORGAN limit 1) s`,
  `insert into record_templates (organ_id, name, type, content, changed_at, changed_name)
    values (ORGAN, '放假通知', 'notice', '{}', now(), '李文')`,
  `insert into top_places (organ_id, record_id, last_day, set_at, set_name)
    select ORGAN, record_id, '2027-01-05', now(), '李文' from published_records where organ_id = ORGAN limit 1`,
  `insert into late_reasons (organ_id, record_id, reason, given_name)
    select ORGAN, id, '等待会签', '李文' from information_records where organ_id = ORGAN limit 1`,
  `insert into administrative_fees (organ_id, receipt_number, item, collected_on, amount)
    values (ORGAN, '票1', '检测费', '2026-03-02', 20)`,
  `insert into normative_documents (organ_id, kind, title, document_number, issued_on, effective_from)
    values (ORGAN, 'normativeDocuments', '某某办法', '鹤营商〔2026〕99号', '2026-03-02', '2026-04-01')`,
  `insert into document_amendments (organ_id, document_id, amended_on, amended_by)
    select ORGAN, id, '2026-05-06', '关于修改某某办法的决定' from normative_documents where organ_id = ORGAN limit 1`,
  `insert into remedies (organ_id, number, kind, filed_on) values (ORGAN, '复〔2026〕1号', 'review', '2026-05-06')`,
  `insert into remedy_cases (organ_id, kind, number, numbers, body, procedure, filed_on, act, is_co_defendant, status)
    values (ORGAN, 'review', '复〔2026〕2号', '{复〔2026〕2号}', '市政府', 'ordinary', '2026-05-06', 'other', false, 'open')`,
  `insert into remedy_events (organ_id, case_id, seq, kind, happened_on, actor_kind, actor_name, sealed)
    select ORGAN, id, 1, 'noted', '2026-05-06', 'staff', '李文', 'A' from remedy_cases where number = '复〔2026〕2号'`,
  `insert into remedy_files (organ_id, case_id, seq, file_id)
    select ORGAN, c.id, 1, f.id from (select id from remedy_cases where number = '复〔2026〕2号') c,
      (select id from files where organ_id = ORGAN limit 1) f`,
  `insert into remedy_counts (organ_id, case_id, place, part, opened_on)
    select ORGAN, id, 1, 1, '2026-05-06' from remedy_cases where number = '复〔2026〕2号'`,
  `insert into originality_flags (organ_id, publication_id, like_organ_id, like_record_id, title_similarity)
    select ORGAN, p.id, r.organ_id, r.record_id, 0.9 from (select id from publications where organ_id = ORGAN limit 1) p,
      (select organ_id, record_id from published_records where organ_id = ORGAN limit 1) r`,
  `insert into ledger_imports (organ_id, file_name, sha256, added, changed, unchanged)
    values (ORGAN, '台账.xlsx', '00', 1, 0, 0)`,
  `insert into ledger_import_years (organ_id, import_id, ledger, year, row_count)
    select ORGAN, id, 'requests', 2019, 1 from ledger_imports where organ_id = ORGAN limit 1`,
  `insert into ledger_confirmations (organ_id, ledger, year, row_count, words, confirmed_on, confirmed_name)
    values (ORGAN, 'penalty', 2019, 0, '已核实', '2026-01-05', '李文')`,
  `insert into ledger_import_rows (organ_id, import_id, ledger, row_id, after)
    select ORGAN, id, 'requests', uuidv7(), '{}' from ledger_imports where organ_id = ORGAN limit 1`,
  `insert into row_corrections (organ_id, ledger, row_id, act, before, changes, reason, needs_second, proposed_on, proposed_name,
    state) values (ORGAN, 'administrativeFees', uuidv7(), 'correct', '{}', '{"amount": "1.00"}', '误写', true, '2026-03-02', '李文',
    'waiting')`,
  `insert into disclosure_catalogue (organ_id, position, first_item, content, basis, time_limit, responsible_organ,
    channels, audience, way, level) values (ORGAN, 1, '机构职能', '职责', '条例', '20个工作日', '本局', '网站',
    'everybody', 'proactive', 'city')`,
  `insert into coverage_declarations (organ_id, item, reason, declared_on, review_on)
    values (ORGAN, 3, '本机关没有此项职能', '2026-01-05', '2027-01-05')`,
  `insert into letter_seals (organ_id, request_id, seq, kind, by_name, sealed_on)
    select ORGAN, request_id, seq, 'paper', '李文', '2026-01-05' from request_letters where organ_id = ORGAN limit 1`,
  `insert into organ_certificates (organ_id, name, issuer, serial, fingerprint, algorithm, valid_from, valid_to, certificates, sealed)
    values (ORGAN, '某局', '某机构', '01', repeat('a', 64), 'RSA 2048', '2026-01-01', '2027-01-01', '{AA==}', 'x')`,
  `insert into redactions (organ_id, request_id, name, source_file_id, pages_file_id)
    select ORGAN, r.id, '意见.pdf', f.id, f.id from requests r, files f
    where r.organ_id = ORGAN and f.organ_id = ORGAN limit 1`,
  "insert into report_filers (organ_id, name, kind, first_year) values (ORGAN, '某某乡人民政府', 'township', 2024)",
  `insert into report_filings (organ_id, year, filer_id)
    select ORGAN, 2024, id from report_filers where organ_id = ORGAN limit 1`,
  `insert into report_filing_events (organ_id, filing_id, seq, kind, actor_kind, actor_organ_id, actor_name)
    select ORGAN, id, 1, 'reminded', 'staff', ORGAN, '李文' from report_filings where organ_id = ORGAN limit 1`,
  "insert into disclosure_guides (organ_id, changed_on) values (ORGAN, '2026-01-05')",
  `insert into organ_settings (organ_id, id, value) values (ORGAN, 'someSetting', '"值"')`,
  `insert into stand_ins (organ_id, absent_id, stand_in_id, from_on, to_on, reason)
    select ORGAN, min(id::text)::uuid, max(id::text)::uuid, '2026-01-05', '2026-01-09', '出差' from staff
    where organ_id = ORGAN`,
  "insert into word_lists (organ_id, name, changed_by) values (ORGAN, '人名', '李文')",
  `insert into word_list_entries (organ_id, list_id, position, word, kind, severity)
    select ORGAN, id, 1, '某某人', 'name', 'block' from word_lists where organ_id = ORGAN`,
  `insert into feedback (organ_id, number, key, digest, code_hash, kind, page_path, page_title, sealed, arrived_on, due_on)
    values (ORGAN, '意见〔2026〕1号', uuidv7(), '\\x01', decode(repeat('00', 32), 'hex'), 'question', '/', '首页', 'A',
    '2026-03-02', '2026-03-09')`,
  `insert into feedback_events (organ_id, feedback_id, seq, kind, happened_on, actor_kind, actor_name, sealed)
    select ORGAN, id, 1, 'received', '2026-03-02', 'applicant', '读者', 'A' from feedback where organ_id = ORGAN`,
  "insert into suggestion_uses (organ_id, shown_on, helped) values (ORGAN, '2026-05-06', true)",
]

const aPasskey = {
  id: randomUUID(),
  name: '办公室电脑',
  counter: 0,
  addedAt: new Date('2026-03-02T01:00:00Z'),
  credential: { id: 'a', publicKey: 'a', transports: [] },
}

class Undone extends Error {}

/** Looks at the organ after a change that is undone again. */
async function after(change: (tx: Tx) => Promise<unknown>, contents = contentChecks): Promise<DeepCheck> {
  let check: DeepCheck | undefined
  const looked = owner.transaction().execute(async (tx) => {
    await change(tx)
    await sql`reset role`.execute(tx)
    await sql`select set_config('kaicheng.organ', ${String(organId)}, true), set_config('kaicheng.act', '', true)`.execute(
      tx,
    )
    await sql`set local role kaicheng_app`.execute(tx)
    check = await verifyDeepWithin(tx, organId, { anchors: {}, contents })
    throw new Undone()
  })
  await looked.catch((error: unknown) => {
    if (!(error instanceof Undone)) throw error
  })
  if (!check) throw new Error('not looked at')
  return check
}

const run = (tx: Tx, statements: readonly string[]) =>
  statements.reduce(
    (before, each) =>
      before.then(() =>
        sql
          .raw(each.replaceAll('ORGAN', String(organId)))
          .execute(tx)
          .then(() => {}),
      ),
    Promise.resolve(),
  )

/** The ways in which somebody with the database may change a row. */
const ways = {
  'as the owner': (...statements: string[]) => after((tx) => run(tx, statements)),
  'as the owner, no triggers': (...statements: string[]) =>
    after((tx) =>
      run(tx, ['set local session_replication_role = replica', ...statements, 'reset session_replication_role']),
    ),
  'as the owner, within a made-up act': (...statements: string[]) =>
    after((tx) =>
      run(tx, [
        "select set_config('kaicheng.organ', 'ORGAN', true), set_config('kaicheng.act', uuidv7()::text, true)",
        ...statements,
      ]),
    ),
  'within an act of the program': (...statements: string[]) =>
    after((tx) =>
      run(tx, [
        `select set_config('kaicheng.organ', 'ORGAN', true), set_config('kaicheng.act',
          (select act::text from audit_entries where organ_id = ORGAN and act is not null order by seq desc limit 1), true)`,
        ...statements,
      ]),
    ),
  'as the program’s role': (...statements: string[]) =>
    after((tx) =>
      run(tx, [
        'set local role kaicheng_app',
        "select set_config('kaicheng.organ', 'ORGAN', true), set_config('kaicheng.act', uuidv7()::text, true)",
        ...statements,
      ]),
    ),
} as const

test('every table is in the journal or left out with a reason; each in the journal has its triggers', async () => {
  const { rows } = await sql<{ name: string; triggers: number }>`
    select c.relname as name, (select count(*) from pg_trigger t where t.tgrelid = c.oid
      and t.tgfoid = 'journal_rows'::regproc) as triggers
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by 1`.execute(owner)
  expect(rows.map(({ name }) => name)).toEqual([...Object.keys(protectedTables), ...Object.keys(leftOut)].sort())
  expect(rows.filter(({ name, triggers }) => (name in protectedTables ? 3 : 0) !== triggers)).toEqual([])
})

test('nobody touched anything: nothing is named, in any organ', async () => {
  for (const { id } of await db.transaction().execute(organs.list)) {
    const check = await verifyDeep(db, id, options)
    expect(check).toMatchObject({ broken: null, faults: [], faultCount: 0 })
    expect(check.entries).toBeGreaterThan(0)
  }
}, 60_000)

/** One honest-looking change to a row of each table. */
const changes: Record<string, string> = {
  requests: "due_on = '2027-03-01'",
  request_applicants: "sealed = sealed || 'A'",
  request_events: 'happened_on = happened_on - 1',
  request_letters: 'issued_on = issued_on + 1',
  request_files: "purpose = 'evidence'",
  letter_files: "made_at = made_at - interval '1 day'",
  file_readings: "read_at = read_at - interval '1 day'",
  record_copies: "bytes = bytes || '\\x00'",
  request_consultations: "sealed = sealed || 'A'",
  submissions: "digest = '\\x00'",
  files: 'size = size + 1',
  published_records: "title = title || '（修订）'",
  information_records: "begun_at = begun_at - interval '1 day'",
  editions: "title = title || '（修订）'",
  revisions: "saved_name = '别人'",
  edition_events: "actor_name = '别人'",
  record_files: 'file_id = (select max(id::text)::uuid from files where id <> t.file_id and organ_id = ORGAN)',
  paragraph_comments: "words = words || '（改）'",
  record_templates: "name = name || '（改）'",
  top_places: 'last_day = last_day + 1',
  late_reasons: "reason = '另一个理由'",
  redactions: 'version = version + 1',
  letter_seals: "by_name = '别人'",
  organ_certificates: "name = '别的机关'",
  report_filers: "email = 'x@shili.invalid'",
  report_filings: 'last_seq = last_seq + 1',
  report_filing_events: "actor_name = '别人'",
  report_drafts: 'last_seq = last_seq + 1',
  report_draft_events: "actor_name = '别人'",
  report_draft_contents: "content = '{}'",
  annual_reports: 'published_on = published_on - 1',
  annual_report_files: "bytes = bytes || '\\x00'",
  administrative_decisions: "subject = subject || '（改）'",
  administrative_fees: 'amount = amount + 100',
  normative_documents: "title = title || '（改）'",
  document_amendments: "amended_by = '另一件文件'",
  remedies: 'filed_on = filed_on - 1',
  remedy_cases: 'filed_on = filed_on - 1',
  remedy_events: "actor_name = '别人'",
  remedy_files: 'seq = seq + 1',
  remedy_counts: 'opened_on = opened_on - 1',
  publications: "title = title || '（改）'",
  row_corrections: "reason = '另一个理由'",
  channels: "name = name || '（改）'",
  originality_flags: 'title_similarity = 0.1',
  ledger_imports: 'added = added + 1',
  ledger_import_years: 'row_count = row_count + 1',
  ledger_confirmations: "confirmed_name = confirmed_name || '某'",
  ledger_import_rows: `after = '{"number": "1"}'`,
  platform_columns: "name = name || '（改）'",
  disclosure_catalogue: "content = content || '（改）'",
  coverage_declarations: "reason = reason || '（改）'",
  disclosure_guides: "note = note || '（改）'",
  holiday_notices: `notice = '{"title": "改"}'`,
  organs: "phone = '0000'",
  organ_settings: `value = '"改"'`,
  work_units: "phone = '0000'",
  staff: "name = name || '某'",
  staff_roles: "role = 'legalStaff'",
  passkeys: 'counter = counter + 1',
  offices: 'from_on = from_on - 1',
  stand_ins: "reason = reason || '（改）'",
  word_lists: "source = source || '（改）'",
  word_list_entries: "word = word || '（改）'",
  suggestion_uses: 'helped = not helped',
  feedback: "sealed = sealed || 'A'",
  feedback_events: "sealed = sealed || 'A'",
  head_mappings: "saved_name = saved_name || '某'",
}

const own = (table: string) => {
  const { organ } = protectedTables[table] ?? {}
  return organ ? `${organ} = ORGAN` : 'true'
}
const one = (table: string) => `ctid = (select ctid from ${table} where ${own(table)} order by ctid limit 1)`

const withoutTriggers = ways['as the owner, no triggers']
const rowsOnly = (statement: string) =>
  after((tx) => run(tx, ['set local session_replication_role = replica', statement]), [])
const tables = Object.keys(protectedTables)

describe('any table', () => {
  test('has a change to be tried', () => expect(Object.keys(changes).sort()).toEqual([...tables].sort()))

  test.for(tables)('%s: a changed and a deleted row are named with their table', async (table) => {
    const changed = await rowsOnly(`update ${table} t set ${changes[table]} where ${one(table)}`)
    expect(changed.faults[0]).toContain(`（${table} `)
    expect(changed.faults[0]).toContain(protectedTables[table]?.label)
    const deleted = await rowsOnly(`delete from ${table} where ${one(table)}`)
    expect(deleted.faults.some((fault) => fault.includes(`（${table} `) && fault.includes('不在了'))).toBe(true)
  })
})

describe.for(Object.entries(ways))('%s', ([, change]) => {
  test.for(['requests', 'organ_settings', 'staff', 'files'])('%s: a changed row is named', async (table) => {
    const { faults, faultCount } = await change(`update ${table} t set ${changes[table]} where ${one(table)}`)
    expect(faultCount).toBeGreaterThan(0)
    expect(faults.join()).toContain(`（${table} `)
  })

  test.for([
    [
      'request_events',
      `select organ_id, request_id, 1000, kind, happened_on, amount, supersedes, recorded_at, data,
      actor_kind, actor_id, actor_name from request_events where organ_id = ORGAN order by ctid limit 1`,
    ],
    [
      'publications',
      `select organ_id, uuidv7(), channel_id, title || '又', url, kind, originality, formed_on, published_on,
      withdrawn_on, record_id, hidden_on, checked_at from publications where organ_id = ORGAN limit 1`,
    ],
    [
      'staff_roles',
      `select organ_id, staff_id, 'legalStaff' from staff_roles where organ_id = ORGAN
      and role = 'unitHead' limit 1`,
    ],
  ] as const)('%s: an inserted row is named', async ([table, rows]) => {
    expect((await change(`insert into ${table} ${rows}`)).faults.join()).toContain(`（${table} `)
  })
})

describe('what was found in 2026', () => {
  const record = 'record_id = (select min(record_id::text)::uuid from published_records where organ_id = ORGAN)'
  const [a, b] = ['min', 'max'].map(
    (which) => `(select ${which}(request_id::text)::uuid from request_applicants where organ_id = ORGAN)`,
  )
  const [c, d] = ['min', 'max'].map((which) => `(select ${which}(number) from request_letters where organ_id = ORGAN)`)
  test.for<[string, string[], string]>([
    [
      'published text and title under the same signed hash',
      [`update published_records set title = '伪', content = jsonb_set(content, '{title}', '"伪"') where ${record}`],
      'published_records',
    ],
    [
      'due date and summary',
      [`update requests set due_on = '2027-03-01', summary = '别的' where ${one('requests')}`],
      'requests',
    ],
    [
      'an event’s data and day',
      [`update request_events set data = '{}', happened_on = happened_on - 3 where ${one('request_events')}`],
      'request_events',
    ],
    [
      'applicants of two requests swapped',
      [
        `update request_applicants t set sealed = o.sealed from request_applicants o
          where t.organ_id = ORGAN and o.organ_id = ORGAN and (t.request_id, o.request_id) in ((${a}, ${b}), (${b}, ${a}))`,
      ],
      'request_applicants',
    ],
    [
      'two letters’ files swapped',
      [
        `update letter_files t set pdf_file_id = o.pdf_file_id from letter_files o, request_letters l, request_letters m
          where t.organ_id = ORGAN and o.organ_id = ORGAN and (l.organ_id, l.request_id, l.seq) = (t.organ_id, t.request_id, t.seq)
            and (m.organ_id, m.request_id, m.seq) = (o.organ_id, o.request_id, o.seq)
            and (l.number, m.number) in ((${c}, ${d}), (${d}, ${c}))`,
      ],
      'letter_files',
    ],
    [
      'two files’ bytes swapped',
      [
        `update files t set sealed = o.sealed from files o where t.organ_id = ORGAN and o.organ_id = ORGAN
          and t.id = (select min(id::text)::uuid from files where organ_id = ORGAN)
          and o.id = (select max(id::text)::uuid from files where organ_id = ORGAN)`,
      ],
      'files',
    ],
  ])('%s', async ([, statements, table]) => {
    const { faults } = await withoutTriggers(...statements)
    expect(faults.join()).toContain(`（${table} `)
  })
})

describe('the journal itself', () => {
  const unit = '(select min(id::text) from work_units where organ_id = ORGAN)'
  const setPhone = (phone: string) => `update work_units set phone = '${phone}' where id = ${unit}::uuid`
  const hashNow = `(select sha256(convert_to((select jsonb_object_agg(f.key, f.value) from jsonb_each(to_jsonb(t)) f
    where f.value <> 'null')::text, 'UTF8')) from work_units t where id = ${unit}::uuid)`
  const last = `(select max(seq) from row_changes where tab = 'work_units' and organ_id = ORGAN and key = ${unit})`

  beforeAll(async () => {
    for (const phone of ['0451-1', '0451-2']) await inOrgan(db, organId, (tx) => run(tx, [setPhone(phone)]))
  })

  test.for<[string, string[], string]>([
    ['a row rolled back to an older state', [setPhone('0451-1')], '（work_units '],
    [
      'a forged state',
      [setPhone('9'), `update row_changes set hash = ${hashNow} where seq = ${last}`],
      '不符，登记被删改',
    ],
    [
      'a forged state added to an act',
      [
        setPhone('9'),
        `insert into row_changes (organ_id, act, tab, key, hash) select organ_id, act, tab, key, ${hashNow}
          from row_changes where seq = ${last}`,
      ],
      '（work_units ',
    ],
    [
      'an older state moved to the end',
      [
        setPhone('0451-1'),
        `with gone as (delete from row_changes where seq = ${last} returning *)
          insert into row_changes (seq, organ_id, act, tab, key, hash) overriding system value
          select 0, organ_id, act, tab, key, hash from gone`,
      ],
      '（work_units ',
    ],
    ['the last act forgotten', [setPhone('0451-1'), `delete from row_changes where seq = ${last}`], '不符，登记被删改'],
    [
      'all of a table forgotten',
      ["delete from row_changes where organ_id = ORGAN and tab = 'work_units'"],
      '不符，登记被删改',
    ],
    ['a trigger put off', ['alter table requests disable trigger requests_journal_2'], '触发器被停用'],
    ['a trigger gone', ['drop trigger staff_journal_1 on staff'], '触发器被停用'],
  ])('%s', async ([, statements, said]) => {
    const check = await withoutTriggers(...statements)
    expect(check.faultCount).toBeGreaterThan(0)
    expect(check.faults.join()).toContain(said)
  })

  test('what was changed by hand stands before the many rows that rest on a changed act, which are one line', async () => {
    const { faults, faultCount } = await withoutTriggers(
      setPhone('9'),
      `delete from row_changes where seq = (select min(seq) from row_changes where organ_id = ORGAN and tab = 'request_events'
        and act = (select act from row_changes where organ_id = ORGAN and tab = 'request_events'
          group by act order by count(*) desc limit 1))`,
    )
    const place = (said: string) => faults.findIndex((fault) => fault.includes(said))
    expect(place('（work_units ')).toBeGreaterThanOrEqual(0)
    expect(place('行只登记在上述被删改的登记中')).toBeGreaterThan(place('（work_units '))
    expect(faultCount).toBeGreaterThan(faults.length)
  })

  test('an act of the program, undone by hand with its journal rows', async () => {
    const check = await after(async (tx) => {
      await run(tx, [setPhone('1'), 'set local session_replication_role = replica', setPhone('0451-2')])
    })
    expect(check.faults.join()).toContain('有未经系统办理的改动')
  })

  test('the program’s role writes nothing into it, and changes nothing outside an act', async () => {
    for (const statement of [
      "insert into row_changes (organ_id, tab, key) values (ORGAN, 'requests', 'x')",
      'update row_changes set hash = null',
      'delete from row_changes',
      setPhone('3'),
      `insert into organs_to_adopt values (ORGAN)`,
    ])
      await expect(
        db.transaction().execute(async (tx) => {
          await sql`select set_config('kaicheng.organ', ${String(organId)}, true)`.execute(tx)
          await run(tx, [statement])
        }),
        statement,
      ).rejects.toThrow(/permission denied|outside an act/)
  })
})

test('whatever is changed in whatever way is found; what the program does is never named', async () => {
  const tampering = fc.record({
    table: fc.constantFrom(...tables),
    kind: fc.constantFrom('change', 'delete'),
    place: fc.nat(1000),
    acts: fc.nat(3),
  })
  await fc.assert(
    fc.asyncProperty(tampering, async ({ table, kind, place, acts }) => {
      for (let n = 0; n < acts; n += 1)
        await inOrgan(db, organId, (tx) =>
          run(tx, [
            `update work_units set phone = '${place}${n}' where organ_id = ORGAN`,
            `update staff set phone = '${n}' where organ_id = ORGAN`,
          ]),
        )
      expect(await verifyDeep(db, organId, options)).toMatchObject({ broken: null, faultCount: 0 })
      const where = `ctid = (select ctid from ${table} where ${own(table)} order by ctid
        offset ${place} % greatest(1, (select count(*) from ${table} where ${own(table)})) limit 1)`
      const { faultCount } = await withoutTriggers(
        kind === 'delete'
          ? `delete from ${table} where ${where}`
          : `update ${table} t set ${changes[table]} where ${where}`,
      )
      expect(faultCount).toBeGreaterThan(0)
    }),
    { numRuns: 10 },
  )
}, 120_000)
