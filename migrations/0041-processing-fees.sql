-- The information processing fee: when its notice reached the applicant, what was waived and what was given back. The kinds that
-- stand stay.
do $$
declare
  standing text;
begin
  select pg_get_expr(conbin, conrelid) into standing from pg_constraint
  where conrelid = 'request_events'::regclass and conname = 'request_events_kind_check';
  alter table request_events drop constraint request_events_kind_check;
  execute format('alter table request_events add constraint request_events_kind_check check (%s or kind in (%L, %L, %L))',
    standing, 'feeDelivered', 'feeWaived', 'feeRefunded');
end
$$;

alter table request_events drop constraint request_events_check1;
alter table request_events add constraint request_events_amount_of_fee
  check ((amount is null) = (kind not in ('feeNotified', 'feePaid', 'feeWaived', 'feeRefunded')));

-- A receipt shows one payment, a voucher one refund: neither is taken down twice in an organ.
create unique index one_payment_of_a_receipt on request_events (organ_id, (data ->> 'receiptNumber'))
  where kind = 'feePaid' and data ? 'receiptNumber';
create unique index one_refund_of_a_voucher on request_events (organ_id, (data ->> 'voucherNumber'))
  where kind = 'feeRefunded';

alter table requests drop constraint requests_status_check;
alter table requests add constraint requests_status_check
  check (status in ('arrived', 'processing', 'supplementing', 'explaining', 'awaitingPayment', 'approving', 'approved',
    'concluded'));
