-- A letter that has left is corrected by another one that names it. The kinds that stand stay.
do $$
declare
  standing text;
begin
  select pg_get_expr(conbin, conrelid) into standing from pg_constraint
  where conrelid = 'request_events'::regclass and conname = 'request_events_kind_check';
  alter table request_events drop constraint request_events_kind_check;
  execute format('alter table request_events add constraint request_events_kind_check check (%s or kind = %L)',
    standing, 'letterCorrected');
end
$$;

-- So that whoever has to confirm it finds it, also on a request that is concluded.
-- Null rather than false: the journal knows rows of before by what is not null in them.
alter table requests add column correction_waits boolean check (correction_waits);
comment on column requests.correction_waits is 'A correction of the registration or of a letter waits for a second person; null: none does';
create index requests_with_correction on requests (organ_id) where correction_waits;
