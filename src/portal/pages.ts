import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { chineseDate, officeDay, type PlainDate, timeOfDay } from '../days/plain-date.ts'
import type { Database, Tx } from '../db/database.ts'
import { isReachable } from '../db/reachable.ts'
import { tellFault } from '../faults/fault.ts'
import { type Coding, codingFor, pack } from '../http/coding.ts'
import type { Front } from '../http/front.ts'
import { displayFrom } from './display.ts'
import { blindTrustMs, type Freshness, freshness } from './freshness.ts'
import { type Kept, type PageCache, pageCache } from './page-cache.ts'
import { inTraditional, wantsTraditional, withSwitch } from './traditional.ts'

/** What a page's writer hands over. Only answers with status 200 or a redirect are kept. */
export interface Answer {
  readonly status?: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Buffer
  /** The only organ of which it shows anything beside the organs' own facts: no change of another one makes it old. */
  readonly organId?: number
}

export interface PagesOptions {
  readonly db: Database
  /** True while word of every change is sure to arrive. */
  readonly hearsChanges: () => boolean
  /** What a page says may change with the day: 尚未施行 becomes 现行有效. */
  readonly today?: () => PlainDate | undefined
  /** Is told of what goes out from memory. */
  readonly front?: Front | undefined
}

type Write<Source> = (source: Source) => Promise<Answer>
/** `path` is the page's own address, with those parameters that it knows: readers of the same one share what is kept. */
type Serve<Source> = (
  request: FastifyRequest,
  reply: FastifyReply,
  path: string,
  write: Write<Source>,
) => Promise<FastifyReply>

export interface Pages {
  readonly serve: Serve<Tx>
  /** The same for a page that takes one statement, which sees one moment without a transaction. */
  readonly serveOne: Serve<Database>
  /**
   * Of this organ (undefined: of all), and of several, everything written before this moment is out of date; while the database is
   * away it is shown all the same.
   */
  readonly outdate: (organId?: number) => void
  /** The same where something was withdrawn: what was written before this moment is never shown again. */
  readonly forget: (organId?: number) => void
}

const mebibyte = 1024 * 1024
const limits = { plain: { bytes: 48 * mebibyte, pages: 1_500 }, queried: { bytes: 16 * mebibyte, pages: 500 } }

/** Answers from memory; reads the database once for each page and each change, however many ask at the same time. */
export function keepPages({ db, hearsChanges, today = () => undefined, front }: PagesOptions): Pages {
  const cache = pageCache(limits)
  const fresh = freshness(hearsChanges, today)
  const written = writingOnce(cache, fresh, today)

  const answer = async (request: FastifyRequest, reply: FastifyReply, path: string, write: () => Promise<Answer>) => {
    const { cookie } = request.headers
    const isTraditional = wantsTraditional(cookie)
    const key = `${displayFrom(cookie)}${isTraditional ? ' traditional' : ''} ${path}`
    const hand = (kept: Kept, isKnown = false) => {
      const coding = codingFor(request)
      const page = coding === undefined ? kept : packedAs(coding, kept)
      if (page !== kept && page.status < 400 && cache.get(key) === kept) cache.set(key, page)
      const way = wayOf(page, coding)
      const sent = send(request, reply, page, way)
      // Whoever is asked for a second time is likely to be asked again.
      if (isKnown && sent.statusCode === 200)
        front?.keep(request, reply, { address: path, bytes: way.bytes, isTrue: () => fresh.isTrue(page) })
      return sent
    }
    const known = cache.get(key)
    if (known && fresh.isTrue(known)) return hand(known, true)
    try {
      return hand(await written(key, async () => inCharacters(await write(), isTraditional)))
    } catch (cause) {
      if (await isReachable(db)) throw cause
      tellFault(cause, { kind: 'database', place: 'pages' })
      return hand(spare(cache, fresh, key, cause))
    }
  }

  return {
    outdate: fresh.outdate,
    forget: (organId) => {
      fresh.forget(organId)
      if (organId === undefined) cache.clear()
    },
    serve: (request, reply, path, write) =>
      answer(request, reply, path, () =>
        db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(write),
      ),
    serveOne: (request, reply, path, write) => answer(request, reply, path, () => write(db)),
  }
}

/** A page in the characters that were asked for, with the way to the others. */
function inCharacters(answer: Answer, isTraditional: boolean): Answer {
  const { headers, body } = answer
  if (typeof body !== 'string' || !headers['content-type']?.startsWith('text/html')) return answer
  return { ...answer, body: isTraditional ? inTraditional(body) : withSwitch(body) }
}

/** Writes pages, one writing at a time for each page and state of the world, and keeps those that may be kept. */
function writingOnce(cache: PageCache, fresh: Freshness, today: () => PlainDate | undefined) {
  const underway = new Map<string, Promise<Kept>>()
  const rewrite = async (key: string, write: () => Promise<Answer>): Promise<Kept> => {
    const [begun, writtenOn] = [fresh.generation(), today()]
    const kept = keep(await write(), begun, writtenOn)
    // What is gone must not come back from memory when the database is away.
    if (kept.status >= 400) cache.delete(key)
    else if (fresh.mayBeShown(kept)) cache.set(key, kept)
    return kept
  }
  return (key: string, write: () => Promise<Answer>): Promise<Kept> => {
    const task = `${fresh.generation()} ${key}`
    const running = underway.get(task)
    if (running) return running
    const started = rewrite(key, write).finally(() => underway.delete(task))
    underway.set(task, started)
    return started
  }
}

/** The last that was known, kept for a moment: asking again at once would only make everybody wait. Refuses where nothing may be shown. */
function spare(cache: PageCache, fresh: Freshness, key: string, cause: unknown): Kept {
  const last = cache.get(key)
  if (!last || !fresh.mayBeShown(last))
    throw Object.assign(new Error('database unreachable', { cause }), { statusCode: 503 })
  const spared = { ...asOf(last), sparedUntil: Date.now() + blindTrustMs }
  cache.set(key, spared)
  return spared
}

const etagOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

function keep(
  { status = 200, headers, body, organId }: Answer,
  generation: number,
  writtenOn: PlainDate | undefined,
): Kept {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body
  return {
    status,
    headers: { 'cache-control': status < 400 ? 'no-cache' : 'no-store', vary: 'accept-encoding, cookie', ...headers },
    body: bytes,
    packed: {},
    etag: etagOf(bytes),
    organId,
    generation,
    writtenOn,
    writtenAt: Date.now(),
    sparedUntil: 0,
    saysAsOf: false,
  }
}

const isText = ({ headers }: Kept): boolean => /^text\/|xml|json/.test(headers['content-type'] ?? '')

/** A page that may be out of date says of when it is, above its text. */
function asOf(kept: Kept): Kept {
  if (kept.saysAsOf || !kept.headers['content-type']?.startsWith('text/html')) return kept
  const at = new Date()
  at.setTime(kept.writtenAt)
  const line = `<p class="as-of" role="status"><span class="column">系统暂时无法读取最新信息，本页显示的是${chineseDate(officeDay(at))}${timeOfDay(at)}的内容。</span></p>`
  const body = Buffer.from(kept.body.toString().replace('<main ', `${line}<main `))
  return { ...kept, body, packed: {}, etag: etagOf(body), saysAsOf: true }
}

/** Packed when first asked for so; what does not shrink is left as it is. */
function packedAs(coding: Coding, kept: Kept): Kept {
  if (kept.packed[coding] !== undefined) return kept
  const bytes = kept.body.length > 1_000 && isText(kept) ? pack(kept.body, coding) : null
  const isSmaller = bytes && bytes.length < kept.body.length * 0.9
  return { ...kept, packed: { ...kept.packed, [coding]: isSmaller ? bytes : null } }
}

/** What goes over the wire. */
interface Way {
  readonly bytes: Buffer
  readonly coding: Coding | undefined
}

function wayOf({ body, packed }: Kept, coding: Coding | undefined): Way {
  const bytes = coding && packed[coding]
  return bytes ? { bytes, coding } : { bytes: body, coding: undefined }
}

function send(request: FastifyRequest, reply: FastifyReply, kept: Kept, { bytes, coding }: Way): FastifyReply {
  const { 'if-none-match': seen } = request.headers
  reply.headers(kept.headers)
  if (kept.status === 200) {
    const etag = coding ? `"${kept.etag}-${coding}"` : `"${kept.etag}"`
    reply.header('etag', etag)
    if (seen !== undefined && matches(seen, etag)) return reply.code(304).send()
  }
  if (coding) reply.header('content-encoding', coding)
  return reply.code(kept.status).send(bytes)
}

const matches = (seen: string, etag: string): boolean =>
  seen.split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag)
