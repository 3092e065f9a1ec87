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
import type { DecisionField } from '../field.ts'
import { maskDecision } from '../masking.ts'
import type { FieldValues } from '../read-field.ts'
import { addDecisions, listFacts } from '../store/decisions.ts'
import { layoutOf, readLayout } from './read-layout.ts'

/** 双公示: how the register of decisions is filled from sheets in the national layout. */
export const byLayout = {
  readOwn: (table: Table, today: PlainDate) => {
    const layout = layoutOf(table)
    return layout && readLayout(table, layout, today).then((read) => ownRows(table, read))
  },
  /** A number that is registered with something else, or stands on another sheet too, is no second time of the same. */
  whyNotOwn: async (tx: Tx, organId: number, rows: readonly LedgerRow[]): Promise<Problem[]> => {
    const known = await listFacts(
      tx,
      organId,
      rows.map(({ values }) => String(values.number)),
    )
    const first = new Map<string, LedgerRow>()
    return rows.flatMap((row) => {
      const { kind, number } = row.values
      const { values } = row.whole as ReadDecision
      const key = `${kind} ${number}`
      const before = first.get(key)
      if (!before) first.set(key, row)
      const facts = known.get(key)
      const reason = before
        ? `与工作表“${before.sheet}”第${before.row}行的文号相同`
        : facts && whyOther(decisionFields[(row.whole as ReadDecision).kind], facts, values)
      return reason ? [{ sheet: row.sheet, row: row.row, column: '文号', reason }] : []
    })
  },
  /** Numbers that are registered already stay as they are: what a decision says is changed at the decision, with a reason. */
  saveOwn: (tx: Tx, organId: number, rows: readonly unknown[], unitId: string | null): Promise<Counts> => {
    const decisions = rows as readonly ReadDecision[]
    const masked = decisions.map((each) => [each, maskDecision(decisionFields[each.kind], each.values)] as const)
    return addDecisions(tx, organId, unitId, masked)
  },
} satisfies Pick<KeptLedger, 'readOwn' | 'whyNotOwn' | 'saveOwn'>

/** What is on record says otherwise, or nothing: it is changed at the decision, with a reason. */
function whyOther(fields: readonly DecisionField[], facts: FieldValues, values: FieldValues): string | undefined {
  if (Object.keys(facts).length === 0) return '这个文号已经登记、还没有填写内容，请在决定页面补填，并从表中删去这一行'
  const { shown } = maskDecision(fields, values)
  const other = fields.filter(({ id }) => (shown[id] ?? '') !== (facts[id] ?? '')).map(({ label }) => label)
  return other.length === 0
    ? undefined
    : `这个文号已经登记，${other.slice(0, 3).join('、')}${other.length > 3 ? '等' : ''}与表中不同；登记有误的请在决定页面更正，并从表中删去这一行`
}

const ownRows = ({ name }: Table, { rows, problems }: Awaited<ReturnType<typeof readLayout>>): OwnRows => ({
  problems,
  rows: rows.map(({ row, decision }) => {
    const { kind, number, subject, decidedOn } = decision
    const values = administrativeDecisionsLedger.toValues({ kind, number, subject, decidedOn, publishedOn: null })
    return { sheet: name, row, values, unsaid: ['publishedOn'], whole: decision }
  }),
})
