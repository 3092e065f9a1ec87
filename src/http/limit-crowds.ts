import type { FastifyInstance, FastifyRequest } from 'fastify'
import { networkOf } from '../db/attempts.ts'
import { hasBody, isMultipart } from './bodies.ts'
import { type CrowdLimits, openCrowds } from './crowds.ts'

/** Whoever watches the server is answered whatever happens. */
const watching = new Set(['/healthz', '/readyz', '/metrics'])

const usual = {
  /** Requests that are worked on. */
  work: { atOnce: 64, waiting: 2_000 },
  /** Forms that may bring files, from when they begin to come until they are answered: their files are looked into as they come. */
  uploads: { atOnce: 64, waiting: 200 },
}

/**
 * So many requests of one network are under way at a time; further ones wait for these and not for others', and from some
 * number on hear at once that they should come again. Who went away meanwhile is not begun.
 *
 * A body that is still coming takes no place of what is worked on, or a few slow lines would shut out all others behind the
 * same address: it is asked for its place again when it is here. Forms with files have places of their own, and staff who are
 * signed in other ones than the public of their network.
 */
export function limitCrowds(app: FastifyInstance, limits: Record<keyof typeof usual, CrowdLimits> = usual): void {
  const work = openCrowds(limits.work)
  const uploads = openCrowds(limits.uploads)
  const leaving = new WeakMap<FastifyRequest, () => void>()
  // Whoever has gone already has no address any more.
  const whose = ({ raw, ip, visit }: FastifyRequest) =>
    `${visit ? 'office ' : ''}${app.callers.isUnbelieved(raw) ? 'unknown' : networkOf(ip || '')}`

  app.addHook('onRequest', (request, reply, done) => {
    if (watching.has(request.routeOptions.url ?? '')) return done()
    work.enter(whose(request), reply.raw, (leave, refusal) => {
      leaving.set(request, leave)
      done(refusal)
    })
  })
  app.addHook('preParsing', (request, _reply, payload, done) => {
    if (hasBody(request)) leaving.get(request)?.()
    done(null, payload)
  })
  app.addHook('preValidation', (request, reply, done) => {
    if (!hasBody(request) || !leaving.has(request)) return done()
    const crowds = isMultipart(request) ? uploads : work
    crowds.enter(whose(request), reply.raw, (_leave, refusal) => done(refusal))
  })
}
