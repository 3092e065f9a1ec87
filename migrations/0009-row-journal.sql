-- Every change of a row of business leaves the state of that row in a journal, within an act that the audit chain seals.
-- Whoever changes rows past the program is found by `kaicheng audit verify --deep`.

create table row_changes (
  seq bigint not null generated always as identity,
  organ_id integer not null,
  act uuid,
  tab text not null,
  key text not null,
  hash bytea
);
comment on table row_changes is 'The states of rows, oldest first; audit_entries.rows_digest seals those of one act. Without foreign keys: it outlives what it tells of';
comment on column row_changes.act is 'Null: changed by somebody else than the program';
comment on column row_changes.hash is 'SHA-256 of the row as it then was; null: deleted';
create index row_changes_by_act on row_changes (act, seq);
-- A check asks for one table of one organ after the other.
create index row_changes_by_table on row_changes (organ_id, tab);
create trigger row_changes_append_only before update or delete or truncate on row_changes
  for each statement execute function refuse_change();
alter table row_changes enable row level security;
create policy own_organ on row_changes using (organ_id = current_organ()) with check (organ_id = current_organ());
-- The holidays are everybody's.
create policy holidays on row_changes for select using (tab = 'holiday_notices');
grant select on row_changes to kaicheng_app;

alter table audit_entries
  add column act uuid,
  add column rows_count integer,
  add column rows_digest bytea,
  add check ((act is null) = (rows_count is null) and (act is null) = (rows_digest is null));
comment on column audit_entries.rows_digest is 'Over the rows of row_changes of this act, which ends with this entry';

create table organs_to_adopt (organ_id integer primary key references organs, seal bytea);
comment on table organs_to_adopt is 'Organs from before the journal, whose rows the next start seals and writes into it';
comment on column organs_to_adopt.seal is 'Keyed; the program writes it when it has just applied this migration. Without it nothing is adopted';
insert into organs_to_adopt select id from organs;
alter table organs_to_adopt enable row level security;
create policy own_organ on organs_to_adopt using (organ_id = current_organ()) with check (organ_id = current_organ());
grant select, delete on organs_to_adopt to kaicheng_app;

-- Arguments: the column that names the organ, one that is too large to be printed, the columns of the key.
create function journal_rows() returns trigger language plpgsql security definer
  set search_path = public, pg_temp set timezone = 'UTC' set bytea_output = 'hex' set extra_float_digits = 1 as $$
declare
  acting constant uuid := nullif(current_setting('kaicheng.act', true), '')::uuid;
  columns text;
begin
  if not exists (select from changed) then
    return null;
  end if;
  if acting is null and 'kaicheng_app' in (session_user, current_setting('role')) then
    raise exception '% was changed outside an act', tg_table_name using errcode = 'restrict_violation';
  end if;
  if tg_argv[1] = '' then
    insert into row_changes (organ_id, act, tab, key, hash)
    select coalesce((doc ->> tg_argv[0])::integer, current_organ(), 0), acting, tg_table_name,
      concat_ws('/', doc ->> tg_argv[2], doc ->> tg_argv[3], doc ->> tg_argv[4], doc ->> tg_argv[5]),
      case when tg_op <> 'DELETE' then sha256(convert_to((select jsonb_object_agg(f.key, f.value)
        from jsonb_each(doc) f where f.value <> 'null')::text, 'UTF8')) end
    -- offset: so that the row is printed once and not wherever it is read.
    from (select to_jsonb(r) as doc from changed r offset 0) c;
    return null;
  end if;
  select string_agg(case attname when tg_argv[1] then format('sha256(%1$I) as %1$I', attname) else quote_ident(attname) end, ', ')
    into columns from pg_attribute where attrelid = tg_relid and attnum > 0 and not attisdropped;
  execute format('insert into row_changes (organ_id, act, tab, key, hash)
    select coalesce((doc ->> $1[0])::integer, current_organ(), 0), $2, $3,
      concat_ws(''/'', doc ->> $1[2], doc ->> $1[3], doc ->> $1[4], doc ->> $1[5]),
      case when $4 then sha256(convert_to((select jsonb_object_agg(f.key, f.value)
        from jsonb_each(doc) f where f.value <> ''null'')::text, ''UTF8'')) end
    from (select to_jsonb(r) as doc from (select %s from changed) r offset 0) c', columns)
    using tg_argv, acting, tg_table_name, tg_op <> 'DELETE';
  return null;
end $$;
revoke execute on function journal_rows() from public;

create function lost_organs() returns setof integer language sql stable security definer set search_path = public, pg_temp as $$
  select organ_id from audit_heads union select distinct organ_id from row_changes where organ_id > 0
  except select id from organs
$$;

-- A migration that makes a table calls this for it, or gives the reason in src/audit/tables.ts why it is left out.
create procedure journal(tab text, organ text, large text, variadic keys text[]) language plpgsql as $$
declare
  arguments constant text := (select string_agg(quote_literal(each), ', ') from unnest(array[organ, large] || keys) each);
begin
  execute format('create trigger %1$I after insert on %2$I referencing new table as changed for each statement execute function journal_rows(%3$s)',
    tab || '_journal_1', tab, arguments);
  execute format('create trigger %1$I after update on %2$I referencing new table as changed for each statement execute function journal_rows(%3$s)',
    tab || '_journal_2', tab, arguments);
  execute format('create trigger %1$I after delete on %2$I referencing old table as changed for each statement execute function journal_rows(%3$s)',
    tab || '_journal_3', tab, arguments);
end $$;

alter table published_records add column seal bytea;
comment on column published_records.seal is 'Keyed, over organ, record, number, edition and hash: without it the portal does not show the text';

call journal('organs', 'id', '', 'id');
call journal('holiday_notices', '', '', 'year');
call journal('organ_settings', 'organ_id', '', 'id');
call journal('disclosure_guides', 'organ_id', '', 'organ_id');
call journal('staff_roles', 'organ_id', '', 'staff_id', 'role');
call journal('files', 'organ_id', 'sealed', 'id');
call journal('annual_report_files', 'organ_id', 'bytes', 'year', 'revision', 'form');
call journal('annual_reports', 'organ_id', '', 'year', 'revision');
call journal('editions', 'organ_id', '', 'record_id', 'edition');
call journal('revisions', 'organ_id', '', 'record_id', 'edition', 'revision');
call journal('edition_events', 'organ_id', '', 'record_id', 'edition', 'seq');
call journal('late_reasons', 'organ_id', '', 'record_id');
call journal('published_records', 'organ_id', '', 'record_id');
call journal('record_files', 'organ_id', '', 'record_id', 'file_id');
call journal('originality_flags', 'organ_id', '', 'publication_id');
call journal('request_applicants', 'organ_id', '', 'request_id');
call journal('request_consultations', 'organ_id', '', 'request_id', 'id');
call journal('request_events', 'organ_id', '', 'request_id', 'seq');
call journal('request_files', 'organ_id', '', 'request_id', 'file_id');
call journal('request_letters', 'organ_id', '', 'request_id', 'seq');
call journal('submissions', 'organ_id', '', 'key');
call journal('word_list_entries', 'organ_id', '', 'list_id', 'position');
do $$ declare each text; begin
  foreach each in array array['administrative_decisions', 'administrative_fees', 'channels', 'coverage_declarations',
    'disclosure_catalogue', 'document_amendments', 'information_records', 'ledger_imports', 'normative_documents', 'offices',
    'platform_columns', 'publications', 'remedies', 'requests', 'staff', 'stand_ins', 'suggestion_uses', 'word_lists',
    'work_units'] loop
    call journal(each, 'organ_id', '', 'id');
  end loop;
end $$;

-- The text itself is the one that was signed, and not only its hash; a title in lists is the title of the text.
create or replace function refuse_unsigned() returns trigger language plpgsql as $$
declare
  since integer;
  missing text[];
begin
  if tg_op = 'UPDATE' and (new.first_published_at <> old.first_published_at or new.number <> old.number
      or new.index_number <> old.index_number) then
    raise exception 'a publication keeps its number and its day' using errcode = 'restrict_violation';
  end if;
  if new.title is distinct from new.content ->> 'title' or new.type is distinct from new.content ->> 'type'
      or new.document_number is distinct from coalesce(new.content ->> 'documentNumber', '')
      or not exists (select from revisions v where v.organ_id = new.organ_id and v.record_id = new.record_id
        and v.edition = new.edition and v.hash = new.hash and v.content = new.content) then
    raise exception 'record % was not signed with this text', new.record_id using errcode = 'restrict_violation';
  end if;
  select max(seq) into since from edition_events where organ_id = new.organ_id and record_id = new.record_id
    and edition = new.edition and kind = 'submitted';
  select array(select unnest(e.levels) except select v.data ->> 'level' from edition_events v
      where v.organ_id = new.organ_id and v.record_id = new.record_id and v.edition = new.edition and v.kind = 'signed'
        and v.seq > since and v.data ->> 'hash' = new.hash)
    into missing from editions e
    where e.organ_id = new.organ_id and e.record_id = new.record_id and e.edition = new.edition and e.status = 'live'
      and e.hash = new.hash and not e.is_urgent;
  if missing is null and exists (select from editions e where e.organ_id = new.organ_id and e.record_id = new.record_id
      and e.edition = new.edition and e.status = 'live' and e.hash = new.hash and e.is_urgent) then
    return new;
  end if;
  if missing is null or missing <> '{}' then
    raise exception 'record % was not signed as it stands', new.record_id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
