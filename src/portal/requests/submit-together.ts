import type { FastifyInstance } from 'fastify'
import { countTry, type TryLimit } from '../../db/attempts.ts'
import { gathering } from '../../db/gather.ts'
import { loadCalendar } from '../../db/office-calendar.ts'
import { inOrgan } from '../../db/organ.ts'
import type { Actor } from '../../organs/actor.ts'
import type { Organ } from '../../organs/organ.ts'
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

/** A series locks its numbers: what one transaction does for so many keeps nobody else waiting for long. */
const mostTogether = 25

/** Takes requests in, those that come to one organ at the same time in one transaction; each outcome is durable when it is told. */
export function submittingTogether(app: FastifyInstance, free: TryLimit): (one: Submitting) => Promise<Outcome> {
  const gather = gathering<Submitting, Outcome>(mostTogether, (organId, all) =>
    inOrgan(app.db, organId, async (tx) => {
      // A form that is sent several times at once is one try, or none: where one copy is kept, so may the others be.
      const letIn = new Set(all.flatMap(({ isProven, sent }) => (isProven ? sent.key : [])))
      const refused = new Set<Submitting>()
      // Always in the same order: two such transactions do not wait for each other.
      for (const each of all.toSorted((a, b) => (a.network < b.network ? -1 : 1))) {
        const { key } = each.sent
        if (letIn.has(key) || (await isSent(tx, organId, key))) continue
        const { isOpen } = await countTry(tx, free, each.network, app.clock.now())
        if (isOpen) letIn.add(key)
        else refused.add(each)
      }
      const calendar = await loadCalendar(tx)
      const outcomes: Outcome[] = []
      for (const each of all) {
        const { actor, organ, sent } = each
        outcomes.push(refused.has(each) ? 'work is wanted' : await submitRequest(tx, actor, organ, calendar, sent))
      }
      return outcomes
    }),
  )
  return (one) => gather(one.organ.id, one)
}
