import type { Database } from '../../db/database.ts'
import { lookInOrgan } from '../../db/organ.ts'
import { setLetter } from '../letter-files.ts'
import { listLetters } from '../store/letters.ts'

/** Typesets the letters of a request that have no file yet. Outside of any transaction: it takes long. */
export async function setLetters(db: Database, key: { readonly organId: number; readonly id: string }): Promise<void> {
  const letters = await lookInOrgan(db, key.organId, (tx) => listLetters(tx, key))
  for (const { seq } of letters.filter(({ files }) => files === null)) await setLetter(db, key, seq)
}
