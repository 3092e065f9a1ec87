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
comment on table waiting_files is 'Files of the public that belong to nothing yet; counted over all organs, so without row-level security';
comment on column waiting_files.network is 'From where it came: a keyed hash, forgotten when the file is kept or goes away';
grant select, insert, delete on waiting_files to kaicheng_app;
