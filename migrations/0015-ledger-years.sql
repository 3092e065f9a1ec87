-- What is known of each ledger in each year: kept here, imported, confirmed as nil by a named person, or not kept.

alter table ledger_imports add column imported_on date, add column imported_name text;
comment on column ledger_imports.imported_on is 'The office''s day; null: before 0.3';
comment on column ledger_imports.imported_name is 'Who imported it; null: before 0.3';

create table ledger_import_years (
  organ_id integer not null,
  import_id uuid not null,
  ledger text not null,
  year integer not null check (year between 1949 and 2200),
  row_count integer not null check (row_count > 0),
  primary key (organ_id, import_id, ledger, year),
  foreign key (organ_id, import_id) references ledger_imports (organ_id, id)
);
comment on table ledger_import_years is 'Of which ledgers and years an import had rows, changed or not';
create index ledger_import_years_by_year on ledger_import_years (organ_id, year);

create table ledger_confirmations (
  organ_id integer not null references organs,
  id uuid not null default uuidv7(),
  ledger text not null,
  year integer not null check (year between 1949 and 2200),
  row_count integer not null check (row_count >= 0),
  standing_count integer check (standing_count >= 0),
  words text not null check (words <> ''),
  confirmed_on date not null,
  confirmed_by uuid,
  confirmed_name text not null check (confirmed_name <> ''),
  ended_on date,
  ended_name text,
  end_reason text,
  primary key (organ_id, id),
  foreign key (organ_id, confirmed_by) references staff (organ_id, id),
  check ((ended_on is null) = (end_reason is null) and (ended_on is null) = (ended_name is null))
);
comment on table ledger_confirmations is 'Somebody answers by name for a year of a ledger: that there was nothing, or nothing beside what stands in it';
comment on column ledger_confirmations.row_count is 'What stood in the ledger of that year when it was confirmed; another number now, and it says nothing any more';
comment on column ledger_confirmations.standing_count is 'Of documents: how many were in force on the last day of the year, which was confirmed with it';
create unique index one_ledger_confirmation on ledger_confirmations (organ_id, ledger, year) where ended_on is null;

-- Which rows of a ledger were entered by hand is told by the entries of the log.
create index audit_entries_of_entering on audit_entries (organ_id, subject)
  where action in ('document.entered', 'decision.entered', 'fee.entered', 'publication.tickedOff');

do $$ declare each text; begin
  foreach each in array array['ledger_import_years', 'ledger_confirmations'] loop
    execute format('alter table %I enable row level security', each);
    execute format('create policy own_organ on %I using (organ_id = current_organ()) with check (organ_id = current_organ())', each);
  end loop;
end $$;
grant select, insert on ledger_import_years to kaicheng_app;
grant select, insert, update on ledger_confirmations to kaicheng_app;

call journal('ledger_import_years', 'organ_id', '', 'import_id', 'ledger', 'year');
call journal('ledger_confirmations', 'organ_id', '', 'id');
