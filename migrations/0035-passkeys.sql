-- Passkeys (WebAuthn) beside the authenticator as a second factor, and a city's directory beside the password.

create table passkeys (
  organ_id integer not null,
  staff_id uuid not null,
  id uuid not null,
  name text not null check (name <> ''),
  credential_hash bytea not null check (octet_length(credential_hash) = 32),
  sealed text not null,
  counter bigint not null check (counter >= 0),
  added_at timestamptz not null,
  last_used_at timestamptz,
  primary key (organ_id, staff_id, id),
  unique (organ_id, credential_hash),
  foreign key (organ_id, staff_id) references staff (organ_id, id)
);
comment on table passkeys is '通行密钥 of the staff';
comment on column passkeys.credential_hash is 'Keyed hash of the id under which the device knows it';
comment on column passkeys.sealed is 'That id and the public key, encrypted';
comment on column passkeys.counter is 'How often the device has signed, as it said the last time; 0: it does not count';

alter table passkeys enable row level security;
create policy own_organ on passkeys using (organ_id = current_organ()) with check (organ_id = current_organ());
grant select, insert, update (counter, last_used_at), delete on passkeys to kaicheng_app;
call journal('passkeys', 'organ_id', '', 'staff_id', 'id');

alter table sessions
  add column challenge bytea,
  add column challenge_until timestamptz,
  add column proved_at timestamptz,
  add column by_directory boolean not null default false,
  add check ((challenge is null) = (challenge_until is null));
comment on column sessions.challenge is 'What a passkey is asked to sign next: for one try';
comment on column sessions.by_directory is 'Begun by the directory of the city instead of the password';
comment on column sessions.proved_at is 'When password and second factor were last asked for again in it';
