alter table platform_columns add column opened_on date not null default (now() at time zone 'Asia/Shanghai')::date;

create sequence published_order;
create table published_search (
  organ_id integer not null,
  record_id uuid not null,
  place bigint not null default nextval('published_order'),
  tokens text[] not null,
  number_key text not null,
  title_key text not null,
  body_key text not null,
  body text not null,
  effective_from date,
  valid_until date,
  repealed_on date,
  primary key (organ_id, record_id),
  foreign key (organ_id, record_id) references published_records (organ_id, record_id)
);
alter sequence published_order owned by published_search.place;
comment on table published_search is 'What can be found of each published record; empty for a withdrawn one';
comment on column published_search.place is 'Order of first publication: newer is higher';
comment on column published_search.tokens is 'Pairs of characters of title and text, exact keys, filters and the block; see src/disclosure/search/tokens.ts';
comment on column published_search.body_key is 'The text without signs and spaces, in one width and case: where a run of characters is looked for';
-- A publication is found at once, and no search has to look through what waits for the index.
create index published_search_tokens on published_search using gin (tokens) with (fastupdate = off);
create index published_search_order on published_search (place desc);

drop index published_by_column;
create index published_by_column on published_records (organ_id, column_id, first_published_at desc, record_id)
  where withdrawn_at is null;
create index published_newest on published_records (organ_id, first_published_at desc, record_id)
  where withdrawn_at is null;
create index published_newest_of_all on published_records (first_published_at desc, organ_id, record_id)
  where withdrawn_at is null;

alter table published_search enable row level security;
create policy published on published_search for select using (true);
create policy own_organ_adds on published_search for insert with check (organ_id = current_organ());
create policy own_organ_changes on published_search for update using (organ_id = current_organ());
grant select, insert, update on published_search to kaicheng_app;
grant usage on sequence published_order to kaicheng_app;

-- The library of normative documents and the units that answer for columns are read by the public, too.
create trigger normative_documents_notify_portal after insert or update or delete on normative_documents
  for each statement execute function notify_portal();
create trigger work_units_notify_portal after insert or update on work_units
  for each statement execute function notify_portal();
