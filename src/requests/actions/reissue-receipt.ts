import { randomUUID } from 'node:crypto'
import { chineseDate } from '../../days/plain-date.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../../organs/actor.ts'
import { acknowledge, type Registered } from '../acknowledge.ts'
import { addresseeOf } from '../letterhead.ts'
import { youOf } from '../letters/you.ts'
import { receiptHashes, receiptOf } from '../receipt.ts'
import type { Request } from '../request.ts'
import { replaceReceipt } from '../store/registration.ts'
import { getApplicant } from '../store/requests.ts'

/** Gives a request a new code and secret; those of before open nothing any more, also where they have just opened it. */
export async function reissueReceipt(tx: Tx, actor: Actor, request: Request): Promise<Registered> {
  const receipt = receiptOf(randomUUID())
  await replaceReceipt(tx, request, receiptHashes(receipt))
  const applicant = await getApplicant(tx, request.organId, request.id)
  const slip = await acknowledge(tx, actor, request, applicant)
  const you = youOf({ addressee: addresseeOf(applicant) })
  const paragraphs = [
    `${you}的政府信息公开申请，登记编号为${request.number}。本机关核对身份后，于${chineseDate(actor.today)}补发查询码和查询口令；此前的查询码和查询口令已经失效。`,
  ]
  return { request, receipt, acknowledgement: { ...slip, title: '查询凭证（补发）', paragraphs } }
}
