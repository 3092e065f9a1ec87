import { type Selectable, sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import { newId } from '../../db/new-id.ts'
import type { DB } from '../../db/schema.ts'
import { seal, unseal } from '../../db/sealed.ts'
import { addressHash, codeHash, codeOf } from '../code.ts'
import { Topic } from '../topic.ts'

/** An address that is told of what is new. */
export interface Subscriber {
  readonly organId: number
  readonly id: string
  readonly address: string
}

/** What somebody typed and has not confirmed. */
export interface SubscriptionRequest {
  readonly id: string
  readonly address: string
  readonly topic: Topic
  readonly expiresAt: Date
}

const placeOf = (organId: number, id: string) => ({ table: 'subscribers', organId, id })
const placeOfRequest = (organId: number, id: string) => ({ table: 'subscription_requests', organId, id })

/** Keeps what was asked for until it is confirmed or so many hours are over; answers its id. */
export async function addRequest(
  tx: Tx,
  organId: number,
  { address, topic, hours }: { readonly address: string; readonly topic: Topic; readonly hours: number },
): Promise<string> {
  const id = newId()
  await tx
    .insertInto('subscriptionRequests')
    .values({
      organId,
      id,
      codeHash: codeHash(codeOf('subscription request', organId, id)),
      sealed: seal(address, placeOfRequest(organId, id)),
      kind: topic.kind,
      subject: topic.subject,
      expiresAt: sql<Date>`now() + ${hours} * interval '1 hour'`,
    })
    .execute()
  return id
}

const requestOf = (row: Selectable<DB['subscriptionRequests']>): SubscriptionRequest => ({
  id: row.id,
  address: unseal(row.sealed, placeOfRequest(row.organId, row.id)),
  topic: Topic.parse(row),
  expiresAt: row.expiresAt,
})

const waitingRequests = (tx: Tx, organId: number) =>
  tx
    .selectFrom('subscriptionRequests')
    .selectAll()
    .where('organId', '=', organId)
    .where('expiresAt', '>', sql<Date>`now()`)

/** What waits under this id; undefined when it was confirmed or its time is over. */
export async function findRequest(tx: Tx, organId: number, id: string): Promise<SubscriptionRequest | undefined> {
  const row = await waitingRequests(tx, organId).where('id', '=', id).executeTakeFirst()
  return row && requestOf(row)
}

/** What the code of a mail confirms; undefined when it was confirmed or its time is over. */
export async function findRequestByCode(
  tx: Tx,
  organId: number,
  code: string,
): Promise<SubscriptionRequest | undefined> {
  const row = await waitingRequests(tx, organId).where('codeHash', '=', codeHash(code)).executeTakeFirst()
  return row && requestOf(row)
}

/** Removes a request; false where somebody else has been faster. */
export async function removeRequest(tx: Tx, organId: number, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('subscriptionRequests')
    .where('organId', '=', organId)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** Removes what nobody has confirmed in time. */
export async function removeExpired(tx: Tx, organId: number): Promise<void> {
  await tx
    .deleteFrom('subscriptionRequests')
    .where('organId', '=', organId)
    .where('expiresAt', '<=', sql<Date>`now()`)
    .execute()
}

/** The subscriber of this address, made where it is new; answers its id. */
export async function subscribe(tx: Tx, organId: number, address: string, topic: Topic): Promise<string> {
  const id = newId()
  await tx
    .insertInto('subscribers')
    .values({
      organId,
      id,
      addressHash: addressHash(address),
      codeHash: codeHash(codeOf('subscriber', organId, id)),
      sealed: seal(address, placeOf(organId, id)),
    })
    // It answers to mails again: what was refused before counts no more.
    .onConflict((conflict) => conflict.columns(['organId', 'addressHash']).doUpdateSet({ refusals: 0 }))
    .execute()
  const { id: subscriberId } = await tx
    .selectFrom('subscribers')
    .select('id')
    .where('organId', '=', organId)
    .where('addressHash', '=', addressHash(address))
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('subscriptions')
    .values({ organId, subscriberId, kind: topic.kind, subject: topic.subject })
    .onConflict((conflict) => conflict.columns(['organId', 'subscriberId', 'kind', 'subject']).doNothing())
    .execute()
  return subscriberId
}

const subscriberOf = ({ organId, id, sealed }: Pick<Selectable<DB['subscribers']>, 'organId' | 'id' | 'sealed'>) => ({
  organId,
  id,
  address: unseal(sealed, placeOf(organId, id)),
})

export async function find(tx: Tx, organId: number, id: string): Promise<Subscriber | undefined> {
  const row = await tx
    .selectFrom('subscribers')
    .select(['organId', 'id', 'sealed'])
    .where('organId', '=', organId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && subscriberOf(row)
}

/** The subscriber that a mail's code opens; undefined for one that has gone or never was. */
export async function findByCode(tx: Tx, organId: number, code: string): Promise<Subscriber | undefined> {
  const row = await tx
    .selectFrom('subscribers')
    .select(['organId', 'id', 'sealed'])
    .where('organId', '=', organId)
    .where('codeHash', '=', codeHash(code))
    .executeTakeFirst()
  return row && subscriberOf(row)
}

/** What a subscriber wants to hear of, all of the organ first. */
export async function topicsOf(tx: Tx, { organId, id }: Pick<Subscriber, 'organId' | 'id'>): Promise<Topic[]> {
  const rows = await tx
    .selectFrom('subscriptions')
    .select(['kind', 'subject'])
    .where('organId', '=', organId)
    .where('subscriberId', '=', id)
    .orderBy(sql`kind <> 'organ'`)
    .orderBy('kind')
    .orderBy('subject')
    .execute()
  return rows.map((row) => Topic.parse(row))
}

/** The topics of every subscriber, by its id. */
export async function listTopics(tx: Tx, organId: number): Promise<ReadonlyMap<string, readonly Topic[]>> {
  const rows = await tx
    .selectFrom('subscriptions')
    .select(['subscriberId', 'kind', 'subject'])
    .where('organId', '=', organId)
    .execute()
  const byId = new Map<string, Topic[]>()
  for (const row of rows) byId.set(row.subscriberId, [...(byId.get(row.subscriberId) ?? []), Topic.parse(row)])
  return byId
}

export async function unsubscribe(
  tx: Tx,
  { organId, id }: Pick<Subscriber, 'organId' | 'id'>,
  { kind, subject }: Topic,
): Promise<void> {
  await tx
    .deleteFrom('subscriptions')
    .where('organId', '=', organId)
    .where('subscriberId', '=', id)
    .where('kind', '=', kind)
    .where('subject', '=', subject)
    .execute()
}

/** Removes the address with everything that it has subscribed to. */
export async function remove(tx: Tx, { organId, id }: Pick<Subscriber, 'organId' | 'id'>): Promise<void> {
  await tx.deleteFrom('subscribers').where('organId', '=', organId).where('id', '=', id).execute()
}

/** Whether anybody is told of anything. */
export async function isAnybody(tx: Tx, organId: number): Promise<boolean> {
  const row = await tx.selectFrom('subscribers').select('id').where('organId', '=', organId).limit(1).executeTakeFirst()
  return row !== undefined
}

/** Counts mails in a row that were refused for good, one more or none any more; answers how many there are now. */
export async function countRefusals(
  tx: Tx,
  { organId, id }: Pick<Subscriber, 'organId' | 'id'>,
  how: 'sent' | 'refused',
): Promise<number> {
  const row = await tx
    .updateTable('subscribers')
    .set({ refusals: how === 'sent' ? 0 : sql<number>`refusals + 1` })
    .where('organId', '=', organId)
    .where('id', '=', id)
    .returning('refusals')
    .executeTakeFirst()
  return row?.refusals ?? 0
}

/** How many want to hear of what: of the organ and each column by id; of records all together. */
export async function countSubscribers(
  tx: Tx,
  organId: number,
): Promise<{ kind: Topic['kind']; subject: string; count: number }[]> {
  const { rows } = await sql<{ kind: Topic['kind']; subject: string; count: number }>`
    select kind, case when kind = 'column' then subject else '' end as subject, count(distinct subscriber_id)::int as count
    from subscriptions where organ_id = ${organId} group by 1, 2 order by 1, 2`.execute(tx)
  return rows
}
