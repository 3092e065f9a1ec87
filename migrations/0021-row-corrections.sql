-- A single row of a register is put right or taken out by a correction that keeps the first values; where a figure moves, a
-- second person decides.

create table row_corrections (
  organ_id integer not null references organs,
  id uuid not null default uuidv7(),
  ledger text not null check (ledger in ('requests', 'remedies', 'normativeDocuments', 'administrativeDecisions',
    'administrativeFees', 'channels', 'publications')),
  row_id uuid not null,
  act text not null check (act in ('correct', 'remove')),
  before jsonb not null,
  changes jsonb not null,
  reason text not null check (reason <> ''),
  needs_second boolean not null,
  reports integer[] not null default '{}',
  proposed_on date not null,
  proposed_at timestamptz not null default now(),
  proposed_by uuid,
  proposed_name text not null check (proposed_name <> ''),
  state text not null check (state in ('waiting', 'done', 'declined', 'takenBack')),
  decided_on date,
  decided_at timestamptz,
  decided_by uuid,
  decided_name text,
  decision_reason text not null default '',
  sealed text,
  primary key (organ_id, id),
  foreign key (organ_id, proposed_by) references staff (organ_id, id),
  foreign key (organ_id, decided_by) references staff (organ_id, id),
  check (act = 'correct' or needs_second),
  check ((act = 'remove') = (changes = '{}')),
  check ((state = 'waiting') = (decided_at is null) and (decided_at is null) = (decided_name is null)),
  -- Nobody is the second person for what is their own.
  check (state <> 'done' or not needs_second or decided_by is distinct from proposed_by)
);
comment on table row_corrections is 'Corrections and removals of single rows of the registers; row_id without a foreign key: it outlives the row';
comment on column row_corrections.before is 'The whole row as it stood when this was proposed, by the columns of its ledger';
comment on column row_corrections.changes is 'What the columns should say; empty where the row is to go';
comment on column row_corrections.reports is 'Published years in whose report it moves a figure';
comment on column row_corrections.sealed is 'What of before and changes stands masked there, encrypted';
create unique index one_waiting_row_correction on row_corrections (organ_id, ledger, row_id) where state = 'waiting';
create index row_corrections_by_row on row_corrections (organ_id, row_id);

alter table row_corrections enable row level security;
create policy own_organ on row_corrections using (organ_id = current_organ()) with check (organ_id = current_organ());
-- What was proposed stays; only what came of it is written.
grant select, insert, update (reports, state, decided_on, decided_at, decided_by, decided_name, decision_reason) on row_corrections
  to kaicheng_app;
call journal('row_corrections', 'organ_id', '', 'id');
