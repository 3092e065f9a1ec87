import { officeDay } from '../../days/plain-date.ts'
import type { Database, Tx } from '../../db/database.ts'
import { inOrgan } from '../../db/organ.ts'
import { tellFault } from '../../faults/fault.ts'
import { findSeal } from '../../organs/seal/actions.ts'
import type { Request } from '../request.ts'
import { addLetterSeal } from '../store/letter-seals.ts'

type Key = Pick<Request, 'organId' | 'id'>

interface Sealed {
  readonly bytes: Buffer
  /** Notes the seal beside the letter, when its files are kept; nothing where there is none. */
  readonly note: (tx: Tx) => Promise<unknown>
}

/**
 * The PDF of a letter with the seal of its organ, or as it is where the organ has no certificate in force. That a seal cannot be set keeps no
 * letter back: it is told as a fault, and the letter waits for its seal on paper.
 */
export async function sealLetterPdf(db: Database, request: Key, seq: number, bytes: Buffer): Promise<Sealed> {
  const at = new Date()
  try {
    const found = await inOrgan(db, request.organId, (tx) => findSeal(tx, request.organId, at))
    if (!found) return { bytes, note: async () => {} }
    const seal = { seq, kind: 'electronic', sealedOn: officeDay(at), certificateId: found.id, by: null } as const
    return { bytes: found.seal.sealPdf(bytes, at), note: (tx) => addLetterSeal(tx, request, seal) }
  } catch (error) {
    tellFault(error, { kind: 'background', place: 'letter-seal' })
    return { bytes, note: async () => {} }
  }
}
