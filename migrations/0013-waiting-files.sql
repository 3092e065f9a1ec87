-- Files of the public that wait for their form have a quota: of all organs together, and of one network.

create table waiting_files (
  organ_id integer not null,
  file_id uuid not null,
  network bytea not null,
  bytes integer not null check (bytes > 0),
  came_at timestamptz not null default now(),
  expires_at timestamptz not null,
  primary key (organ_id, file_id),
  foreign key (organ_id, file_id) references files (organ_id, id) on delete cascade
);
comment on table waiting_files is 'Files of the public that belong to nothing yet; only sums and ids of all organs leave it, by the functions below';
comment on column waiting_files.network is 'From where it came: a keyed hash, forgotten when the file is kept or goes away';
grant select, insert, delete on waiting_files to kaicheng_app;

alter table waiting_files enable row level security;
create policy own_organ on waiting_files using (organ_id = current_organ()) with check (organ_id = current_organ());

-- The disk is one for all organs, so room is shared out among networks over all of them.
create function waiting_sums(own bytea, out total float8, out network float8)
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(sum(bytes), 0), coalesce(sum(bytes) filter (where w.network = own and came_at > now() - interval '1 hour'), 0)
  from waiting_files w
$$;
create function waiting_over() returns setof integer
  language sql stable security definer set search_path = public, pg_temp as $$
  select distinct organ_id from waiting_files where expires_at < now()
$$;
-- The oldest file of the network that has most, where that is more than so many bytes; none that has just come with its form.
create function waiting_longest(than float8) returns table (organ_id integer, file_id uuid)
  language sql stable security definer set search_path = public, pg_temp as $$
  select w.organ_id, w.file_id from waiting_files w
  where w.came_at < now() - interval '2 minutes' and w.network = (
    select h.network from waiting_files h where h.came_at < now() - interval '2 minutes'
    group by h.network having sum(h.bytes) > than order by sum(h.bytes) desc limit 1)
  order by w.came_at limit 1
$$;
revoke execute on function waiting_sums(bytea), waiting_over(), waiting_longest(float8) from public;
grant execute on function waiting_sums(bytea), waiting_over(), waiting_longest(float8) to kaicheng_app;
