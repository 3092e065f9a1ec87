-- What has left is no register: after half a year its row, with the address in it, goes.
grant delete on outbox to kaicheng_app;
create index outbox_done on outbox (organ_id, done_at) where done_at is not null;
