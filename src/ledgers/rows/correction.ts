import { z } from 'zod'
import type { PlainDate } from '../../days/plain-date.ts'
import type { Values } from '../../workbooks/ledger.ts'
import type { RowLedgerId } from './row-ledger.ts'

const reason = (ask: string) => z.string().trim().min(2, ask).max(500, '理由不超过500个字')

/** What the columns should say; only those that are to change need to be named. Checked by the ledger's own declaration. */
export const TypedCorrection = z.strictObject({
  values: z.record(z.string().max(40), z.string().max(4000, '内容过长').nullable()),
  reason: reason('请写明更正的理由'),
})
export type TypedCorrection = z.infer<typeof TypedCorrection>

export const TypedRemoval = z.strictObject({ reason: reason('请写明撤销登记的理由') })

export const Approval = z.strictObject({ opinion: z.string().trim().max(500, '意见不超过500个字').default('') })
export const Refused = z.strictObject({ reason: reason('请写明不同意的理由') })

export const correctionStates = [
  { id: 'waiting', label: '待复核' },
  { id: 'done', label: '已生效' },
  { id: 'declined', label: '不予更正' },
  { id: 'takenBack', label: '已撤回' },
] as const
export type CorrectionState = (typeof correctionStates)[number]['id']

/** A correction or a removal as it is kept; the first values stay in `before`. */
export interface RowCorrection {
  readonly id: string
  readonly ledger: RowLedgerId
  readonly rowId: string
  readonly act: 'correct' | 'remove'
  readonly before: Values
  readonly changes: Values
  readonly reason: string
  readonly needsSecond: boolean
  /** Published years in whose report a figure moves. */
  readonly reports: readonly number[]
  readonly proposedAt: Date
  readonly proposedBy: string | null
  readonly proposedName: string
  readonly state: CorrectionState
  readonly decidedAt: Date | null
  readonly decidedName: string | null
  readonly decisionReason: string
  readonly decidedOn: PlainDate | null
}

/** One line of what a correction changes, in words. */
export interface ChangedLine {
  readonly label: string
  readonly from: string
  readonly to: string
}

/** A correction as a page shows it; instants as they come over the line. */
export interface CorrectionView<Instant = Date> {
  readonly id: string
  readonly ledger: RowLedgerId
  readonly ledgerLabel: string
  readonly rowId: string
  /** By which people know the row, as it was before. */
  readonly name: string
  readonly act: 'correct' | 'remove'
  readonly lines: readonly ChangedLine[]
  readonly reason: string
  readonly reports: readonly number[]
  readonly needsSecond: boolean
  readonly proposedAt: Instant
  readonly proposedName: string
  /** Of whoever asks. */
  readonly isOwn: boolean
  readonly state: CorrectionState
  readonly decidedAt: Instant | null
  readonly decidedName: string | null
  readonly decisionReason: string
}

/** What of frozen reports a correction moves. */
export interface MovedReports {
  /** Years in whose report something counts otherwise. */
  readonly reports: readonly number[]
  /** Cell by cell: …由3变为4; empty where only sentences count otherwise. */
  readonly effects: readonly string[]
}

/** What came of a proposal or a decision. */
export interface CorrectionDone extends MovedReports {
  readonly id: string
  readonly state: CorrectionState
}
