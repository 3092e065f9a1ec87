import { upsertRows } from '../db/bulk.ts'
import type { Tx } from '../db/database.ts'
import type { AdministrativeDecision } from './administrative-decision.ts'
import type { AdministrativeFee } from './administrative-fee.ts'
import { type Counts, countOf } from './counts.ts'
import type { NormativeDocument } from './normative-document.ts'

export const saveNormativeDocuments = async (
  tx: Tx,
  organId: number,
  documents: readonly NormativeDocument[],
): Promise<Counts> => {
  const others = ['kind', 'title', 'issuedOn', 'effectiveFrom', 'validUntil', 'repealedOn', 'repealedBy']
  const upsert = { table: 'normativeDocuments', organId, key: ['documentNumber'], others } as const
  return countOf(await upsertRows(tx, upsert, documents))
}

export const saveAdministrativeDecisions = async (
  tx: Tx,
  organId: number,
  decisions: readonly AdministrativeDecision[],
): Promise<Counts> => {
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
}

/** Notes that a file was imported, also where it changed nothing. */
export async function recordImport(tx: Tx, organId: number, record: ImportRecord): Promise<void> {
  await tx
    .insertInto('ledgerImports')
    .values({ organId, ...record })
    .execute()
}
