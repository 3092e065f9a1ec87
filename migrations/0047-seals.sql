-- An organ's certificate seals its letters as they are made; without one the seal is set on paper, and that is noted.

create table organ_certificates (
  organ_id integer not null references organs,
  id uuid not null default uuidv7(),
  name text not null,
  issuer text not null,
  serial text not null,
  fingerprint text not null check (fingerprint ~ '^[0-9a-f]{64}$'),
  algorithm text not null,
  valid_from date not null,
  valid_to date not null,
  certificates text[] not null check (cardinality(certificates) > 0),
  sealed text,
  added_by uuid,
  added_name text not null default '',
  added_at timestamptz not null default now(),
  retired_at timestamptz,
  primary key (organ_id, id),
  foreign key (organ_id, added_by) references staff (organ_id, id),
  check ((retired_at is null) = (sealed is not null))
);
comment on table organ_certificates is 'Certificates with which an organ seals letters';
comment on column organ_certificates.certificates is 'Its own and those above it, DER in base64';
comment on column organ_certificates.sealed is 'The private key (PKCS#8), sealed with the key of the house; gone once it is retired. The passphrase of its file is kept nowhere';
create unique index organ_certificates_one on organ_certificates (organ_id) where retired_at is null;

create table letter_seals (
  organ_id integer not null,
  request_id uuid not null,
  seq integer not null,
  kind text not null check (kind in ('electronic', 'paper')),
  certificate_id uuid,
  by_staff uuid,
  by_name text not null default '',
  sealed_on date not null,
  sealed_at timestamptz not null default now(),
  primary key (organ_id, request_id, seq),
  foreign key (organ_id, request_id, seq) references request_letters (organ_id, request_id, seq),
  foreign key (organ_id, certificate_id) references organ_certificates (organ_id, id),
  foreign key (organ_id, by_staff) references staff (organ_id, id),
  check ((kind = 'electronic') = (certificate_id is not null))
);
comment on table letter_seals is 'How each letter that was sent was sealed: in its PDF, or by hand on paper; append-only';
create trigger letter_seals_append_only before update or delete or truncate on letter_seals
  for each statement execute function refuse_change();

do $$ declare each text; begin
  foreach each in array array['organ_certificates', 'letter_seals'] loop
    execute format('alter table %I enable row level security', each);
    execute format('create policy own_organ on %I using (organ_id = current_organ()) with check (organ_id = current_organ())', each);
  end loop;
end $$;
grant select, insert, update (sealed, retired_at) on organ_certificates to kaicheng_app;
grant select, insert on letter_seals to kaicheng_app;

call journal('organ_certificates', 'organ_id', '', 'id');
call journal('letter_seals', 'organ_id', '', 'request_id', 'seq');
