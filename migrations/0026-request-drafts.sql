-- What somebody types into the form of a request waits a day for its next page, sealed. It is found by two halves of a key, one in
-- the address and one in the browser, and neither is kept here.

create table request_drafts (
  organ_id integer not null references organs (id),
  id bytea not null check (octet_length(id) = 32),
  sealed text not null,
  network bytea not null,
  bytes integer not null check (bytes > 0),
  saved_at timestamptz not null default now(),
  expires_at timestamptz not null,
  primary key (organ_id, id)
);
comment on table request_drafts is 'Forms of requests that are being filled in, and for an hour the number of one that was sent';
comment on column request_drafts.id is 'Keyed hash of both halves of the key';
comment on column request_drafts.network is 'From where it came: a keyed hash';
grant select, insert, update, delete on request_drafts to kaicheng_app;

alter table request_drafts enable row level security;
create policy own_organ on request_drafts using (organ_id = current_organ()) with check (organ_id = current_organ());

-- The disk is one for all organs, so room is shared out among networks over all of them. Those whose time is over go, then the oldest
-- of a network that has more than one may have, and where all together have too much, the oldest of those with more than an equal share.
create function make_draft_room(of_one float8, of_all float8) returns void
  language sql security definer set search_path = public, pg_temp as $$
  with kept as (
    select d.organ_id, d.id, d.network, d.bytes, sum(d.bytes) over (partition by d.network order by d.saved_at desc, d.id) as upto
    from request_drafts d where d.expires_at >= now()
  ), whole as (
    select coalesce(sum(bytes), 0) as bytes, greatest(count(distinct network), 1) as networks from kept
  ), over as (
    select organ_id, id from kept, whole
    where upto > of_one or (whole.bytes > of_all and upto > of_all / whole.networks)
    union all
    select organ_id, id from request_drafts where expires_at < now()
  ), going as (
    select d.organ_id, d.id from request_drafts d join over o using (organ_id, id) for update of d skip locked
  )
  delete from request_drafts d using going g where d.organ_id = g.organ_id and d.id = g.id
$$;
revoke execute on function make_draft_room(float8, float8) from public;
grant execute on function make_draft_room(float8, float8) to kaicheng_app;
