-- What is long to make is made outside of transactions and kept: files of letters, copies of records, what files say.

-- A letter stands as text from the moment that it is sent; its files follow.
alter table request_letters alter column pdf_file_id drop not null, alter column docx_file_id drop not null;
comment on column request_letters.pdf_file_id is 'Of letters before 0.2; later ones have theirs in letter_files';

create table letter_files (
  organ_id integer not null,
  request_id uuid not null,
  seq integer not null,
  pdf_file_id uuid not null,
  docx_file_id uuid not null,
  made_at timestamptz not null default now(),
  primary key (organ_id, request_id, seq),
  foreign key (organ_id, request_id, seq) references request_letters (organ_id, request_id, seq),
  foreign key (organ_id, pdf_file_id) references files (organ_id, id),
  foreign key (organ_id, docx_file_id) references files (organ_id, id)
);
comment on table letter_files is 'Letters as sent, typeset from their sealed text once and append-only';
create trigger letter_files_append_only before update or delete or truncate on letter_files
  for each statement execute function refuse_change();

create table record_copies (
  organ_id integer not null,
  record_id uuid not null,
  form text not null check (form in ('pdf', 'docx')),
  edition integer not null,
  hash text not null,
  print text not null,
  bytes bytea not null,
  seal bytea not null,
  made_at timestamptz not null default now(),
  primary key (organ_id, record_id, form),
  foreign key (organ_id, record_id) references published_records (organ_id, record_id)
);
comment on table record_copies is 'The published text as PDF and Word, kept until it changes; the public may read it, so it is not sealed';
comment on column record_copies.seal is 'Keyed, over all the rest: bytes that the program did not make are made anew and not handed out';
comment on column record_copies.hash is 'Of the signed text';
comment on column record_copies.print is 'Hash of all that was printed but the day of making, and of the look: another print is made anew';

create table file_readings (
  organ_id integer not null,
  file_id uuid not null,
  outcome text not null check (outcome in ('read', 'unreadable', 'failed')),
  sealed text,
  read_at timestamptz not null default now(),
  primary key (organ_id, file_id),
  foreign key (organ_id, file_id) references files (organ_id, id) on delete cascade,
  check ((outcome = 'failed') = (sealed is null))
);
comment on table file_readings is 'What a file says and carries, read once for gates and search';
comment on column file_readings.outcome is 'unreadable: it is none that can be read; failed: it took more time or memory than is allowed';
comment on column file_readings.sealed is 'Words and traces as encrypted JSON: they may be a draft''s';

-- The mail server is spoken to outside of transactions.
alter table mails add column claimed_until timestamptz;
comment on column mails.claimed_until is 'Somebody is sending it; after that time, which no sending takes, it is anybody''s again';

do $$ declare each text; begin
  foreach each in array array['letter_files', 'record_copies', 'file_readings'] loop
    execute format('alter table %I enable row level security', each);
    execute format('create policy own_organ on %I using (organ_id = current_organ()) with check (organ_id = current_organ())', each);
  end loop;
end $$;
grant select, insert on letter_files to kaicheng_app;
grant select, insert, update, delete on record_copies to kaicheng_app;
grant select, insert, update on file_readings to kaicheng_app;

call journal('letter_files', 'organ_id', '', 'request_id', 'seq');
call journal('record_copies', 'organ_id', 'bytes', 'record_id', 'form');
call journal('file_readings', 'organ_id', '', 'file_id');
