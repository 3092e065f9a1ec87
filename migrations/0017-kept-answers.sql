-- What a person has sent under a key is done once; who sends it again is given the same answer.

create table kept_answers (
  organ_id integer not null,
  staff_id uuid not null,
  key text not null check (length(key) <= 200),
  digest bytea not null,
  sealed text,
  came_at timestamptz not null default now(),
  primary key (organ_id, staff_id, key),
  foreign key (organ_id, staff_id) references staff (organ_id, id) on delete cascade
);
comment on table kept_answers is 'The answers that were given under the keys of forms, for two days';
comment on column kept_answers.digest is 'Of what was sent: a keyed hash';
comment on column kept_answers.sealed is 'The answer; null only within the transaction that works it out';
create index kept_answers_by_age on kept_answers (organ_id, came_at);
grant select, insert, update, delete on kept_answers to kaicheng_app;

alter table kept_answers enable row level security;
create policy own_organ on kept_answers using (organ_id = current_organ()) with check (organ_id = current_organ());
