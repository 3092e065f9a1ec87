-- What was recorded wrongly is put right: registrations by events, whole imports by undoing them.

alter table request_events drop constraint request_events_kind_check;
alter table request_events add constraint request_events_kind_check check (kind in (
  'arrived', 'received', 'assigned', 'split', 'supplementRequested', 'supplementReceived', 'reasonsRequested',
  'reasonsReceived', 'delayed', 'extensionProposed', 'extended', 'extensionDeclined', 'consultationSent',
  'consultationDelivered', 'consultationAnswered', 'thirdPartyNotified', 'feeNotified', 'feePaid', 'answerDrafted',
  'answerApproved', 'answerReturned', 'letterDrafted', 'letterApproved', 'letterReturned', 'withdrawn',
  'withdrawalProposed', 'withdrawalDeclined', 'concluded', 'dueMoved', 'noted', 'voided',
  'correctionProposed', 'correctionDeclined', 'registrationCorrected'));

alter table ledger_imports
  add column act uuid,
  add column undone_at timestamptz,
  add column undone_by text not null default '',
  add column undo_reason text not null default '',
  add check ((undone_at is null) = (undo_reason = ''));
comment on column ledger_imports.act is 'The act that changed its rows, as the row journal knows it; null for imports of before it was kept';

-- What an import added or changed, so that it can be taken back.
create table ledger_import_rows (
  organ_id integer not null,
  import_id uuid not null,
  ledger text not null,
  row_id uuid not null,
  -- The row as it stood before; null where the import added it.
  before jsonb,
  -- The row as the import left it, so that later changes are seen.
  after jsonb not null,
  primary key (organ_id, import_id, ledger, row_id),
  foreign key (organ_id, import_id) references ledger_imports (organ_id, id)
);
create index ledger_import_rows_by_row on ledger_import_rows (organ_id, row_id);
create trigger ledger_import_rows_append_only before update or delete or truncate on ledger_import_rows
  for each statement execute function refuse_change();
grant select, insert on ledger_import_rows to kaicheng_app;
alter table ledger_import_rows enable row level security;
create policy own_organ on ledger_import_rows using (organ_id = current_organ()) with check (organ_id = current_organ());
call journal('ledger_import_rows', 'organ_id', '', 'import_id', 'ledger', 'row_id');

grant delete on remedies, normative_documents, administrative_decisions, administrative_fees, publications, channels, originality_flags
  to kaicheng_app;
