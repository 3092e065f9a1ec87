import type { Tx } from '../../db/database.ts'
import { keyOf, type Ledger, type Values } from '../../workbooks/ledger.ts'
import type { Problem } from '../../workbooks/problem.ts'
import type { LedgerRow } from '../../workbooks/read-ledgers.ts'
import { cellWords } from './corrected.ts'
import type { RowCorrection } from './correction.ts'
import { listDone } from './store/corrections.ts'

/** What a row said and no longer says: the columns that were changed, and those by which the old row is known again. */
interface Overcome {
  readonly correction: RowCorrection
  readonly changed: readonly string[]
}

/** Rows of a file that say again what was corrected or taken out since: an import must not bring it back unseen. */
export async function findSaidAgain(
  tx: Tx,
  organId: number,
  ledger: Ledger,
  rows: readonly LedgerRow[],
): Promise<Problem[]> {
  const overcome = overcomeIn(ledger, await listDone(tx, organId, ledger.id))
  if (overcome.length === 0) return []
  const byKey = Map.groupBy(overcome, ({ correction }) => keyOf(ledger.key, correction.before))
  return rows.flatMap(({ sheet, row, values }) => {
    const said = ledger.toValues(ledger.toEntry(values))
    const found = byKey.get(keyOf(ledger.key, said))?.find((each) => isSaid(ledger, each, said))
    return found ? [{ sheet, row, reason: reasonOf(ledger, found) }] : []
  })
}

/** Of each row what its latest corrections left behind; what is corrected again later counts no more. */
function overcomeIn(ledger: Ledger, done: readonly RowCorrection[]): Overcome[] {
  const all = ledger.columns.map(({ id }) => id)
  const ofRows = new Map<string, Overcome[]>()
  for (const correction of done) {
    const { rowId, act, changes } = correction
    const changed = act === 'remove' ? all : all.filter((id) => id in changes)
    const earlier = (ofRows.get(rowId) ?? []).map((each) => ({
      ...each,
      changed: each.changed.filter((id) => !changed.includes(id)),
    }))
    ofRows.set(
      rowId,
      [...earlier, { correction, changed }].filter((each) => each.changed.length > 0),
    )
  }
  return [...ofRows.values()].flat()
}

/** A number that was another row's by mistake may be that row's by right: then only the whole row tells. */
const isSaid = (ledger: Ledger, { correction: { before }, changed }: Overcome, said: Values): boolean =>
  (changed.some((id) => ledger.key.includes(id)) ? ledger.columns.map(({ id }) => id) : changed).every(
    (id) => (said[id] ?? null) === (before[id] ?? null),
  )

function reasonOf(ledger: Ledger, { correction, changed }: Overcome): string {
  const { act, before, changes, decidedOn, decidedName } = correction
  if (act === 'remove') return `这一行已于${decidedOn}由${decidedName}撤销登记，请从文件中删去`
  const lines = ledger.columns
    .filter(({ id }) => changed.includes(id))
    .map(
      (column) =>
        `${column.header}由${cellWords(column, before[column.id])}更正为${cellWords(column, changes[column.id])}`,
    )
  return `已于${decidedOn}更正登记：${lines.join('，')}；文件中仍是更正前的内容，请改正后再导入`
}
