import { sql } from 'kysely'
import type { Database } from './database.ts'

/** The whole schema as text in a stable order: what `migrations/schema.sql` holds and a test compares. */
export async function dumpSchema(db: Database): Promise<string> {
  const { rows } = await sql<{ text: string }>`
    with tables as (
      select c.oid, c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind in ('r', 'p') and c.relname <> 'migrations'
    ), parts as (
      select tables.relname as owner, 1 as part, '' as name, 'create table ' || tables.relname || ' (' || E'\n' || (
        select string_agg('  ' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
          || case when a.attnotnull then ' not null' else '' end
          || case when a.attidentity <> '' then ' generated always as identity'
                  when d.adbin is not null then ' default ' || pg_get_expr(d.adbin, d.adrelid) else '' end,
          E',\n' order by a.attnum)
        from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
        where a.attrelid = tables.oid and a.attnum > 0 and not a.attisdropped
      ) || E'\n);' as text from tables
      union all
      select tables.relname, 2, k.conname, 'alter table ' || tables.relname || ' add constraint ' || k.conname || ' '
        || pg_get_constraintdef(k.oid) || ';'
      from tables join pg_constraint k on k.conrelid = tables.oid where k.contype <> 'n'
      union all
      select tables.relname, 3, i.relname, pg_get_indexdef(i.oid) || ';'
      from tables join pg_index x on x.indrelid = tables.oid join pg_class i on i.oid = x.indexrelid
      where not exists (select from pg_constraint k where k.conindid = i.oid and k.contype in ('p', 'u', 'x'))
      union all
      select tables.relname, 4, t.tgname, pg_get_triggerdef(t.oid) || ';'
      from tables join pg_trigger t on t.tgrelid = tables.oid where not t.tgisinternal
      union all
      select tables.relname, 5, p.polname, 'policy ' || p.polname || ' on ' || tables.relname || ': using '
        || coalesce(pg_get_expr(p.polqual, p.polrelid), '-') || ' check '
        || coalesce(pg_get_expr(p.polwithcheck, p.polrelid), '-')
      from tables join pg_policy p on p.polrelid = tables.oid
      union all
      select '~functions', 6, p.proname, pg_get_functiondef(p.oid) || ';'
      from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'public' and p.prokind = 'f'
        and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
    )
    select text from parts order by owner collate "C", part, name collate "C"`.execute(db)
  return `-- Dumped from the migrated database; do not edit. \`npm run db:schema\` writes it.\n\n${rows.map(({ text }) => text).join('\n')}\n`
}

/** Where two dumped schemas first differ: the table, or what stands outside of tables; undefined where they are the same. */
export function firstDifference(expected: string, actual: string): string | undefined {
  if (expected === actual) return undefined
  const [ours, theirs] = [statementsByOwner(expected), statementsByOwner(actual)]
  const differing = [...new Set([...ours.keys(), ...theirs.keys()])].find((each) => ours.get(each) !== theirs.get(each))
  return differing ?? '语句的顺序'
}

/** Every statement of a dumped schema by what people call the thing that it makes. */
export function statementsByName(schema: string): Map<string, string> {
  const said = new Map<string, string>()
  let name = ''
  for (const line of schema.split('\n')) {
    name = nameOf(line) ?? name
    said.set(name, `${said.get(name) ?? ''}${line}\n`)
  }
  return said
}

const word = '("[^"]*"|[^\\s(:]+)'
const kinds: readonly [RegExp, (names: readonly string[]) => string][] = [
  [new RegExp(`^create table ${word}`), ([table]) => `表 ${table} 的列`],
  [new RegExp(`^alter table ${word} add constraint ${word}`), ([table, name]) => `表 ${table} 的约束 ${name}`],
  [
    new RegExp(`^CREATE (?:UNIQUE )?INDEX ${word} ON (?:public\\.)?${word}`),
    ([name, table]) => `表 ${table} 的索引 ${name}`,
  ],
  [
    new RegExp(`^CREATE (?:CONSTRAINT )?TRIGGER ${word} .*? ON (?:public\\.)?${word}`),
    ([name, table]) => `表 ${table} 的触发器 ${name}`,
  ],
  [new RegExp(`^policy ${word} on ${word}`), ([name, table]) => `表 ${table} 的行级安全策略 ${name}`],
  [new RegExp(`^CREATE OR REPLACE FUNCTION (?:public\\.)?${word}`), ([name]) => `函数 ${name}`],
]

function nameOf(line: string): string | undefined {
  for (const [form, called] of kinds) {
    const found = form.exec(line)
    if (found) return called(found.slice(1))
  }
  return undefined
}

/** All that is said of each table, and of each function. */
function statementsByOwner(schema: string): Map<string, string> {
  const said = new Map<string, string>()
  let owner = ''
  for (const line of schema.split('\n')) {
    const [, table, routine] = /^create table (\w+)|^CREATE OR REPLACE FUNCTION public\.(\w+)/.exec(line) ?? []
    if (table) owner = `表 ${table}`
    if (routine) owner = `函数 ${routine}`
    said.set(owner, `${said.get(owner) ?? ''}${line}\n`)
  }
  return said
}
