import { sql } from 'kysely'
import type { PlainDate } from '../../days/plain-date.ts'
import type { Tx } from '../../db/database.ts'
import { type ListedRecord, listed } from '../../disclosure/store/public.ts'

export interface NormativeEntry {
  readonly kind: string
  readonly title: string
  readonly documentNumber: string
  readonly issuedOn: PlainDate
  readonly effectiveFrom: PlainDate
  readonly validUntil: PlainDate | null
  readonly repealedOn: PlainDate | null
  readonly repealedBy: string | null
  readonly lapsedBy: string | null
  /** Of its page; null for one that is only in the register. */
  readonly number: string | null
}

/** The register of rules and normative documents issued by `asOf`, the newest first. Works inside the organ. */
export async function listNormative(tx: Tx, organId: number, asOf: PlainDate): Promise<NormativeEntry[]> {
  const { rows } = await sql<NormativeEntry>`
    select d.kind, d.title, d.document_number, d.issued_on, d.effective_from, d.valid_until, d.repealed_on, d.repealed_by,
      d.lapsed_by, r.number
    from normative_documents d
    left join published_records r on r.organ_id = d.organ_id and r.record_id = d.record_id and r.withdrawn_at is null
    where d.organ_id = ${organId} and d.issued_on <= ${asOf}
    order by d.issued_on desc, d.document_number desc`.execute(tx)
  return rows
}

/** Rules and normative documents of the register that have a page: what was published or changed last comes first. */
export async function listPublicNormative(tx: Tx, organId: number, limit: number): Promise<ListedRecord[]> {
  const { rows } = await sql<ListedRecord>`
    select ${listed} from normative_documents d
    join published_records r on r.organ_id = d.organ_id and r.record_id = d.record_id and r.withdrawn_at is null
    where d.organ_id = ${organId} order by r.changed_at desc, r.record_id limit ${limit}`.execute(tx)
  return rows
}
