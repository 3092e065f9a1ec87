import { createHash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import type { Database } from '../../db/database.ts'
import { inOrgan } from '../../db/organ.ts'
import { type CopyOf, findCopy, keepCopy } from '../../disclosure/store/copies.ts'
import { errorCode } from '../../error-code.ts'
import { getFile } from '../../files/store.ts'
import { refusals } from '../../refusal.ts'
import { picturesOf } from '../../text/plain.ts'
import type { KeptPicture } from '../../typesetting/printed-blocks.ts'
import type { Asker } from '../../typesetting/typeset.ts'
import { printOf, type RecordForm, type RecordMatter, writeRecord } from './record-download.ts'

/** One typesetting at a time for each copy, however many ask. */
const underway = new Map<string, Promise<Buffer | undefined>>()
/** Copies that could not be made: for ten minutes nobody tries them again. */
const hopeless = new LRUCache<string, true>({ max: 1_000, ttl: 10 * 60_000 })

/**
 * The record as a file: as it is kept, or made and kept with its text for all who come later. Undefined when the text has
 * been withdrawn or changed meanwhile. Refuses when there is no place for making it. Never inside a transaction.
 */
export async function recordCopy(
  db: Database,
  matter: RecordMatter,
  form: RecordForm,
  asker: Asker,
): Promise<Buffer | undefined> {
  const { organId, recordId, edition, hash } = matter.record
  const key = { organId, recordId, form }
  const of: CopyOf = { edition, hash, print: createHash('sha256').update(printOf(form, matter)).digest('hex') }
  const kept = await inOrgan(db, organId, (tx) => findCopy(tx, key, of))
  if (kept) return kept
  const name = `${organId} ${recordId} ${form} ${of.print}`
  if (hopeless.has(name)) throw refusals.notTypeset()
  const running = underway.get(name) ?? make().finally(() => underway.delete(name))
  underway.set(name, running)
  return running

  async function make(): Promise<Buffer | undefined> {
    const pictures = await inOrgan(db, organId, async (tx) => {
      const found = new Map<string, KeptPicture>()
      for (const { fileId } of picturesOf(matter.record.content.text))
        found.set(fileId, await getFile(tx, organId, fileId))
      return found
    })
    try {
      const bytes = Buffer.from(await writeRecord(form, matter, pictures, asker))
      return (await inOrgan(db, organId, (tx) => keepCopy(tx, key, of, bytes))) ? bytes : undefined
    } catch (error) {
      if (errorCode(error) === 'not_typeset') hopeless.set(name, true)
      throw error
    }
  }
}
