-- How a file is read whose heads are not the template's: told once by a clerk, remembered for files with the same heads.

create table head_mappings (
  organ_id integer not null references organs,
  ledger text not null check (ledger in ('requests', 'remedies', 'normativeDocuments', 'administrativeDecisions',
    'administrativeFees', 'channels', 'publications')),
  heads_sha256 text not null check (heads_sha256 ~ '^[0-9a-f]{64}$'),
  mapping jsonb not null,
  saved_name text not null,
  saved_at timestamptz not null default now(),
  primary key (organ_id, ledger, heads_sha256)
);
comment on table head_mappings is 'Which column of a ledger each head of a file is, by the heads of the file';
comment on column head_mappings.heads_sha256 is 'Of the heads in the order of the file';

alter table head_mappings enable row level security;
create policy own_organ on head_mappings using (organ_id = current_organ()) with check (organ_id = current_organ());
grant select, insert, update on head_mappings to kaicheng_app;
call journal('head_mappings', 'organ_id', '', 'ledger', 'heads_sha256');
