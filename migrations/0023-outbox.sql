-- What leaves the house is a row: written with its cause, sent later by whichever process claims it.
create table outbox (
  organ_id integer not null references organs,
  id uuid not null default uuidv7(),
  kind text not null check (kind <> ''),
  idempotency_key text not null check (idempotency_key <> ''),
  payload jsonb not null,
  queued_at timestamptz not null default now(),
  attempts integer not null default 0 check (attempts >= 0),
  next_at timestamptz not null default now(),
  locked_at timestamptz,
  locked_by uuid,
  last_attempt_at timestamptz,
  last_error text,
  done_at timestamptz,
  outcome text check (outcome in ('sent', 'dropped', 'givenUp')),
  primary key (organ_id, id),
  unique (organ_id, kind, idempotency_key),
  check ((locked_at is null) = (locked_by is null)),
  check ((done_at is null) = (outcome is null)),
  check (done_at is null or locked_at is null)
);
comment on table outbox is 'Leaves at least once; what was noted as sent never leaves again';
comment on column outbox.kind is 'By which handler it leaves';
comment on column outbox.idempotency_key is 'The same cause queues once';
comment on column outbox.next_at is 'Not tried before';
comment on column outbox.locked_at is 'Since when somebody is sending it; a lease that runs out';
comment on column outbox.locked_by is 'Of this claim alone: whoever has lost it notes no failure';
comment on column outbox.last_error is 'For the system administrator, without personal data';
comment on column outbox.outcome is 'sent, dropped (nothing left to tell), givenUp (refused for good or too often)';
create index outbox_waiting on outbox (organ_id, kind, next_at, id) where done_at is null;
create index outbox_in_trouble on outbox (organ_id, last_attempt_at) where last_error is not null;

alter table outbox enable row level security;
create policy own_organ on outbox using (organ_id = current_organ()) with check (organ_id = current_organ());
grant select, insert, update on outbox to kaicheng_app;

-- Figures of all organs together, without anything of one.
create function outbox_counts() returns table (kind text, waiting bigint, failing bigint, given_up bigint, oldest timestamptz)
  language sql stable security definer set search_path = public, pg_temp as $$
  select o.kind, count(*) filter (where done_at is null), count(*) filter (where done_at is null and last_error is not null),
    count(*) filter (where outcome = 'givenUp'), min(queued_at) filter (where done_at is null)
  from outbox o where done_at is null or outcome = 'givenUp' group by o.kind
$$;
create index outbox_given_up on outbox (kind) where outcome = 'givenUp';

-- Every mail moves, under its own id, which is its Message-ID. One that is being sent waits for as long as it was claimed for.
-- What a mail server answered may name the address.
insert into outbox (organ_id, id, kind, idempotency_key, payload, queued_at, attempts, next_at, last_error, done_at, outcome)
select organ_id, id, 'mail', id::text,
  jsonb_build_object('to', to_address, 'subject', subject, 'body', body)
    || case when about is null then '{}' else jsonb_build_object('about', about) end,
  queued_at, tries, greatest(queued_at + (2 ^ least(tries, 10) - 1) * interval '1 minute', claimed_until),
  case when last_problem like '所告知%' then last_problem
    when last_problem is not null then '邮件服务器没有接收' || coalesce('（' || substring(last_problem from '\m[45]\d\d\M') || '）', '')
  end,
  case when sent_at is not null then sent_at when tries >= 10 then now() end,
  case when sent_at is not null then 'sent' when tries < 10 then null when last_problem like '所告知%' then 'dropped' else 'givenUp' end
from mails;
drop table mails;

-- Pages in memory are told by organ what is out of date: the rows say whose they are, whoever changes them.
create or replace function notify_portal() returns trigger language plpgsql as $$
begin
  perform pg_notify('portal_changed', coalesce(new.organ_id, old.organ_id)::text);
  if new.organ_id <> old.organ_id then
    perform pg_notify('portal_changed', old.organ_id::text);
  end if;
  return null;
end $$;
create or replace function notify_portal_of_withdrawal() returns trigger language plpgsql as $$
begin
  perform pg_notify('portal_changed', 'withdrawn ' || new.organ_id);
  return null;
end $$;

-- The organs themselves stand in the head and the lists of every page: no organ is named, all is out of date.
create function notify_portal_of_all() returns trigger language plpgsql as $$
begin
  notify portal_changed;
  return null;
end $$;
drop trigger organs_notify_portal on organs;
create trigger organs_notify_portal after insert or update or delete on organs
  for each statement execute function notify_portal_of_all();

do $$
declare
  each record;
  events text;
begin
  for each in
    select c.relname as tab, t.tgname as name, t.tgtype as type from pg_trigger t
    join pg_class c on c.oid = t.tgrelid join pg_proc p on p.oid = t.tgfoid
    where p.proname = 'notify_portal' and p.pronamespace = 'public'::regnamespace
  loop
    -- Bits of pg_trigger.tgtype: 4 insert, 8 delete, 16 update.
    events := concat_ws(' or ', case when each.type & 4 > 0 then 'insert' end, case when each.type & 16 > 0 then 'update' end,
      case when each.type & 8 > 0 then 'delete' end);
    execute format('drop trigger %I on %I', each.name, each.tab);
    execute format('create trigger %I after %s on %I for each row execute function notify_portal()', each.name, events, each.tab);
  end loop;
end
$$;
