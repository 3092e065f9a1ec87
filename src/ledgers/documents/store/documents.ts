import { type RawBuilder, sql } from 'kysely'
import { enteredBy } from '../../../audit/entered-by.ts'
import type { PlainDate } from '../../../days/plain-date.ts'
import type { Tx } from '../../../db/database.ts'
import { type Row, tableRows } from '../../../db/table-rows.ts'
import { says } from '../../../lists/sql.ts'
import * as organs from '../../../organs/store.ts'
import { refusals } from '../../../refusal.ts'
import { madeBy } from '../../../search/store.ts'
import { NormativeDocument } from '../../normative-document.ts'
import { normativeDocumentsLedger } from '../../normative-document-ledger.ts'
import { withAddresses } from '../../public-records.ts'
import type { ListTitles, PublishedTitle } from '../../published-titles.ts'
import { type KeptRows, keptRow } from '../../rows/kept-row.ts'
import type { Lapse, NewAmendment } from '../document.ts'
import type { RegisteredDocument } from '../registered-document.ts'
import { documentRows } from '../row-ledger.ts'
import { toldOfDocuments } from '../told.ts'

/** Documents `d` of the organ with their amendments; `chosen` narrows, orders and limits them. */
export const documents = (organId: number, chosen: RawBuilder<unknown>) => sql<Omit<RegisteredDocument, 'address'>>`
    select d.id, d.kind, d.title, d.document_number, d.issued_on, d.effective_from, d.valid_until, d.repealed_on,
      d.repealed_by, d.lapsed_by, d.record_id,
      coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'amendedOn', a.amended_on, 'amendedBy', a.amended_by)
        order by a.amended_on) from document_amendments a
        where a.organ_id = d.organ_id and a.document_id = d.id), '[]') as amendments
    from normative_documents d
    where d.organ_id = ${organId} ${chosen}`

/** Every document of the organ's register, the newest first. */
export async function listDocuments(tx: Tx, organId: number): Promise<RegisteredDocument[]> {
  const { rows } = await documents(organId, sql`order by d.issued_on desc, d.document_number desc`).execute(tx)
  return withAddresses(tx, organId, rows)
}

async function find(tx: Tx, organId: number, id: string, lock: RawBuilder<unknown>): Promise<RegisteredDocument> {
  const { rows } = await documents(organId, sql`and d.id = ${id} ${lock}`).execute(tx)
  const [found] = await withAddresses(tx, organId, rows)
  if (!found) throw refusals.unknownDocument()
  return found
}

/** The document. Refuses an id that none of this organ has. */
export const getDocument = (tx: Tx, organId: number, id: string) => find(tx, organId, id, sql``)
/** The same, locked until the transaction ends. */
export const getDocumentForChange = (tx: Tx, organId: number, id: string) => find(tx, organId, id, sql`for update of d`)

/** Documents of the register whose title or number has the words, the newest first. */
export async function findDocumentsCalled(
  tx: Tx,
  organId: number,
  words: string,
  most: number,
): Promise<Omit<RegisteredDocument, 'address'>[]> {
  const { rows } = await documents(
    organId,
    sql`and ${says([sql`d.title`, sql`d.document_number`], words)} order by d.issued_on desc limit ${most}`,
  ).execute(tx)
  return rows
}

/** Documents without a record on the platform whose term ends between these days, the first first. */
export async function listEnding(tx: Tx, organId: number, { from, to }: { from: PlainDate; to: PlainDate }) {
  const { rows } = await sql<{ id: string; title: string; validUntil: PlainDate }>`
    select id, title, valid_until from normative_documents
    where organ_id = ${organId} and record_id is null and repealed_on is null and lapsed_by is null
      and valid_until between ${from} and ${to} order by valid_until, id`.execute(tx)
  return rows
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

/** Adds an amendment; the same one twice is one. Answers whether it is new. */
export async function addAmendment(
  tx: Tx,
  organId: number,
  documentId: string,
  amendment: NewAmendment,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('documentAmendments')
    .values({ organId, documentId, ...amendment })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
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

/** What the register says of a published document; without the days of its repeal these stay as they are. */
export interface PublishedDocument extends Pick<NormativeDocument, 'title' | 'documentNumber' | 'issuedOn'> {
  readonly recordId: string
  readonly effectiveFrom: NormativeDocument['effectiveFrom']
  readonly validUntil: NormativeDocument['validUntil']
  readonly repealedOn?: NormativeDocument['repealedOn']
  readonly repealedBy?: NormativeDocument['repealedBy']
}

/** Enters a published normative document in the register, or changes its entry. */
export async function enterPublished(tx: Tx, organId: number, entry: PublishedDocument): Promise<void> {
  const { recordId, documentNumber } = entry
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

/** What of the register has the words in its title, or is called by the number; what is repealed is said to be so. */
export const listDocumentTitles: ListTitles = async (tx, _organId, { words, said, today, most }) => {
  const { rows } = await sql<PublishedTitle>`
    select title, document_number, '' as url, '' as channel, issued_on as published_on,
      coalesce(least(valid_until, repealed_on) <= ${today}, false) as is_repealed
    from normative_documents_with_words(${words}, ${said}, ${most})`.execute(tx)
  return rows
}

/** Issued by `today`, without a record of their own, and not to be found as they stand; the newest first. */
export async function listUnfound(
  tx: Tx,
  organId: number,
  { today, most }: { readonly today: PlainDate; readonly most: number },
): Promise<(NormativeDocument & { readonly id: string })[]> {
  const { rows: unfound } = await sql<NormativeDocument & { readonly id: string }>`
    select id, kind, title, document_number, issued_on, effective_from, valid_until, repealed_on, repealed_by
    from normative_documents d where organ_id = ${organId} and record_id is null and issued_on <= ${today}
      and not exists (select from published_search s where s.organ_id = d.organ_id and s.kind = 'document' and s.subject_id = d.id
        and s.part = 0 and s.made_by = ${madeBy})
    order by issued_on desc, id limit ${most}`.execute(tx)
  return unfound
}

const rows = tableRows('normativeDocuments')
const valuesOf = (row: Row) => normativeDocumentsLedger.toValues(NormativeDocument.parse(row))

async function countAmendments(tx: Tx, organId: number, documentId: string): Promise<number> {
  const { count } = await tx
    .selectFrom('documentAmendments')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('organId', '=', organId)
    .where('documentId', '=', documentId)
    .executeTakeFirstOrThrow()
  return count
}

/** Those of the documents that were amended, by their numbers. */
async function listAmended(tx: Tx, organId: number, ids: readonly string[]): Promise<string[]> {
  const { rows: amended } = await sql<{ number: string }>`
    select distinct d.document_number as number from document_amendments a
      join normative_documents d on d.organ_id = a.organ_id and d.id = a.document_id
    where a.organ_id = ${organId} and a.document_id = any(${ids}::uuid[])`.execute(tx)
  return amended.map(({ number }) => number)
}

/** What the platform published is changed there; text and register must not part. */
export const keptDocuments: KeptRows = {
  id: 'normativeDocuments',
  ledger: documentRows,
  told: toldOfDocuments,
  find: async (tx, organId, id, lock) => {
    const found = await rows.find(tx, organId, id, lock)
    if (!found) return undefined
    const lapsedBy = typeof found.lapsedBy === 'string' && found.lapsedBy !== '' ? found.lapsedBy : null
    const recordId = typeof found.recordId === 'string' ? found.recordId : null
    const values = { ...valuesOf(found), lapsedBy }
    if (recordId !== null) return keptRow(values, { both: refusals.publishedDocument(), recordId })
    const amendments = await countAmendments(tx, organId, id)
    return keptRow(values, { remove: amendments > 0 ? refusals.documentHasAmendments(amendments) : null })
  },
  listValues: async (tx, organId, among) => (await rows.list(tx, organId, among)).map(valuesOf),
  whyNotChange: async (tx, organId, { kind }) =>
    kind === 'rules' && !(await organs.get(tx, organId)).canMakeRules ? refusals.noRulesPower() : null,
  isTaken: (tx, organId, id, { documentNumber }) => rows.isTaken(tx, organId, id, { documentNumber }),
  save: (tx, organId, id, values) => {
    const document = NormativeDocument.parse(normativeDocumentsLedger.toEntry(values))
    return rows.change(tx, organId, id, { ...document, lapsedBy: values.lapsedBy ?? null })
  },
  remove: (tx, organId, id) => rows.remove(tx, organId, [id]),
  imported: {
    moving: [],
    listImages: rows.listImages,
    listLater: async (tx, organId, { added }) => (await listAmended(tx, organId, added)).map((name) => `“${name}”`),
    takeBack: rows.takeBack,
  },
  years: {
    tables: ['normative_documents'],
    standing: (organId) => sql`
      select kind as ledger, d.day, record_id is not null or ${enteredBy('document.entered', 'n')} as is_own, id
      from normative_documents n, lateral (select issued_on as day
        union all select repealed_on where extract(year from repealed_on) <> extract(year from issued_on)) d
      where organ_id = ${organId} and d.day is not null`,
  },
}
