import { timingSafeEqual } from 'node:crypto'
import type { Tx } from '../db/database.ts'
import { type Receipt, receiptHashes } from './receipt.ts'
import { findByCode, findCodeHash } from './store/requests.ts'

/** The request that a receipt opens; undefined alike for a code that nobody has and for a wrong secret. */
export async function findByReceipt(tx: Tx, organId: number, receipt: Receipt): Promise<string | undefined> {
  const { receiptCodeHash, receiptSecretHash } = receiptHashes(receipt)
  const found = await findByCode(tx, organId, receiptCodeHash)
  return found && timingSafeEqual(found.secretHash, receiptSecretHash) ? found.id : undefined
}

const markBytes = 9
const markIn = (codeHash: Buffer): string => codeHash.subarray(0, markBytes).toString('base64url')

/** By which code a request was opened, for who sees it on: the code itself is not in it. */
export const receiptMark = (receipt: Receipt): string => markIn(receiptHashes(receipt).receiptCodeHash)

/** Whether the code by which a request was opened still opens it: another one may have been issued since. */
export async function isStillOpenedBy(tx: Tx, organId: number, id: string, mark: string): Promise<boolean> {
  const codeHash = await findCodeHash(tx, organId, id)
  return codeHash !== undefined && markIn(codeHash) === mark
}
