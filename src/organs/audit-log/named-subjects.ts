import type { Tx } from '../../db/database.ts'
import { joinedList, joinedPiece } from '../../joined-list.ts'

/** What people call those of these ids that a room keeps: by number or name, the others left out. */
export type NamedSubjects = (tx: Tx, organId: number, ids: readonly string[]) => Promise<ReadonlyMap<string, string>>

/** So that the audit log speaks of a request by its number. */
export const namedSubjects = joinedList<NamedSubjects>('namedSubjects')

/** The same of columns, whose ids are words: only what stands where a column is meant is one. */
export const namedColumns = joinedPiece<NamedSubjects>('namedColumns')
