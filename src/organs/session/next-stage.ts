import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { refusals } from '../../refusal.ts'
import { findSession } from './actions.ts'
import { sendSessionCookie } from './cookie.ts'
import { knownBrowser, rememberBrowser } from './known-browser.ts'
import type { Signing } from './second-factor-actions.ts'
import { type Stage, stageOf } from './session.ts'
import type { Token } from './token.ts'
import type { Place } from './tries.ts'

/** From where somebody tries to sign in under this name. */
export const placeOf = ({ callers, clock }: FastifyInstance, request: FastifyRequest, login: string): Place => ({
  address: request.ip,
  browser: knownBrowser(request, login, clock.now()),
  isShared: callers.isUnbelieved(request.raw) && isLoopback(request.ip),
})

/** Who is signing in, or signed in; refuses who is not. */
export function signingOf(app: FastifyInstance, request: FastifyRequest): Signing {
  if (!request.visit) throw refusals.signedOut()
  const { session, token } = request.visit
  return { session, token, place: placeOf(app, request, session.staff.login) }
}

/** Hands over the token of the next stage and says which it is; whoever has passed the last one has used this browser. */
export async function goOn(
  app: FastifyInstance,
  request: FastifyRequest,
  reply: FastifyReply,
  token: Token,
  login: string,
): Promise<{ readonly stage: Stage }> {
  sendSessionCookie(request, reply, token)
  const now = app.clock.now()
  const session = await findSession(app.db, token, now)
  if (!session) throw refusals.signedOut()
  const stage = stageOf(session, now)
  if (stage === 'in') rememberBrowser(request, reply, login, now)
  return { stage }
}

const isLoopback = (address: string): boolean => /^(?:::ffff:)?127\.|^::1$/.test(address)
