import type { Tx } from '../db/database.ts'
import { refusals } from '../refusal.ts'
import { type Passage, Passages } from './passage.ts'
import type { Redaction } from './redaction.ts'

interface Key {
  readonly organId: number
  readonly requestId: string
}

interface Row {
  readonly id: string
  readonly name: string
  readonly sourceFileId: string
  readonly pagesFileId: string
  readonly passages: unknown
  readonly version: number
  readonly resultFileId: string | null
  readonly resultVersion: number | null
  readonly resultSize: number | null
}

const columns = [
  'redactions.id',
  'redactions.name',
  'sourceFileId',
  'pagesFileId',
  'passages',
  'version',
  'resultFileId',
  'resultVersion',
  'files.size as resultSize',
] as const

const redactionFrom = ({ resultFileId, resultVersion, resultSize, passages, ...row }: Row): Redaction => ({
  ...row,
  passages: Passages.parse(passages),
  result:
    resultFileId === null
      ? null
      : { fileId: resultFileId, size: resultSize ?? 0, isCurrent: resultVersion === row.version },
})

const ofRequest = (tx: Tx, { organId, requestId }: Key) =>
  tx
    .selectFrom('redactions')
    .leftJoin('files', (join) =>
      join.onRef('files.organId', '=', 'redactions.organId').onRef('files.id', '=', 'resultFileId'),
    )
    .select(columns)
    .where('redactions.organId', '=', organId)
    .where('requestId', '=', requestId)

/** The papers of a request of which something is withheld, in the order in which they were begun. */
export async function listRedactions(tx: Tx, key: Key): Promise<Redaction[]> {
  return (await ofRequest(tx, key).orderBy('begunAt').orderBy('redactions.id').execute()).map(redactionFrom)
}

/** One of them; refuses one that is not of this request. */
export async function getRedaction(tx: Tx, key: Key, id: string): Promise<Redaction> {
  const row = await ofRequest(tx, key).where('redactions.id', '=', id).executeTakeFirst()
  if (!row) throw refusals.unknownRedaction()
  return redactionFrom(row)
}

/** A paper whose passages are to be marked. */
export async function addRedaction(
  tx: Tx,
  { organId, requestId }: Key,
  begun: Pick<Redaction, 'name' | 'sourceFileId' | 'pagesFileId'> & { readonly begunBy: string | null },
): Promise<{ id: string }> {
  return tx
    .insertInto('redactions')
    .values({ organId, requestId, ...begun })
    .returning('id')
    .executeTakeFirstOrThrow()
}

/** Replaces the passages; refuses where they were saved otherwise since `version`. */
export async function savePassages(
  tx: Tx,
  { organId, requestId }: Key,
  id: string,
  { version, passages }: { readonly version: number; readonly passages: readonly Passage[] },
): Promise<number> {
  const saved = await tx
    .updateTable('redactions')
    .set({ passages: JSON.stringify(passages), version: version + 1 })
    .where('organId', '=', organId)
    .where('requestId', '=', requestId)
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('version')
    .executeTakeFirst()
  if (!saved) throw refusals.redactionMoved()
  return saved.version
}

/** The file that was made of the passages of a version; refuses where they have changed since. */
export async function saveResult(
  tx: Tx,
  { organId, requestId }: Key,
  id: string,
  { fileId, version }: { readonly fileId: string; readonly version: number },
): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('redactions')
    .set({ resultFileId: fileId, resultVersion: version })
    .where('organId', '=', organId)
    .where('requestId', '=', requestId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw refusals.redactionMoved()
}
