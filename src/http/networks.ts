import type { FastifyInstance } from 'fastify'
import { isWithin, listOf } from './address-list.ts'
import type { Addresses } from './addresses.ts'

/** From where routes may be called that are not for the public, as addresses and networks (10.20.0.0/16). */
export interface Networks {
  readonly metrics: readonly string[]
  /** 互联网政务应用安全管理规定 19: functions for staff only are reached from known addresses. Empty: from everywhere. */
  readonly console: readonly string[]
}

/**
 * Whoever calls from elsewhere hears that there is no such page; so does who comes through a proxy that is not believed, since
 * that proxy may well stand on this machine while whoever asks does not.
 */
export function limitNetworks(app: FastifyInstance, networks: Networks, { isUnbelieved }: Addresses): void {
  const metrics = listOf(['127.0.0.0/8', '::1', ...networks.metrics])
  const offices = networks.console.length > 0 ? listOf(networks.console) : undefined
  app.addHook('onRequest', (request, reply, done) => {
    const { url = '' } = request.routeOptions
    const allowed = url === '/metrics' ? metrics : /^\/(?:api\/)?console\//.test(url) ? offices : undefined
    if (!allowed || (isWithin(allowed, request.ip) && !isUnbelieved(request.raw))) return done()
    reply.callNotFound()
  })
}
