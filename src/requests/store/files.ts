import type { Tx } from '../../db/database.ts'
import type { CaseFile } from '../case-view.ts'
import type { Request } from '../request.ts'

type Key = Pick<Request, 'organId' | 'id'>

/** Makes a kept file part of a request, with the event it came with. */
export async function linkFile(
  tx: Tx,
  { organId, id }: Key,
  fileId: string,
  purpose: string,
  seq: number,
): Promise<void> {
  await tx.insertInto('requestFiles').values({ organId, requestId: id, fileId, purpose, seq }).execute()
}

/** The files of a request, oldest first, without their bytes. */
export async function listFiles(tx: Tx, { organId, id }: Key): Promise<CaseFile[]> {
  return tx
    .selectFrom('requestFiles')
    .innerJoin('files', (join) =>
      join.onRef('files.organId', '=', 'requestFiles.organId').onRef('files.id', '=', 'requestFiles.fileId'),
    )
    .select(['files.id', 'files.name', 'files.contentType', 'files.size', 'requestFiles.purpose', 'requestFiles.seq'])
    .where('requestFiles.organId', '=', organId)
    .where('requestFiles.requestId', '=', id)
    .orderBy('requestFiles.seq')
    .orderBy('files.name')
    .execute()
}
