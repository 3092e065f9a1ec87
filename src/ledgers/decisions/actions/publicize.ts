import { record as audit } from '../../../audit/record.ts'
import { chineseDate, type PlainDate } from '../../../days/plain-date.ts'
import type { Tx } from '../../../db/database.ts'
import type { Actor } from '../../../organs/actor.ts'
import * as organs from '../../../organs/store.ts'
import { refusals } from '../../../refusal.ts'
import { type BegunEdition, publicRecords } from '../../public-records.ts'
import { ranOutOn } from '../clock.ts'
import { type Quash, quashingLabel } from '../decision.ts'
import { publicText } from '../public-text.ts'
import { publishedAs } from '../published-as.ts'
import type { StoredDecision } from '../store/decisions.ts'
import * as store from '../store/decisions.ts'
import { getFor } from './get-for.ts'

/**
 * 公示: drafts the record from the public fields, persons masked, and links it. It is reviewed and published as any record;
 * its publication sets the decision's day.
 */
export async function publicize(tx: Tx, actor: Actor, now: Date, id: string): Promise<BegunEdition> {
  const decision = await getFor(tx, actor, id, 'publicize')
  const type = publishedAs[decision.kind]
  if (!type) throw refusals.notForPublicity()
  const organ = await organs.get(tx, actor.organId)
  const { recordId, edition } = await publicRecords.get().draft(tx, actor, now, publicText(decision, type, organ.name))
  await store.changeDecisionRow(tx, actor.organId, id, { recordId })
  await audit(tx, actor, 'decision.publicized', { subject: id, detail: { record: recordId } })
  return { recordId, edition }
}

/** A penalty was changed, revoked, held illegal or void: what is public of it must go within three working days. */
export async function quash(tx: Tx, actor: Actor, id: string, { on, how, by }: Quash): Promise<void> {
  const decision = await getFor(tx, actor, id, 'quash')
  if (on > actor.today) throw refusals.dayInFuture('on')
  if (on < decision.decidedOn) throw refusals.quashedBeforeDecided(decision.decidedOn)
  await store.changeDecisionRow(tx, actor.organId, id, { quashedOn: on, quashedHow: how, quashedBy: by })
  await audit(tx, actor, 'decision.quashed', { subject: id, detail: { on, how, by } })
}

/** What the public reads in the place of a decision that was quashed (处罚法 48), or whose time in public is over. */
function whyWithdrawn(decision: StoredDecision, today: PlainDate): string | undefined {
  const { quashedOn, quashedHow, quashedBy } = decision
  if (quashedOn !== null && quashedHow !== null)
    return `该行政处罚决定已${quashingLabel(quashedHow)}（${quashedBy}，${quashedOn}），依照《中华人民共和国行政处罚法》第四十八条撤回。`
  const last = ranOutOn(decision, today)
  return last ? `该行政处罚决定的公示期已于${chineseDate(last)}届满，不再公示。` : undefined
}

/** Begins the withdrawal of the record of a decision that was quashed or has run out, with its reason; it is reviewed as any. */
export async function beginWithdrawal(tx: Tx, actor: Actor, now: Date, id: string): Promise<BegunEdition> {
  const decision = await getFor(tx, actor, id, 'beginWithdrawal')
  const { recordId } = decision
  if (recordId === null) throw refusals.notPublishedHere()
  const reason = whyWithdrawn(decision, actor.today)
  if (reason === undefined) throw refusals.notQuashed()
  const { edition } = await publicRecords.get().draftWithdrawal(tx, actor, now, recordId, reason)
  await audit(tx, actor, 'decision.withdrawalBegun', { subject: id, detail: { record: recordId, edition } })
  return { recordId, edition }
}

/** The day on which a decision that was quashed or has run out and was published elsewhere was taken down there. */
export async function noteWithdrawal(tx: Tx, actor: Actor, id: string, on: PlainDate): Promise<void> {
  const { publishedOn } = await getFor(tx, actor, id, 'noteWithdrawal')
  if (on > actor.today) throw refusals.dayInFuture('on')
  if (publishedOn !== null && on < publishedOn) throw refusals.withdrawnBeforePublished(publishedOn)
  await store.changeDecisionRow(tx, actor.organId, id, { withdrawnOn: on })
  await audit(tx, actor, 'decision.withdrawn', { subject: id, detail: { on } })
}
