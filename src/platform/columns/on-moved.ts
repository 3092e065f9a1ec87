import type { Tx } from '../../db/database.ts'
import { joinedList } from '../../joined-list.ts'

/** A column that was merged into another: what stands in it stands there from now on. */
export interface MovedColumn {
  readonly organId: number
  readonly from: string
  readonly to: string
}

export type OnColumnMoved = (tx: Tx, moved: MovedColumn) => Promise<void>
export const onColumnMoved = joinedList<OnColumnMoved>('onColumnMoved')
