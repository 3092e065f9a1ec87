-- An annual report as a case: words that people write and figures that they state with a source, put up, signed and published.
-- What happens is appended, and the row is the fold of that.

create table report_drafts (
  organ_id integer not null references organs,
  id uuid not null default uuidv7(),
  year integer not null check (year between 2008 and 2200),
  status text not null default 'drafting'
    check (status in ('drafting', 'reviewing', 'signed', 'scheduled', 'published', 'discarded')),
  last_seq integer not null default 0,
  scheduled_for date,
  revision integer,
  primary key (organ_id, id),
  foreign key (organ_id, year, revision) references annual_reports (organ_id, year, revision),
  check ((status = 'scheduled') = (scheduled_for is not null)),
  check ((status = 'published') = (revision is not null))
);
comment on table report_drafts is 'An annual report on its way to the public, and how it stands';
comment on column report_drafts.revision is 'As which it was published';
create unique index one_open_report_draft on report_drafts (organ_id, year)
  where status in ('drafting', 'reviewing', 'signed', 'scheduled');

create table report_draft_events (
  organ_id integer not null,
  draft_id uuid not null,
  seq integer not null check (seq > 0),
  kind text not null check (kind in ('begun', 'saved', 'submitted', 'signed', 'sentBack', 'recalled', 'scheduled', 'unscheduled',
    'published', 'discarded')),
  at timestamptz not null default clock_timestamp(),
  actor_kind text not null check (actor_kind in ('staff', 'system', 'operator')),
  actor_id uuid,
  actor_name text not null,
  data jsonb not null default '{}',
  primary key (organ_id, draft_id, seq),
  foreign key (organ_id, draft_id) references report_drafts (organ_id, id),
  foreign key (organ_id, actor_id) references staff (organ_id, id)
);
comment on table report_draft_events is 'What happened to the draft of an annual report: append-only';
comment on column report_draft_events.data is 'Of a submission: the whole report as it is signed';
create table report_draft_contents (
  organ_id integer not null,
  draft_id uuid not null,
  seq integer not null,
  content jsonb not null,
  primary key (organ_id, draft_id, seq),
  foreign key (organ_id, draft_id, seq) references report_draft_events (organ_id, draft_id, seq)
);
comment on table report_draft_contents is 'Words and stated figures as each save left them: append-only';
create trigger report_draft_contents_append_only before update or delete or truncate on report_draft_contents
  for each statement execute function refuse_change();
create trigger report_draft_events_append_only before update or delete or truncate on report_draft_events
  for each statement execute function refuse_change();

do $$
declare
  each text;
begin
  foreach each in array array['report_drafts', 'report_draft_events', 'report_draft_contents'] loop
    execute format('alter table %I enable row level security', each);
    execute format(
      'create policy own_organ on %I using (organ_id = current_organ()) with check (organ_id = current_organ())', each);
  end loop;
end
$$;
grant select, insert, update (status, last_seq, scheduled_for, revision) on report_drafts to kaicheng_app;
grant select, insert on report_draft_events, report_draft_contents to kaicheng_app;
call journal('report_drafts', 'organ_id', '', 'id');
call journal('report_draft_events', 'organ_id', '', 'draft_id', 'seq');
call journal('report_draft_contents', 'organ_id', '', 'draft_id', 'seq');

-- Art. 49: what is made public is what was signed. The last submission of the open draft holds this very report, and each of its
-- levels has signed it since.
create function report_is_signed() returns trigger language plpgsql as $$
declare
  put_up report_draft_events;
  missing integer;
begin
  select e.* into put_up from report_drafts d join report_draft_events e on e.organ_id = d.organ_id and e.draft_id = d.id
    where d.organ_id = new.organ_id and d.year = new.year and d.status in ('signed', 'scheduled') and e.kind = 'submitted'
    order by e.seq desc limit 1;
  if put_up.data is null or put_up.data -> 'snapshot' -> 'report' is distinct from new.report then
    raise exception 'the report on % was not signed as it stands', new.year using errcode = 'restrict_violation';
  end if;
  select count(*) into missing from jsonb_array_elements(put_up.data -> 'levels') l
    where not exists (select from report_draft_events s where s.organ_id = put_up.organ_id and s.draft_id = put_up.draft_id
      and s.kind = 'signed' and s.seq > put_up.seq and s.data ->> 'level' = l ->> 'id'
      and s.data ->> 'hash' = put_up.data ->> 'hash');
  if missing > 0 or jsonb_array_length(put_up.data -> 'levels') = 0 then
    raise exception 'the report on % was not signed by all', new.year using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger annual_reports_signed before insert on annual_reports for each row execute function report_is_signed();

-- It waits for somebody as cases do.
alter table turns drop constraint turns_kind_check;
alter table turns add constraint turns_kind_check
  check (kind in ('record', 'request', 'answer', 'letter', 'decision', 'rowCorrection', 'feedback', 'report'));
