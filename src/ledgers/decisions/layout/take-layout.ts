import type { PlainDate } from '../../../days/plain-date.ts'
import type { Tx } from '../../../db/database.ts'
import type { Counts } from '../../../workbooks/counts.ts'
import type { Problem } from '../../../workbooks/problem.ts'
import type { LedgerRow } from '../../../workbooks/read-ledgers.ts'
import type { Table } from '../../../workbooks/table.ts'
import { administrativeDecisionsLedger } from '../../administrative-decision-ledger.ts'
import type { KeptLedger, OwnRows } from '../../import.ts'
import type { ReadDecision } from '../decision.ts'
import { decisionFields } from '../decision-fields.ts'
import { maskDecision } from '../masking.ts'
import type { FieldValues } from '../read-field.ts'
import { addDecisions, listWhole } from '../store/decisions.ts'
import { layoutOf, readLayout } from './read-layout.ts'

/** 双公示: how the register of decisions is filled from sheets in the national layout. */
export const byLayout = {
  readOwn: (table: Table, today: PlainDate) => {
    const layout = layoutOf(table)
    return layout && readLayout(table, layout, today).then((read) => ownRows(table, read))
  },
  /** A number that is registered with something else, or stands on another sheet too, is no second time of the same. */
  whyNotOwn: async (tx: Tx, organId: number, rows: readonly LedgerRow[]): Promise<Problem[]> => {
    const decisions = rows.flatMap((row) => (isDecision(row.whole) ? [{ ...row, decision: row.whole }] : []))
    const known = await listWhole(
      tx,
      organId,
      decisions.map(({ decision }) => decision.number),
    )
    const first = new Map<string, LedgerRow>()
    return decisions.flatMap(({ sheet, row, values, whole, unsaid, decision }) => {
      const key = `${decision.kind} ${decision.number}`
      const before = first.get(key)
      if (!before) first.set(key, { sheet, row, values, unsaid, whole })
      const standing = known.get(key)
      const reason = before
        ? `与工作表“${before.sheet}”第${before.row}行的文号相同`
        : standing && whyOther(decision, standing)
      return reason ? [{ sheet, row, column: '文号', reason }] : []
    })
  },
  /** Numbers that are registered already stay as they are: what a decision says is changed at the decision, with a reason. */
  saveOwn: (tx: Tx, organId: number, rows: readonly unknown[], unitId: string | null): Promise<Counts> => {
    const masked = rows
      .filter(isDecision)
      .map((each) => [each, maskDecision(decisionFields[each.kind], each.values)] as const)
    return addDecisions(tx, organId, unitId, masked)
  },
} satisfies Pick<KeptLedger, 'readOwn' | 'whyNotOwn' | 'saveOwn'>

/** Such rows are made here, and nowhere else. */
const isDecision = (whole: unknown): whole is ReadDecision =>
  typeof whole === 'object' && whole !== null && 'decidedOn' in whole && 'values' in whole

/** What is on record says otherwise, or nothing: it is changed at the decision, with a reason. */
function whyOther({ kind, values }: ReadDecision, standing: FieldValues): string | undefined {
  if (Object.keys(standing).length === 0)
    return '这个文号已经登记、还没有填写内容，请在决定页面补填，并从表中删去这一行'
  const other = decisionFields[kind].filter(({ id }) => (values[id] ?? '') !== (standing[id] ?? ''))
  if (other.length === 0) return undefined
  const labels = other.slice(0, 3).map(({ label }) => label)
  return `这个文号已经登记，${labels.join('、')}${other.length > 3 ? '等' : ''}与表中不同；登记有误的请在决定页面更正，并从表中删去这一行`
}

const ownRows = ({ name }: Table, { rows, problems }: Awaited<ReturnType<typeof readLayout>>): OwnRows => ({
  problems,
  rows: rows.map(({ row, decision }) => {
    const { kind, number, subject, decidedOn } = decision
    const values = administrativeDecisionsLedger.toValues({ kind, number, subject, decidedOn, publishedOn: null })
    return { sheet: name, row, values, unsaid: ['publishedOn'], whole: decision }
  }),
})
