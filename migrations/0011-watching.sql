create table job_runs (
  name text primary key,
  title text not null,
  cron text not null,
  started_at timestamptz,
  succeeded_at timestamptz,
  failed_at timestamptz,
  fault text,
  succeeded bigint not null default 0,
  failed bigint not null default 0,
  failed_running integer not null default 0
);
comment on table job_runs is 'When each piece of timed work was last begun, done and failed, whichever server did it';
comment on column job_runs.failed_running is 'How often it has failed since it was last done';
comment on column job_runs.fault is 'The id under which the log of that server tells the last failure';
grant select, insert, update, delete on job_runs to kaicheng_app;

alter table attempts add column of_whom bytea;
create index attempts_of_whom on attempts (kind, of_whom) where of_whom is not null;
comment on column attempts.of_whom is 'Whose lock it is where one person may have several, by network; a keyed hash as well';
