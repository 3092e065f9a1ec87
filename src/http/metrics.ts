import type { FastifyInstance } from 'fastify'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { countFaults } from '../faults/fault.ts'
import { inspectionCounts } from '../files/inspect/pool.ts'
import { listJobRuns } from '../jobs/runs.ts'
import { countOutbox } from '../outbox/standing.ts'
import { gaugeBackups } from './backup-metrics.ts'
import type { Front } from './front.ts'

let begun: Registry | undefined

/** Of the process, whichever servers run in it: what watches its memory and its loop is never taken down again. */
function processFigures(): Registry {
  if (begun) return begun
  begun = new Registry()
  collectDefaultMetrics({ register: begun, prefix: 'kaicheng_' })
  return begun
}

/** Counts every answer by route and status, and serves the figures to Prometheus at /metrics. */
export function countRequests(app: FastifyInstance, front: Front): void {
  const registry = new Registry()
  const ofProcess = processFigures()
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
  new Counter({
    name: 'kaicheng_faults_total',
    help: 'What went wrong in this process and stands in its log, by kind and by route, job or part',
    labelNames: ['kind', 'place'],
    registers: [registry],
    collect() {
      this.reset()
      for (const { kind, place, count } of countFaults()) this.inc({ kind, place }, count)
    },
  })
  const shared = [jobFigures(registry), outboxFigures(registry)]
  new Counter({
    name: 'kaicheng_file_inspections',
    help: 'Files looked into, by how it ended: answered, ended with their process, answered with garbage, or not taken in for now',
    labelNames: ['outcome'],
    registers: [registry],
    collect() {
      this.reset()
      for (const [outcome, count] of Object.entries(inspectionCounts())) this.inc({ outcome }, count)
    },
  })
  new Gauge({
    name: 'kaicheng_upload_bytes_held',
    help: 'Bytes of bodies that have come in and are not answered yet',
    registers: [registry],
    collect() {
      this.set(app.uploads.budget.held())
    },
  })
  gaugeBackups(app, registry)
  app.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'none'
    durations.observe({ route, status: reply.statusCode }, reply.elapsedTime / 1000)
    done()
  })
  app.get('/metrics', { config: { access: 'public' }, schema: { hide: true } }, async (_request, reply) => {
    // A database that is away must not take the other figures with it.
    await Promise.all(shared.map((figures) => figures.read(app).catch(() => {})))
    return reply.type(registry.contentType).send(await Registry.merge([ofProcess, registry]).metrics())
  })
}

/** Of all servers on this database, since its first start. */
function jobFigures(registry: Registry) {
  const shared = { labelNames: ['job' as const], registers: [registry] }
  const failed = new Counter({ name: 'kaicheng_job_failed_runs_total', help: 'Runs of a job that failed', ...shared })
  const succeeded = new Counter({ name: 'kaicheng_job_runs_total', help: 'Runs of a job that were done', ...shared })
  const row = new Gauge({ name: 'kaicheng_job_failed_in_a_row', help: 'Failures since the last success', ...shared })
  const last = new Gauge({
    name: 'kaicheng_job_last_success_seconds',
    help: 'When a job was last done, in seconds since 1970',
    ...shared,
  })
  return {
    read: async ({ db }: FastifyInstance): Promise<void> => {
      const runs = await db.transaction().execute(listJobRuns)
      for (const each of [failed, succeeded, row, last]) each.reset()
      for (const { name: job, ...run } of runs) {
        failed.inc({ job }, run.failed)
        succeeded.inc({ job }, run.succeeded)
        row.set({ job }, run.failedRunning)
        if (run.succeededAt) last.set({ job }, run.succeededAt.getTime() / 1000)
      }
    },
  }
}

/** Of all organs together. */
function outboxFigures(registry: Registry) {
  const shared = { labelNames: ['kind' as const], registers: [registry] }
  const waiting = new Gauge({ name: 'kaicheng_outbox_waiting', help: 'What waits to leave the house', ...shared })
  const failing = new Gauge({ name: 'kaicheng_outbox_failing', help: 'What of it has failed at least once', ...shared })
  const givenUp = new Gauge({
    name: 'kaicheng_outbox_given_up',
    help: 'What was given up and has not been tried again or forgotten since',
    ...shared,
  })
  const oldest = new Gauge({
    name: 'kaicheng_outbox_oldest_seconds',
    help: 'Since when the oldest waits, in seconds since 1970',
    ...shared,
  })
  return {
    read: async ({ db }: FastifyInstance): Promise<void> => {
      const counts = await db.transaction().execute(countOutbox)
      for (const each of [waiting, failing, givenUp, oldest]) each.reset()
      for (const { kind, ...count } of counts) {
        waiting.set({ kind }, count.waiting)
        failing.set({ kind }, count.failing)
        givenUp.set({ kind }, count.givenUp)
        if (count.oldest) oldest.set({ kind }, count.oldest.getTime() / 1000)
      }
    },
  }
}
