import { sql } from 'kysely'
import type { Tx } from '../db/database.ts'
import { nextTurn } from '../db/in-pieces.ts'
import { newId } from '../db/new-id.ts'
import { oneAtATime } from '../db/one-at-a-time.ts'
import { sealBytes, unsealBytes } from '../db/sealed.ts'
import { refusals } from '../refusal.ts'
import type { AcceptedFile } from './accepted-file.ts'

export interface StoredFile {
  readonly id: string
  readonly name: string
  readonly contentType: string
  readonly size: number
  readonly sha256: string
  readonly bytes: Buffer
}

/** Handing a large file to the database copies it in one go: of several at once nobody else would be heard for too long. */
const largeBytes = 4 * 1024 * 1024
const largeInTurn = oneAtATime()

const placeOf = (organId: number, id: string) => ({ table: 'files', organId, id })

/**
 * Keeps a file, encrypted. With `waitHours` it goes away after so long by the database's clock, which also says when it has
 * gone, unless `keepFile` says that it belongs to something.
 */
export async function addFile(
  tx: Tx,
  organId: number,
  { name, contentType, bytes, sha256 }: AcceptedFile,
  waitHours: number | null,
): Promise<{ id: string }> {
  const expiresAt = waitHours === null ? null : sql<Date>`now() + ${waitHours} * interval '1 hour'`
  const id = newId()
  const isLarge = bytes.length > largeBytes
  const keep = async () => {
    const sealed = await sealBytes(bytes, placeOf(organId, id))
    if (isLarge) await nextTurn()
    await tx
      .insertInto('files')
      .values({ organId, id, name, contentType, size: bytes.length, sha256, sealed, expiresAt })
      .execute()
  }
  await (isLarge ? largeInTurn(keep) : keep())
  return { id }
}

/** Bytes come as text twice as long: of a whole large file the text is read in one go, and nobody else is heard meanwhile. */
const pieceBytes = 1024 * 1024

interface Piece extends Omit<StoredFile, 'bytes'> {
  readonly place: number
  readonly sealed: Buffer
}

/** A file of this organ with its bytes decrypted. Refuses one that is not there. */
export async function getFile(tx: Tx, organId: number, id: string): Promise<StoredFile> {
  const { rows } = await sql<Piece>`
    select id, name, content_type, size, sha256, place, substring(sealed from place + 1 for ${pieceBytes}) as sealed
    from files, generate_series(0, octet_length(sealed) - 1, ${pieceBytes}) place
    where organ_id = ${organId} and id = ${id}`.execute(tx)
  const [first] = rows
  if (!first) throw refusals.unknownFile()
  const { name, contentType, size, sha256 } = first
  const sealed = Buffer.concat(rows.toSorted((a, b) => a.place - b.place).map((row) => row.sealed))
  return { id: first.id, name, contentType, size, sha256, bytes: await unsealBytes(sealed, placeOf(organId, id)) }
}

/** From now on the file belongs to something and stays. Refuses one that is not there, or that has been kept already. */
export async function keepFile(tx: Tx, organId: number, id: string): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('files')
    .set({ expiresAt: null })
    .where('organId', '=', organId)
    .where('id', '=', id)
    .where('expiresAt', '>', sql<Date>`now()`)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw refusals.unknownFile()
  await tx.deleteFrom('waitingFiles').where('organId', '=', organId).where('fileId', '=', id).execute()
}

/** Removes a file that waits, before its time. */
export async function removeWaiting(tx: Tx, organId: number, id: string): Promise<void> {
  await tx
    .deleteFrom('files')
    .where('organId', '=', organId)
    .where('id', '=', id)
    .where('expiresAt', 'is not', null)
    .execute()
}

/** Removes what was uploaded and never became part of anything. Returns how many. */
export async function removeExpired(tx: Tx): Promise<number> {
  const { numDeletedRows } = await tx.deleteFrom('files').where('expiresAt', '<', sql<Date>`now()`).executeTakeFirst()
  return Number(numDeletedRows)
}
