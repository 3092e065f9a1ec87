-- Whose turn it is: what waits for a person, over requests, records and whatever else is signed or decided. Made from the
-- events of its case whenever they are folded, and made anew by the clock.
create table turns (
  organ_id integer not null references organs,
  kind text not null check (kind in ('record', 'request', 'answer', 'letter', 'decision', 'rowCorrection')),
  subject_id uuid not null,
  part integer not null default 0,
  what text not null check (what <> ''),
  title text not null,
  roles text[] not null default '{}',
  unit_id uuid,
  staff_id uuid,
  not_by uuid[] not null default '{}',
  since date not null,
  due_on date,
  primary key (organ_id, kind, subject_id, part),
  check ((staff_id is null) = (roles <> '{}'))
);
comment on table turns is 'What waits for whom';
comment on column turns.part is 'The edition of a record, the event that put up a letter; 0 else';
comment on column turns.what is 'What is to be done, in words';
comment on column turns.roles is 'Whoever holds one of these; empty where it is one person''s';
comment on column turns.unit_id is 'Of these only who belongs to the unit';
comment on column turns.not_by is 'Who wrote it, or has signed it already';
create index turns_of_roles on turns using gin (roles);
create index turns_of_staff on turns (organ_id, staff_id) where staff_id is not null;
create index turns_due on turns (organ_id, due_on);

alter table turns enable row level security;
create policy own_organ on turns using (organ_id = current_organ()) with check (organ_id = current_organ());
grant select, insert, update, delete on turns to kaicheng_app;

-- What waited for a second person before.
insert into turns (organ_id, kind, subject_id, what, title, roles, not_by, since)
select organ_id, 'rowCorrection', id, case act when 'remove' then '复核撤销登记' else '复核更正登记' end, '台账更正',
  array['unitHead', 'ogiHead'], case when proposed_by is null then '{}' else array[proposed_by] end, proposed_on
from row_corrections where state = 'waiting';
