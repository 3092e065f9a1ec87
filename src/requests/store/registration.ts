import type { PlainDate } from '../../days/plain-date.ts'
import type { Tx } from '../../db/database.ts'
import { newId } from '../../db/new-id.ts'
import { seal } from '../../db/sealed.ts'
import type { Actor } from '../../organs/actor.ts'
import type { Applicant } from '../applicant.ts'
import { asEvent } from '../as-event.ts'
import type { NewEvent } from '../event.ts'
import { Request } from '../request.ts'
import { toData } from './event-rows.ts'
import { placeOfApplicant } from './places.ts'
import type { Folded, RequestWithEvents } from './requests.ts'

/** What a request begins with, before its first event. */
export type NewRequest = Pick<
  Request,
  | 'organId'
  | 'number'
  | 'channel'
  | 'applicantKind'
  | 'summary'
  | 'purpose'
  | 'formWanted'
  | 'routeWanted'
  | 'assistance'
  | 'arrivedOn'
  | 'splitFrom'
> & {
  readonly id?: string
  readonly applicantKey: Buffer
  /** Finds the applicant by the whole name. */
  readonly applicantNameKey: Buffer
  readonly applicantPhoneKey: Buffer
  /** Keyed hashes of the code and the secret with which the applicant follows it. */
  readonly receiptCodeHash: Buffer
  readonly receiptSecretHash: Buffer
}

/** Keeps a request, who asks (encrypted) and its first event, with one statement: a series is locked meanwhile. */
export async function add(
  tx: Tx,
  actor: Actor,
  request: NewRequest & Folded,
  applicant: Applicant,
  first: NewEvent,
): Promise<RequestWithEvents> {
  const id = request.id ?? newId()
  const { organId } = request
  const sealed = seal(JSON.stringify(applicant), placeOfApplicant(organId, id))
  const { recordedAt, ...row } = await tx
    .with('asked', (db) =>
      db
        .insertInto('requests')
        .values({ ...request, id, origin: 'live' })
        .returningAll(),
    )
    .with('asking', (db) =>
      db
        .insertInto('requestApplicants')
        .columns(['organId', 'requestId', 'sealed'])
        .expression(db.selectFrom('asked').select(({ val }) => ['organId', 'id', val(sealed).as('sealed')])),
    )
    .with('told', (db) =>
      db
        .insertInto('requestEvents')
        .columns(['organId', 'requestId', 'seq', 'kind', 'happenedOn', 'data', 'actorKind', 'actorId', 'actorName'])
        .expression(
          db
            .selectFrom('asked')
            .select(({ val, cast }) => [
              'organId',
              'id',
              cast<number>(val(1), 'integer').as('seq'),
              val<string>(first.kind).as('kind'),
              cast<PlainDate>(val(first.happenedOn), 'date').as('happenedOn'),
              cast<string>(val(toData(first.data, { organId, requestId: id, seq: 1 })), 'jsonb').as('data'),
              val<string>(actor.kind).as('actorKind'),
              cast<string | null>(val(actor.id), 'uuid').as('actorId'),
              val(actor.name).as('actorName'),
            ]),
        )
        .returning('recordedAt'),
    )
    .selectFrom(['asked', 'told'])
    .selectAll('asked')
    .select('told.recordedAt')
    .executeTakeFirstOrThrow()
  return { request: Request.parse(row), events: [asEvent(actor, first, 1, recordedAt.toISOString())] }
}

/** From now on only this code and secret open the request. */
export async function replaceReceipt(
  tx: Tx,
  { organId, id }: Pick<Request, 'organId' | 'id'>,
  hashes: Pick<NewRequest, 'receiptCodeHash' | 'receiptSecretHash'>,
): Promise<void> {
  await tx.updateTable('requests').set(hashes).where('organId', '=', organId).where('id', '=', id).execute()
}

/** What a correction changes of a request's row. */
export type Rewritten = Partial<
  Pick<
    Request,
    'channel' | 'applicantKind' | 'summary' | 'formWanted' | 'routeWanted' | 'assistance' | 'arrivedOn' | 'receivedOn'
  >
> &
  Pick<NewRequest, 'applicantKey' | 'applicantNameKey' | 'applicantPhoneKey'>

/** Puts a registration right: the row, and who asks, sealed anew where it stands. */
export async function rewriteRegistration(
  tx: Tx,
  { organId, id }: Pick<Request, 'organId' | 'id'>,
  row: Rewritten,
  applicant: Applicant,
): Promise<void> {
  await tx.updateTable('requests').set(row).where('organId', '=', organId).where('id', '=', id).execute()
  const sealed = seal(JSON.stringify(applicant), placeOfApplicant(organId, id))
  await tx
    .updateTable('requestApplicants')
    .set({ sealed })
    .where('organId', '=', organId)
    .where('requestId', '=', id)
    .execute()
}
