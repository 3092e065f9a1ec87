import { sql } from 'kysely'
import type { Database, Tx } from '../db/database.ts'
import { inOrgan } from '../db/organ.ts'
import { type Place, seal, unseal } from '../db/sealed.ts'
import type { FileReading } from './file-reading.ts'
import { readApart } from './inspect/apart.ts'
import type { Format } from './inspect/verdict.ts'
import { isKind, type Kind, kinds } from './kinds.ts'
import { getFile } from './store.ts'
import type { FileTraces } from './traces/traces.ts'

/** Thrown in a transaction that needs readings which are not kept: it is to be begun again when they are. */
export class FilesUnread extends Error {
  override readonly name = 'FilesUnread'
  readonly ids: readonly string[]

  constructor(ids: readonly string[]) {
    super('files were to be read before the transaction')
    this.ids = ids
  }
}

/** A look that came to nothing, since the machine was busy or the file was made to be slow, is taken again after so long. */
const againAfterMinutes = 10

/**
 * What these files say, by id; `failed` for one that took more time or memory than is allowed: nobody knows what is in it.
 * Throws `FilesUnread` for those that nobody has looked into yet, or not for long.
 */
export async function findReadings(
  tx: Tx,
  organId: number,
  ids: readonly string[],
): Promise<Map<string, FileReading | 'failed'>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('fileReadings')
    .select(['fileId', 'sealed'])
    .where('organId', '=', organId)
    .where('fileId', 'in', ids)
    .where(sql<boolean>`(outcome <> 'failed' or read_at > now() - ${againAfterMinutes} * interval '1 minute')`)
    .execute()
  const found = new Map<string, FileReading | 'failed'>()
  for (const { fileId, sealed } of rows) {
    const reading = sealed === null ? 'failed' : readingFrom(organId, fileId, sealed)
    if (reading) found.set(fileId, reading)
  }
  const unread = ids.filter((id) => !found.has(id))
  if (unread.length > 0) throw new FilesUnread(unread)
  return found
}

const placeOf = (organId: number, id: string): Place => ({ table: 'file_readings', organId, id })

/** Counted up when more is looked for: what was kept by an earlier look says too little, and the file is read anew. */
const lookNumber = 2

function readingFrom(organId: number, id: string, sealed: string): FileReading | undefined {
  const { look, words, traces } = JSON.parse(unseal(sealed, placeOf(organId, id))) as {
    look?: number
    words: string
    traces: FileTraces | null
  }
  return look === lookNumber ? { words, traces: traces ?? undefined } : undefined
}

const mostTurns = 4

/**
 * As `inOrgan`, for work that needs to know what files say. Those that nobody has looked into are read outside of the
 * transaction, and the work is done anew; so it must do nothing outside of its transaction.
 */
export async function inOrganWithFiles<T>(
  db: Database,
  organId: number,
  work: (tx: Tx) => Promise<T>,
  turn = 1,
): Promise<T> {
  try {
    return await inOrgan(db, organId, work)
  } catch (error) {
    if (!(error instanceof FilesUnread) || turn === mostTurns) throw error
    for (const id of error.ids) await readFile(db, organId, id)
    return inOrganWithFiles(db, organId, work, turn + 1)
  }
}

/** One look at a time for each file, however many ask. */
const underway = new Map<string, Promise<void>>()

/** Looks into a file, in a thread with limits, and keeps what was seen. Long; never inside a transaction. */
export function readFile(db: Database, organId: number, id: string): Promise<void> {
  const key = `${organId} ${id}`
  const running = underway.get(key) ?? look(db, organId, id).finally(() => underway.delete(key))
  underway.set(key, running)
  return running
}

const formats: Partial<Record<Kind, Format>> = { pdf: 'pdf', docx: 'zip', xlsx: 'zip', ofd: 'zip', txt: 'text' }

async function look(db: Database, organId: number, id: string): Promise<void> {
  const { contentType, bytes } = await inOrgan(db, organId, (tx) => getFile(tx, organId, id))
  const kind = Object.keys(kinds)
    .filter(isKind)
    .find((each) => kinds[each].contentType === contentType)
  const reading = await readApart((kind && formats[kind]) ?? null, bytes)
  await inOrgan(db, organId, (tx) => keepReading(tx, organId, id, reading))
}

/** Keeps what was seen in a file, in place of an earlier look; `failed` is never taken for nothing found. */
export async function keepReading(tx: Tx, organId: number, id: string, reading: FileReading | 'failed'): Promise<void> {
  const kept =
    reading === 'failed'
      ? { outcome: 'failed', sealed: null }
      : {
          outcome: reading.traces ? 'read' : 'unreadable',
          sealed: seal(
            JSON.stringify({ look: lookNumber, words: reading.words, traces: reading.traces ?? null }),
            placeOf(organId, id),
          ),
        }
  await tx
    .insertInto('fileReadings')
    .values({ organId, fileId: id, ...kept })
    .onConflict((conflict) => conflict.columns(['organId', 'fileId']).doUpdateSet({ ...kept, readAt: sql`now()` }))
    .execute()
}
