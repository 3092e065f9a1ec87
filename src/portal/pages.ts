import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Database, Tx } from '../db/database.ts'
import { isReachable } from '../db/reachable.ts'
import { type Kept, PageCache } from './page-cache.ts'

/** What a page's writer hands over. Only answers with status 200 or a redirect are kept. */
export interface Answer {
  readonly status?: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Buffer
}

export interface PagesOptions {
  readonly db: Database
  /** True while word of every change is sure to arrive. */
  readonly hearsChanges: () => boolean
}

export interface Pages {
  readonly serve: (
    request: FastifyRequest,
    reply: FastifyReply,
    key: string,
    write: (tx: Tx) => Promise<Answer>,
  ) => Promise<FastifyReply>
  /** Everything written before this moment is out of date. */
  readonly outdate: () => void
}

const limits = { bytes: 64 * 1024 * 1024, pages: 2_000 }
/** Without word of changes a page is believed no longer than this. */
const blindTrustMs = 3_000

/** Answers from memory; reads the database once for each page and each change, however many ask at the same time. */
export function keepPages({ db, hearsChanges }: PagesOptions): Pages {
  const cache = new PageCache(limits)
  const underway = new Map<string, Promise<Kept>>()
  let generation = 0

  const isTrue = (kept: Kept): boolean =>
    (kept.generation === generation && (hearsChanges() || Date.now() - kept.writtenAt < blindTrustMs)) ||
    Date.now() < kept.sparedUntil

  const rewrite = async (key: string, write: (tx: Tx) => Promise<Answer>): Promise<Kept> => {
    const begun = generation
    const answer = await db
      .transaction()
      .setIsolationLevel('repeatable read')
      .setAccessMode('read only')
      .execute((tx) => write(tx))
    const kept = keep(answer, begun)
    if (kept.status < 400) cache.set(key, kept)
    return kept
  }

  /** One writing at a time for each page and state of the world. */
  const written = (key: string, write: (tx: Tx) => Promise<Answer>): Promise<Kept> => {
    const task = `${generation} ${key}`
    const running = underway.get(task)
    if (running) return running
    const started = rewrite(key, write).finally(() => underway.delete(task))
    underway.set(task, started)
    return started
  }

  return {
    outdate: () => {
      generation += 1
    },
    serve: async (request, reply, key, write) => {
      const known = cache.get(key)
      if (known && isTrue(known)) return send(request, reply, known)
      try {
        return send(request, reply, await written(key, write))
      } catch (cause) {
        if (await isReachable(db)) throw cause
        if (!known) throw Object.assign(new Error('database unreachable', { cause }), { statusCode: 503 })
        // The last that was known is better than nothing, and asking again at once would only make everybody wait.
        cache.set(key, { ...known, sparedUntil: Date.now() + blindTrustMs })
        return send(request, reply, known)
      }
    },
  }
}

function keep({ status = 200, headers, body }: Answer, generation: number): Kept {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body
  const zipped = bytes.length > 1_000 ? gzipSync(bytes) : bytes
  const helps = zipped.length < bytes.length * 0.9
  return {
    status,
    headers: { 'cache-control': status < 400 ? 'no-cache' : 'no-store', vary: 'accept-encoding, cookie', ...headers },
    body: bytes,
    gzip: helps ? zipped : null,
    etag: createHash('sha256').update(bytes).digest('hex'),
    generation,
    writtenAt: Date.now(),
    sparedUntil: 0,
  }
}

function send(request: FastifyRequest, reply: FastifyReply, kept: Kept): FastifyReply {
  const { 'accept-encoding': encodings, 'if-none-match': seen } = request.headers
  const gzip =
    kept.gzip !== null && encodings !== undefined && /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?(?:,|$))/i.test(encodings)
  reply.headers(kept.headers)
  if (kept.status === 200) {
    const etag = gzip ? `"${kept.etag}-gzip"` : `"${kept.etag}"`
    reply.header('etag', etag)
    if (seen !== undefined && matches(seen, etag)) return reply.code(304).send()
  }
  if (gzip) reply.header('content-encoding', 'gzip')
  return reply.code(kept.status).send(gzip ? kept.gzip : kept.body)
}

const matches = (seen: string, etag: string): boolean =>
  seen.split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag)
