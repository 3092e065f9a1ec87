-- Art. 51: reconsiderations and suits that are worked on here, beside those that a workbook brings. What happens is appended and
-- sealed; the row and what the report counts of it are the fold of that.

create table remedy_cases (
  organ_id integer not null references organs,
  id uuid not null default uuidv7(),
  kind text not null check (kind in ('review', 'suitDirect', 'suitAfterReview')),
  number text not null check (number <> ''),
  numbers text[] not null,
  body text not null check (body <> ''),
  procedure text not null check (procedure in ('ordinary', 'summary')),
  filed_on date not null,
  act text not null check (act in ('answer', 'silence', 'publication', 'noPublication', 'notice', 'fee', 'other')),
  request_id uuid,
  record_id uuid,
  follows_number text not null default '',
  is_co_defendant boolean not null,
  status text not null check (status in ('open', 'suspended', 'decided', 'cancelled')),
  unit_id uuid,
  handler_id uuid,
  result text check (result in ('upheld', 'corrected', 'otherResult')),
  raw_result text,
  concluded_on date,
  due_on date,
  due_what text not null default '',
  last_seq integer not null default 0,
  primary key (organ_id, id),
  foreign key (organ_id, request_id) references requests (organ_id, id),
  foreign key (organ_id, record_id) references information_records (organ_id, id),
  foreign key (organ_id, unit_id) references work_units (organ_id, id),
  foreign key (organ_id, handler_id) references staff (organ_id, id),
  check (number = any(numbers)),
  check ((result is null) = (concluded_on is null)),
  check (kind <> 'review' or not is_co_defendant)
);
comment on table remedy_cases is 'A reconsideration or suit that is worked on here, and how it stands';
comment on column remedy_cases.numbers is 'Its own and those of its later instances: one case is not registered twice';
comment on column remedy_cases.result is 'In effect since concluded_on, as the report counts it';
comment on column remedy_cases.due_on is 'By when the organ has to do what due_what says';
create unique index one_remedy_case_of_a_number on remedy_cases (organ_id, number) where status <> 'cancelled';
create index remedy_cases_of_request on remedy_cases (organ_id, request_id) where request_id is not null;

create table remedy_events (
  organ_id integer not null,
  case_id uuid not null,
  seq integer not null check (seq > 0),
  kind text not null check (kind in ('opened', 'corrected', 'assigned', 'procedureChanged', 'replied', 'heard', 'suspended',
    'resumed', 'extended', 'decided', 'tookEffect', 'instanceOpened', 'performed', 'opinionReceived', 'opinionAnswered',
    'classified', 'noted', 'reminded', 'dueMoved', 'voided', 'cancelled')),
  happened_on date not null,
  recorded_at timestamptz not null default now(),
  actor_kind text not null check (actor_kind in ('staff', 'system', 'operator')),
  actor_id uuid,
  actor_name text not null,
  sealed text not null,
  primary key (organ_id, case_id, seq),
  foreign key (organ_id, case_id) references remedy_cases (organ_id, id),
  foreign key (organ_id, actor_id) references staff (organ_id, id)
);
comment on table remedy_events is 'What happened to a reconsideration or suit: append-only';
comment on column remedy_events.sealed is 'What is known of it, encrypted';
create trigger remedy_events_append_only before update or delete or truncate on remedy_events
  for each statement execute function refuse_change();

create table remedy_files (
  organ_id integer not null,
  case_id uuid not null,
  seq integer not null,
  file_id uuid not null,
  primary key (organ_id, case_id, file_id),
  foreign key (organ_id, case_id, seq) references remedy_events (organ_id, case_id, seq),
  foreign key (organ_id, file_id) references files (organ_id, id)
);
comment on table remedy_files is 'Papers of a reconsideration or suit, with the event that they came with';

create table remedy_counts (
  organ_id integer not null,
  case_id uuid not null,
  place integer not null check (place > 0),
  part integer not null check (part > 0),
  opened_on date not null,
  concluded_on date,
  result text check (result in ('upheld', 'corrected', 'otherResult')),
  primary key (organ_id, case_id, place),
  foreign key (organ_id, case_id) references remedy_cases (organ_id, id),
  check ((result is null) = (concluded_on is null))
);
comment on table remedy_counts is 'What section four of the annual report counts of a case; of a part a year counts the last that concerns it';

do $$
declare
  each text;
begin
  foreach each in array array['remedy_cases', 'remedy_events', 'remedy_files', 'remedy_counts'] loop
    execute format('alter table %I enable row level security', each);
    execute format(
      'create policy own_organ on %I using (organ_id = current_organ()) with check (organ_id = current_organ())', each);
  end loop;
end
$$;
grant select, insert, update (kind, number, numbers, body, procedure, filed_on, act, request_id, record_id, follows_number,
  is_co_defendant, status, unit_id, handler_id, result, raw_result, concluded_on, due_on, due_what, last_seq)
  on remedy_cases to kaicheng_app;
grant select, insert on remedy_events, remedy_files to kaicheng_app;
grant select, insert, delete on remedy_counts to kaicheng_app;
call journal('remedy_cases', 'organ_id', '', 'id');
call journal('remedy_events', 'organ_id', '', 'case_id', 'seq');
call journal('remedy_files', 'organ_id', '', 'case_id', 'file_id');
call journal('remedy_counts', 'organ_id', '', 'case_id', 'place');

-- It waits for somebody as cases do.
alter table turns drop constraint turns_kind_check;
alter table turns add constraint turns_kind_check
  check (kind in ('record', 'request', 'answer', 'letter', 'decision', 'rowCorrection', 'feedback', 'report', 'filing', 'remedy'));
