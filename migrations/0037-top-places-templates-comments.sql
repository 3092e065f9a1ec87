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
