import { record as audit } from '../../audit/record.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../../organs/actor.ts'
import { readTyped } from '../../refusal/typed.ts'
import { refusals } from '../../refusal.ts'
import { AdministrativeFee } from '../administrative-fee.ts'
import { feeForm } from './fee.ts'
import * as store from './store.ts'

/** Enters a receipt; a refund is negative. Refuses a receipt number that is there. */
export async function enterFee(tx: Tx, actor: Actor, typed: unknown): Promise<{ id: string }> {
  const fee = readTyped(AdministrativeFee, readTyped(feeForm(actor.today), typed))
  if (await store.isReceiptTaken(tx, actor.organId, fee.receiptNumber)) throw refusals.receiptTaken(fee.receiptNumber)
  const id = await store.addFee(tx, actor.organId, fee)
  await audit(tx, actor, 'fee.entered', { subject: id, detail: { ...fee } })
  return { id }
}
