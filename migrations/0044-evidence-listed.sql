-- The list of evidence of a reconsideration or suit, as it stands from then on.
alter table remedy_events drop constraint remedy_events_kind_check;
alter table remedy_events add constraint remedy_events_kind_check check (kind in ('opened', 'corrected', 'assigned',
  'procedureChanged', 'replied', 'heard', 'suspended', 'resumed', 'extended', 'decided', 'tookEffect', 'instanceOpened',
  'performed', 'opinionReceived', 'opinionAnswered', 'classified', 'noted', 'reminded', 'dueMoved', 'voided', 'cancelled',
  'evidenceListed'));
