create table platform_columns (
  organ_id integer not null references organs,
  id text not null check (id ~ '^[a-z][a-z0-9-]{1,39}$'),
  parent_id text,
  position integer not null,
  name text not null check (name <> ''),
  kind text not null check (kind in ('guide', 'list', 'reports', 'requests', 'library', 'page')),
  scope text not null default '',
  content text not null default '',
  form text not null default '',
  update_days integer check (update_days > 0),
  unit_id uuid,
  art20_items integer[] not null default '{}',
  art21_matters text[] not null default '{}',
  closed_on date,
  primary key (organ_id, id),
  foreign key (organ_id, parent_id) references platform_columns (organ_id, id),
  foreign key (organ_id, unit_id) references work_units (organ_id, id)
);
comment on table platform_columns is '栏目 of the platform, 国办公开办函〔2019〕61号';
comment on column platform_columns.update_days is 'Longest time without anything new; null where nothing is due';

create table information_records (
  organ_id integer not null references organs,
  id uuid not null default uuidv7(),
  type text not null check (type <> ''),
  column_id text not null,
  unit_id uuid,
  begun_by uuid,
  begun_at timestamptz not null default now(),
  primary key (organ_id, id),
  foreign key (organ_id, column_id) references platform_columns (organ_id, id),
  foreign key (organ_id, unit_id) references work_units (organ_id, id),
  foreign key (organ_id, begun_by) references staff (organ_id, id)
);
comment on table information_records is 'One piece of government information, through all its editions';

create table editions (
  organ_id integer not null,
  record_id uuid not null,
  edition integer not null check (edition > 0),
  act text not null check (act in ('publish', 'correct', 'withdraw', 'repeal')),
  status text not null check (status in ('drafting', 'reviewing', 'signed', 'scheduled', 'live', 'superseded', 'discarded')),
  last_seq integer not null default 0,
  revision integer not null default 0,
  hash text check (hash ~ '^[0-9a-f]{64}$'),
  levels text[] not null default '{}',
  title text not null default '',
  made_on date,
  publish_by date,
  turn text,
  step_due_on date,
  scheduled_for timestamptz,
  published_at timestamptz,
  is_urgent boolean not null default false,
  is_held boolean not null default false,
  primary key (organ_id, record_id, edition),
  foreign key (organ_id, record_id) references information_records (organ_id, id),
  check ((status = 'scheduled') = (scheduled_for is not null)),
  check (status not in ('live', 'superseded') or published_at is not null),
  check (status not in ('signed', 'scheduled', 'live', 'superseded') or (hash is not null and cardinality(levels) > 0))
);
comment on table editions is 'A version on its way to the public, or there; the row is the fold of its events';
comment on column editions.made_on is 'When it was formed or changed: the day from which its limit of publication counts';
comment on column editions.is_held is 'Its minute of publication had come, but the gates had shut meanwhile';
comment on column editions.turn is 'The role whose signature or act is awaited';
create unique index one_draft on editions (organ_id, record_id)
  where status in ('drafting', 'reviewing', 'signed', 'scheduled');
create unique index one_live on editions (organ_id, record_id) where status = 'live';
create index editions_open on editions (organ_id, status, step_due_on);
create index editions_scheduled on editions (scheduled_for) where status = 'scheduled';

create table revisions (
  organ_id integer not null,
  record_id uuid not null,
  edition integer not null,
  revision integer not null check (revision > 0),
  based_on integer not null,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  content jsonb not null,
  saved_by uuid,
  saved_name text not null,
  saved_at timestamptz not null default clock_timestamp(),
  is_aside boolean not null default false,
  primary key (organ_id, record_id, edition, revision),
  foreign key (organ_id, record_id, edition) references editions (organ_id, record_id, edition)
);
comment on table revisions is 'Every text that was saved, never changed';
comment on column revisions.is_aside is 'Typed over an older text while somebody else had saved: kept, but not the edition''s text';
create trigger revisions_append_only before update or delete or truncate on revisions
  for each statement execute function refuse_change();

create table edition_events (
  organ_id integer not null,
  record_id uuid not null,
  edition integer not null,
  seq integer not null check (seq > 0),
  kind text not null check (kind in ('begun', 'saved', 'submitted', 'signed', 'sentBack', 'scheduled', 'unscheduled',
    'held', 'published', 'superseded', 'discarded')),
  at timestamptz not null default clock_timestamp(),
  actor_kind text not null check (actor_kind in ('staff', 'system', 'operator')),
  actor_id uuid,
  actor_name text not null,
  data jsonb not null default '{}',
  primary key (organ_id, record_id, edition, seq),
  foreign key (organ_id, record_id, edition) references editions (organ_id, record_id, edition)
);
create trigger edition_events_append_only before update or delete or truncate on edition_events
  for each statement execute function refuse_change();

create table published_records (
  organ_id integer not null,
  record_id uuid not null,
  edition integer not null,
  number text not null check (number ~ '^[0-9]{4}-[0-9]{5,}$'),
  index_number text not null,
  hash text not null,
  type text not null,
  column_id text not null,
  title text not null check (title <> ''),
  document_number text not null default '',
  content jsonb not null,
  made_on date,
  effective_from date,
  valid_until date,
  repealed_on date,
  repealed_by text,
  repeal_reason text,
  interprets uuid,
  first_published_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  withdrawn_at timestamptz,
  primary key (organ_id, record_id),
  unique (organ_id, number),
  unique (organ_id, index_number),
  foreign key (organ_id, record_id, edition) references editions (organ_id, record_id, edition),
  foreign key (organ_id, column_id) references platform_columns (organ_id, id)
);
comment on table published_records is 'What the public sees: the live edition of each record; withdrawn ones stay as tombstones';
comment on column published_records.number is 'In its address; year and count as in the index number, never used again';
create index published_by_column on published_records (organ_id, column_id, first_published_at desc) where withdrawn_at is null;
create index published_interpretations on published_records (organ_id, interprets) where interprets is not null;

-- The last guard of art. 17: whatever the program does, only a text that every level has signed reaches the public, or one
-- that was let out in an emergency. And the first day of publication is what it was.
create function refuse_unsigned() returns trigger language plpgsql as $$
declare
  since integer;
  missing text[];
begin
  if tg_op = 'UPDATE' and (new.first_published_at <> old.first_published_at or new.number <> old.number
      or new.index_number <> old.index_number) then
    raise exception 'a publication keeps its number and its day' using errcode = 'restrict_violation';
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
create trigger published_records_signed before insert or update on published_records
  for each row execute function refuse_unsigned();
create trigger published_records_kept before delete or truncate on published_records
  for each statement execute function refuse_change();
create trigger published_records_notify_portal after insert or update on published_records
  for each statement execute function notify_portal();
-- What was withdrawn, or hidden by a correction, must not come back from memory when the database is away.
create function notify_portal_of_withdrawal() returns trigger language plpgsql as $$
begin
  notify portal_changed, 'withdrawn';
  return null;
end $$;
create trigger published_records_notify_withdrawal after update on published_records for each row
  when (new.withdrawn_at is not null or new.content -> 'act' ? 'hideReason')
  execute function notify_portal_of_withdrawal();
create trigger platform_columns_notify_portal after insert or update or delete on platform_columns
  for each statement execute function notify_portal();

create table record_files (
  organ_id integer not null,
  record_id uuid not null,
  file_id uuid not null,
  primary key (organ_id, record_id, file_id),
  foreign key (organ_id, record_id) references information_records (organ_id, id),
  foreign key (organ_id, file_id) references files (organ_id, id)
);
comment on table record_files is 'Files that any revision of a record holds';

create table stand_ins (
  organ_id integer not null references organs,
  id uuid not null default uuidv7(),
  absent_id uuid not null,
  stand_in_id uuid not null,
  from_on date not null,
  to_on date not null,
  reason text not null check (reason <> ''),
  ended_at timestamptz,
  primary key (organ_id, id),
  foreign key (organ_id, absent_id) references staff (organ_id, id),
  foreign key (organ_id, stand_in_id) references staff (organ_id, id),
  check (to_on >= from_on),
  check (stand_in_id <> absent_id)
);
comment on table stand_ins is 'Who reviews for whom while they are away';

alter table publications add column record_id uuid;
alter table publications add column hidden_on date;
comment on column publications.hidden_on is 'A correction hid the text that stands there: it is to be taken down, or replaced';
alter table publications add foreign key (organ_id, record_id) references information_records (organ_id, id);
alter table normative_documents add column record_id uuid;
alter table normative_documents add foreign key (organ_id, record_id) references information_records (organ_id, id);

do $$ declare each text; begin
  foreach each in array array['information_records', 'editions', 'revisions', 'edition_events', 'record_files', 'stand_ins']
  loop
    execute format('alter table %I enable row level security', each);
    execute format('create policy own_organ on %I using (organ_id = current_organ()) with check (organ_id = current_organ())', each);
  end loop;
  -- Published to everybody, written by their organ.
  foreach each in array array['published_records', 'platform_columns'] loop
    execute format('alter table %I enable row level security', each);
    execute format('create policy published on %I for select using (true)', each);
    execute format('create policy own_organ_adds on %I for insert with check (organ_id = current_organ())', each);
    execute format('create policy own_organ_changes on %I for update using (organ_id = current_organ())', each);
  end loop;
end $$;
grant select, insert, update on platform_columns, information_records, editions, published_records, record_files, stand_ins
  to kaicheng_app;
grant select, insert on revisions, edition_events to kaicheng_app;
