import type { Tx } from '../../db/database.ts'
import { refusals } from '../../refusal.ts'

export interface FileFacts {
  readonly id: string
  readonly name: string
  readonly size: number
  readonly contentType: string
  readonly sha256: string
}

/** The files among `ids` that belong to the record, and those that were uploaded and wait. Refuses any other. */
export async function factsOf(
  tx: Tx,
  organId: number,
  recordId: string,
  ids: readonly string[],
): Promise<{ all: Map<string, FileFacts>; waiting: string[] }> {
  if (ids.length === 0) return { all: new Map(), waiting: [] }
  const rows = await tx
    .selectFrom('files')
    .leftJoin('recordFiles', (join) =>
      join
        .onRef('recordFiles.organId', '=', 'files.organId')
        .onRef('recordFiles.fileId', '=', 'files.id')
        .on('recordFiles.recordId', '=', recordId),
    )
    .select(['files.id', 'files.name', 'files.size', 'files.contentType', 'files.sha256', 'files.expiresAt'])
    .select('recordFiles.fileId as mine')
    .where('files.organId', '=', organId)
    .where('files.id', 'in', ids)
    .execute()
  const usable = rows.filter(({ mine, expiresAt }) => mine !== null || expiresAt !== null)
  if (usable.length !== new Set(ids).size) throw refusals.unknownFile()
  const all = new Map(
    usable.map(({ id, name, size, contentType, sha256 }) => [id, { id, name, size, contentType, sha256 }]),
  )
  return { all, waiting: usable.filter(({ mine }) => mine === null).map(({ id }) => id) }
}

/** Makes a kept file part of a record. */
export async function linkFile(tx: Tx, organId: number, recordId: string, fileId: string): Promise<void> {
  await tx.insertInto('recordFiles').values({ organId, recordId, fileId }).execute()
}

/** Whether it is a picture that staff have sent and no text holds yet: shown while its text waits to be saved. */
export async function isWaitingPicture(tx: Tx, organId: number, fileId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('files')
    .select('id')
    .where('organId', '=', organId)
    .where('id', '=', fileId)
    .where('contentType', 'like', 'image/%')
    .where('expiresAt', 'is not', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('waitingFiles')
            .select('fileId')
            .whereRef('waitingFiles.organId', '=', 'files.organId')
            .whereRef('waitingFiles.fileId', '=', 'files.id'),
        ),
      ),
    )
    .executeTakeFirst()
  return row !== undefined
}

/** Whether the file belongs to the record. */
export async function isFileOf(tx: Tx, organId: number, recordId: string, fileId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('recordFiles')
    .select('fileId')
    .where('organId', '=', organId)
    .where('recordId', '=', recordId)
    .where('fileId', '=', fileId)
    .executeTakeFirst()
  return row !== undefined
}
