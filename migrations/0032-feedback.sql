-- What readers say of a page: a question, a correction, praise, a doubt about an annual report. Words and whoever wrote them are
-- sealed; what happens to it is appended, and the row is the fold of that.

create table feedback (
  organ_id integer not null references organs,
  id uuid not null default uuidv7(),
  number text not null check (number <> ''),
  key uuid not null,
  digest bytea not null,
  code_hash bytea not null check (octet_length(code_hash) = 32),
  kind text not null check (kind in ('correction', 'question', 'opinion', 'reportDoubt')),
  page_path text not null check (page_path <> ''),
  page_title text not null check (page_title <> ''),
  page_unit_id uuid,
  sealed text not null,
  status text not null default 'open' check (status in ('open', 'answered', 'closed')),
  unit_id uuid,
  handler_id uuid,
  arrived_on date not null,
  due_on date not null,
  concluded_on date,
  used_days integer check (used_days >= 0),
  last_seq integer not null default 0,
  primary key (organ_id, id),
  unique (organ_id, number),
  unique (organ_id, key),
  unique (organ_id, code_hash),
  foreign key (organ_id, page_unit_id) references work_units (organ_id, id),
  foreign key (organ_id, unit_id) references work_units (organ_id, id),
  foreign key (organ_id, handler_id) references staff (organ_id, id),
  check ((status = 'open') = (concluded_on is null) and (concluded_on is null) = (used_days is null)),
  check (handler_id is null or unit_id is not null)
);
comment on table feedback is 'What readers say of a page of the site, and how it stands';
comment on column feedback.key is 'Of the form: the same form sent again is the same feedback';
comment on column feedback.digest is 'Keyed hash of what the form said';
comment on column feedback.code_hash is 'Keyed hash of the code under which its sender reads the answer';
comment on column feedback.page_unit_id is 'The unit that owned the page when it came';
comment on column feedback.sealed is 'The words and who wrote them, encrypted';
comment on column feedback.due_on is 'By the setting as it was when it came';
comment on column feedback.used_days is 'Working days from its arrival to its first answer or its closing';
create index feedback_open on feedback (organ_id, due_on) where status = 'open';
create index feedback_arrived on feedback (organ_id, arrived_on);
create index feedback_of_page on feedback (organ_id, page_path);

create table feedback_events (
  organ_id integer not null,
  feedback_id uuid not null,
  seq integer not null check (seq > 0),
  kind text not null check (kind in ('received', 'assigned', 'answered', 'closed')),
  happened_on date not null,
  recorded_at timestamptz not null default now(),
  actor_kind text not null check (actor_kind in ('applicant', 'staff')),
  actor_id uuid,
  actor_name text not null,
  sealed text not null,
  primary key (organ_id, feedback_id, seq),
  foreign key (organ_id, feedback_id) references feedback (organ_id, id),
  foreign key (organ_id, actor_id) references staff (organ_id, id)
);
comment on table feedback_events is 'What happened to feedback: append-only';
comment on column feedback_events.sealed is 'To whom it was given, the answer, or why none is due, encrypted';
create trigger feedback_events_append_only before update or delete or truncate on feedback_events
  for each statement execute function refuse_change();

do $$
declare
  each text;
begin
  foreach each in array array['feedback', 'feedback_events'] loop
    execute format('alter table %I enable row level security', each);
    execute format(
      'create policy own_organ on %I using (organ_id = current_organ()) with check (organ_id = current_organ())', each);
  end loop;
end
$$;
grant select, insert, update (status, unit_id, handler_id, concluded_on, used_days, last_seq) on feedback to kaicheng_app;
grant select, insert on feedback_events to kaicheng_app;
call journal('feedback', 'organ_id', '', 'id');
call journal('feedback_events', 'organ_id', '', 'feedback_id', 'seq');

-- It waits for somebody as cases do.
alter table turns drop constraint turns_kind_check;
alter table turns add constraint turns_kind_check
  check (kind in ('record', 'request', 'answer', 'letter', 'decision', 'rowCorrection', 'feedback'));
