import type {} from '@fastify/cookie'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { opens, seal, unseal } from '../../db/sealed.ts'
import { Errand } from './directory.ts'

/** So long somebody may be at the directory. */
export const errandMs = 10 * 60_000

const path = '/api/console/session/directory'
const place = { table: 'directory', organId: 0, id: 'errand' }
const nameOf = ({ protocol }: FastifyRequest) =>
  protocol === 'https' ? '__Secure-kaicheng-directory' : 'kaicheng-directory'
/** Lax: the browser comes back from another site. */
const options = ({ protocol }: FastifyRequest) =>
  ({ path, httpOnly: true, sameSite: 'lax', secure: protocol === 'https' }) as const

export function sendErrand(request: FastifyRequest, reply: FastifyReply, errand: Errand, now: Date): void {
  const kept = seal(JSON.stringify({ errand, until: now.getTime() + errandMs }), place)
  reply.setCookie(nameOf(request), kept, { ...options(request), maxAge: errandMs / 1000 })
}

/** What this browser was sent to the directory with, unless that was too long ago. */
export function readErrand(request: FastifyRequest, now: Date): Errand | undefined {
  const { cookie } = request.headers
  const kept = cookie === undefined ? undefined : request.server.parseCookie(cookie)[nameOf(request)]
  if (!kept || !opens(kept, place)) return undefined
  const { errand, until } = JSON.parse(unseal(kept, place))
  return until > now.getTime() ? Errand.parse(errand) : undefined
}

export function clearErrand(request: FastifyRequest, reply: FastifyReply): void {
  reply.clearCookie(nameOf(request), options(request))
}
