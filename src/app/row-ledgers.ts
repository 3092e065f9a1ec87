import { channelRows, publicationRows } from '../channels/row-ledger.ts'
import { decisionRows } from '../ledgers/decisions/row-ledger.ts'
import { documentRows } from '../ledgers/documents/row-ledger.ts'
import { feeRows } from '../ledgers/fees/row-ledger.ts'
import type { RowLedger, RowLedgerId } from '../ledgers/rows/row-ledger.ts'
import { remedyRows } from '../remedies/row-ledger.ts'
import { requestRows } from '../requests/row-ledger.ts'

/** Every register whose rows can be put right. Nouns only: the console reads it too. */
export const rowLedgers: Readonly<Record<RowLedgerId, RowLedger>> = {
  requests: requestRows,
  remedies: remedyRows,
  normativeDocuments: documentRows,
  administrativeDecisions: decisionRows,
  administrativeFees: feeRows,
  channels: channelRows,
  publications: publicationRows,
}
