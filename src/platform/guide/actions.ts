import { record as audit } from '../../audit/record.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../../organs/actor.ts'
import type { Organ } from '../../organs/organ.ts'
import { chosen } from '../../organs/settings/chosen.ts'
import { competentCourt, onlineReconsideration, reconsiderationOrgan } from '../../organs/settings/remedy-settings.ts'
import * as organs from '../../organs/store.ts'
import { type GuideMatter, guideChecklist } from './checklist.ts'
import type { Guide, GuideView } from './guide.ts'
import { ownChannels } from './own-channels.ts'
import { findGuide, saveGuide } from './store.ts'

export interface GuideFacts extends GuideMatter {
  readonly channelList: readonly { readonly kind: string; readonly name: string }[]
  readonly onlineReconsideration: string | null
  readonly changedOn: GuideView['changedOn']
}

/** Everything that the guide of an organ is written from. The transaction works for that organ. */
export async function gatherGuide(tx: Tx, organ: Organ): Promise<GuideFacts> {
  const { guide, changedOn } = await findGuide(tx, organ.id)
  const channelList = await ownChannels.get()(tx, organ.id)
  return {
    organ,
    guide,
    changedOn,
    channelList,
    channels: channelList.map(({ name }) => name),
    reconsiderationOrgan: await chosen(tx, organ.id, reconsiderationOrgan),
    competentCourt: await chosen(tx, organ.id, competentCourt),
    onlineReconsideration: await chosen(tx, organ.id, onlineReconsideration),
  }
}

export async function showGuide(tx: Tx, { organId }: Actor): Promise<GuideView> {
  const organ = await organs.get(tx, organId)
  const facts = await gatherGuide(tx, organ)
  const { guide, changedOn } = facts
  return { guide, changedOn, checklist: guideChecklist(facts), address: `/${organ.slug}/guide` }
}

/** Art. 12: the guide is kept up to date. */
export async function changeGuide(tx: Tx, actor: Actor, guide: Guide): Promise<void> {
  await organs.lock(tx, actor.organId)
  const { guide: before } = await findGuide(tx, actor.organId)
  await saveGuide(tx, actor.organId, guide, actor.today)
  await audit(tx, actor, 'guide.changed', { detail: { before, after: guide } })
}
