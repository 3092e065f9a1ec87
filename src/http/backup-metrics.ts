import type { FastifyInstance } from 'fastify'
import { Gauge, type Registry } from 'prom-client'
import * as store from '../backup/store.ts'

/** Figures of archive and proofs; without a database they are left as they were. */
export function gaugeBackups(app: FastifyInstance, registry: Registry): void {
  const registers = [registry]
  const gauge = (name: string, help: string) => new Gauge({ name: `kaicheng_backup_${name}`, help, registers })
  const provedAt = gauge('last_proved_seconds', 'When the newest backup that was restored for trial ended, Unix time')
  const lastFailed = gauge('last_trial_failed', '1 when the newest finished trial of a backup failed')
  const archivedAt = gauge('last_archived_seconds', 'When the last piece of log was archived, Unix time')
  const isFailing = gauge('archive_failing', '1 when the last try to archive failed')
  new Gauge({
    name: 'kaicheng_backup_archive_failures',
    help: 'Failed tries to archive since the statistics began',
    registers,
    async collect() {
      const figures = await app.db
        .transaction()
        .execute(async (tx) => ({
          proved: await store.findLastProved(tx),
          trials: await store.listProofs(tx, 2),
          archiver: await store.readArchiver(tx),
        }))
        .catch(() => undefined)
      if (!figures) return
      const { proved, trials, archiver } = figures
      const seconds = (at: string | null | undefined) => (at ? Date.parse(at) / 1000 : 0)
      provedAt.set(seconds(proved?.endedAt))
      lastFailed.set(trials.find(({ isProved }) => isProved !== null)?.isProved === false ? 1 : 0)
      archivedAt.set(seconds(archiver?.lastArchivedAt))
      isFailing.set(archiver?.isFailing ? 1 : 0)
      this.set(archiver?.failures ?? 0)
    },
  })
}
