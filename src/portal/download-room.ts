import type { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { contentDisposition } from '../files/disposition.ts'
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

interface WrittenFile {
  readonly type: string
  readonly name: string
  /** For programs that read no Chinese name. */
  readonly plainName: string
  readonly write: () => Readable
}

/** Sends files that are written anew for each reader, so many of them at the same time; whoever asks for the head alone takes no place. */
export function downloads(most: number) {
  const takePlace = downloadRoom(most)
  return (
    request: FastifyRequest,
    reply: FastifyReply,
    { type, name, plainName, write }: WrittenFile,
  ): FastifyReply => {
    const isHead = request.method === 'HEAD'
    if (!isHead) takePlace(reply)
    reply
      .type(type)
      .header('cache-control', 'no-cache')
      .header('content-disposition', contentDisposition(name, plainName))
    return isHead ? reply.send() : reply.send(write())
  }
}
