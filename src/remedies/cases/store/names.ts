import { calledBy } from '../../../db/called-by.ts'
import type { Tx } from '../../../db/database.ts'

/** The numbers of the cases of these ids. */
export const numbersOf = calledBy('remedyCases', 'number')

/** Whose the files of these ids are: by the number of the case, since their names may be those of people. */
export async function ownersOf(tx: Tx, organId: number, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx
    .selectFrom('remedyFiles')
    .innerJoin('remedyCases', (join) =>
      join.onRef('remedyCases.organId', '=', 'remedyFiles.organId').onRef('remedyCases.id', '=', 'remedyFiles.caseId'),
    )
    .select(['fileId', 'number as called'])
    .where('remedyFiles.organId', '=', organId)
    .where('fileId', 'in', ids)
    .execute()
  return new Map(rows.map(({ fileId, called }) => [fileId, `${called}的文件`]))
}
