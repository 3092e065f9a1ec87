import type { Database } from '../../db/database.ts'
import { inOrgan } from '../../db/organ.ts'
import { askToSubscribe, confirmSubscription } from '../actions.ts'
import { codeOf } from '../code.ts'
import type { Topic } from '../topic.ts'

/** Asks and confirms; answers the code that changes and ends the subscription. `owner` sees the rows of every organ. */
export async function aSubscriber(
  { db, owner }: { readonly db: Database; readonly owner: Database },
  organId: number,
  address: string,
  topic: Topic,
): Promise<string> {
  await inOrgan(db, organId, (tx) => askToSubscribe(tx, organId, address, topic))
  const { id } = await owner
    .selectFrom('subscriptionRequests')
    .select('id')
    .where('organId', '=', organId)
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  const code = codeOf('subscription request', organId, id)
  const own = await inOrgan(db, organId, (tx) => confirmSubscription(tx, organId, code))
  if (!own) throw new Error('not confirmed')
  return own
}
