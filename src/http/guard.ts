import type { FastifyInstance, FastifyRequest } from 'fastify'
import { record } from '../audit/record.ts'
import type { PlainDate } from '../days/plain-date.ts'
import { inOrgan } from '../db/organ.ts'
import type { Actor } from '../organs/actor.ts'
import { findSession } from '../organs/session/actions.ts'
import { readSessionCookie } from '../organs/session/cookie.ts'
import { type Session, type Stage, staffActor, stageOf } from '../organs/session/session.ts'
import type { Token } from '../organs/session/token.ts'
import { type Refusal, refusals } from '../refusal.ts'
import { whyShut } from './access.ts'

export interface Clock {
  readonly now: () => Date
  /** The office's day. */
  readonly today: () => PlainDate
}

/** A session that came with a request. */
export interface Visit {
  readonly session: Session
  readonly stage: Stage
  readonly token: Token
}

declare module 'fastify' {
  interface FastifyInstance {
    clock: Clock
  }
  interface FastifyRequest {
    /** Undefined on public routes and for who is not signed in. */
    visit: Visit | undefined
    /** Who is signed in; only on routes that are not public. */
    readonly actor: Actor
  }
}

const changes = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])
const consolePaths = '/api/console/'

/** Denies by default: finds out who calls, whether from our own page, and whether the route is open to them. */
export function guardRoutes(app: FastifyInstance, clock: Clock, origin: string | undefined): void {
  app.decorate('clock', clock)
  app.decorateRequest('visit', undefined)
  app.decorateRequest('actor', {
    getter(this: FastifyRequest) {
      if (!this.visit) throw new Error(`${this.method} ${this.url} has no actor`)
      return staffActor(this.visit.session, clock.today(), this.ip)
    },
  })
  app.addHook('onRequest', async (request, reply) => {
    const { url, config } = request.routeOptions
    const { access } = config
    // The route and not the address: /%61pi/console/… leads there too.
    const ofConsole = url?.startsWith(consolePaths) === true
    // What is public may be kept, but is asked for again: a record may have been withdrawn.
    if (url?.startsWith('/api/')) reply.header('cache-control', ofConsole ? 'no-store' : 'no-cache')
    if (!access || (access === 'public' && !ofConsole)) return
    if (access !== 'public') request.visit = await visitOf(app, request)
    if (ofConsole && changes.has(request.method) && !isFromOwnPage(request, origin)) throw refusals.foreignPage()
    const { visit } = request
    if (visit && ofConsole && isUnasked(request)) throw refusals.unaskedQuery()
    const shut = whyShut(access, visit && { roles: visit.session.roles, stage: visit.stage })
    if (shut) throw shut
  })
}

async function visitOf(app: FastifyInstance, request: FastifyRequest): Promise<Visit | undefined> {
  const token = readSessionCookie(request)
  const now = app.clock.now()
  const session = token && (await findSession(app.db, token, now))
  return session && { session, stage: stageOf(session, now), token }
}

/** A query to a route that takes none, such as another organ's id: it must not look as if it had been heard. */
const isUnasked = ({ routeOptions: { schema }, query }: FastifyRequest): boolean =>
  !schema?.querystring && typeof query === 'object' && query !== null && Object.keys(query).length > 0

/** A page of another site can neither set the header nor hide where it comes from. */
function isFromOwnPage(request: FastifyRequest, origin: string | undefined): boolean {
  const { headers, protocol } = request
  if (headers['x-kaicheng'] !== 'console') return false
  const site = headers['sec-fetch-site']
  if (headers.origin === undefined) return site === 'same-origin'
  const own = [origin, `${protocol}://${headers.host}`]
  return own.includes(headers.origin) && (site === undefined || site === 'same-origin')
}

/** What was refused to somebody signed in goes into the organ's audit log, also an id that is another organ's. */
export async function recordRefusal(app: FastifyInstance, request: FastifyRequest, code: string): Promise<void> {
  if (!request.visit) return
  const subject = `${request.method} ${request.url.split('?', 1)[0]?.slice(0, 200)}`
  await inOrgan(app.db, request.actor.organId, (tx) =>
    record(tx, request.actor, 'access.refused', { subject, succeeded: false, detail: { code } }),
  )
}

export const isRecorded = ({ kind }: Refusal): boolean => kind === 'forbidden' || kind === 'missing'
