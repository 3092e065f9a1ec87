import type { FastifyInstance } from 'fastify'
import { networkOf } from '../db/attempts.ts'
import { refusals } from '../refusal.ts'

export interface CrowdLimits {
  /** Under way at one moment; a whole office behind one address has fewer. */
  readonly atOnce: number
  readonly waiting: number
}

interface Crowd {
  underWay: number
  readonly waiting: (() => void)[]
}

/** Whoever watches the server is answered whatever happens. */
const watching = new Set(['/healthz', '/readyz', '/metrics'])

/**
 * So many requests of one network are under way at a time; further ones wait for these and not for others', and from some
 * number on hear at once that they should come again. Who went away meanwhile is not begun.
 */
export function limitCrowds(app: FastifyInstance, limits: CrowdLimits = { atOnce: 64, waiting: 2_000 }): void {
  const crowds = new Map<string, Crowd>()
  app.addHook('onRequest', (request, reply, done) => {
    if (watching.has(request.routeOptions.url ?? '')) return done()
    const whose = app.callers.isUnbelieved(request.raw) ? 'unknown' : networkOf(request.ip)
    const crowd = crowds.get(whose) ?? { underWay: 0, waiting: [] }
    crowds.set(whose, crowd)
    const begin = () => {
      crowd.underWay += 1
      reply.raw.once('close', () => {
        crowd.underWay -= 1
        crowd.waiting.shift()?.()
        if (crowd.underWay === 0) crowds.delete(whose)
      })
      done()
    }
    if (crowd.underWay < limits.atOnce) return begin()
    if (crowd.waiting.length >= limits.waiting) return done(refusals.crowded())
    const gone = () => void crowd.waiting.splice(crowd.waiting.indexOf(turn), 1)
    const turn = () => {
      reply.raw.off('close', gone)
      begin()
    }
    reply.raw.once('close', gone)
    crowd.waiting.push(turn)
  })
}
