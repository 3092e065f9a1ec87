import type { DecisionCount, DecisionItem, DecisionView } from '../../ledgers/decisions/decision-view.ts'
import type { DocumentPage, DocumentView } from '../../ledgers/documents/document.ts'
import type { Equation } from '../../ledgers/documents/register.ts'
import type { FeeItem, FeeSum } from '../../ledgers/fees/fee.ts'
import type { HowToRead, ImportAnswer, ImportPreview } from '../../ledgers/imports/import-view.ts'
import type { CorrectionDone, CorrectionView } from '../../ledgers/rows/correction.ts'
import type { RowLedgerId } from '../../ledgers/rows/row-ledger.ts'
import type { RowView } from '../../ledgers/rows/row-view.ts'
import type { LedgerYear } from '../../ledgers/years/ledger-year.ts'
import type { ListedRemedy } from '../../remedies/listed-remedy.ts'
import type { Drift } from '../../report/drift.ts'
import { get, post, put, query, remove, sendFile } from '../api.ts'

export type Wanted = Readonly<Record<string, string | number | undefined>>

export interface Page<Item> {
  readonly items: readonly Item[]
  readonly total: number
  readonly pageSize: number
  readonly counts?: Readonly<Record<string, number>>
}

interface Items<Item> {
  readonly items: readonly Item[]
}

/** What is known of every ledger in a year, and the years that may be looked at. */
export interface LedgerYears {
  readonly year: number
  readonly isOver: boolean
  readonly isPublished: boolean
  readonly years: readonly number[]
  readonly ledgers: readonly LedgerYear[]
}

/** Which rows wait for a second person, and how many of them somebody else has proposed. */
export interface WaitingRows {
  readonly items: readonly { readonly ledger: string; readonly rowId: string }[]
  readonly others: number
}

/** Where the console shows a row of a register with its record of corrections. */
export const rowAddress = (ledger: RowLedgerId, id: string): string => `/ledgers/corrections/${ledger}/${id}`

/** A draft of a record that was begun from a ledger. */
export interface BegunRecord {
  readonly recordId: string
  readonly edition: number
}

/** Where the console works on an edition of a record. */
export const editionAddress = ({ recordId, edition }: BegunRecord): string => `/records/${recordId}/editions/${edition}`

/** An import as the list shows it; instants as text. */
export interface ImportView {
  readonly id: string
  readonly fileName: string
  readonly importedAt: string
  readonly importedName: string | null
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  readonly undoneAt: string | null
  readonly undoneBy: string | null
  readonly undoReason: string | null
  readonly isTooOld: boolean
}

interface Undone {
  readonly removed: number
  readonly restored: number
  readonly reportsToRevise: readonly number[]
}

/** What the pages of the ledgers ask of the server. */
export const ledgers = {
  documents: (wanted: Wanted) => get<DocumentPage>(`ledgers/documents${query(wanted)}`),
  document: (id: string) => get<DocumentView<string>>(`ledgers/documents/${id}`),
  equations: (kind: string) => get<Items<Equation>>(`ledgers/documents/equations${query({ kind })}`),
  addDocument: (typed: unknown) => post<{ id: string }>('ledgers/documents', typed),
  repealDocument: (id: string, typed: unknown) => post<void>(`ledgers/documents/${id}/repeal`, typed),
  lapseDocument: (id: string, typed: unknown) => post<void>(`ledgers/documents/${id}/lapse`, typed),
  amendDocument: (id: string, typed: unknown) => post<void>(`ledgers/documents/${id}/amendments`, typed),
  removeAmendment: (id: string, amendment: string) => remove(`ledgers/documents/${id}/amendments/${amendment}`),

  decisions: (wanted: Wanted) => get<Page<DecisionItem>>(`ledgers/decisions${query(wanted)}`),
  decisionCounts: () => get<Items<DecisionCount>>('ledgers/decisions/counts'),
  decision: (id: string) => get<DecisionView<string>>(`ledgers/decisions/${id}`),
  addDecision: (typed: unknown) => post<{ id: string }>('ledgers/decisions', typed),
  changeDecision: (id: string, typed: unknown) => put<void>(`ledgers/decisions/${id}`, typed),
  openPerson: (id: string, reason: string) =>
    post<Readonly<Record<string, string>>>(`ledgers/decisions/${id}/person`, { reason }),
  publicize: (id: string) => post<BegunRecord>(`ledgers/decisions/${id}/publicity`),
  quash: (id: string, typed: unknown) => post<void>(`ledgers/decisions/${id}/quash`, typed),
  beginWithdrawal: (id: string) => post<BegunRecord>(`ledgers/decisions/${id}/withdrawal`),
  noteWithdrawal: (id: string, typed: unknown) => post<void>(`ledgers/decisions/${id}/withdrawn`, typed),

  imports: () => get<Items<ImportView>>('ledgers/imports'),
  previewImport: (file: File, how: HowToRead, onProgress: (percent: number) => void) =>
    sendFile<ImportPreview>('ledgers/imports/preview', file, onProgress, { how: JSON.stringify(how) }),
  takeIn: (file: File, how: HowToRead) =>
    sendFile<ImportAnswer>('ledgers/imports', file, undefined, { how: JSON.stringify(how) }),
  undoImport: (id: string, typed: unknown) => post<Undone>(`ledgers/imports/${id}/undo`, typed),

  fees: (wanted: Wanted) => get<Page<FeeItem> & { amount: string; year: number }>(`ledgers/fees${query(wanted)}`),
  feeSums: () => get<Items<FeeSum>>('ledgers/fees/sums'),
  addFee: (typed: unknown) => post<{ id: string }>('ledgers/fees', typed),

  remedies: (wanted: Wanted) => get<Page<ListedRemedy>>(`ledgers/remedies${query(wanted)}`),

  row: (ledger: string, id: string) => get<RowView<string>>(`ledgers/rows/${ledger}/${id}`),
  correctRow: (ledger: string, id: string, typed: unknown) =>
    post<CorrectionDone>(`ledgers/rows/${ledger}/${id}/correction`, typed),
  removeRow: (ledger: string, id: string, typed: unknown) =>
    post<CorrectionDone>(`ledgers/rows/${ledger}/${id}/removal`, typed),
  corrections: (wanted: Wanted) => get<Page<CorrectionView<string>>>(`ledgers/corrections${query(wanted)}`),
  waitingRows: () => get<WaitingRows>('ledgers/corrections/waiting'),
  approveCorrection: (id: string, typed: unknown) => post<CorrectionDone>(`ledgers/corrections/${id}/approval`, typed),
  declineCorrection: (id: string, typed: unknown) => post<CorrectionDone>(`ledgers/corrections/${id}/refusal`, typed),
  takeCorrectionBack: (id: string) => post<CorrectionDone>(`ledgers/corrections/${id}/withdrawal`),

  year: (year: string | undefined) => get<LedgerYears>(`ledgers/years${query({ year })}`),
  confirmYear: (typed: unknown) => post<{ id: string }>('ledgers/confirmations', typed),
  endConfirmation: (id: string, typed: unknown) => post<void>(`ledgers/confirmations/${id}/end`, typed),
  drift: () => get<Items<Drift>>('reports/drift'),
}
