import type { PlainDate } from '../days/plain-date.ts'
import { upsertRows } from '../db/bulk.ts'
import type { Tx } from '../db/database.ts'
import type { OnCatalogueImported } from '../platform/catalogue/on-imported.ts'
import { refusals } from '../refusal.ts'
import { type Counts, countOf } from '../workbooks/counts.ts'
import type { AdministrativeDecision } from './administrative-decision.ts'
import type { AdministrativeFee } from './administrative-fee.ts'
import { NormativeDocument } from './normative-document.ts'
import type { ImportedYear } from './years/years-of-rows.ts'

export const saveNormativeDocuments = async (
  tx: Tx,
  organId: number,
  documents: readonly NormativeDocument[],
): Promise<Counts> => {
  await refuseOverPublished(tx, organId, documents)
  const others = ['kind', 'title', 'issuedOn', 'effectiveFrom', 'validUntil', 'repealedOn', 'repealedBy']
  const upsert = { table: 'normativeDocuments', organId, key: ['documentNumber'], others } as const
  return countOf(await upsertRows(tx, upsert, documents))
}

/** What the platform published is changed there: an import may repeat such a row, and not contradict it. */
async function refuseOverPublished(tx: Tx, organId: number, documents: readonly NormativeDocument[]): Promise<void> {
  const published = await tx
    .selectFrom('normativeDocuments')
    .selectAll()
    .where('organId', '=', organId)
    .where('recordId', 'is not', null)
    .execute()
  const byNumber = new Map(published.map((row) => [row.documentNumber, NormativeDocument.parse(row)]))
  for (const document of documents) {
    const known = byNumber.get(document.documentNumber)
    if (known && JSON.stringify(known) !== JSON.stringify(NormativeDocument.parse(document)))
      throw refusals.importOverPublished(document.documentNumber)
  }
}

async function refuseOverPublishedDecisions(
  tx: Tx,
  organId: number,
  decisions: readonly AdministrativeDecision[],
): Promise<void> {
  const published = await tx
    .selectFrom('administrativeDecisions')
    .select(['kind', 'number', 'decidedOn', 'publishedOn'])
    .where('organId', '=', organId)
    .where('recordId', 'is not', null)
    .execute()
  const byNumber = new Map(published.map((row) => [`${row.kind}/${row.number}`, row]))
  for (const { kind, number, decidedOn, publishedOn } of decisions) {
    const known = byNumber.get(`${kind}/${number}`)
    if (known && (known.decidedOn !== decidedOn || known.publishedOn !== publishedOn))
      throw refusals.importOverPublished(number)
  }
}

export const saveAdministrativeDecisions = async (
  tx: Tx,
  organId: number,
  decisions: readonly AdministrativeDecision[],
): Promise<Counts> => {
  await refuseOverPublishedDecisions(tx, organId, decisions)
  const others = ['subject', 'decidedOn', 'publishedOn']
  const upsert = { table: 'administrativeDecisions', organId, key: ['kind', 'number'], others } as const
  return countOf(await upsertRows(tx, upsert, decisions))
}

export const saveAdministrativeFees = async (
  tx: Tx,
  organId: number,
  fees: readonly AdministrativeFee[],
): Promise<Counts> => {
  const others = ['item', 'collectedOn', 'amount']
  const upsert = { table: 'administrativeFees', organId, key: ['receiptNumber'], others } as const
  return countOf(await upsertRows(tx, upsert, fees))
}

export interface ImportRecord extends Counts {
  readonly fileName: string
  readonly sha256: string
  readonly importedOn: PlainDate
  readonly importedName: string
  readonly years?: readonly ImportedYear[]
}

/** Notes that a file was imported, also where it changed nothing, and of which ledgers and years it had rows. */
export async function recordImport(tx: Tx, organId: number, { years = [], ...record }: ImportRecord): Promise<string> {
  const { id } = await tx
    .insertInto('ledgerImports')
    .values({ organId, ...record })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (years.length > 0)
    await tx
      .insertInto('ledgerImportYears')
      .values(years.map((year) => ({ organId, importId: id, ...year })))
      .execute()
  return id
}

/** The catalogue of the platform is a file among those that were imported. */
export const noteCatalogueImport: OnCatalogueImported = async (tx, organId, imported) => {
  await recordImport(tx, organId, imported)
}
