import type { Database } from '../../db/database.ts'
import { inOrgan } from '../../db/organ.ts'
import { type FollowRules, followLink, publicRules } from '../links/follow.ts'
import { listWaitingLinks, saveLinkCheck } from '../store/link-checks.ts'

const days = 7
const most = 200
const atOnce = 4

/** Follows the organ's links that wait for it, outside of any transaction; trouble with one is told at the end. Returns how many. */
export async function checkLinks(db: Database, organId: number, rules: FollowRules = publicRules): Promise<number> {
  const waiting = await inOrgan(db, organId, (tx) => listWaitingLinks(tx, organId, days, most))
  const left = [...waiting]
  const problems: unknown[] = []
  const work = async () => {
    for (let url = left.shift(); url !== undefined; url = left.shift()) {
      const checked = url
      try {
        const problem = await followLink(checked, rules)
        await inOrgan(db, organId, (tx) => saveLinkCheck(tx, organId, checked, problem))
      } catch (cause) {
        problems.push(new Error('a link could not be checked', { cause }))
      }
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  if (problems.length > 0) throw new AggregateError(problems, 'some links could not be checked')
  return waiting.length
}
