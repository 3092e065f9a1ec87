-- An answer that was overturned is given again on the request that it answered: a round of its own, beside the result that stands.
-- The kinds that stand stay.
do $$
declare
  standing text;
begin
  select pg_get_expr(conbin, conrelid) into standing from pg_constraint
  where conrelid = 'request_events'::regclass and conname = 'request_events_kind_check';
  alter table request_events drop constraint request_events_kind_check;
  execute format('alter table request_events add constraint request_events_kind_check check (%s or kind in (%L, %L, %L))',
    standing, 'reanswerOrdered', 'reanswered', 'reanswerCancelled');
  select pg_get_expr(conbin, conrelid) into standing from pg_constraint
  where conrelid = 'remedy_events'::regclass and conname = 'remedy_events_kind_check';
  alter table remedy_events drop constraint remedy_events_kind_check;
  execute format('alter table remedy_events add constraint remedy_events_kind_check check (%s or kind = %L)',
    standing, 'reanswerOpened');
end
$$;

alter table requests drop constraint requests_status_check;
alter table requests add constraint requests_status_check
  check (status in ('arrived', 'processing', 'supplementing', 'explaining', 'awaitingPayment', 'approving', 'approved',
    'concluded', 'reanswering', 'reapproving', 'reapproved'));

-- While it is answered again its first result stands: it counts as it did.
alter table requests drop constraint requests_check4;
alter table requests add constraint requests_result_stands
  check ((status in ('concluded', 'reanswering', 'reapproving', 'reapproved')) = (outcome is not null));
