import type { FastifyPluginAsync } from 'fastify'
import { record } from '../audit/record.ts'
import { type BackupPlace, readBackupState } from '../backup/state.ts'
import { inOrgan } from '../db/organ.ts'
import { tellFault } from '../faults/fault.ts'
import { refusals } from '../refusal.ts'

export interface BackupDoor {
  readonly place: BackupPlace
  readonly prove: () => Promise<void>
}

/** What the page 运行状况 asks about backups, below /api/console. */
export const backupRoutes: FastifyPluginAsync<{ backup: BackupDoor | undefined }> = async (app, { backup }) => {
  const config = { access: { roles: ['systemAdmin'] } } as const

  app.get('/operations/backup', { config }, () =>
    app.db.transaction().execute((tx) => readBackupState(tx, backup?.place)),
  )
  app.post('/operations/backup/proof', { config }, async ({ actor }) => {
    if (!backup) throw refusals.noProofHere()
    await inOrgan(app.db, actor.organId, async (tx) => {
      if ((await readBackupState(tx, backup.place)).isRunning) throw refusals.proofUnderWay()
      await record(tx, actor, 'backup.proofStarted')
    })
    // It goes on when nobody waits for it; how it went stands in its row.
    backup.prove().catch((error: unknown) => void tellFault(error, { kind: 'background', place: 'proof of a backup' }))
    return {}
  })
}
