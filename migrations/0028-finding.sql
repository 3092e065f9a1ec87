-- Whoever asks is found by a whole telephone number as by a whole name; which of these requests somebody may know of is asked
-- before they are listed, so that no search by words tells them. The job `key-telephones` fills it for what came in before.
alter table requests add column applicant_phone_key bytea;
comment on column requests.applicant_phone_key is 'Blind index of the telephone number; null until it was made';
create index requests_by_phone on requests (organ_id, applicant_phone_key) where applicant_phone_key is not null;
create index requests_without_phone_key on requests (organ_id) where applicant_phone_key is null and origin = 'live';

drop function requests_with_words(text, text, bytea);
-- Words of the register are no secret of the organ's own staff; the index of their pairs is closed to row-level security.
create function requests_with_words(words text, pattern text) returns setof uuid language sql stable
  security definer set search_path = public, pg_temp as $$
  select r.id from requests r
  where r.organ_id = current_organ() and bigrams(r.number || ' ' || r.summary) @> bigrams(words)
    and (r.number ilike pattern or r.summary ilike pattern)
$$;

create index requests_of_unit on requests (organ_id, unit_id, arrived_on desc, id desc) where unit_id is not null;
create index requests_of_handler on requests (organ_id, handler_id, arrived_on desc, id desc) where handler_id is not null;

-- How somebody looks at a list: which of it, in which order.
create table saved_views (
  organ_id integer not null references organs,
  id uuid not null default uuidv7(),
  staff_id uuid not null,
  list text not null check (list <> ''),
  name text not null check (name <> ''),
  query text not null check (length(query) <= 1000),
  is_default boolean not null default false,
  primary key (organ_id, id),
  unique (organ_id, staff_id, list, name),
  foreign key (organ_id, staff_id) references staff (organ_id, id)
);
comment on table saved_views is 'How a person looks at a list of the console';
comment on column saved_views.query is 'What of the address narrows and orders the list';
create unique index one_default_view on saved_views (organ_id, staff_id, list) where is_default;

alter table saved_views enable row level security;
create policy own_organ on saved_views using (organ_id = current_organ()) with check (organ_id = current_organ());
grant select, insert, update, delete on saved_views to kaicheng_app;
