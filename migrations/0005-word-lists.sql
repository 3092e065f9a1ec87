create extension if not exists pg_trgm;

create table word_lists (
  organ_id integer not null references organs,
  id uuid not null default uuidv7(),
  name text not null check (name <> ''),
  source text not null default '',
  changed_at timestamptz not null default now(),
  changed_by text not null,
  primary key (organ_id, id),
  unique (organ_id, name)
);
comment on table word_lists is '错敏词表 and lists of former names of organs, as each organ keeps them';

create table word_list_entries (
  organ_id integer not null,
  list_id uuid not null,
  position integer not null,
  word text not null check (char_length(word) between 2 and 60),
  kind text not null check (kind in ('error', 'sensitive', 'name')),
  suggestion text not null default '',
  severity text not null check (severity in ('block', 'confirm', 'hint')),
  since date,
  primary key (organ_id, list_id, position),
  foreign key (organ_id, list_id) references word_lists (organ_id, id) on delete cascade
);
comment on column word_list_entries.since is 'Of a name: the day since which the suggested one holds; older documents are right with the old one';

create table link_checks (
  organ_id integer not null references organs,
  url text not null check (char_length(url) <= 2000),
  url_hash text not null generated always as (md5(url)) stored,
  noted_at timestamptz not null default now(),
  checked_at timestamptz,
  problem text,
  primary key (organ_id, url_hash)
);
comment on table link_checks is 'Links to other sites in texts that were submitted, and how they did when last followed';
create index link_checks_waiting on link_checks (organ_id, checked_at nulls first);

create index published_titles_alike on published_records using gin (title gin_trgm_ops) where withdrawn_at is null;
create index published_document_numbers on published_records (organ_id, document_number) where document_number <> '';

do $$ declare each text; begin
  foreach each in array array['word_lists', 'word_list_entries', 'link_checks'] loop
    execute format('alter table %I enable row level security', each);
    execute format('create policy own_organ on %I using (organ_id = current_organ()) with check (organ_id = current_organ())', each);
  end loop;
end $$;
grant select, insert, update, delete on word_lists, word_list_entries to kaicheng_app;
grant select, insert, update on link_checks to kaicheng_app;
