-- What is no record is found, too: documents that are only in the register, and annual reports.
alter table published_search drop constraint published_search_organ_id_record_id_fkey;
alter table published_search drop constraint published_search_pkey;
alter table published_search rename column record_id to subject_id;
alter table published_search
  add column kind text not null default 'record' check (kind in ('record', 'document', 'report')),
  add column part integer not null default 0,
  add column title text not null default '',
  add column document_number text not null default '',
  add column type text,
  add column column_id text,
  add column day date,
  add column made_by smallint not null default 1,
  add check (kind = 'record' or title <> '');
update published_search s set type = r.type, column_id = r.column_id, day = (r.first_published_at at time zone 'Asia/Shanghai')::date
  from published_records r where r.organ_id = s.organ_id and r.record_id = s.subject_id;
alter table published_search alter column day set not null;
alter table published_search alter column kind drop default, alter column made_by drop default;
alter table published_search add primary key (organ_id, kind, subject_id, part);
create index published_search_older on published_search (organ_id, kind, place desc) where made_by < 2;
create sequence found_order;
grant usage on sequence found_order to kaicheng_app;

comment on table published_search is 'What can be found of each published record, of each document that is only in the register, and of each annual report; empty for a withdrawn record';
comment on column published_search.place is 'Of records the order of first publication: newer is higher; of everything else below nought';
comment on column published_search.tokens is 'Pairs of characters of title and text, exact keys, sounds, filters and the block; see src/search/tokens.ts';
comment on column published_search.part is 'The year of an annual report; 0 else';
comment on column published_search.title is 'Of what is no record; a record has its own';
comment on column published_search.type is 'The type of a record; documents of the register have theirs, annual reports none';
comment on column published_search.column_id is 'Of a record: in which column it stands';
comment on column published_search.day is 'Since when it stands in public';
comment on column published_search.made_by is 'Which way of making it findable made it; older ones are made anew by the clock';

create policy own_organ_removes on published_search for delete using (organ_id = current_organ());
grant delete on published_search to kaicheng_app;

-- What is changed is no longer found as it was; the clock makes it findable as it is.
create function unfind_document() returns trigger language plpgsql as $$
begin
  delete from published_search where organ_id = old.organ_id and kind = 'document' and subject_id = old.id;
  return null;
end $$;
create trigger normative_documents_unfind after update or delete on normative_documents
  for each row execute function unfind_document();

create function unfind_report() returns trigger language plpgsql as $$
begin
  delete from published_search where organ_id = new.organ_id and kind = 'report' and part = new.year;
  return null;
end $$;
create trigger annual_reports_unfind after insert on annual_reports for each row execute function unfind_report();
