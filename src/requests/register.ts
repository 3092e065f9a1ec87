import type { Calendar } from '../calendar/calendar.ts'
import { type PlainDate, yearOf } from '../days/plain-date.ts'
import type { Tx } from '../db/database.ts'
import { blindIndex } from '../db/sealed.ts'
import { keepFile } from '../files/store.ts'
import type { ApplicantKind } from '../law/report-format-2021.ts'
import type { Actor } from '../organs/actor.ts'
import type { Organ } from '../organs/organ.ts'
import { setTurns } from '../review/turns/actions.ts'
import type { Applicant } from './applicant.ts'
import { asEvent } from './as-event.ts'
import { countedAs } from './counted-as.ts'
import type { NewEvent } from './event.ts'
import { giveNumber } from './number.ts'
import { type Receipt, receiptHashes } from './receipt.ts'
import { foldedOf, refold, waitingOf } from './refold.ts'
import type { Request } from './request.ts'
import type { RequestChannelId } from './request-channel.ts'
import { linkFile } from './store/files.ts'
import { add } from './store/registration.ts'
import { append, type RequestWithEvents } from './store/requests.ts'

export interface Registration {
  /** Where the id had to be known before; else the database gives it. */
  readonly id?: string
  readonly channel: RequestChannelId
  readonly applicant: Applicant
  readonly summary: string
  readonly formWanted: string
  readonly routeWanted: string
  readonly assistance: string
  readonly arrivedOn: PlainDate
  /** Uploaded before, waiting to become part of a request. */
  readonly files: readonly { readonly id: string; readonly purpose: string }[]
  readonly receipt: Receipt
  readonly splitFrom: string | null
  readonly note: string | null
  /** Of a piece: the column of the report in which the whole counts. */
  readonly column?: ApplicantKind
  /** Of a piece: all that was asked for, in the applicant's own words. */
  readonly asked?: string
}

/** Finds the same applicant again: by identity number or credit code, else by name and telephone. */
export const applicantKey = ({ identityNumber, creditCode, name, phone }: Applicant): Buffer =>
  blindIndex(`applicant ${identityNumber || creditCode || `${name} ${phone}`}`)

/** The points between the parts of a name, as keyboards and fonts give them, once NFKC has made the narrow and wide ones plain. */
const middleDots = /[·•‧∙⋅・.]/g

/** Finds requests by the applicant's whole name, however it is spaced and whatever point stands between its parts. */
export const applicantNameKey = (name: string): Buffer =>
  blindIndex(`name ${name.normalize('NFKC').replace(/\s/g, '').replace(middleDots, '').toLowerCase()}`)

/** Finds requests by the applicant's whole telephone number, however it is written. */
export const applicantPhoneKey = (phone: string): Buffer =>
  blindIndex(
    `phone ${phone
      .normalize('NFKC')
      .replace(/\D/g, '')
      .replace(/^86(?=1\d{10}$)/, '')}`,
  )

/** Art. 45: gives a request its number and keeps it with its applicant, files and first event; it has not yet counted as received. */
export async function registerRequest(
  tx: Tx,
  actor: Actor,
  organ: Organ,
  calendar: Calendar,
  {
    applicant,
    files,
    receipt,
    note,
    channel,
    summary,
    formWanted,
    routeWanted,
    assistance,
    arrivedOn,
    splitFrom,
    id: given,
    asked: whole,
    column,
  }: Registration,
): Promise<RequestWithEvents> {
  const year = yearOf(arrivedOn)
  const first: NewEvent = {
    kind: 'arrived',
    happenedOn: arrivedOn,
    data: { ...(note ? { note } : {}), ...(whole === undefined ? {} : { asked: whole }) },
  }
  const folded = foldedOf([asEvent(actor, first, 1)], calendar, actor.today)
  const asked = {
    channel,
    summary,
    formWanted,
    routeWanted,
    assistance,
    arrivedOn,
    splitFrom,
    ...folded,
    ...(given === undefined ? {} : { id: given }),
    organId: organ.id,
    applicantKind: column ?? (await countedAs(tx, organ.id, applicant)),
    purpose: '',
    applicantKey: applicantKey(applicant),
    applicantNameKey: applicantNameKey(applicant.name),
    applicantPhoneKey: applicantPhoneKey(applicant.phone),
    ...receiptHashes(receipt),
  }
  // The number comes last: until the transaction ends nobody else gets one.
  const number = await giveNumber(tx, organ, 'request', year)
  const registered = await add(tx, actor, { ...asked, number }, applicant, first)
  const { request, events } = registered
  await setTurns(tx, waitingOf(request, events, calendar, actor.today), actor.today, events)
  for (const { id, purpose } of files) {
    await keepFile(tx, organ.id, id)
    await linkFile(tx, registered.request, id, purpose, 1)
  }
  return registered
}

/** Lets what happened since follow a registration, such as its receipt; nothing for a request that still waits for it. */
export async function followedBy(
  tx: Tx,
  actor: Actor,
  calendar: Calendar,
  begun: RequestWithEvents,
  facts: readonly NewEvent[],
): Promise<Request> {
  if (facts.length === 0) return begun.request
  return refold(tx, begun.request, await append(tx, actor, begun, facts), calendar, actor.today)
}
