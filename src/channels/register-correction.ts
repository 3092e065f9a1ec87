import type { Tx } from '../db/database.ts'
import { joinedPiece } from '../joined-list.ts'
import type { CorrectionDone, TypedCorrection } from '../ledgers/rows/correction.ts'
import type { Actor } from '../organs/actor.ts'

/** 更正登记: how a correction of a register of this room is proposed, which a second person may have to decide. */
export type ProposeCorrection = (
  tx: Tx,
  actor: Actor,
  ledger: 'channels' | 'publications',
  rowId: string,
  typed: TypedCorrection,
) => Promise<CorrectionDone>

export const registerCorrection = joinedPiece<ProposeCorrection>('registerCorrection')
