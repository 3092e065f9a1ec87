-- Decisions that are to be published or withdrawn: the workbench of every clerk asks.
create index administrative_decisions_to_do on administrative_decisions (organ_id, unit_id)
  where publicity = 'due' and published_on is null and quashed_on is null
    or published_on is not null and withdrawn_on is null and (quashed_on is not null or facts ? 'shownUntil');
