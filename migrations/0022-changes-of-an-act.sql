-- What an act has changed is looked for by act and organ. By the act alone a planner that knows nothing of the table yet may
-- rather read all changes of the organ, under the lock of its chain.
create index row_changes_by_act_of_organ on row_changes (act, organ_id, seq);
drop index row_changes_by_act;
