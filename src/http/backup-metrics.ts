import type { FastifyInstance } from 'fastify'
import { Gauge, type Registry } from 'prom-client'
import * as store from '../backup/store.ts'

type Figures = Awaited<ReturnType<typeof read>>

const read = (app: FastifyInstance) =>
  app.db.transaction().execute(async (tx) => ({
    proved: await store.findLastProved(tx),
    trials: await store.listProofs(tx, 2),
    archiver: await store.readArchiver(tx),
  }))

/** Figures of archive and proofs; without a database they are left as they were. */
export function gaugeBackups(app: FastifyInstance, registry: Registry): void {
  let reading: Promise<Figures | undefined> | undefined
  /** All gauges of one answer are asked at the same time, and read once. */
  const figures = () => {
    reading ??= read(app)
      .catch(() => undefined)
      .finally(() => {
        reading = undefined
      })
    return reading
  }
  const gauge = (name: string, help: string, value: (figures: Figures) => number) =>
    new Gauge({
      name: `kaicheng_backup_${name}`,
      help,
      registers: [registry],
      async collect() {
        const now = await figures()
        if (now) this.set(value(now))
      },
    })
  const seconds = (at: string | null | undefined) => (at ? Date.parse(at) / 1000 : 0)
  gauge('last_proved_seconds', 'When the newest backup that was restored for trial ended, Unix time', ({ proved }) =>
    seconds(proved?.endedAt),
  )
  gauge('last_trial_failed', '1 when the newest finished trial of a backup failed', ({ trials }) =>
    trials.find(({ isProved }) => isProved !== null)?.isProved === false ? 1 : 0,
  )
  gauge('last_archived_seconds', 'When the last piece of log was archived, Unix time', ({ archiver }) =>
    seconds(archiver?.lastArchivedAt),
  )
  gauge('archive_failing', '1 when the last try to archive failed', ({ archiver }) => (archiver?.isFailing ? 1 : 0))
  gauge(
    'archive_failures',
    'Failed tries to archive since the statistics began',
    ({ archiver }) => archiver?.failures ?? 0,
  )
}
