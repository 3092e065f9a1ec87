-- A column that was closed says why, and where its records went.
alter table platform_columns add column closed_reason text not null default '';
alter table platform_columns add column successor_id text;
alter table platform_columns add foreign key (organ_id, successor_id) references platform_columns (organ_id, id);
alter table platform_columns add check ((closed_on is null) = (closed_reason = ''));
alter table platform_columns add check (successor_id is null or (closed_on is not null and successor_id <> id));
comment on column platform_columns.successor_id is 'Where the records of a closed column stand; null where it had none';

create table disclosure_guides (
  organ_id integer primary key references organs,
  office_hours text not null default '',
  fax text not null default '',
  website text not null default '',
  accepts_fax boolean not null default false,
  fax_terms text not null default '',
  accepts_email boolean not null default false,
  email_terms text not null default '',
  competent_department text not null default '',
  competent_phone text not null default '',
  reading_places jsonb not null default '[]',
  note text not null default '',
  changed_on date not null,
  check (not accepts_fax or fax <> '')
);
comment on table disclosure_guides is '政府信息公开指南, art. 12: what the guide says beside the facts of the organ itself';
comment on column disclosure_guides.reading_places is '查阅场所, art. 25: name, address, hours, phone';
comment on column disclosure_guides.competent_department is '政府信息公开工作主管部门, which hears complaints (art. 51)';

create table disclosure_catalogue (
  organ_id integer not null references organs,
  id uuid not null default uuidv7(),
  position integer not null,
  first_item text not null check (first_item <> ''),
  second_item text not null default '',
  content text not null check (content <> ''),
  basis text not null check (basis <> ''),
  time_limit text not null check (time_limit <> ''),
  responsible_organ text not null check (responsible_organ <> ''),
  channels text not null check (channels <> ''),
  audience text not null check (audience in ('everybody', 'specificGroups')),
  way text not null check (way in ('proactive', 'onRequest')),
  level text not null check (level in ('national', 'province', 'city', 'county', 'township', 'countyAndTownship')),
  column_id text,
  art20_item integer check (art20_item between 1 and 15),
  primary key (organ_id, id),
  unique (organ_id, first_item, second_item),
  foreign key (organ_id, column_id) references platform_columns (organ_id, id)
);
comment on table disclosure_catalogue is '公开事项目录: what is disclosed, on what ground, when, by whom, where and to whom';

create table coverage_declarations (
  organ_id integer not null references organs,
  id uuid not null default uuidv7(),
  item integer check (item between 1 and 15),
  matter text check (matter <> ''),
  reason text not null check (reason <> ''),
  declared_on date not null,
  declared_by uuid,
  review_on date not null,
  reminded_for date,
  ended_on date,
  ended_reason text not null default '',
  primary key (organ_id, id),
  foreign key (organ_id, declared_by) references staff (organ_id, id),
  check ((item is null) <> (matter is null)),
  check (review_on > declared_on),
  check ((ended_on is null) = (ended_reason = ''))
);
comment on table coverage_declarations is '本机关无此项: an item of art. 20 or matter of art. 21 that the organ does not have, with the day of the next look';
create unique index one_declaration on coverage_declarations (organ_id, coalesce(item, 0), coalesce(matter, ''))
  where ended_on is null;

-- What lists and counts ask of every record, without taking its whole text apart.
alter table published_records add column art20_item integer
  generated always as ((content ->> 'art20Item')::integer) stored;
alter table published_records add column abstract text generated always as (left(coalesce(
  nullif(content ->> 'summary', ''),
  jsonb_path_query_first(content, '$.text.content[*].content[*].text') #>> '{}',
  content ->> 'title'), 200)) stored;
comment on column published_records.abstract is '内容概述, art. 12: the summary, else how the text begins';
create index published_by_day on published_records (organ_id, first_published_at, record_id) where withdrawn_at is null;

do $$ declare each text; begin
  -- Published to everybody, written by their organ.
  foreach each in array array['disclosure_guides', 'disclosure_catalogue', 'coverage_declarations'] loop
    execute format('alter table %I enable row level security', each);
    execute format('create policy published on %I for select using (true)', each);
    execute format('create policy own_organ_adds on %I for insert with check (organ_id = current_organ())', each);
    execute format('create policy own_organ_changes on %I for update using (organ_id = current_organ())', each);
    execute format('create policy own_organ_removes on %I for delete using (organ_id = current_organ())', each);
  end loop;
  -- The guide is written from these as well.
  foreach each in array array['disclosure_guides', 'disclosure_catalogue', 'coverage_declarations', 'organ_settings',
    'channels'] loop
    execute format('create trigger %I after insert or update or delete on %I for each statement execute function notify_portal()',
      each || '_notify_portal', each);
  end loop;
end $$;
grant select, insert, update on disclosure_guides, disclosure_catalogue, coverage_declarations to kaicheng_app;
grant delete on disclosure_catalogue to kaicheng_app;
