import type { FastifyInstance } from 'fastify'
import { endAct } from '../../audit/act.ts'
import { loadCalendar } from '../../calendar/notices/store.ts'
import { countTry, type TryLimit } from '../../db/attempts.ts'
import { isUndone } from '../../db/away.ts'
import { gathering } from '../../db/gather.ts'
import { inOrgan } from '../../db/organ.ts'
import type { Actor } from '../../organs/actor.ts'
import type { Organ } from '../../organs/organ.ts'
import { Refusal } from '../../refusal.ts'
import { isSent } from '../../requests/store/submissions.ts'
import { type Sent, type Submitted, submitRequest } from '../../requests/submit.ts'

export interface Submitting {
  readonly organ: Organ
  readonly network: string
  /** The work that is wanted of a crowded network has been done. */
  readonly isProven: boolean
  readonly actor: Actor
  readonly sent: Sent
}

type Outcome = Submitted | 'work is wanted'

export interface Together {
  readonly submit: (one: Submitting) => Promise<Outcome>
  /** Whether one that failed may be kept all the same: the answer to its commit has not come. */
  readonly mayBeKept: (one: Submitting) => boolean
}

/** A series locks its numbers: what one transaction does for so many keeps nobody else waiting for long. */
const mostTogether = 25

/** Takes requests in, those that come to one organ at the same time in one transaction; each outcome is durable when it is told. */
export function submittingTogether(app: FastifyInstance, free: TryLimit): Together {
  const lettingIn = countOnce(app, free)
  const unsure = new WeakSet<Submitting>()
  const gather = gathering<Submitting, Outcome | Refusal>(mostTogether, async (organId, all) => {
    const isLetIn = await lettingIn(organId, all)
    let isWritten = false
    try {
      return await inOrgan(app.db, organId, async (tx) => {
        const calendar = await loadCalendar(tx)
        const outcomes: (Outcome | Refusal)[] = []
        for (const each of all) {
          const { actor, organ, sent } = each
          outcomes.push(isLetIn(each) ? await submitRequest(tx, actor, organ, calendar, sent) : 'work is wanted')
        }
        // Ended here, so that nothing but the commit is left.
        await endAct(tx)
        isWritten = true
        return outcomes
      })
    } catch (error) {
      if (isWritten && !isUndone(error)) for (const each of all) unsure.add(each)
      throw error
    }
  })
  return {
    submit: async (one) => {
      const outcome = await gather(one.organ.id, one)
      if (outcome instanceof Refusal) throw outcome
      return outcome
    },
    mayBeKept: (one) => unsure.has(one),
  }
}

/**
 * Counts the tries of those that come together, each once however often they are done, and tells who is let in. In a transaction
 * of its own: a network asks several organs, and no organ's trouble may keep what is sent to another waiting.
 */
function countOnce(app: FastifyInstance, free: TryLimit) {
  const judged = new WeakMap<Submitting, boolean>()
  return async (organId: number, all: readonly Submitting[]): Promise<(one: Submitting) => boolean> => {
    const fresh = all.filter((each) => !judged.has(each))
    // A form that is sent several times at once is one try, or none: where one copy is kept, so may the others be.
    const letIn = new Set(fresh.flatMap(({ isProven, sent }) => (isProven ? sent.key : [])))
    if (fresh.some(({ sent }) => !letIn.has(sent.key)))
      await inOrgan(app.db, organId, async (tx) => {
        // Always in the same order: two such transactions do not wait for each other.
        for (const { sent, network } of fresh.toSorted((a, b) => (a.network < b.network ? -1 : 1)))
          if (
            !letIn.has(sent.key) &&
            ((await isSent(tx, organId, sent.key)) || (await countTry(tx, free, network, app.clock.now())).isOpen)
          )
            letIn.add(sent.key)
      })
    for (const each of fresh) judged.set(each, letIn.has(each.sent.key))
    return (one) => judged.get(one) === true
  }
}
