-- Art. 49: a department hands its report to the supervising office of its level. The filing belongs to the organ that receives it;
-- whoever files sees their own. What happens is appended, and the row is the fold of that.

create table report_filers (
  organ_id integer not null references organs,
  id uuid not null default uuidv7(),
  name text not null check (name <> ''),
  kind text not null check (kind in ('government', 'department', 'township')),
  email text not null default '',
  first_year integer not null check (first_year between 2008 and 2200),
  last_year integer check (last_year between 2008 and 2200),
  primary key (organ_id, id),
  check (last_year is null or last_year >= first_year)
);
comment on table report_filers is 'Organs without an office on this platform whose reports are expected here';
comment on column report_filers.last_year is 'The last year whose report is expected, of an organ that is no more';
create unique index one_filer_of_a_name on report_filers (organ_id, name) where last_year is null;

create table report_filings (
  organ_id integer not null references organs,
  id uuid not null default uuidv7(),
  year integer not null check (year between 2008 and 2200),
  filer_organ_id integer references organs,
  filer_id uuid,
  status text not null default 'expected'
    check (status in ('expected', 'received', 'filed', 'returned', 'withdrawn', 'accepted', 'excused')),
  last_seq integer not null default 0,
  filed_on date,
  findings jsonb not null default '[]',
  accepted_seq integer,
  accepted_figures jsonb,
  accepted_findings jsonb not null default '[]',
  accepted_sentences text[] not null default '{}',
  primary key (organ_id, id),
  foreign key (organ_id, filer_id) references report_filers (organ_id, id),
  check (num_nonnulls(filer_organ_id, filer_id) = 1),
  check ((accepted_seq is null) = (accepted_figures is null))
);
comment on table report_filings is 'The report of a year as an organ below hands it in, and how it stands';
comment on column report_filings.filed_on is 'When it came in for the first time';
comment on column report_filings.findings is 'Of what was filed last';
comment on column report_filings.accepted_seq is 'The event that filed what was accepted: it counts in the roll-up until another is accepted';
comment on column report_filings.accepted_sentences is 'The organ''s own sentences, by which reports are found that say the same';
create unique index one_filing_of_an_organ on report_filings (organ_id, year, filer_organ_id) where filer_organ_id is not null;
create unique index one_filing_of_a_filer on report_filings (organ_id, year, filer_id) where filer_id is not null;
create index report_filings_of_filer on report_filings (filer_organ_id, year);

create table report_filing_events (
  organ_id integer not null,
  filing_id uuid not null,
  seq integer not null check (seq > 0),
  kind text not null check (kind in ('received', 'filed', 'withdrawn', 'returned', 'accepted', 'excused', 'expected', 'reminded',
    'discarded')),
  at timestamptz not null default clock_timestamp(),
  actor_kind text not null check (actor_kind in ('staff', 'system', 'operator')),
  actor_organ_id integer not null references organs,
  actor_id uuid,
  actor_name text not null,
  data jsonb not null default '{}',
  file_id uuid,
  primary key (organ_id, filing_id, seq),
  foreign key (organ_id, filing_id) references report_filings (organ_id, id),
  foreign key (actor_organ_id, actor_id) references staff (organ_id, id),
  foreign key (organ_id, file_id) references files (organ_id, id),
  check ((kind = 'received') = (file_id is not null))
);
comment on table report_filing_events is 'What happened to a filing: append-only';
comment on column report_filing_events.file_id is 'The report as an organ without an office here sent it';
create trigger report_filing_events_append_only before update or delete or truncate on report_filing_events
  for each statement execute function refuse_change();

alter table report_filers enable row level security;
create policy own_organ on report_filers using (organ_id = current_organ()) with check (organ_id = current_organ());

-- A superior sees what was filed, never the working data of those below; whoever files sees their own filings and no others.
-- Nobody hands in for an organ that is not below.
alter table report_filings enable row level security;
create policy received on report_filings for select using (organ_id = current_organ());
create policy decided on report_filings for update using (organ_id = current_organ()) with check (organ_id = current_organ());
create policy begun on report_filings for insert with check (organ_id = current_organ()
  and (filer_organ_id is null or exists (select from organs o where o.id = filer_organ_id and o.parent_id = organ_id)));
create policy own_filing on report_filings for select using (filer_organ_id = current_organ());
alter table report_filing_events enable row level security;
create policy received on report_filing_events using (organ_id = current_organ()) with check (organ_id = current_organ());
create policy own_filing on report_filing_events for select using (exists (select from report_filings f
  where f.organ_id = report_filing_events.organ_id and f.id = filing_id and f.filer_organ_id = current_organ()));

-- Until when an office wants the reports is told to those below it.
create policy office_above on organ_settings for select using (id in ('localReportDueDate', 'townshipReportDueDate',
  'governmentReportDueDate') and organ_id = (select parent_id from organs where id = current_organ()));

grant select, insert, update (name, kind, email, last_year) on report_filers to kaicheng_app;
grant select, insert, update (status, last_seq, filed_on, findings, accepted_seq, accepted_figures, accepted_findings,
  accepted_sentences) on report_filings to kaicheng_app;
grant select, insert on report_filing_events to kaicheng_app;
call journal('report_filers', 'organ_id', '', 'id');
call journal('report_filings', 'organ_id', '', 'id');
call journal('report_filing_events', 'organ_id', '', 'filing_id', 'seq');

-- What was filed waits for the office.
alter table turns drop constraint turns_kind_check;
alter table turns add constraint turns_kind_check
  check (kind in ('record', 'request', 'answer', 'letter', 'decision', 'rowCorrection', 'feedback', 'report', 'filing'));
