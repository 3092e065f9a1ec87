-- The journal knows a row of before by what is not null in it: what 0018 added must say nothing of imports from before it.

alter table ledger_imports
  alter column undone_by drop not null, alter column undone_by drop default,
  alter column undo_reason drop not null, alter column undo_reason drop default;
alter table ledger_imports drop constraint ledger_imports_check;
alter table ledger_imports add check ((undone_at is null) = (coalesce(undo_reason, '') = ''));
-- Not a change of what they say: back to what their journal has.
alter table ledger_imports disable trigger user;
update ledger_imports set undone_by = null, undo_reason = null where act is null and undone_at is null;
alter table ledger_imports enable trigger user;
