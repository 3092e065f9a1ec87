create table backup_proofs (
  id uuid primary key default uuidv7(),
  started_at timestamptz not null default now(),
  step text not null default '',
  ended_at timestamptz,
  is_proved boolean,
  problem text,
  until_at timestamptz,
  bytes bigint,
  organs integer,
  row_count bigint,
  file_count integer,
  check ((ended_at is null) = (is_proved is null)),
  check (is_proved is distinct from true or (problem is null and until_at is not null)),
  check (is_proved is distinct from false or problem is not null)
);
comment on table backup_proofs is 'Each backup that was made, restored into a scratch place and checked there, or why that failed; of the whole installation';
comment on column backup_proofs.step is 'What it is at, in words, while it runs';
create index backup_proofs_newest on backup_proofs (started_at desc);
grant select on backup_proofs to kaicheng_app;
