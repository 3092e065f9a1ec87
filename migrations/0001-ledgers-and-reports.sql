-- Every table carries organ_id in its primary key, so that a cluster can be partitioned by organ and rows guarded by it.

create table organs (
  id integer generated always as identity primary key,
  slug text not null unique check (slug ~ '^[a-z][a-z0-9-]{1,39}$'),
  name text not null unique check (name <> ''),
  kind text not null check (kind in ('government', 'department', 'township')),
  level text not null check (level in ('national', 'province', 'city', 'county', 'township')),
  parent_id integer references organs,
  can_make_rules boolean not null default false,
  ogi_work_body text not null default '',
  address text not null default '',
  postcode text not null default '',
  phone text not null default '',
  email text not null default '',
  site_code text not null default '',
  is_demo boolean not null default false
);
comment on column organs.ogi_work_body is '政府信息公开工作机构, art. 4';
comment on column organs.can_make_rules is '规章制定权: State Council departments, provincial and districted-city governments';

create table requests (
  organ_id integer not null references organs,
  id uuid not null default uuidv7(),
  number text not null check (number <> ''),
  channel text not null check (channel in ('inPerson', 'registeredMail', 'ordinaryMail', 'fax', 'online', 'oral')),
  applicant_kind text not null check (applicant_kind in
    ('naturalPerson', 'enterprise', 'researchInstitution', 'publicInterestOrg', 'legalServiceOrg', 'otherOrg')),
  summary text not null default '',
  arrived_on date not null,
  received_on date not null,
  outcome text,
  concluded_on date,
  primary key (organ_id, id),
  unique (organ_id, number),
  check (received_on >= arrived_on),
  check ((outcome is null) = (concluded_on is null)),
  check (concluded_on >= received_on)
);
comment on column requests.received_on is 'Legal start of the clock, art. 31; not the arrival';
create index requests_by_year on requests (organ_id, received_on) include (applicant_kind, concluded_on, outcome);

create table request_events (
  organ_id integer not null,
  request_id uuid not null,
  seq integer not null check (seq > 0),
  kind text not null check (kind in ('received', 'supplementRequested', 'supplementReceived', 'extended',
    'consultationSent', 'consultationAnswered', 'feeNotified', 'feePaid', 'concluded', 'voided')),
  happened_on date not null,
  amount numeric(12, 2) check (amount >= 0),
  supersedes integer,
  recorded_at timestamptz not null default now(),
  primary key (organ_id, request_id, seq),
  foreign key (organ_id, request_id) references requests (organ_id, id),
  foreign key (organ_id, request_id, supersedes) references request_events (organ_id, request_id, seq),
  check (supersedes < seq),
  check ((amount is null) = (kind not in ('feeNotified', 'feePaid')))
);
comment on table request_events is 'Append-only: a wrong event is superseded by a later one, never changed';
create index request_fees on request_events (organ_id, kind, happened_on) where kind in ('feeNotified', 'feePaid');

create table remedies (
  organ_id integer not null references organs,
  id uuid not null default uuidv7(),
  number text not null check (number <> ''),
  kind text not null check (kind in ('review', 'suitDirect', 'suitAfterReview')),
  request_number text,
  filed_on date not null,
  result text check (result in ('upheld', 'corrected', 'otherResult')),
  raw_result text,
  concluded_on date,
  is_co_defendant boolean not null default false,
  primary key (organ_id, id),
  unique (organ_id, number),
  check ((result is null) = (concluded_on is null)),
  check (concluded_on >= filed_on)
);
comment on column remedies.is_co_defendant is 'As reviewing organ only: not counted here, 国办公开办函〔2016〕201号';

create table normative_documents (
  organ_id integer not null references organs,
  id uuid not null default uuidv7(),
  kind text not null check (kind in ('rules', 'normativeDocuments')),
  title text not null check (title <> ''),
  document_number text not null check (document_number <> ''),
  issued_on date not null,
  effective_from date not null,
  valid_until date,
  repealed_on date,
  repealed_by text,
  primary key (organ_id, id),
  unique (organ_id, document_number),
  check (valid_until >= effective_from),
  check (repealed_on >= issued_on)
);

create table administrative_decisions (
  organ_id integer not null references organs,
  id uuid not null default uuidv7(),
  kind text not null check (kind in ('licensing', 'penalty', 'compulsion')),
  number text not null check (number <> ''),
  subject text not null default '',
  decided_on date not null,
  published_on date,
  primary key (organ_id, id),
  unique (organ_id, kind, number),
  check (published_on >= decided_on)
);
create index administrative_decisions_by_day on administrative_decisions (organ_id, decided_on) include (kind);

create table administrative_fees (
  organ_id integer not null references organs,
  id uuid not null default uuidv7(),
  receipt_number text not null check (receipt_number <> ''),
  item text not null check (item <> ''),
  collected_on date not null,
  amount numeric(14, 2) not null,
  primary key (organ_id, id),
  unique (organ_id, receipt_number)
);
comment on column administrative_fees.amount is 'Yuan; a refund is negative';

create table channels (
  organ_id integer not null references organs,
  id uuid not null default uuidv7(),
  kind text not null check (kind in ('website', 'wechat', 'weibo', 'app', 'gazette', 'board', 'library', 'press', 'other')),
  name text not null check (name <> ''),
  primary key (organ_id, id),
  unique (organ_id, kind, name)
);

create table publications (
  organ_id integer not null,
  id uuid not null default uuidv7(),
  channel_id uuid not null,
  title text not null check (title <> ''),
  url text not null default '',
  kind text not null default 'other' check (kind in ('policyInterpretation', 'publicConcernResponse', 'other')),
  originality text not null check (originality in ('original', 'repost', 'other')),
  formed_on date,
  published_on date not null,
  withdrawn_on date,
  primary key (organ_id, id),
  foreign key (organ_id, channel_id) references channels (organ_id, id),
  unique nulls not distinct (organ_id, channel_id, published_on, title, url),
  check (withdrawn_on >= published_on)
);
create index publications_by_day on publications (organ_id, published_on);

create table ledger_imports (
  organ_id integer not null references organs,
  id uuid not null default uuidv7(),
  file_name text not null,
  sha256 text not null,
  added integer not null,
  changed integer not null,
  unchanged integer not null,
  imported_at timestamptz not null default now(),
  primary key (organ_id, id)
);

create table annual_reports (
  organ_id integer not null references organs,
  year integer not null check (year between 2008 and 2200),
  revision integer not null check (revision > 0),
  format text not null check (format in ('2019', '2021')),
  report jsonb not null,
  findings jsonb not null,
  calendar_version text not null,
  published_on date not null,
  revision_reason text,
  recorded_at timestamptz not null default now(),
  primary key (organ_id, year, revision),
  check ((revision = 1) = (revision_reason is null))
);
comment on table annual_reports is 'Published reports; append-only: a correction is a new revision with its reason';

create table annual_report_files (
  organ_id integer not null,
  year integer not null,
  revision integer not null,
  form text not null check (form in ('docx', 'pdf', 'xlsx', 'json', 'txt', 'html')),
  sha256 text not null,
  bytes bytea not null,
  primary key (organ_id, year, revision, form),
  foreign key (organ_id, year, revision) references annual_reports (organ_id, year, revision)
);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;

create trigger request_events_append_only before update or delete or truncate on request_events
  for each statement execute function refuse_change();
create trigger annual_reports_append_only before update or delete or truncate on annual_reports
  for each statement execute function refuse_change();
create trigger annual_report_files_append_only before update or delete or truncate on annual_report_files
  for each statement execute function refuse_change();

-- The portal keeps rendered pages in memory; after commit every server process hears that they are out of date.
create function notify_portal() returns trigger language plpgsql as $$
begin
  notify portal_changed;
  return null;
end $$;

create trigger annual_reports_notify_portal after insert on annual_reports
  for each statement execute function notify_portal();
create trigger organs_notify_portal after insert or update or delete on organs
  for each statement execute function notify_portal();
