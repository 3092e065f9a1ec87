import { randomBytes, timingSafeEqual } from 'node:crypto'
import type {} from '@fastify/cookie'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { keyedCode } from '../../db/sealed.ts'

/** So long a browser counts as one that the account has used. */
const days = 90
const dayMs = 24 * 3_600_000
/** Only signing in asks for it, so that it goes with no other page. */
const path = '/api/console/session'

const nameOf = ({ protocol }: FastifyRequest) => (protocol === 'https' ? '__Secure-kaicheng-known' : 'kaicheng-known')
const sealOf = (id: string, until: string, login: string) =>
  keyedCode('known browser', `${id} ${until} ${login}`).subarray(0, 16).toString('base64url')

/**
 * Marks the browser as one with which this account has signed in. It opens nothing: its tries are only counted apart, so that
 * nobody behind the same address can shut it out.
 */
export function rememberBrowser(request: FastifyRequest, reply: FastifyReply, login: string, now: Date): void {
  const id = randomBytes(12).toString('base64url')
  const until = String(now.getTime() + days * dayMs)
  reply.setCookie(nameOf(request), `${id}.${until}.${sealOf(id, until, login)}`, {
    path,
    httpOnly: true,
    sameSite: 'strict',
    maxAge: days * 24 * 3600,
    secure: request.protocol === 'https',
  })
}

/** The name of the browser, when this account has signed in with it. */
export function knownBrowser(request: FastifyRequest, login: string, now: Date): string | undefined {
  const { cookie } = request.headers
  const value = cookie === undefined ? undefined : request.server.parseCookie(cookie)[nameOf(request)]
  const [, id, until, seal] = /^([\w-]{16})\.(\d{13,14})\.([\w-]{22})$/.exec(value ?? '') ?? []
  if (!id || !until || !seal || Number(until) < now.getTime()) return undefined
  return timingSafeEqual(Buffer.from(seal), Buffer.from(sealOf(id, until, login))) ? id : undefined
}
