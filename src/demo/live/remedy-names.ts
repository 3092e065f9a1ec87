import type { Tx } from '../../db/database.ts'
import type { Actor } from '../../organs/actor.ts'
import type { Organ } from '../../organs/organ.ts'
import { changeSetting } from '../../organs/settings/actions.ts'
import { competentCourt, onlineReconsideration, reconsiderationOrgan } from '../../organs/settings/remedy-settings.ts'

/** Reconsideration goes to the government of the level (复议法 24), a suit to the court where the organ sits (行诉法 18). */
const names: Readonly<Record<string, readonly [body: string, court: string]>> = {
  'hegang-ysj': ['鹤岗市人民政府', '鹤岗市工农区人民法院'],
}
const ofTheCity = ['示例市人民政府', '示例市中心区人民法院'] as const

/** Whom the letters of a demo organ name; the way over the internet is the nation's. */
export async function nameRemedies(tx: Tx, { slug }: Organ, admin: Actor): Promise<void> {
  const [body, court] = names[slug] ?? ofTheCity
  await changeSetting(tx, admin, reconsiderationOrgan.id, body)
  await changeSetting(tx, admin, competentCourt.id, court)
  await changeSetting(tx, admin, onlineReconsideration.id, 'https://xzfy.moj.gov.cn')
}
