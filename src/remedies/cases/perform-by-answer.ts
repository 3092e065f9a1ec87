import type { Tx } from '../../db/database.ts'
import type { Actor } from '../../organs/actor.ts'
import type { Answered } from '../../requests/reanswer/on-answered.ts'
import { addTo } from './actions.ts'
import { foldCase, latestOf } from './case.ts'
import { mayOrder } from './ordered-answer.ts'
import type { FoundCase } from './store/cases.ts'
import * as store from './store/cases.ts'

/** An answer that has left performs what a case has ordered: that of its round, or, where nothing was answered at all, the first one. */
export async function performByAnswer(tx: Tx, actor: Actor, answered: Answered): Promise<void> {
  const { requestId, round } = answered
  if (round) return note(tx, actor, await store.getForChange(tx, actor.organId, round.caseId), answered)
  for (const { id } of await store.listAboutSilence(tx, actor.organId, requestId)) {
    const found = await store.getForChange(tx, actor.organId, id)
    const folded = foldCase(found.events)
    const { decision } = latestOf(folded)
    if (decision && mayOrder(decision) && folded.performedOn === null) await note(tx, actor, found, answered)
  }
}

async function note(tx: Tx, actor: Actor, found: FoundCase, { on, letterNumber, round }: Answered): Promise<void> {
  const text = `${round ? '重新答复' : '答复'}已经发出${letterNumber ? `：${letterNumber}` : ''}`
  const data = { text, round: round?.round ?? null }
  await addTo(tx, actor, found, [{ kind: 'performed', happenedOn: on, data }], [])
}
