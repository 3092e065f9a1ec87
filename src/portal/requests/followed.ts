import type {} from '@fastify/cookie'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Organ } from '../../organs/organ.ts'
import { addresses } from '../site.ts'
import { followedMs } from './limits.ts'
import { readSigned, signed } from './signed.ts'

/** `__Secure-` where there is TLS; `__Host-` would send it to the whole site instead of these pages only. */
const nameOf = (request: FastifyRequest) =>
  request.protocol === 'https' ? '__Secure-kaicheng-request' : 'kaicheng-request'

const cookieWith = (request: FastifyRequest, organ: Organ, value: string, seconds: number): string =>
  `${nameOf(request)}=${value}; Path=${addresses.follow(organ)}; Max-Age=${seconds}; SameSite=Strict; HttpOnly${request.protocol === 'https' ? '; Secure' : ''}`

/** Lets the applicant see this request for an hour, on this site's pages about it. */
export function followedCookie(request: FastifyRequest, organ: Organ, id: string, now: Date): string {
  const token = signed('followed request', `${organ.id}.${id}.${now.getTime() + followedMs}`)
  return cookieWith(request, organ, token, followedMs / 1000)
}

export const endedCookie = (request: FastifyRequest, organ: Organ): string => cookieWith(request, organ, '', 0)

/** The request that was opened with code and secret, as long as that holds. */
export function followedRequest(request: FastifyRequest, organ: Organ, now: Date): string | undefined {
  const token = request.server.parseCookie(request.headers.cookie ?? '')[nameOf(request)]
  const [organId, id, until] = readSigned('followed request', token ?? '')?.split('.') ?? []
  const holds = organId === String(organ.id) && Number(until) > now.getTime()
  return holds ? z.uuid().parse(id) : undefined
}
