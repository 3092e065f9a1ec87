import type { Actor } from '../organs/actor.ts'
import type { Refusal } from '../refusal.ts'
import { actsFor, type Chain, type Signer, type StandingIn, whyNotSendBack } from '../review/chain.ts'

/** Who acts, and whose reviewing they do today. */
export interface Acting {
  readonly actor: Actor
  readonly standingIn: readonly StandingIn[]
}

/** The person with whomever they stand in for. */
export const signerOf = ({ actor, standingIn }: Acting): Signer => ({
  id: actor.id,
  roles: actor.roles,
  unitId: actor.unitId,
  standingIn,
})

const isHead = (signer: Signer): boolean => actsFor(signer, ['ogiHead']) !== undefined

/**
 * Why this person may not send an answer or a letter back: the level in turn may, whoever wrote it, and the head of the work
 * body whenever it is up, so that it never stands still with who is gone.
 */
export const whyNotReturn = (chain: Chain, acting: Acting): Refusal | undefined => {
  const signer = signerOf(acting)
  return isHead(signer) ? undefined : whyNotSendBack(chain, signer)
}
