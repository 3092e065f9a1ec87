import { channelsLedger, publicationsLedger } from '../channels/ledger.ts'
import * as channels from '../channels/store/ledger.ts'
import { publicationsOnRecord } from '../channels/store/on-record.ts'
import type { Tx } from '../db/database.ts'
import { administrativeDecisionsLedger } from '../ledgers/administrative-decision-ledger.ts'
import { administrativeFeesLedger } from '../ledgers/administrative-fee-ledger.ts'
import { byLayout } from '../ledgers/decisions/layout/take-layout.ts'
import type { KeptLedger } from '../ledgers/import.ts'
import { normativeDocumentsLedger } from '../ledgers/normative-document-ledger.ts'
import * as own from '../ledgers/store.ts'
import { remediesLedger } from '../remedies/ledger.ts'
import * as remedies from '../remedies/store.ts'
import { requestsLedger } from '../requests/ledger.ts'
import * as requests from '../requests/store/ledger.ts'
import type { Counts } from '../workbooks/counts.ts'
import { keyText, type Ledger } from '../workbooks/ledger.ts'

/** Pairs a ledger with the store that takes its entries. */
const keep = <Entry>(
  ledger: Ledger<Entry>,
  save: (tx: Tx, organId: number, entries: readonly Entry[]) => Promise<Counts>,
) => ({ ledger, save: (tx: Tx, organId: number, entries: readonly unknown[]) => save(tx, organId, entries as Entry[]) })

/** Every ledger in the order of the workbook's sheets; what is referred to stands before what refers. */
export const keptLedgers: readonly KeptLedger[] = [
  keep(requestsLedger, requests.saveAll),
  keep(remediesLedger, remedies.saveAll),
  keep(normativeDocumentsLedger, own.saveNormativeDocuments),
  { ...keep(administrativeDecisionsLedger, own.saveAdministrativeDecisions), ...byLayout },
  keep(administrativeFeesLedger, own.saveAdministrativeFees),
  {
    ...keep(channelsLedger, channels.saveChannels),
    keysOnRecord: async (tx, organId) =>
      (await channels.listChannels(tx, organId)).map(({ kind, name }) => keyText([kind, name])),
  },
  { ...keep(publicationsLedger, channels.savePublications), asOnRecord: publicationsOnRecord },
]

export const ledgers = keptLedgers.map(({ ledger }) => ledger)
