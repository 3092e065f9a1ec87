-- Who wants to hear by mail of what an organ makes public. Addresses are sealed, found by a keyed hash, and go wholly with the row.

create table subscribers (
  organ_id integer not null references organs,
  id uuid not null,
  address_hash bytea not null check (octet_length(address_hash) = 32),
  code_hash bytea not null check (octet_length(code_hash) = 32),
  sealed text not null,
  confirmed_at timestamptz not null default now(),
  refusals integer not null default 0 check (refusals >= 0),
  primary key (organ_id, id),
  unique (organ_id, address_hash),
  unique (organ_id, code_hash)
);
comment on table subscribers is 'Addresses whose holders have confirmed that they want to hear of what the organ makes public';
comment on column subscribers.address_hash is 'Keyed hash by which the same address is found';
comment on column subscribers.code_hash is 'Keyed hash of the code that stands in the mails: it changes and ends the subscription';
comment on column subscribers.sealed is 'The address, encrypted';
comment on column subscribers.refusals is 'Mails in a row that its mail server has refused for good';

create table subscriptions (
  organ_id integer not null,
  subscriber_id uuid not null,
  kind text not null check (kind in ('organ', 'column', 'record')),
  subject text not null default '',
  primary key (organ_id, subscriber_id, kind, subject),
  foreign key (organ_id, subscriber_id) references subscribers (organ_id, id) on delete cascade,
  check ((kind = 'organ') = (subject = ''))
);
comment on table subscriptions is 'What each address wants to hear of: all of the organ, a column, a record';
comment on column subscriptions.subject is 'Id of the column, number of the record';

create table subscription_requests (
  organ_id integer not null references organs,
  id uuid not null,
  code_hash bytea not null check (octet_length(code_hash) = 32),
  sealed text not null,
  kind text not null check (kind in ('organ', 'column', 'record')),
  subject text not null default '',
  expires_at timestamptz not null,
  primary key (organ_id, id),
  unique (organ_id, code_hash),
  check ((kind = 'organ') = (subject = ''))
);
comment on table subscription_requests is 'Addresses that somebody has typed and nobody has confirmed; gone when confirmed or when their time is over';
comment on column subscription_requests.code_hash is 'Keyed hash of the code that confirms it, once';
comment on column subscription_requests.sealed is 'The address, encrypted';

create table told_publications (
  organ_id integer not null references organs,
  kind text not null check (kind in ('record', 'report')),
  subject text not null,
  state text not null,
  digest_id uuid not null,
  primary key (organ_id, kind, subject, state)
);
comment on table told_publications is 'How each publication stood when subscribers were told: what stands here is told to nobody again';
comment on column told_publications.subject is 'Id of the record, year of the report';
comment on column told_publications.state is 'Edition or revision, and whether it is repealed or withdrawn';
comment on column told_publications.digest_id is 'Of the mails that told it; in order of time';
create index told_publications_of_digest on told_publications (organ_id, digest_id);

do $$
declare
  each text;
begin
  foreach each in array array['subscribers', 'subscriptions', 'subscription_requests', 'told_publications'] loop
    execute format('alter table %I enable row level security', each);
    execute format(
      'create policy own_organ on %I using (organ_id = current_organ()) with check (organ_id = current_organ())', each);
  end loop;
end
$$;
grant select, insert, delete, update (refusals) on subscribers to kaicheng_app;
grant select, insert, delete on subscriptions, subscription_requests to kaicheng_app;
grant select, insert on told_publications to kaicheng_app;
