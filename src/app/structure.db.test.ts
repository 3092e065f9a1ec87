import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { verifyStructure } from '../audit/structure.ts'
import { testDatabase } from '../db/testing/database.ts'

const { db, owner } = await testDatabase()
const name = await sql<{ name: string }>`select quote_ident(current_database()) as name`.execute(owner)
const database = name.rows[0]?.name

class Undone extends Error {}

/** What is said after statements that are undone again. */
async function after(statements: readonly string[]): Promise<readonly string[]> {
  let said: readonly string[] = []
  const looked = owner.transaction().execute(async (tx) => {
    for (const each of statements) await sql.raw(each).execute(tx)
    await sql`set local role kaicheng_app`.execute(tx)
    said = await verifyStructure(tx)
    throw new Undone()
  })
  await looked.catch((error: unknown) => {
    if (!(error instanceof Undone)) throw error
  })
  return said
}

test('a database that the migrations have made is as it should be', async () => {
  expect(await verifyStructure(db)).toEqual([])
})

const evil = `create function evil() returns trigger language plpgsql as 'begin return new; end'`
describe('whatever somebody made, changed or took away is named', () => {
  test.for<[string, string[]]>([
    [
      '表 sessions 的触发器 evil 不是',
      [evil, 'create trigger evil before insert on sessions for each row execute function evil()'],
    ],
    ['函数 evil', [evil]],
    [
      '表 migrations 的触发器 evil',
      [evil, 'create trigger evil before insert on migrations for each row execute function evil()'],
    ],
    ['表 requests 的触发器 requests_journal_2 不在了', ['drop trigger requests_journal_2 on requests']],
    [
      '表 request_events 的触发器 request_events_append_only',
      ['alter table request_events disable trigger request_events_append_only'],
    ],
    ['表 requests 的外键触发器', ['alter table requests disable trigger all']],
    ['视图 shown', ['create view shown as select 1']],
    ['物化视图 shown', ['create materialized view shown as select 1']],
    ['表 requests 的规则', ['create rule gone as on delete to requests do instead nothing']],
    [
      '外部表 f',
      [
        'create foreign data wrapper w',
        'create server s foreign data wrapper w',
        'create foreign table f (a int) server s',
      ],
    ],
    ['表 submissions 被改动', ['alter table submissions set unlogged']],
    ['表 evil.now', ['create schema evil', 'create table evil.now (a int)']],
    ['函数 evil.f', ['create schema evil', "create function evil.f() returns int language sql as 'select 1'"]],
    ['函数 pg_catalog.f', ["create function pg_catalog.f() returns int language sql as 'select 1'"]],
    [
      '事件触发器 e',
      [
        `create function ev() returns event_trigger language plpgsql as 'begin end'`,
        'create event trigger e on ddl_command_end execute function ev()',
      ],
    ],
    ['表 requests 被改动', ['alter table requests disable row level security']],
    [
      '表 requests 的行级安全策略 own_organ',
      [
        'drop policy own_organ on requests',
        'create policy own_organ on requests as restrictive using (organ_id = current_organ()) with check (organ_id = current_organ())',
      ],
    ],
    ['表 requests 的行级安全策略 all_rows', ['create policy all_rows on requests using (true)']],
    [
      '函数 current_organ',
      ["create or replace function current_organ() returns integer language sql stable as 'select 1'"],
    ],
    [
      '函数 lost_organs 被改动',
      ["create or replace function lost_organs() returns setof integer language sql stable as 'select 1 where false'"],
    ],
    ['角色 kaicheng_app 对 row_changes 的权限', ['grant update on row_changes to kaicheng_app']],
    ['表 requests 的列', ['alter table requests add column more text']],
    ['表 requests 的索引 more', ['create index more on requests (due_on)']],
    ['表 revisions 的约束', ['alter table revisions drop constraint revisions_pkey cascade']],
    ['表 sealing_copy', ['create table sealing_copy (a int)']],
    [
      '运算符 =',
      ['create operator public.= (leftarg = uuid, rightarg = text, function = uuid_text)'].flatMap((each) => [
        "create function uuid_text(uuid, text) returns boolean language sql as 'select true'",
        each,
      ]),
    ],
    ['设置 search_path', [`alter database ${database} set search_path = evil, public`]],
    ['设置 session_replication_role', [`alter role kaicheng_app set session_replication_role = replica`]],
  ])('%s', async ([said, statements]) => {
    const told = (await after(statements)).join('\n')
    expect(told).toContain('数据库结构与程序不符：')
    expect(told).toContain(said)
  })
})
