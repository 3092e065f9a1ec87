import { loadCalendar } from '../calendar/notices/store.ts'
import type { Tx } from '../db/database.ts'
import type { Actor } from '../organs/actor.ts'
import type { Applicant } from './applicant.ts'
import { provisionalYears } from './clock.ts'
import { addresseeOf, writingOrgan } from './letterhead.ts'
import type { Letter } from './letters/letter.ts'
import { writeLetter } from './letters/write-letter.ts'
import type { Receipt } from './receipt.ts'
import type { Request } from './request.ts'

/** A request with the receipt that staff hand over, which is shown this once. */
export interface Registered {
  readonly request: Request
  readonly receipt: Receipt
  readonly acknowledgement: Letter
}

/** 接收回执: that the request came, when, what it asks, and by when it is answered. It bears no 发文字号 and is not kept. */
export async function acknowledge(tx: Tx, { today }: Actor, request: Request, applicant: Applicant): Promise<Letter> {
  const { number, arrivedOn, receivedOn, channel, summary, dueOn } = request
  return writeLetter('receiptAcknowledgement', {
    organ: await writingOrgan(tx, request.organId),
    addressee: addresseeOf(applicant),
    madeOn: today,
    request: { number, arrivedOn, receivedOn, channel, asked: summary },
    dueOn: receivedOn ? dueOn : null,
    provisional: receivedOn && dueOn ? provisionalYears(await loadCalendar(tx), receivedOn, dueOn) : [],
  })
}
