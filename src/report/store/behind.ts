import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import type { Organ } from '../../organs/organ.ts'
import type { Period } from './ledger-figures.ts'

/** Rows of a register behind the figures of a report: how many, and a hash over their ids. */
export interface Behind {
  readonly rows: number
  readonly sha256: string
}

/** Which rows the figures of a period rest on, register by register; of filings those of organs of these kinds, with what was accepted. */
export async function rowsBehind(
  tx: Tx,
  organId: number,
  { from, to }: Period,
  kinds: readonly Organ['kind'][] = [],
): Promise<Record<string, Behind>> {
  const { rows } = await sql<{ ledger: string; rows: number; sha256: string }>`
    with behind as (
      select 'requests' as ledger, id::text as id from requests
        where organ_id = ${organId} and received_on <= ${to} and (concluded_on is null or concluded_on >= ${from})
      union all select 'remedies', id::text from remedies
        where organ_id = ${organId} and filed_on <= ${to} and (concluded_on is null or concluded_on >= ${from})
      union all select 'remedies', case_id || ' ' || place from remedy_counts
        where organ_id = ${organId} and opened_on <= ${to} and (concluded_on is null or concluded_on >= ${from})
      union all select 'documents', id::text from normative_documents where organ_id = ${organId} and issued_on <= ${to}
      union all select 'decisions', id::text from administrative_decisions
        where organ_id = ${organId} and decided_on between ${from} and ${to}
      union all select 'administrativeFees', id::text from administrative_fees
        where organ_id = ${organId} and collected_on between ${from} and ${to}
      union all select 'publications', id::text from publications
        where organ_id = ${organId} and published_on between ${from} and ${to}
      union all select 'filings', f.id || ' ' || f.accepted_seq from report_filings f
        left join organs o on o.id = f.filer_organ_id left join report_filers w on w.organ_id = f.organ_id and w.id = f.filer_id
        where f.organ_id = ${organId} and f.year = extract(year from ${to}::date) and f.accepted_seq is not null
          and coalesce(o.kind, w.kind) = any(${kinds}::text[])
    )
    select ledger, count(*)::int as rows, encode(sha256(convert_to(string_agg(id, ',' order by id), 'UTF8')), 'hex') as sha256
    from behind group by ledger order by ledger`.execute(tx)
  return Object.fromEntries(rows.map(({ ledger, ...behind }) => [ledger, behind]))
}
