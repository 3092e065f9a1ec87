-- The server works as kaicheng_app: it owns nothing, makes no tables, sees the rows of one organ at a time and never
-- changes an audit entry. The role is shared by all databases of a cluster.
do $$ begin
  if not exists (select from pg_roles where rolname = 'kaicheng_app') then
    create role kaicheng_app login;
  end if;
exception when duplicate_object or unique_violation then null;
end $$;

create function current_organ() returns integer language sql stable parallel safe as $$
  select nullif(current_setting('kaicheng.organ', true), '')::integer
$$;
comment on function current_organ() is 'The organ that this transaction works for; null sees no row of any organ';

alter table organs add column credit_code text not null default ''
  check (credit_code = '' or credit_code ~ '^[0-9A-HJ-NPQRTUWXY]{18}$');
alter table organs add column letter_code text not null default '';
comment on column organs.letter_code is '机关代字, used in letter and registration numbers; empty: the name';

create table organ_settings (
  organ_id integer not null references organs,
  id text not null check (id <> ''),
  value jsonb not null,
  primary key (organ_id, id)
);
comment on table organ_settings is 'What an organ has chosen where the law leaves a choice (docs/settings.md), and its approval levels';

create table work_units (
  organ_id integer not null references organs,
  id uuid not null default uuidv7(),
  name text not null check (name <> ''),
  is_ogi_work_body boolean not null default false,
  phone text not null default '',
  closed_on date,
  primary key (organ_id, id),
  unique (organ_id, name)
);
create unique index one_ogi_work_body on work_units (organ_id) where is_ogi_work_body and closed_on is null;

create table staff (
  organ_id integer not null references organs,
  id uuid not null default uuidv7(),
  login text not null unique check (login ~ '^[a-z][a-z0-9._-]{1,31}$'),
  name text not null check (name <> ''),
  unit_id uuid,
  phone text not null default '',
  email text not null default '',
  password_hash text not null,
  password_changed_at timestamptz not null default now(),
  must_change_password boolean not null default true,
  old_password_hashes text[] not null default '{}',
  totp_secret text,
  totp_last_step bigint not null default 0,
  disabled_at timestamptz,
  primary key (organ_id, id),
  foreign key (organ_id, unit_id) references work_units (organ_id, id)
);
comment on column staff.totp_secret is 'Sealed';

create table staff_roles (
  organ_id integer not null,
  staff_id uuid not null,
  role text not null check (role in ('clerk', 'unitHead', 'ogiHead', 'leader', 'legalStaff',
    'systemAdmin', 'securityAdmin', 'auditAdmin')),
  primary key (organ_id, staff_id, role),
  foreign key (organ_id, staff_id) references staff (organ_id, id)
);
-- GB/T 22239-2019 8.1.5: system, security and audit administrators are three people.
create unique index one_administration_each on staff_roles (organ_id, staff_id)
  where role in ('systemAdmin', 'securityAdmin', 'auditAdmin');

create table offices (
  organ_id integer not null,
  id uuid not null default uuidv7(),
  staff_id uuid not null,
  office text not null check (office in ('groupHead', 'groupDeputy', 'groupMember', 'designatedOfficer')),
  from_on date not null,
  to_on date,
  primary key (organ_id, id),
  foreign key (organ_id, staff_id) references staff (organ_id, id),
  check (to_on >= from_on)
);
comment on table offices is '组长, 副组长, 成员 of the leading group and the 专人 of the work body';

create table sessions (
  organ_id integer not null,
  token_hash bytea not null,
  staff_id uuid not null,
  address text not null,
  began_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  passed_second_factor boolean not null default false,
  ended_at timestamptz,
  primary key (organ_id, token_hash),
  foreign key (organ_id, staff_id) references staff (organ_id, id)
);
create index sessions_of_staff on sessions (organ_id, staff_id) where ended_at is null;

-- Counts tries by address or code, before any organ is known; the key is a keyed hash, never the thing itself.
create table attempts (
  kind text not null,
  key bytea not null,
  began_at timestamptz not null,
  count integer not null,
  primary key (kind, key)
);

-- A sequence jumps after a crash and burns numbers on rollback; a row that is counted up in the same transaction does not.
create table counters (
  organ_id integer not null references organs,
  series text not null,
  year integer not null,
  last integer not null check (last > 0),
  primary key (organ_id, series, year)
);

create table audit_entries (
  organ_id integer not null references organs,
  seq bigint not null check (seq > 0),
  at timestamptz not null,
  actor_kind text not null check (actor_kind in ('staff', 'applicant', 'system', 'operator', 'anonymous')),
  actor_id text not null default '',
  address text not null default '',
  action text not null check (action <> ''),
  subject text not null default '',
  succeeded boolean not null default true,
  detail jsonb not null default '{}',
  previous_hash bytea not null,
  hash bytea not null,
  primary key (organ_id, seq)
);
comment on table audit_entries is 'Append-only; hash = HMAC-SM3(key, previous_hash, entry), chained by organ';
create index audit_entries_by_subject on audit_entries (organ_id, subject, seq);
create trigger audit_entries_append_only before update or delete or truncate on audit_entries
  for each statement execute function refuse_change();

create table audit_heads (
  organ_id integer primary key references organs,
  seq bigint not null,
  hash bytea not null
);

create table files (
  organ_id integer not null references organs,
  id uuid not null default uuidv7(),
  name text not null check (name <> ''),
  content_type text not null,
  size integer not null check (size > 0),
  sha256 text not null,
  sealed bytea not null,
  added_at timestamptz not null default now(),
  expires_at timestamptz,
  primary key (organ_id, id)
);
comment on column files.sealed is 'The bytes, encrypted';
comment on column files.expires_at is 'Uploaded but not yet part of anything: removed after this';
create index files_to_remove on files (expires_at) where expires_at is not null;

create table mails (
  organ_id integer not null references organs,
  id uuid not null default uuidv7(),
  to_address text not null,
  subject text not null,
  body text not null,
  queued_at timestamptz not null default now(),
  sent_at timestamptz,
  tries integer not null default 0,
  last_problem text,
  primary key (organ_id, id)
);
create index mails_to_send on mails (organ_id, queued_at) where sent_at is null;

-- Bigrams of a text without spaces and signs, so that two-character words are found by an index.
create function bigrams(text) returns text[] language plpgsql immutable strict parallel safe as $$
declare
  plain text := lower(regexp_replace(normalize($1, NFKC), '[[:space:][:punct:]〔〕（）【】《》、，。；：“”‘’！？·—…]', '', 'g'));
  found text[] := '{}';
begin
  if plain <> '' then
    for place in 1 .. greatest(length(plain) - 1, 1) loop
      found := found || substr(plain, place, 2);
    end loop;
  end if;
  return found;
end $$;

create table holiday_notices (
  year integer primary key check (year between 2014 and 2050),
  notice jsonb not null,
  imported_at timestamptz not null default now()
);
comment on table holiday_notices is 'Yearly notices that came after this version of the program; they hold for every organ';

-- Who a login name belongs to must be known before the organ is. (A parameter called `name` would be the column.)
create function organ_of_login(wanted_login text) returns integer language sql stable security definer
  set search_path = public, pg_temp as $$ select organ_id from staff where login = wanted_login $$;

-- Rows of one organ are seen and written only by a transaction that works for it.
do $$ declare each text; begin
  foreach each in array array['organ_settings', 'work_units', 'staff', 'staff_roles', 'offices', 'sessions', 'counters',
    'audit_entries', 'audit_heads', 'files', 'mails', 'requests', 'request_events', 'remedies', 'normative_documents',
    'administrative_decisions', 'administrative_fees', 'channels', 'publications', 'ledger_imports']
  loop
    execute format('alter table %I enable row level security', each);
    execute format('create policy own_organ on %I using (organ_id = current_organ()) with check (organ_id = current_organ())', each);
  end loop;
  -- Published to everybody, written by their organ.
  foreach each in array array['annual_reports', 'annual_report_files'] loop
    execute format('alter table %I enable row level security', each);
    execute format('create policy published on %I for select using (true)', each);
    execute format('create policy own_organ on %I for insert with check (organ_id = current_organ())', each);
  end loop;
end $$;

grant usage on schema public to kaicheng_app;
grant select, insert, update on all tables in schema public to kaicheng_app;
grant delete on files, sessions, attempts, staff_roles, organ_settings to kaicheng_app;
revoke update on audit_entries, annual_reports, annual_report_files, request_events from kaicheng_app;
revoke insert, update on migrations from kaicheng_app;
