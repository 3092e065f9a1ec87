import { sql } from 'kysely'
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

export interface GivableFile {
  readonly id: string
  readonly name: string
  readonly sha256: string
  /** It came with an earlier draft of the same request. */
  readonly isLinked: boolean
}

/** Of these files the ones that an answer may give: uploaded and still waiting, or given in an earlier draft. */
export async function listGivable(
  tx: Tx,
  { organId, id }: Key,
  fileIds: readonly string[],
): Promise<Map<string, GivableFile>> {
  if (fileIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('files')
    .leftJoin('requestFiles', (join) =>
      join
        .onRef('requestFiles.organId', '=', 'files.organId')
        .onRef('requestFiles.fileId', '=', 'files.id')
        .on('requestFiles.requestId', '=', id)
        .on('requestFiles.purpose', '=', 'answer'),
    )
    .select(['files.id', 'files.name', 'files.sha256', 'requestFiles.fileId as linked'])
    .where('files.organId', '=', organId)
    .where('files.id', 'in', fileIds)
    .where(({ eb, or }) =>
      or([eb('files.expiresAt', '>', sql<Date>`now()`), eb('requestFiles.fileId', 'is not', null)]),
    )
    .execute()
  return new Map(rows.map(({ linked, ...file }) => [file.id, { ...file, isLinked: linked !== null }]))
}

/** Whose the files of these ids are: by the number of the request, since their names may be those of people. */
export async function ownersOf(tx: Tx, organId: number, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx
    .selectFrom('requestFiles')
    .innerJoin('requests', (join) =>
      join.onRef('requests.organId', '=', 'requestFiles.organId').onRef('requests.id', '=', 'requestFiles.requestId'),
    )
    .select(['fileId', 'number as called'])
    .where('requestFiles.organId', '=', organId)
    .where('fileId', 'in', ids)
    .execute()
  return new Map(rows.map(({ fileId, called }) => [fileId, `${called}的文件`]))
}
