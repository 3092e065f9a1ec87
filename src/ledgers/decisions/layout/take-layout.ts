import type { PlainDate } from '../../../days/plain-date.ts'
import type { Tx } from '../../../db/database.ts'
import type { Counts } from '../../../workbooks/counts.ts'
import type { Table } from '../../../workbooks/table.ts'
import { administrativeDecisionsLedger } from '../../administrative-decision-ledger.ts'
import type { KeptLedger, OwnRows } from '../../import.ts'
import type { ReadDecision } from '../decision.ts'
import { decisionFields } from '../decision-fields.ts'
import { maskDecision } from '../masking.ts'
import { addDecisions } from '../store/decisions.ts'
import { layoutOf, readLayout } from './read-layout.ts'

/** 双公示: how the register of decisions is filled from sheets in the national layout. */
export const byLayout = {
  readOwn: (table: Table, today: PlainDate) => {
    const layout = layoutOf(table)
    return layout && readLayout(table, layout, today).then((read) => ownRows(table, read))
  },
  /** Numbers that are registered already stay as they are: what a decision says is changed at the decision, with a reason. */
  saveOwn: (tx: Tx, organId: number, rows: readonly unknown[], unitId: string | null): Promise<Counts> => {
    const decisions = rows as readonly ReadDecision[]
    const masked = decisions.map((each) => [each, maskDecision(decisionFields[each.kind], each.values)] as const)
    return addDecisions(tx, organId, unitId, masked)
  },
} satisfies Pick<KeptLedger, 'readOwn' | 'saveOwn'>

const ownRows = ({ name }: Table, { rows, problems }: Awaited<ReturnType<typeof readLayout>>): OwnRows => ({
  problems,
  rows: rows.map(({ row, decision }) => {
    const { kind, number, subject, decidedOn } = decision
    const values = administrativeDecisionsLedger.toValues({ kind, number, subject, decidedOn, publishedOn: null })
    return { sheet: name, row, values, unsaid: ['publishedOn'], whole: decision }
  }),
})
