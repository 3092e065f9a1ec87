-- The workbench of a year asks, among very many requests, which may have been answered late and which course they took.

create index requests_answered on requests (organ_id, received_on, coalesce(concluded_on, 'infinity')) include (id, concluded_on)
  where origin = 'live';

drop index request_fees;
create index request_courses on request_events (organ_id, kind, happened_on) include (request_id)
  where kind not in ('arrived', 'received', 'assigned', 'concluded', 'noted', 'answerDrafted', 'answerApproved');
