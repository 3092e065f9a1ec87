import type { Database } from '../db/database.ts'
import { lookInOrgan } from '../db/organ.ts'

const slackMs = 60_000

/** Says so when the newest audit entry of an organ is of a later time than now: then the clock was set back. */
export async function warnOfClock(
  db: Database,
  organIds: readonly number[],
  now: Date,
  say: (line: string) => void,
): Promise<void> {
  for (const organId of organIds) {
    const newest = await lookInOrgan(db, organId, (tx) =>
      tx
        .selectFrom('auditEntries')
        .select('at')
        .where('organId', '=', organId)
        .orderBy('seq', 'desc')
        .limit(1)
        .executeTakeFirst(),
    )
    if (!newest || now.getTime() >= newest.at.getTime() - slackMs) continue
    say(
      `注意：服务器时间（${now.toISOString()}）早于最近一条审计记录（${newest.at.toISOString()}），时钟可能被调慢；请核对时间同步，以免收件日期和期限记错`,
    )
    return
  }
}
