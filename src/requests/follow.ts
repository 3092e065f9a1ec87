import { timingSafeEqual } from 'node:crypto'
import type { Tx } from '../db/database.ts'
import { type Receipt, receiptHashes } from './receipt.ts'
import { findByCode } from './store/requests.ts'

/** The request that a receipt opens; undefined alike for a code that nobody has and for a wrong secret. */
export async function findByReceipt(tx: Tx, organId: number, receipt: Receipt): Promise<string | undefined> {
  const { receiptCodeHash, receiptSecretHash } = receiptHashes(receipt)
  const found = await findByCode(tx, organId, receiptCodeHash)
  return found && timingSafeEqual(found.secretHash, receiptSecretHash) ? found.id : undefined
}
