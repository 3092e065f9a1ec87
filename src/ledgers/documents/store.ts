import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import { type Content, keepsRepeal } from '../../disclosure/content.ts'
import { refusals } from '../../refusal.ts'
import type { NormativeDocument } from '../normative-document.ts'
import type { Lapse, NewAmendment, RegisteredDocument } from './document.ts'

/** Every document of the organ's register, the newest first. */
export async function listDocuments(tx: Tx, organId: number): Promise<RegisteredDocument[]> {
  const { rows } = await sql<RegisteredDocument>`
    select d.id, d.kind, d.title, d.document_number, d.issued_on, d.effective_from, d.valid_until, d.repealed_on,
      d.repealed_by, d.lapsed_by, d.record_id, '/' || o.slug || '/records/' || p.number as address,
      coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'amendedOn', a.amended_on, 'amendedBy', a.amended_by)
        order by a.amended_on) from document_amendments a
        where a.organ_id = d.organ_id and a.document_id = d.id), '[]') as amendments
    from normative_documents d join organs o on o.id = d.organ_id
      left join published_records p on p.organ_id = d.organ_id and p.record_id = d.record_id
    where d.organ_id = ${organId} order by d.issued_on desc, d.document_number desc`.execute(tx)
  return rows
}

const row = (tx: Tx, organId: number, id: string) =>
  tx.selectFrom('normativeDocuments').selectAll().where('organId', '=', organId).where('id', '=', id)

/** The document, locked until the transaction ends. Refuses an id that none of this organ has. */
export async function getDocumentForChange(tx: Tx, organId: number, id: string) {
  const found = await row(tx, organId, id).forUpdate().executeTakeFirst()
  if (!found) throw refusals.unknownDocument()
  return found
}

/** Whether a document of the organ has the number. */
export async function isNumberTaken(tx: Tx, organId: number, documentNumber: string): Promise<boolean> {
  const found = await tx
    .selectFrom('normativeDocuments')
    .select('id')
    .where('organId', '=', organId)
    .where('documentNumber', '=', documentNumber)
    .executeTakeFirst()
  return found !== undefined
}

export async function addDocument(tx: Tx, organId: number, document: NormativeDocument): Promise<string> {
  const { id } = await tx
    .insertInto('normativeDocuments')
    .values({ organId, ...document })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function saveDocument(
  tx: Tx,
  organId: number,
  id: string,
  changes: Partial<NormativeDocument> & { readonly lapsedBy?: Lapse['by'] | null },
): Promise<void> {
  await tx.updateTable('normativeDocuments').set(changes).where('organId', '=', organId).where('id', '=', id).execute()
}

/** Adds an amendment; the same one twice is one. */
export async function addAmendment(tx: Tx, organId: number, documentId: string, amendment: NewAmendment) {
  await tx
    .insertInto('documentAmendments')
    .values({ organId, documentId, ...amendment })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Takes away an amendment that was registered by mistake; answers with what it said. */
export async function removeAmendment(tx: Tx, organId: number, documentId: string, id: string): Promise<NewAmendment> {
  const gone = await tx
    .deleteFrom('documentAmendments')
    .where('organId', '=', organId)
    .where('documentId', '=', documentId)
    .where('id', '=', id)
    .returning(['amendedOn', 'amendedBy'])
    .executeTakeFirst()
  if (!gone) throw refusals.unknownAmendment()
  return gone
}

/** Enters a published normative document in the register, or changes its entry; repeal closes it. */
export async function enterPublished(tx: Tx, organId: number, recordId: string, content: Content): Promise<void> {
  const { act, title, documentNumber, madeOn, effectiveFrom, validUntil } = content
  if (!madeOn) return
  const entry = {
    recordId,
    title,
    documentNumber,
    issuedOn: madeOn,
    effectiveFrom: effectiveFrom ?? madeOn,
    validUntil,
    ...(keepsRepeal(act)
      ? {}
      : {
          repealedOn: act.kind === 'repeal' ? act.on : null,
          repealedBy: act.kind === 'repeal' ? act.by : null,
        }),
  }
  // The number itself may be what was corrected: the document is still one.
  const { numUpdatedRows } = await tx
    .updateTable('normativeDocuments as own')
    .set(entry)
    .where('own.organId', '=', organId)
    .where('own.recordId', '=', recordId)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('normativeDocuments as other')
            .select('other.id')
            .whereRef('other.organId', '=', 'own.organId')
            .where('other.documentNumber', '=', documentNumber)
            .whereRef('other.id', '<>', 'own.id'),
        ),
      ),
    )
    .executeTakeFirst()
  if (numUpdatedRows > 0n) return
  await tx
    .insertInto('normativeDocuments')
    .values({ organId, kind: 'normativeDocuments', ...entry })
    .onConflict((conflict) => conflict.columns(['organId', 'documentNumber']).doUpdateSet(entry))
    .execute()
}
