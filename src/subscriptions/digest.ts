import { type PlainDate, weekdayOf } from '../days/plain-date.ts'
import type { Tx } from '../db/database.ts'
import { newId } from '../db/new-id.ts'
import { queueMailOutside } from '../mail/outbox.ts'
import { chosen } from '../organs/settings/chosen.ts'
import { aboutDigest } from './about.ts'
import { digestRhythm } from './settings.ts'
import { listColumns, listNews, noteStanding } from './store/news.ts'
import { isAnybody, listTopics } from './store/subscribers.ts'
import { concerns } from './topic.ts'

/** Whether the organ tells its subscribers what is new on this day. */
export const isDigestDay = async (tx: Tx, organId: number, today: PlainDate): Promise<boolean> =>
  (await chosen(tx, organId, digestRhythm)) === 'daily' || weekdayOf(today) === 1

/**
 * Queues one mail to each subscriber whom something concerns that has become public, or has changed, since they were told last;
 * answers how many. What is new is noted and the mails are queued in one transaction: all of it happens, or none, and once.
 */
export async function queueDigest(tx: Tx, organId: number): Promise<number> {
  if (!(await isAnybody(tx, organId))) return 0
  const digestId = newId()
  // Before subscribers are read: whoever confirms later confirms after all that is told here was public.
  if ((await noteStanding(tx, organId, digestId)) === 0) return 0
  const news = await listNews(tx, organId, digestId)
  const columns = await listColumns(tx, organId)
  let queued = 0
  for (const [subscriberId, topics] of await listTopics(tx, organId))
    if (news.some((each) => concerns(topics, columns, each))) {
      await queueMailOutside(tx, organId, aboutDigest(digestId, subscriberId))
      queued += 1
    }
  return queued
}
