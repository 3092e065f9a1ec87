import type {} from '@fastify/cookie'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { readToken, type Token, writeToken } from './token.ts'

/** The prefix makes browsers refuse the cookie unless it is Secure, for all paths and for this very host. */
const cookieName = ({ protocol }: FastifyRequest): string => (protocol === 'https' ? '__Host-kaicheng' : 'kaicheng')

export function readSessionCookie(request: FastifyRequest): Token | undefined {
  const { cookie } = request.headers
  return cookie === undefined ? undefined : readToken(request.server.parseCookie(cookie)[cookieName(request)])
}

/** No script reads it and no other site makes the browser send it; it is gone when the browser is closed. */
export function sendSessionCookie(request: FastifyRequest, reply: FastifyReply, token: Token): void {
  reply.setCookie(cookieName(request), writeToken(token), options(request))
}

export function clearSessionCookie(request: FastifyRequest, reply: FastifyReply): void {
  reply.clearCookie(cookieName(request), options(request))
}

const options = ({ protocol }: FastifyRequest) =>
  ({ path: '/', httpOnly: true, sameSite: 'strict', secure: protocol === 'https' }) as const
