import type { FastifyInstance } from 'fastify'
import { type Coding, codingFor, pack } from '../http/coding.ts'
import { publicRoute } from './serving.ts'

/** Serves a text under an address that changes with it, so that whoever has it never asks again. */
export function serveLasting(app: FastifyInstance, path: string, type: string, text: string): void {
  const bytes = Buffer.from(text)
  const packed: Partial<Record<Coding, Buffer>> = {}
  app.get(path, publicRoute, async (request, reply) => {
    reply
      .type(`${type}; charset=utf-8`)
      .headers({ 'cache-control': 'public, max-age=31536000, immutable', vary: 'accept-encoding' })
    const coding = codingFor(request)
    if (coding === undefined) return reply.send(bytes)
    packed[coding] ??= pack(bytes, coding, true)
    return reply.header('content-encoding', coding).send(packed[coding])
  })
}
