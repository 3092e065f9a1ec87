-- Art. 37: what is given out partly is blacked out here. The unredacted file stays sealed; the one that leaves is made anew.

create table redactions (
  organ_id integer not null references organs,
  id uuid not null default uuidv7(),
  request_id uuid not null,
  name text not null check (name <> ''),
  source_file_id uuid not null,
  pages_file_id uuid not null,
  passages jsonb not null default '[]' check (jsonb_typeof(passages) = 'array'),
  version integer not null default 0 check (version >= 0),
  begun_by uuid,
  begun_at timestamptz not null default now(),
  result_file_id uuid,
  result_version integer,
  primary key (organ_id, id),
  foreign key (organ_id, request_id) references requests (organ_id, id),
  foreign key (organ_id, source_file_id) references files (organ_id, id),
  foreign key (organ_id, pages_file_id) references files (organ_id, id),
  foreign key (organ_id, result_file_id) references files (organ_id, id) on delete set null (result_file_id),
  foreign key (organ_id, begun_by) references staff (organ_id, id),
  check (result_file_id is null or result_version is not null)
);
comment on table redactions is 'Papers of a request of which passages are withheld';
comment on column redactions.source_file_id is 'As it was held: never given out';
comment on column redactions.pages_file_id is 'Its pages as a PDF, in which the passages stand; the file itself where that is a PDF';
comment on column redactions.passages is 'Where something is withheld, what it is called and under what';
comment on column redactions.version is 'Counted up whenever the passages are saved';
comment on column redactions.result_file_id is 'The file without the passages, made of the passages of result_version; none once it went away unused';
create index redactions_of_request on redactions (organ_id, request_id);

alter table redactions enable row level security;
create policy own_organ on redactions using (organ_id = current_organ()) with check (organ_id = current_organ());
grant select, insert, update (passages, version, result_file_id, result_version) on redactions to kaicheng_app;
call journal('redactions', 'organ_id', '', 'id');
