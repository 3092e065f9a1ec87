-- Work on a request inside the organ: offered to another unit and refused by it, asked of another unit, told to a colleague. The kinds
-- that stand stay.
do $$
declare
  standing text;
begin
  select pg_get_expr(conbin, conrelid) into standing from pg_constraint
  where conrelid = 'request_events'::regclass and conname = 'request_events_kind_check';
  alter table request_events drop constraint request_events_kind_check;
  execute format('alter table request_events add constraint request_events_kind_check check (%s or kind in (%L, %L, %L, %L, %L, %L, %L, %L))',
    standing, 'handoverOffered', 'handoverRefused', 'coHandlingAsked', 'coHandlingAnswered', 'coHandlingEnded', 'noteRead', 'linked', 'unlinked');
end
$$;

-- A link stands in the history of one of the two; the other one finds it.
create index links_to_a_request on request_events (organ_id, (data ->> 'otherId')) where kind in ('linked', 'unlinked');
