create extension if not exists pg_trgm;
create index if not exists published_titles_alike on published_records using gin (title gin_trgm_ops) where withdrawn_at is null;

alter table normative_documents add column lapsed_by text;
comment on column normative_documents.lapsed_by is '宣布失效的文件; valid_until is then the last day in force';

create table document_amendments (
  organ_id integer not null,
  id uuid not null default uuidv7(),
  document_id uuid not null,
  amended_on date not null,
  amended_by text not null check (amended_by <> ''),
  primary key (organ_id, id),
  foreign key (organ_id, document_id) references normative_documents (organ_id, id),
  unique (organ_id, document_id, amended_on, amended_by)
);
comment on table document_amendments is '修改: the document stays in force; amended_by names the amending document';

alter table administrative_decisions
  add column facts jsonb not null default '{}',
  add column sealed text,
  add column publicity text not null default 'unsaid' check (publicity in ('unsaid', 'due', 'exempt')),
  add column exempt_reason text not null default '',
  add column unit_id uuid,
  add column record_id uuid,
  add column quashed_on date,
  add column quashed_how text check (quashed_how in ('changed', 'revoked', 'illegal', 'void')),
  add column quashed_by text not null default '',
  add column withdrawn_on date,
  add foreign key (organ_id, unit_id) references work_units (organ_id, id),
  add foreign key (organ_id, record_id) references information_records (organ_id, id),
  add check ((publicity = 'exempt') = (exempt_reason <> '')),
  add check ((quashed_on is null) = (quashed_how is null)),
  add check (quashed_on >= decided_on),
  add check (withdrawn_on is null or withdrawn_on >= published_on);
comment on column administrative_decisions.facts is '双公示 fields by id, as they may be shown: persons masked';
comment on column administrative_decisions.sealed is 'What is masked in facts, whole and encrypted; null where nothing is';
comment on column administrative_decisions.publicity is 'due: within seven working days; exempt: lawfully not published; unsaid: imported';
create unique index administrative_decisions_by_record on administrative_decisions (organ_id, record_id) where record_id is not null;

alter table publications add column checked_at timestamptz;
comment on column publications.checked_at is 'When it was last compared with what others had published before';
create index publications_by_record on publications (organ_id, record_id) where record_id is not null;

create table originality_flags (
  organ_id integer not null,
  publication_id uuid not null,
  like_organ_id integer not null,
  like_record_id uuid not null,
  title_similarity real not null,
  text_similarity real,
  found_at timestamptz not null default now(),
  settled_at timestamptz,
  settled_as text check (settled_as in ('corrected', 'kept')),
  reason text not null default '',
  primary key (organ_id, publication_id),
  foreign key (organ_id, publication_id) references publications (organ_id, id),
  foreign key (like_organ_id, like_record_id) references published_records (organ_id, record_id),
  check ((settled_at is null) = (settled_as is null)),
  check (settled_as is distinct from 'kept' or reason <> '')
);
comment on table originality_flags is 'Marked as original, but much like what was published before';

-- What a text begins with, for comparing: words only, without marks of the editor.
create function record_opening(content jsonb) returns text language sql immutable parallel safe as $$
  select left(coalesce(string_agg(words #>> '{}', '' order by place), ''), 500)
  from jsonb_path_query(content -> 'text', 'strict $.**.text', '{}', true) with ordinality as found (words, place)
$$;

-- The 32 least hashes of its trigrams, or all of them: how many two texts share says in a tenth of the time how alike they are.
create function text_sketch(opening text) returns integer[] language sql immutable parallel safe
  return array(select hashtext(part) from unnest(show_trgm(opening)) part order by 1 limit 32);
alter table published_records
  add column opening_sketch integer[] not null generated always as (text_sketch(record_opening(content))) stored;

-- What was published before by anybody and is much like a text: titles by their trigrams at any age, openings of `days`, of
-- which the twenty with the likest sketch are compared. Texts that are alike by 0.6 share more than half of their sketch.
-- Decisions are made from a form: they are alike, and all our own. Without a text only other organs' titles can be compared.
create function earlier_alike(own_organ integer, own_record uuid, own_title text, own_opening text, since timestamptz, days integer)
returns table (organ_id integer, record_id uuid, title_similarity real, text_similarity real)
language sql stable set pg_trgm.similarity_threshold = 0.6 as $$
  with own as materialized (
    select text_sketch(own_opening) as sketch
  ), candidates as (
    select r.organ_id, r.record_id from published_records r
    where r.title % own_title and r.withdrawn_at is null and r.first_published_at < since
      and case when own_record is null then r.organ_id <> own_organ else r.record_id <> own_record end
    union (
      select r.organ_id, r.record_id from own, published_records r cross join lateral (
        select count(*) as shared from unnest(r.opening_sketch) part where part = any(own.sketch)) s
      where own_opening <> '' and r.record_id <> own_record and r.withdrawn_at is null
        and r.first_published_at < since and r.first_published_at > since - make_interval(days => days)
        and r.type not in ('licenceDecision', 'penaltyDecision')
        and s.shared > 0.35 * least(cardinality(own.sketch), cardinality(r.opening_sketch))
      order by s.shared desc, r.record_id limit 20
    )
  ), compared as (
    select r.organ_id, r.record_id, similarity(r.title, own_title) as by_title,
      case when own_opening <> '' then similarity(record_opening(r.content), own_opening) end as by_text
    from candidates c join published_records r on r.organ_id = c.organ_id and r.record_id = c.record_id
    where r.type not in ('licenceDecision', 'penaltyDecision')
  )
  select * from compared where coalesce(by_text, by_title) >= 0.6
  order by coalesce(by_text, by_title) desc, record_id limit 3
$$;

create table text_likenesses (
  organ_id integer not null,
  record_id uuid not null,
  text_hash text not null,
  like_organ_id integer not null,
  like_record_id uuid not null,
  title_similarity real not null,
  text_similarity real,
  found_at timestamptz not null default now(),
  primary key (organ_id, record_id, like_organ_id, like_record_id),
  foreign key (organ_id, record_id) references information_records (organ_id, id),
  foreign key (like_organ_id, like_record_id) references published_records (organ_id, record_id)
);
comment on table text_likenesses is 'What a text marked as original was much like when it was last submitted, for the reviewers';
comment on column text_likenesses.text_hash is 'Of the revision that was compared; another text is another matter';

create table late_reasons (
  organ_id integer not null,
  record_id uuid not null,
  reason text not null check (reason <> ''),
  given_by uuid,
  given_name text not null,
  given_at timestamptz not null default now(),
  primary key (organ_id, record_id),
  foreign key (organ_id, record_id) references information_records (organ_id, id),
  foreign key (organ_id, given_by) references staff (organ_id, id)
);
comment on table late_reasons is 'Why a record was published later than art. 26 allows, where it was not said on publication';

do $$ declare each text; begin
  foreach each in array array['document_amendments', 'originality_flags', 'text_likenesses', 'late_reasons'] loop
    execute format('alter table %I enable row level security', each);
    execute format('create policy own_organ on %I using (organ_id = current_organ()) with check (organ_id = current_organ())', each);
  end loop;
end $$;
grant select, insert, update on document_amendments, originality_flags, late_reasons to kaicheng_app;
grant select, insert, delete on text_likenesses to kaicheng_app;
grant delete on document_amendments to kaicheng_app;
