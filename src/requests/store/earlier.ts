import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'

const mostShown = 50

/** Those of these requests that are concluded, the latest first. */
export const listConcluded = (
  tx: Tx,
  organId: number,
  ids: readonly string[],
): Promise<{ id: string; number: string; summary: string }[]> =>
  tx
    .selectFrom('requests')
    .select(['id', 'number', 'summary'])
    .where('organId', '=', organId)
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .where('status', '=', 'concluded')
    .orderBy('concludedOn', 'desc')
    .orderBy('id', 'desc')
    .limit(mostShown)
    .execute()
