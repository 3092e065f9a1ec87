import type { FastifyInstance, FastifyRequest } from 'fastify'
import { refusals } from '../../refusal.ts'
import { type Budget, budgetLimits, type Hold, openBudget } from './budget.ts'
import { type DiskRoom, unmeasuredDisk } from './disk-room.ts'

declare module 'fastify' {
  interface FastifyInstance {
    uploads: Uploads
  }
}

/** What all routes that take large bodies share. */
export interface Uploads {
  readonly budget: Budget
  /**
   * Refuses when the disk would be nearly full with what the request announces, or without that with one more file of
   * `mostBytes`, and with all others that are on their way: texts go on as long as they can.
   */
  readonly refuseWithoutRoom: (request: FastifyRequest, mostBytes: number) => Promise<void>
  /** The hold is released when the request has been answered. */
  readonly releaseAfter: (request: FastifyRequest, hold: Hold) => void
}

/** `disk` measures where the data are; without it nothing is measured, as with a database elsewhere. */
export function openUploads(app: FastifyInstance, disk: DiskRoom = unmeasuredDisk, budget = openBudget()): void {
  const held = new WeakMap<FastifyRequest, Hold[]>()
  /** What each request that is not answered yet may still write. */
  const coming = new Map<FastifyRequest, number>()
  const onTheWay = (): number => {
    let bytes = 0
    for (const each of coming.values()) bytes += each
    // However much is announced, no more than this can be here at once.
    return Math.min(Math.max(bytes, budget.held()), budgetLimits.total)
  }
  app.addHook('onResponse', async (request) => {
    for (const hold of held.get(request) ?? []) hold.release()
    held.delete(request)
    coming.delete(request)
  })
  app.decorate('uploads', {
    budget,
    refuseWithoutRoom: async (request, mostBytes) => {
      const before = coming.get(request)
      const announced = Number(request.headers['content-length'])
      coming.set(request, Number.isFinite(announced) ? announced : (before ?? 0) + mostBytes)
      if (await disk.hasRoom(onTheWay())) return
      if (before === undefined) coming.delete(request)
      else coming.set(request, before)
      throw refusals.noRoom()
    },
    releaseAfter: (request, hold) => held.set(request, [...(held.get(request) ?? []), hold]),
  })
}
