import { z } from 'zod'
import type { Role } from '../../organs/role.ts'
import type { Column, Rule } from '../../workbooks/ledger.ts'
import { rowDeciders } from './row-deciders.ts'

/** Every register that has rows which were entered or imported, by the table that keeps it. */
export const RowLedgerId = z.enum(
  [
    'requests',
    'remedies',
    'normativeDocuments',
    'administrativeDecisions',
    'administrativeFees',
    'channels',
    'publications',
  ],
  '没有这一张台账',
)
export type RowLedgerId = z.infer<typeof RowLedgerId>

/** A register whose single rows can be put right: its room declares it, its columns and rules are those of the workbook. */
export interface RowLedger {
  readonly label: string
  /** What a row is called among rows of other registers. */
  readonly rowLabel: string
  readonly columns: readonly Column[]
  readonly rules: readonly Rule[]
  /** The column by which people know a row. */
  readonly name: string
  /** What a report counts, in its tables or in its text: a second person decides. */
  readonly counted: readonly string[]
  /** In which years a row may count: those of its days, all from the first of them on, or any, since it has no days. */
  readonly countsIn: 'itsDays' | 'fromItsFirstDay' | 'anyYear'
  /** Recorded by acts of their own: put right where they stand, and not added here. */
  readonly later: readonly string[]
  /** Stays as it is. */
  readonly fixed: readonly string[]
  /** Where its list stands in the console. */
  readonly place: string
  readonly proposers: readonly Role[]
}

/** Who proposes corrections of most registers. */
export const rowKeepers: readonly Role[] = ['clerk', ...rowDeciders]
