import { randomBytes } from 'node:crypto'
import type {} from '@fastify/cookie'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Database } from '../../db/database.ts'
import { inOrgan } from '../../db/organ.ts'
import { isVoid, makeVoid } from '../../db/void-tokens.ts'
import type { Organ } from '../../organs/organ.ts'
import { isStillOpenedBy, receiptMark } from '../../requests/follow.ts'
import type { Receipt } from '../../requests/receipt.ts'
import { addresses } from '../site.ts'
import { followedMs } from './limits.ts'
import { readSigned, signed } from './signed.ts'

/** `__Secure-` where there is TLS; `__Host-` would send it to the whole site instead of these pages only. */
const nameOf = (request: FastifyRequest) =>
  request.protocol === 'https' ? '__Secure-kaicheng-request' : 'kaicheng-request'

const cookieWith = (request: FastifyRequest, organ: Organ, value: string, seconds: number): string =>
  `${nameOf(request)}=${value}; Path=${addresses.follow(organ)}; Max-Age=${seconds}; SameSite=Strict; HttpOnly${request.protocol === 'https' ? '; Secure' : ''}`

interface Opened {
  readonly id: string
  readonly receipt: Receipt
}

/** Lets the applicant see this request for an hour, on this site's pages about it, or until they leave or get another code. */
export function followedCookie(request: FastifyRequest, organ: Organ, { id, receipt }: Opened, now: Date): string {
  const visit = randomBytes(9).toString('base64url')
  const until = now.getTime() + followedMs
  const token = signed('followed request', `${organ.id}.${id}.${until}.${receiptMark(receipt)}.${visit}`)
  return cookieWith(request, organ, token, followedMs / 1000)
}

export const endedCookie = (request: FastifyRequest, organ: Organ): string => cookieWith(request, organ, '', 0)

const tokenOf = (request: FastifyRequest): string =>
  request.server.parseCookie(request.headers.cookie ?? '')[nameOf(request)] ?? ''

/** The request that was opened with code and secret, as long as that holds and nobody has left it. */
export async function followedRequest(
  db: Database,
  request: FastifyRequest,
  organ: Organ,
  now: Date,
): Promise<string | undefined> {
  const token = tokenOf(request)
  const [organId, id = '', until, mark = ''] = readSigned('followed request', token)?.split('.') ?? []
  const holds = organId === String(organ.id) && Number(until) > now.getTime()
  if (!holds) return undefined
  const isOpen = await inOrgan(
    db,
    organ.id,
    async (tx) => !(await isVoid(tx, token)) && (await isStillOpenedBy(tx, organ.id, id, mark)),
  )
  return isOpen ? z.uuid().parse(id) : undefined
}

/** Makes the cookie void for whoever has kept it. One that we did not sign leaves nothing behind. */
export async function leaveFollowed(db: Database, request: FastifyRequest, now: Date): Promise<void> {
  const token = tokenOf(request)
  if (readSigned('followed request', token)) await db.transaction().execute((tx) => makeVoid(tx, token, now))
}
