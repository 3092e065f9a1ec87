import { sql } from 'kysely'
import type { Database } from './database.ts'

/**
 * What `dumpSchema` leaves out and the program relies on, each by what people call it: which triggers and policies are in force and for whom, what the
 * program's role may do, kinds of relations and functions that we make none of, and whatever stands in schemas of others.
 */
export async function readRest(db: Database): Promise<Map<string, string>> {
  const { rows } = await sql<{ name: string; made: string }>`
    with spaces as (
      select oid, nspname, nspname = 'public' as is_public from pg_namespace
      where nspname not in ('pgboss', 'information_schema') and nspname !~ '^pg_'
    ), relations as (
      select c.*, s.is_public, case when s.is_public then '' else s.nspname || '.' end || c.relname as called
      from pg_class c join spaces s on s.oid = c.relnamespace
      where not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
    ), tables as (
      select * from relations where is_public and relkind in ('r', 'p')
    ), routines as (
      select p.*, l.lanname, n.nspname, p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')' as called,
        exists (select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e') as is_extension
      from pg_proc p join pg_language l on l.oid = p.prolang join pg_namespace n on n.oid = p.pronamespace
    ), app as (
      select oid, 'kaicheng_app' as called from pg_roles where rolname = 'kaicheng_app' union all select 0, 'public'
    ), things (name, made) as (
      select '表 ' || called, concat_ws(' ', relkind, relpersistence, case when relrowsecurity then 'rls' end,
        case when relforcerowsecurity then 'forced' end) from tables
      union all
      select '表 ' || t.called || ' 的列 ' || a.attname, concat_ws(' ', 'generated', a.attgenerated::text || a.attidentity::text)
      from tables t join pg_attribute a on a.attrelid = t.oid
      where a.attnum > 0 and not a.attisdropped and (a.attgenerated <> '' or a.attidentity <> '')
      union all
      select '表 ' || t.called || ' 的触发器 ' || g.tgname, 'enabled ' || g.tgenabled::text
      from tables t join pg_trigger g on g.tgrelid = t.oid where not g.tgisinternal
      union all
      select '表 ' || t.called || ' 的外键触发器', 'disabled' from tables t join pg_trigger g on g.tgrelid = t.oid
      where g.tgisinternal and g.tgenabled <> 'O'
      union all
      select '表 ' || t.called || ' 的行级安全策略 ' || p.polname, concat_ws(' ', p.polcmd, p.polpermissive, p.polroles::regrole[]::text)
      from tables t join pg_policy p on p.polrelid = t.oid
      union all
      select '表 ' || t.called || ' 的规则 ' || r.rulename, 'rule' from tables t join pg_rewrite r on r.ev_class = t.oid
      union all
      select '表 ' || t.called || ' 的上级表', 'inherits' from tables t join pg_inherits i on i.inhrelid = t.oid
      union all
      select '表 ' || t.called || ' 的约束 ' || k.conname, 'not validated' from tables t join pg_constraint k on k.conrelid = t.oid
      where k.contype = 'n' and not k.convalidated
      union all
      select '表 ' || t.called || ' 的索引 ' || c.relname, 'not valid' from tables t join pg_index x on x.indrelid = t.oid
        join pg_class c on c.oid = x.indexrelid where not (x.indisvalid and x.indisready and x.indislive)
      union all
      select '角色 ' || app.called || ' 对 ' || t.called || ' 的权限', string_agg(g.privilege_type, ' ' order by g.privilege_type collate "C")
      from tables t cross join lateral aclexplode(t.relacl) g join app on app.oid = g.grantee group by app.called, t.called
      union all
      select '角色 ' || app.called || ' 对 ' || t.called || '.' || a.attname || ' 的权限',
        string_agg(g.privilege_type, ' ' order by g.privilege_type collate "C")
      from tables t join pg_attribute a on a.attrelid = t.oid cross join lateral aclexplode(a.attacl) g
        join app on app.oid = g.grantee group by app.called, t.called, a.attname
      union all
      select '角色 kaicheng_app', concat_ws(' ', case when rolsuper then 'superuser' end, case when rolbypassrls then 'bypassrls' end,
        case when exists (select from pg_auth_members m where m.member = r.oid) then 'member of others' end)
      from pg_roles r where rolname = 'kaicheng_app'
      union all
      select case relkind when 'v' then '视图 ' when 'm' then '物化视图 ' when 'f' then '外部表 ' when 'S' then '序列 '
        when 'c' then '类型 ' else '表 ' end || called, 'relation'
      from relations where (is_public and relkind in ('v', 'm', 'f', 'c', 'S')) or (not is_public and relkind in ('r', 'p', 'v', 'm', 'f'))
      union all
      select '函数 ' || called, case prokind when 'p' then pg_get_functiondef(oid) when 'f' then 'function' else 'aggregate' end
      from routines where nspname = 'public' and not is_extension
      union all
      select '函数 ' || r.called || ' 的执行权', string_agg(app.called, ' ' order by app.called)
      from routines r cross join lateral aclexplode(coalesce(r.proacl, acldefault('f', r.proowner))) g join app on app.oid = g.grantee
      where r.nspname = 'public' and not r.is_extension group by r.oid, r.called
      union all
      select '函数 ' || nspname || '.' || called, 'routine' from routines r
      where (r.pronamespace in (select oid from spaces where not is_public) and (not is_extension or lanname <> 'c'))
        or (nspname = 'public' and is_extension and lanname <> 'c')
        or (nspname in ('pg_catalog', 'information_schema') and r.oid >= 16384 and not is_extension)
        or (nspname = 'pg_catalog' and r.oid < 16384 and lanname not in ('internal', 'c', 'sql'))
        or (nspname = 'pg_catalog' and lanname <> 'internal' and proname in ('sha256', 'to_jsonb', 'jsonb_each',
          'jsonb_object_agg', 'convert_to', 'concat_ws', 'string_agg', 'current_setting', 'set_config', 'encode'))
      union all
      select '触发器 ' || n.nspname || '.' || c.relname || ' ' || g.tgname, 'trigger' from pg_trigger g
        join pg_class c on c.oid = g.tgrelid join pg_namespace n on n.oid = c.relnamespace
      where not g.tgisinternal and n.nspname <> 'public'
      union all
      select '事件触发器 ' || evtname, 'event trigger' from pg_event_trigger
      union all
      select '运算符 ' || o.oprname, 'operator' from pg_operator o join spaces s on s.oid = o.oprnamespace
      where not exists (select from pg_depend d where d.classid = 'pg_operator'::regclass and d.objid = o.oid and d.deptype = 'e')
      union all
      select '类型转换 ' || format_type(c.castsource, null) || ' → ' || format_type(c.casttarget, null), 'cast' from pg_cast c
      where c.oid >= 16384 and not exists (select from pg_depend d where d.classid = 'pg_cast'::regclass and d.objid = c.oid and d.deptype = 'e')
      union all
      select '数据库或角色的设置 ' || split_part(setting, '=', 1), setting
      from pg_db_role_setting s cross join lateral unnest(s.setconfig) setting
      where s.setdatabase in (0, (select oid from pg_database where datname = current_database()))
        and split_part(setting, '=', 1) ~ '^(search_path|session_replication_role|row_security|role|kaicheng\\..*|.*preload_libraries)$'
    )
    select name, string_agg(made, ' | ' order by made collate "C") as made from things group by name order by name collate "C"`.execute(
    db,
  )
  return new Map(rows.map(({ name, made }) => [name, made.replaceAll('\\', '\\\\').replaceAll('\n', '\\n')]))
}

/** As `migrations/schema-rest.txt` holds it. */
export const writeRest = (rest: ReadonlyMap<string, string>): string =>
  [...rest].map(([name, made]) => `${name}\t${made}\n`).join('')

/** What such a file says, by name. */
export const parseRest = (text: string): Map<string, string> =>
  new Map(
    text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => [line.slice(0, line.indexOf('\t')), line.slice(line.indexOf('\t') + 1)]),
  )
