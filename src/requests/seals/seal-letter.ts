import { record } from '../../audit/record.ts'
import type { Database, Tx } from '../../db/database.ts'
import type { Actor } from '../../organs/actor.ts'
import { refusals } from '../../refusal.ts'
import { checkSeal, type SealCheck } from '../../seals/seal.ts'
import { letterFile } from '../letter-files.ts'
import type { Request } from '../request.ts'
import { addLetterSeal, listLetterSeals } from '../store/letter-seals.ts'
import { listLetters } from '../store/letters.ts'

type Key = Pick<Request, 'organId' | 'id'>

/** A seal that is set on paper is noted, once; who notes it and when stays with the letter. Refuses a letter that bears an electronic one. */
export async function notePaperSeal(tx: Tx, actor: Actor, request: Key, seq: number): Promise<void> {
  const letter = (await listLetters(tx, request)).find((each) => each.seq === seq)
  if (!letter) throw refusals.unknownFile()
  const seal = { seq, kind: 'paper', sealedOn: actor.today, certificateId: null, by: actor } as const
  if ((await listLetterSeals(tx, request)).some((each) => each.seq === seq && each.kind === 'electronic'))
    throw refusals.sealedInPdf()
  if (await addLetterSeal(tx, request, seal))
    await record(tx, actor, 'request.sealedOnPaper', { subject: request.id, detail: { number: letter.number } })
}

/** What can be said of the seal in the PDF of a letter, from its bytes alone. */
export async function verifyLetterSeal(
  db: Database,
  request: Key,
  seq: number,
): Promise<SealCheck | 'none' | 'broken'> {
  const { bytes } = await letterFile(db, request, { seq, form: 'pdf' })
  return checkSeal(bytes)
}
