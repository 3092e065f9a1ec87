-- A published annual report is shown only as the program itself let it out.
create table annual_report_seals (
  organ_id integer not null,
  year integer not null,
  revision integer not null,
  seal bytea not null,
  primary key (organ_id, year, revision),
  foreign key (organ_id, year, revision) references annual_reports (organ_id, year, revision)
);
comment on table annual_report_seals is 'Keyed, over a published report and the hashes of its files; append-only. Without it the portal does not show the report';
create trigger annual_report_seals_append_only before update or delete or truncate on annual_report_seals
  for each statement execute function refuse_change();
alter table annual_report_seals enable row level security;
create policy published on annual_report_seals for select using (true);
create policy own_organ on annual_report_seals for insert with check (organ_id = current_organ());
grant select, insert on annual_report_seals to kaicheng_app;

-- All that a revision says, and the hash of each of its files; what is sealed.
create function annual_report_print(annual_reports) returns text language sql stable set search_path = public, pg_temp
  set timezone = 'UTC' as $$
  select encode(sha256(convert_to(jsonb_build_array($1.organ_id, $1.year, $1.revision, $1.format, $1.report, $1.findings,
    $1.calendar_version, $1.published_on, $1.revision_reason,
    (select jsonb_object_agg(f.form, f.sha256) from annual_report_files f
      where f.organ_id = $1.organ_id and f.year = $1.year and f.revision = $1.revision))::text, 'UTF8')), 'hex')
$$;
