import type { OnColumnMoved } from '../platform/columns/on-moved.ts'
import { moveRecords } from './store/move-records.ts'

/** What stands in a column that is merged stands in the other one, its text and signatures untouched. */
export const moveToColumn: OnColumnMoved = (tx, moved) => moveRecords(tx, moved)
