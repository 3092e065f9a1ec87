import { createHash } from 'node:crypto'
import { readSigned, signed } from './signed.ts'

export interface Challenge {
  readonly text: string
  /** So many leading zero bits must the hash have. */
  readonly bits: number
}

const bits = 17
const validSeconds = 1800

/**
 * About 130,000 hashes, a few seconds of a computer, and in one of three thousand cases more than a million. It is good for one form only, and a form makes one request, so a
 * solved one cannot be used again.
 */
export const challengeFor = (organId: number, key: string, now: Date): Challenge => ({
  text: signed('proof of work', `${organId}.${key}.${Math.floor(now.getTime() / 1000) + validSeconds}`),
  bits,
})

/** Whether the work was done, for this form, in time. */
export function isProof(
  organId: number,
  key: string,
  { challenge, proof }: { challenge: string; proof: string },
  now: Date,
) {
  const text = readSigned('proof of work', challenge)
  const [organ, form, expires] = text?.split('.') ?? []
  if (organ !== String(organId) || form !== key || Number(expires) * 1000 < now.getTime()) return false
  if (!/^\d{1,12}$/.test(proof)) return false
  const hash = createHash('sha256').update(`${challenge}.${proof}`).digest()
  return hash.readUInt32BE(0) >>> (32 - bits) === 0
}
