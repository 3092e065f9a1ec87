/**
 * All rows of one submission, written by one call inside the database: what it can do without any program. Nothing is
 * encrypted or hashed, so what it leaves is of the right size and no more.
 */
export const createSubmitAlone = `
  create function bench_submit(organ integer) returns void language plpgsql as $$
  declare
    request uuid := uuidv7();
    given integer;
    turn bigint;
    before bytea;
    digest bytea := sha256(request::text::bytea);
  begin
    insert into submissions (organ_id, key, request_id, digest) values (organ, gen_random_uuid(), request, digest);
    update counters set last = last + 1 where organ_id = organ and series = 'request' and year = 2026
      returning last into given;
    insert into requests (organ_id, id, number, channel, applicant_kind, summary, arrived_on, origin, status, last_seq,
        form_wanted, route_wanted, applicant_key, applicant_name_key, receipt_code_hash, receipt_secret_hash)
      values (organ, request, '示依申请〔2026〕' || given || '号', 'online', 'naturalPerson', repeat('示例内容', 10),
        '2026-11-24', 'live', 'arrived', 1, 'electronic', 'online', digest, digest, digest, digest);
    insert into request_applicants (organ_id, request_id, sealed) values (organ, request, repeat('x', 500));
    insert into request_events (organ_id, request_id, seq, kind, happened_on, actor_kind, actor_name)
      values (organ, request, 1, 'arrived', '2026-11-24', 'applicant', '申请人');
    update audit_heads set seq = seq + 1, hash = digest, seal = digest where organ_id = organ
      returning seq, hash into turn, before;
    insert into audit_entries (organ_id, seq, at, actor_kind, action, subject, detail, previous_hash, hash)
      values (organ, turn, clock_timestamp(), 'applicant', 'request.submitted', request::text,
        jsonb_build_object('number', given), before, digest);
  end $$`
