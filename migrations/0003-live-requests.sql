create extension if not exists pg_trgm;

create table sealing_key (
  id text not null,
  is_only boolean primary key default true check (is_only),
  first_used_at timestamptz not null default now()
);
comment on table sealing_key is 'Names the key with which this database is sealed, so that no server works with another';
grant select on sealing_key to kaicheng_app;

alter table audit_heads add column seal bytea not null;
comment on column audit_heads.seal is 'HMAC-SM3(key, seq, hash): only the key can make an entry the last';

alter table requests
  add column origin text not null default 'imported' check (origin in ('imported', 'live')),
  add column status text not null default 'processing'
    check (status in ('arrived', 'processing', 'supplementing', 'explaining', 'approving', 'approved', 'concluded')),
  add column last_seq integer not null default 0,
  add column split_from uuid,
  add column unit_id uuid,
  add column handler_id uuid,
  add column form_wanted text not null default '',
  add column route_wanted text not null default '',
  add column assistance text not null default '',
  add column purpose text not null default '',
  add column applicant_key bytea,
  add column applicant_name_key bytea,
  add column receipt_code_hash bytea,
  add column receipt_secret_hash bytea,
  add column due_on date,
  add column due_kind text,
  add column due_provisional boolean not null default false,
  add column calendar_version text,
  alter column received_on drop not null,
  add foreign key (organ_id, unit_id) references work_units (organ_id, id),
  add foreign key (organ_id, handler_id) references staff (organ_id, id),
  add foreign key (organ_id, split_from) references requests (organ_id, id);
update requests set status = 'concluded' where outcome is not null;
alter table requests
  add check ((status = 'arrived') = (received_on is null)),
  add check ((status = 'concluded') = (outcome is not null)),
  add check ((origin = 'imported') = (receipt_code_hash is null));
comment on column requests.status is 'The fold of its events, with due_on and the other columns below it';
comment on column requests.last_seq is 'The last event seen; whoever acts on an older one is told';
comment on column requests.applicant_key is 'Keyed hash that finds the same applicant again';
create unique index requests_by_code on requests (organ_id, receipt_code_hash) where receipt_code_hash is not null;
create index requests_queue on requests (organ_id, due_on, id) where status <> 'concluded';
create index requests_of_applicant on requests (organ_id, applicant_key) where applicant_key is not null;
create index requests_by_name on requests (organ_id, applicant_name_key) where applicant_name_key is not null;
create index requests_by_arrival on requests (organ_id, arrived_on desc, id desc) include (status, origin);
create index requests_by_words on requests using gin (bigrams(number || ' ' || summary));
create index requests_by_likeness on requests using gin (summary gin_trgm_ops);

alter table request_events drop constraint request_events_kind_check;
alter table request_events
  add check (kind in ('arrived', 'received', 'assigned', 'split', 'supplementRequested', 'supplementReceived',
    'reasonsRequested', 'reasonsReceived', 'delayed', 'extensionProposed', 'extended', 'extensionDeclined',
    'consultationSent', 'consultationDelivered', 'consultationAnswered', 'thirdPartyNotified', 'feeNotified', 'feePaid',
    'answerDrafted', 'answerApproved', 'answerReturned', 'withdrawn', 'concluded', 'dueMoved', 'noted', 'voided')),
  add column data jsonb not null default '{}',
  add column actor_kind text not null default 'operator'
    check (actor_kind in ('staff', 'applicant', 'system', 'operator')),
  add column actor_id uuid,
  add column actor_name text not null default '';

-- An index on words is of no use under row-level security, for its operators are not leakproof. So these look as the
-- owner, and only at the rows of the organ that the transaction works for.
create function requests_with_words(words text, pattern text, name_key bytea)
  returns table (id uuid, status text, origin text, arrived_on date, due_on date) language sql stable
  security definer set search_path = public, pg_temp as $$
  select r.id, r.status, r.origin, r.arrived_on, r.due_on from requests r
  where r.organ_id = current_organ() and bigrams(r.number || ' ' || r.summary) @> bigrams(words)
    and (r.number ilike pattern or r.summary ilike pattern)
  union
  select r.id, r.status, r.origin, r.arrived_on, r.due_on from requests r
  where r.organ_id = current_organ() and r.applicant_name_key = name_key
$$;
create function requests_alike(text, likeness real, most integer) returns table (id uuid, likeness real) language sql stable
  security definer set search_path = public, pg_temp set pg_trgm.similarity_threshold = 0.45 as $$
  select r.id, similarity(r.summary, $1) from requests r
  where r.organ_id = current_organ() and r.summary % $1 and similarity(r.summary, $1) >= $2
  order by 2 desc limit $3
$$;

create table request_applicants (
  organ_id integer not null,
  request_id uuid not null,
  sealed text not null,
  primary key (organ_id, request_id),
  foreign key (organ_id, request_id) references requests (organ_id, id)
);
comment on column request_applicants.sealed is 'Name, identity, contact and agent as encrypted JSON';

create table request_consultations (
  organ_id integer not null,
  request_id uuid not null,
  id integer not null,
  sealed text not null,
  primary key (organ_id, request_id, id),
  foreign key (organ_id, request_id) references requests (organ_id, id)
);
comment on column request_consultations.sealed is 'Who was consulted, as encrypted JSON';

create table request_files (
  organ_id integer not null,
  request_id uuid not null,
  file_id uuid not null,
  purpose text not null check (purpose in ('identity', 'powerOfAttorney', 'attachment', 'scan', 'evidence', 'answer', 'letter')),
  seq integer not null,
  primary key (organ_id, request_id, file_id),
  foreign key (organ_id, request_id) references requests (organ_id, id),
  foreign key (organ_id, file_id) references files (organ_id, id)
);
comment on column request_files.seq is 'The event it came with';

create table request_letters (
  organ_id integer not null,
  request_id uuid not null,
  seq integer not null,
  kind text not null,
  number text not null,
  issued_on date not null,
  template text not null,
  hash text not null,
  sealed text not null,
  pdf_file_id uuid not null,
  docx_file_id uuid not null,
  primary key (organ_id, request_id, seq),
  unique (organ_id, number),
  foreign key (organ_id, request_id) references requests (organ_id, id),
  foreign key (organ_id, pdf_file_id) references files (organ_id, id),
  foreign key (organ_id, docx_file_id) references files (organ_id, id)
);
comment on table request_letters is 'Letters as sent, append-only; seq is the event that sent them';
comment on column request_letters.sealed is 'The letter as encrypted JSON: it names its addressee';
create trigger request_letters_append_only before update or delete or truncate on request_letters
  for each statement execute function refuse_change();

-- The key is taken before the request is written, so that a second sending waits for the first instead of racing it.
create table submissions (
  organ_id integer not null,
  key uuid not null,
  request_id uuid not null,
  digest bytea not null,
  submitted_at timestamptz not null default now(),
  primary key (organ_id, key),
  foreign key (organ_id, request_id) references requests (organ_id, id) deferrable initially deferred
);
comment on table submissions is 'Idempotency keys of the public form: the same key is the same request';
comment on column submissions.digest is 'Keyed hash of what was sent: the same key with another text is not the same sending';

create index publications_by_words on publications using gin (bigrams(title));

-- An index on words is of no use under row-level security: `&&` is not leakproof. So these two look as the owner, and at
-- the rows of the organ that the transaction works for.
create function publications_with_words(words text[], most integer) returns setof publications language sql stable
  security definer set search_path = public, pg_temp as $$
  select * from publications where organ_id = current_organ() and bigrams(title) && words and withdrawn_on is null
  order by published_on desc, id limit most
$$;
create function normative_documents_with_words(words text[], said text[], most integer) returns setof normative_documents
  language sql stable security definer set search_path = public, pg_temp as $$
  select * from normative_documents
  where organ_id = current_organ() and (bigrams(title) && words or bigrams(document_number) <@ said)
  order by issued_on desc, id limit most
$$;

create table suggestion_uses (
  organ_id integer not null references organs,
  id uuid not null default uuidv7(),
  shown_on date not null,
  helped boolean not null,
  primary key (organ_id, id)
);
comment on table suggestion_uses is 'Published information was shown before a request; whether it already answered';

create table reminders (
  organ_id integer not null,
  request_id uuid not null,
  kind text not null check (kind in ('threeDays', 'oneDay', 'dueToday', 'overdue')),
  due_on date not null,
  staff_id uuid not null,
  reminded_at timestamptz not null default now(),
  seen_at timestamptz,
  primary key (organ_id, request_id, kind, due_on, staff_id),
  foreign key (organ_id, request_id) references requests (organ_id, id),
  foreign key (organ_id, staff_id) references staff (organ_id, id)
);

do $$ declare each text; begin
  foreach each in array array['request_applicants', 'request_consultations', 'request_files', 'request_letters',
    'submissions', 'suggestion_uses', 'reminders']
  loop
    execute format('alter table %I enable row level security', each);
    execute format('create policy own_organ on %I using (organ_id = current_organ()) with check (organ_id = current_organ())', each);
  end loop;
end $$;
grant select, insert, update on request_applicants, request_consultations, request_files, request_letters, submissions,
  suggestion_uses, reminders to kaicheng_app;
revoke update on request_letters, request_files, submissions, suggestion_uses from kaicheng_app;
