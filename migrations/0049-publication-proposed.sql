-- What was given to one is proposed to be public for all. The kinds that stand stay.
do $$
declare
  standing text;
begin
  select pg_get_expr(conbin, conrelid) into standing from pg_constraint
  where conrelid = 'request_events'::regclass and conname = 'request_events_kind_check';
  alter table request_events drop constraint request_events_kind_check;
  execute format('alter table request_events add constraint request_events_kind_check check (%s or kind = %L)',
    standing, 'publicationProposed');
end
$$;
