import type { FastifyInstance, FastifyRequest } from 'fastify'
import { refusals } from '../../refusal.ts'
import { type Budget, type Hold, openBudget } from './budget.ts'
import { type DiskRoom, unmeasuredDisk } from './disk-room.ts'

declare module 'fastify' {
  interface FastifyInstance {
    uploads: Uploads
  }
}

/** What all routes that take large bodies share. */
export interface Uploads {
  readonly budget: Budget
  /** Refuses when the disk is nearly full: texts go on as long as they can. */
  readonly refuseWithoutRoom: () => Promise<void>
  /** The hold is released when the request has been answered. */
  readonly releaseAfter: (request: FastifyRequest, hold: Hold) => void
}

/** `disk` measures where the data are; without it nothing is measured, as with a database elsewhere. */
export function openUploads(app: FastifyInstance, disk: DiskRoom = unmeasuredDisk, budget = openBudget()): void {
  const held = new WeakMap<FastifyRequest, Hold[]>()
  app.addHook('onResponse', async (request) => {
    for (const hold of held.get(request) ?? []) hold.release()
    held.delete(request)
  })
  app.decorate('uploads', {
    budget,
    refuseWithoutRoom: async () => {
      if (!(await disk.hasRoom())) throw refusals.noRoom()
    },
    releaseAfter: (request, hold) => held.set(request, [...(held.get(request) ?? []), hold]),
  })
}
