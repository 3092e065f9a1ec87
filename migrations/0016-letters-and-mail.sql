-- A withdrawal that a second person confirms, and letters that are approved before they leave. The kinds that stand stay.
do $$
declare
  standing text;
begin
  select pg_get_expr(conbin, conrelid) into standing from pg_constraint
  where conrelid = 'request_events'::regclass and conname = 'request_events_kind_check';
  alter table request_events drop constraint request_events_kind_check;
  execute format(
    'alter table request_events add constraint request_events_kind_check check (%s or kind in (%L, %L, %L, %L, %L))',
    standing, 'withdrawalProposed', 'withdrawalDeclined', 'letterDrafted', 'letterApproved', 'letterReturned');
end
$$;

-- A mail that waits is composed again from what is true when it leaves; without this it goes as it was written.
alter table mails add column about jsonb;
comment on column mails.about is 'What it tells of: by this it is written anew when it leaves, or dropped when it is no longer so';
