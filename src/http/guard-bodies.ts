import { PassThrough } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { networkOf } from '../db/attempts.ts'
import { refusals } from '../refusal.ts'
import { hasBody, isMultipart } from './bodies.ts'

/** Less than a handler may take: so whoever sends too slowly hears that, and not that the server is busy. */
const wholeMs = 8_000

/**
 * Bodies that are no files come within a few seconds, and all of them together find room. Files are collected by their
 * routes, at a pace of their own.
 */
export function guardBodies(app: FastifyInstance, mostMs = wholeMs): void {
  app.addHook('preParsing', async (request, _reply, payload) => {
    if (!hasBody(request) || isMultipart(request)) return payload
    // An answer may be given before the body is read, and then nobody else hears of an error.
    const guarded = new PassThrough().on('error', () => {})
    const { uploads } = request.server
    const hold = uploads.budget.open(request.visit ? 'office' : { network: networkOf(request.ip) }, () =>
      guarded.destroy(refusals.uploadGaveWay()),
    )
    uploads.releaseAfter(request, hold)
    const timer = setTimeout(() => guarded.destroy(refusals.slowUpload()), mostMs)
    payload.on('data', (chunk: Buffer) => {
      try {
        hold.take(chunk.length)
      } catch (error) {
        guarded.destroy(error instanceof Error ? error : new Error('the room was not counted', { cause: error }))
      }
    })
    payload.once('error', (error) => guarded.destroy(error))
    guarded.once('close', () => clearTimeout(timer))
    payload.pipe(guarded).once('finish', hold.isWhole)
    return guarded
  })
}
