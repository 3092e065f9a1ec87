import type { Tx } from '../../db/database.ts'
import { joinedPiece } from '../../joined-list.ts'

/** Where the organ publishes, as its ledger of channels has it, the first registered first. */
export type ListOwnChannels = (
  tx: Tx,
  organId: number,
) => Promise<readonly { readonly kind: string; readonly name: string }[]>

/** The guide names the channels (art. 12); they are kept elsewhere. */
export const ownChannels = joinedPiece<ListOwnChannels>('ownChannels')
