import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type AccessLog, factsOf } from './access-log.ts'

/** Writes down every answer that hooks hear of: by route, with who was signed in and the fault, if any. */
export function logAnswers(app: FastifyInstance, log: AccessLog): void {
  app.addHook('onResponse', (request, reply, done) => {
    const { method, routeOptions, visit, ip, fault } = request
    const facts = factsOf({
      method,
      route: routeOptions.url ?? 'none',
      path: pathOf(request, reply),
      status: reply.statusCode,
      bytes: bytesOf(reply),
    })
    log.write(facts, { address: ip, ms: reply.elapsedTime, actor: visit?.session.staff.id, fault })
    done()
  })
}

/** An address that led to no route, for it was not even readable. */
export const badAddress = (method: string, status: number): string => factsOf({ method, route: 'unreadable', status })

/** Which public page was read. What is about one person's request, or not there, is told by its route alone. */
function pathOf({ method, routeOptions, url }: FastifyRequest, { statusCode }: FastifyReply): string | undefined {
  const { url: route, config } = routeOptions
  if (!route || method !== 'GET' || config.access !== 'public' || statusCode >= 400) return undefined
  const [path = ''] = url.split('?', 1)
  return [route, path].some((each) => each.includes('/requests/')) ? undefined : path
}

function bytesOf(reply: FastifyReply): number | undefined {
  const length = reply.getHeader('content-length')
  return length === undefined ? undefined : Number(length)
}
