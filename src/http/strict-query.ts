import type { FastifyInstance } from 'fastify'
import { refusals } from '../refusal.ts'

/** Names that lead from an object to what all objects share, alone or as a step: a[__proto__][b]. */
const reserved = /(?:^|[[\].])(?:__proto__|constructor|prototype)(?:[[\].]|$)/

/** What follows the question mark is well-formed UTF-8, percent-encoded, without NUL and without reserved names, or refused. */
export function readStrictQuery(app: FastifyInstance): void {
  app.addHook('onRequest', (request, _reply, done) => {
    const at = request.raw.url?.indexOf('?') ?? -1
    done(at < 0 || isSound(request.raw.url?.slice(at + 1) ?? '') ? undefined : refusals.unreadableQuery())
  })
}

function isSound(query: string): boolean {
  try {
    for (const pair of query.split('&')) {
      const [name = '', ...rest] = pair.replaceAll('+', ' ').split('=')
      if (reserved.test(decodeURIComponent(name)) || decodeURIComponent(rest.join('=')).includes('\0')) return false
    }
    return true
  } catch {
    return false
  }
}
