import type { FastifyReply } from 'fastify'
import { refusals } from '../refusal.ts'

/** Takes a place for an answer that is long work, until it is sent or its reader has gone; refuses when `most` are taken. */
export function downloadRoom(most: number): (reply: Pick<FastifyReply, 'raw'>) => void {
  let taken = 0
  return (reply) => {
    // Whoever has gone meanwhile gives no place back.
    if (reply.raw.destroyed || reply.raw.closed) return
    if (taken >= most) throw refusals.tooManyDownloads()
    taken += 1
    reply.raw.once('close', () => {
      taken -= 1
    })
  }
}
