import { createHash } from 'node:crypto'
import type { Tx } from '../db/database.ts'
import { getFile, keepFile, type StoredFile } from '../files/store.ts'
import { refusals } from '../refusal.ts'
import type { CaseFile } from './case-view.ts'
import { foldHistory, type RequestHistory } from './history.ts'
import type { Enclosure } from './letters/letter.ts'
import type { Request } from './request.ts'
import { type GivableFile, linkFile, listFiles, listGivable } from './store/files.ts'
import { get } from './store/requests.ts'

type Key = Pick<Request, 'organId' | 'id'>

async function givable(tx: Tx, request: Key, fileIds: readonly string[]): Promise<GivableFile[]> {
  const found = await listGivable(tx, request, fileIds)
  return fileIds.map((id) => {
    const file = found.get(id)
    if (!file) throw refusals.answerFileGone()
    return file
  })
}

/** The enclosures of an answer that gives these files, as they were uploaded. Refuses a file that may not be given here. */
export const enclosuresOf = async (tx: Tx, request: Key, fileIds: readonly string[]): Promise<Enclosure[]> =>
  (await givable(tx, request, fileIds)).map(({ name, sha256 }) => ({ name, sha256 }))

/** The same by what the files hold now: another content is another hash, whatever the row says. */
export async function enclosuresNow(tx: Tx, { organId }: Key, fileIds: readonly string[]): Promise<Enclosure[]> {
  const now: Enclosure[] = []
  for (const id of fileIds) {
    const { name, bytes } = await getFile(tx, organId, id)
    now.push({ name, sha256: createHash('sha256').update(bytes).digest('hex') })
  }
  return now
}

/** Makes the files of a draft part of the request, with the event that drafted it; those of an earlier draft are already. */
export async function keepAnswerFiles(tx: Tx, request: Key, fileIds: readonly string[], seq: number): Promise<void> {
  for (const { id, isLinked } of await givable(tx, request, fileIds)) {
    if (isLinked) continue
    await keepFile(tx, request.organId, id)
    await linkFile(tx, request, id, 'answer', seq)
  }
}

/** Makes papers that came in part of the request, with the event that tells of them. Refuses one that is not there any more. */
export async function keepPapers(
  tx: Tx,
  request: Key,
  fileIds: readonly string[],
  { seq, purpose }: { readonly seq: number; readonly purpose: 'attachment' | 'evidence' },
): Promise<void> {
  for (const id of fileIds) {
    await keepFile(tx, request.organId, id)
    await linkFile(tx, request, id, purpose, seq)
  }
}

/** These files of a request, in this order. */
export const filesOf = (files: readonly CaseFile[], fileIds: readonly string[]): CaseFile[] =>
  fileIds.flatMap((id) => files.find((file) => file.id === id) ?? [])

/** The files that were given with the answers; none before one was sent, and none of a draft that was dropped. */
export const givenIds = ({ given }: Pick<RequestHistory, 'given'>): readonly string[] => given

/** A file that was given in answer. Refuses any other. */
export async function givenFile(tx: Tx, request: Key, fileId: string): Promise<StoredFile> {
  const { events } = await get(tx, request.organId, request.id)
  const isGiven = givenIds(foldHistory(events)).includes(fileId)
  const isLinked = (await listFiles(tx, request)).some(({ id }) => id === fileId)
  if (!isGiven || !isLinked) throw refusals.unknownFile()
  return getFile(tx, request.organId, fileId)
}
