import type { AnnualReport } from '../report.ts'
import { isPartOfOther, partRows } from './among.ts'
import { type Draft, giveUp } from './draft.ts'
import { isOfOtherPeriod, isUnderOtherYear, rowsOfOtherPeriods, rowsUnderOtherYear } from './other-periods.ts'
import { isInParts, isOfOtherThing, isOfPart, partNamed, rowsInParts, rowsOfOtherThings } from './parts.ts'
import type { Tables } from './tables.ts'
import type { Bounds } from './torn.ts'

/**
 * Gives up the rows of sections two and three that may be of another time, or a part of what the form asks for. `bounds`:
 * where the two tables lie.
 */
export function giveUpDoubtful(
  tables: Tables,
  draft: Draft,
  bounds: Readonly<Record<'proactive' | 'requests', Bounds>>,
  own: Pick<AnnualReport, 'year' | 'organ' | 'title'>,
): void {
  for (const { label } of partRows(tables)) giveUp(draft, label, isPartOfOther)
  for (const { label } of rowsOfOtherPeriods(tables, own.year)) giveUp(draft, label, isOfOtherPeriod)
  for (const { label } of rowsInParts(tables)) giveUp(draft, label, isInParts)
  for (const { row, words } of rowsOfOtherThings(tables, own)) giveUp(draft, row.label, isOfOtherThing(words))
  for (const table of ['proactive', 'requests'] as const) {
    const { from } = bounds[table]
    for (const { label } of rowsUnderOtherYear(tables, from, own.year)) giveUp(draft, label, isUnderOtherYear)
    const rows = tables.rows.filter(({ label }) => label.table === table)
    const part = partNamed(tables, from, (rows.at(-1)?.occurrence.last ?? from) + 1, own)
    if (part !== undefined) for (const { label } of rows) giveUp(draft, label, isOfPart(part))
  }
}
