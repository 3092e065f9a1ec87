import type { PlainDate } from '../../days/plain-date.ts'
import type { Tx } from '../../db/database.ts'
import { joinedList } from '../../joined-list.ts'

/** What a room has in a column. */
export interface ColumnContents {
  readonly columnId: string
  /** What the public sees in this very column. */
  readonly liveCount: number
  /** On its way into it. */
  readonly openCount: number
  /** The last publication or correction. */
  readonly updatedOn: PlainDate | null
}

/** What stands in the columns of an organ; columns in which the room has nothing need not be named. */
export type ListContents = (tx: Tx, organId: number) => Promise<readonly ColumnContents[]>
export const columnContents = joinedList<ListContents>('columnContents')

/** What every room has in each column, together. */
export async function contentsByColumn(tx: Tx, organId: number): Promise<ReadonlyMap<string, ColumnContents>> {
  const byColumn = new Map<string, ColumnContents>()
  for (const listContents of columnContents.all())
    for (const each of await listContents(tx, organId)) {
      const other = byColumn.get(each.columnId)
      byColumn.set(each.columnId, other ? together(other, each) : each)
    }
  return byColumn
}

const together = (a: ColumnContents, b: ColumnContents): ColumnContents => ({
  columnId: a.columnId,
  liveCount: a.liveCount + b.liveCount,
  openCount: a.openCount + b.openCount,
  updatedOn:
    [a.updatedOn, b.updatedOn]
      .filter((day) => day !== null)
      .sort()
      .at(-1) ?? null,
})
