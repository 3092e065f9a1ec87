import type { FastifyInstance } from 'fastify'
import { LRUCache } from 'lru-cache'
import { networkOf } from '../db/attempts.ts'

const minute = 60_000
const mostMisses = 100
const mostAddresses = 50_000

/**
 * Counts addresses that are not there, by who asks: whoever tries them out hears after the hundredth in a minute that it is
 * too many, and learns nothing more. Pages that exist stay open, also to others behind the same address.
 */
export function countMisses(now: () => number): (address: string) => boolean {
  // A list of addresses must not grow without end.
  const misses = new LRUCache<string, { since: number; count: number }>({ max: mostAddresses })
  return (address) => {
    const at = now()
    const known = misses.get(address)
    const entry = known && at - known.since < minute ? known : { since: at, count: 0 }
    entry.count += 1
    misses.set(address, entry)
    return entry.count > mostMisses
  }
}

/** Every answer that something is not there, whoever gives it; staff are known, and each refusal of theirs is in the audit log. */
export function limitMisses(app: FastifyInstance): void {
  const isTooMany = countMisses(() => app.clock.now().getTime())
  app.addHook('onSend', async (request, reply, payload) => {
    if (reply.statusCode !== 404 || request.visit || !isTooMany(networkOf(request.ip))) return payload
    for (const header of ['content-encoding', 'content-length', 'etag', 'last-modified']) reply.removeHeader(header)
    reply.code(429).headers({ 'cache-control': 'no-store', 'retry-after': minute / 1000 })
    if (request.url.startsWith('/api/'))
      return JSON.stringify({ code: 'too_many_misses', message: tooManyMisses.message })
    reply.type('text/html; charset=utf-8')
    return app.renderProblem(tooManyMisses, request)
  })
}

const tooManyMisses = {
  status: 429,
  title: '访问过于频繁',
  message: '您在短时间内多次访问不存在的地址，请一分钟后再试，或从首页查找',
}
