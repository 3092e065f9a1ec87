import type { FastifyInstance } from 'fastify'
import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import { gaugeBackups } from './backup-metrics.ts'
import type { Front } from './front.ts'

/** Counts every answer by route and status, and serves the figures to Prometheus at /metrics. */
export function countRequests(app: FastifyInstance, front: Front): void {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry, prefix: 'kaicheng_' })
  const durations = new Histogram({
    name: 'kaicheng_http_request_seconds',
    help: 'Time from request to answer, by route and status',
    labelNames: ['route', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.3, 1, 3, 10],
    registers: [registry],
  })
  new Counter({
    name: 'kaicheng_http_answers_from_front',
    help: 'Answers given again from memory, which are not among the requests above',
    registers: [registry],
    collect() {
      this.reset()
      this.inc(front.answered())
    },
  })
  gaugeBackups(app, registry)
  app.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'none'
    durations.observe({ route, status: reply.statusCode }, reply.elapsedTime / 1000)
    done()
  })
  app.get('/metrics', { config: { access: 'public' }, schema: { hide: true } }, async (_request, reply) =>
    reply.type(registry.contentType).send(await registry.metrics()),
  )
}
