import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import type { Period } from './ledger-figures.ts'

/** Rows of a register behind the figures of a report: how many, and a hash over their ids. */
export interface Behind {
  readonly rows: number
  readonly sha256: string
}

/** Which rows the figures of a period rest on, register by register. */
export async function rowsBehind(tx: Tx, organId: number, { from, to }: Period): Promise<Record<string, Behind>> {
  const { rows } = await sql<{ ledger: string; rows: number; sha256: string }>`
    with behind as (
      select 'requests' as ledger, id from requests
        where organ_id = ${organId} and received_on <= ${to} and (concluded_on is null or concluded_on >= ${from})
      union all select 'remedies', id from remedies
        where organ_id = ${organId} and filed_on <= ${to} and (concluded_on is null or concluded_on >= ${from})
      union all select 'documents', id from normative_documents where organ_id = ${organId} and issued_on <= ${to}
      union all select 'decisions', id from administrative_decisions
        where organ_id = ${organId} and decided_on between ${from} and ${to}
      union all select 'administrativeFees', id from administrative_fees
        where organ_id = ${organId} and collected_on between ${from} and ${to}
      union all select 'publications', id from publications
        where organ_id = ${organId} and published_on between ${from} and ${to}
      union all select 'filings', id from report_filings
        where organ_id = ${organId} and year = extract(year from ${to}::date) and accepted_seq is not null
    )
    select ledger, count(*)::int as rows, encode(sha256(convert_to(string_agg(id::text, ',' order by id), 'UTF8')), 'hex') as sha256
    from behind group by ledger order by ledger`.execute(tx)
  return Object.fromEntries(rows.map(({ ledger, ...behind }) => [ledger, behind]))
}
