-- 置顶: what stands first in the lists of a column, up to a day.

create table top_places (
  organ_id integer not null,
  record_id uuid not null,
  last_day date not null,
  set_at timestamptz not null,
  set_name text not null check (set_name <> ''),
  primary key (organ_id, record_id),
  foreign key (organ_id, record_id) references published_records (organ_id, record_id)
);
comment on table top_places is '置顶: published records that stand first in the lists of their column; what is over stays until it is set anew';
comment on column top_places.last_day is 'The last day on which it stands first';

alter table top_places enable row level security;
create policy published on top_places for select using (true);
create policy own_organ_adds on top_places for insert with check (organ_id = current_organ());
create policy own_organ_changes on top_places for update using (organ_id = current_organ());
create policy own_organ_removes on top_places for delete using (organ_id = current_organ());
grant select, insert, update (last_day, set_at, set_name), delete on top_places to kaicheng_app;
create trigger top_places_notify_portal after insert or update or delete on top_places
  for each row execute function notify_portal();
call journal('top_places', 'organ_id', '', 'record_id');

-- 模板: texts from which a unit begins its records.

create table record_templates (
  organ_id integer not null references organs,
  id uuid not null default uuidv7(),
  unit_id uuid,
  name text not null check (name <> ''),
  type text not null,
  content jsonb not null,
  changed_at timestamptz not null,
  changed_name text not null check (changed_name <> ''),
  primary key (organ_id, id),
  unique nulls not distinct (organ_id, unit_id, name),
  foreign key (organ_id, unit_id) references work_units (organ_id, id)
);
comment on table record_templates is '模板: what a new draft of its kind begins with';
comment on column record_templates.unit_id is 'The unit that keeps it; null: kept by somebody of no unit, and any drafter''s';

alter table record_templates enable row level security;
create policy own_organ on record_templates using (organ_id = current_organ()) with check (organ_id = current_organ());
grant select, insert, update (name, changed_at, changed_name), delete on record_templates to kaicheng_app;
call journal('record_templates', 'organ_id', '', 'id');

-- 批注: what those at work on a draft say to each other about a paragraph. No part of the text, and never public.

create table paragraph_comments (
  organ_id integer not null,
  id uuid not null default uuidv7(),
  record_id uuid not null,
  edition integer not null,
  answers_id uuid,
  revision integer,
  paragraph integer check (paragraph >= 0),
  quoted text not null default '',
  words text not null check (words <> ''),
  said_at timestamptz not null,
  said_by uuid not null,
  said_name text not null check (said_name <> ''),
  resolved_at timestamptz,
  resolved_name text,
  primary key (organ_id, id),
  foreign key (organ_id, record_id, edition) references editions (organ_id, record_id, edition),
  foreign key (organ_id, record_id, edition, revision) references revisions (organ_id, record_id, edition, revision),
  foreign key (organ_id, answers_id) references paragraph_comments (organ_id, id),
  foreign key (organ_id, said_by) references staff (organ_id, id),
  check ((answers_id is null) = (revision is not null) and (revision is null) = (paragraph is null)),
  check ((resolved_at is null) = (resolved_name is null))
);
comment on table paragraph_comments is '批注 on paragraphs of editions, and the answers to them';
comment on column paragraph_comments.answers_id is 'The comment that this answers; null: it is about a paragraph itself';
comment on column paragraph_comments.revision is 'The text in which its paragraph was counted, from nought';
comment on column paragraph_comments.quoted is 'How the paragraph began then';
create index comments_of_edition on paragraph_comments (organ_id, record_id, edition);

alter table paragraph_comments enable row level security;
create policy own_organ on paragraph_comments using (organ_id = current_organ()) with check (organ_id = current_organ());
grant select, insert, update (resolved_at, resolved_name) on paragraph_comments to kaicheng_app;
call journal('paragraph_comments', 'organ_id', '', 'id');
