import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { LRUCache } from 'lru-cache'
import { factsOf } from './access-log.ts'
import { codingFor } from './coding.ts'
import { inTurn } from './in-turn.ts'
import { letGo } from './let-go.ts'

/** Gives again, before anything else looks at the request, what the whole server has just answered to the same question. */
export interface Front {
  /**
   * The answer with status 200 that `reply` is about to give with these bytes, as long as they are true, for whoever asks the same
   * without a cookie. Kept only where it was asked for under its own address and has no query: of other writings there is no end.
   */
  readonly keep: (request: FastifyRequest, reply: FastifyReply, page: FrontPage) => void
  /** False: the request is for the server behind. */
  readonly answer: (request: IncomingMessage, response: ServerResponse) => boolean
  /** How often it has answered. */
  readonly answered: () => number
  /** From then on everything is for the server behind, which tells who comes that it is closing. */
  readonly close: () => void
}

export interface FrontPage {
  /** Under which the site itself links to it. */
  readonly address: string
  readonly bytes: Buffer
  readonly isTrue: () => boolean
}

export interface FrontOptions {
  /** Whether the request asks for this site, which shows the same under all its names. */
  readonly isOwnHost: (request: IncomingMessage) => boolean
  /** Hears of each answer, with what is known of it since it was first given. */
  readonly onAnswer?: ((request: IncomingMessage, facts: string) => void) | undefined
}

interface Known {
  /** Name, value, name, value, as `writeHead` takes them. */
  readonly headers: string[]
  /**
   * Short ones as a string with a sign for each byte: Node sends head and body in one piece when both are strings, which costs
   * a quarter less than two. Long ones as they are: a string is copied each time.
   */
  readonly body: string | Buffer
  readonly isTrue: () => boolean
  /** For the log of answers. */
  readonly facts: string
}

const mostBytes = 32 * 1024 * 1024
/** What Node writes out of its own buffer, with room for the head. */
const longest = 15 * 1024

/** A page from memory costs a quarter of what it costs through hooks and routes, which are asked when it is first read. */
export function openFront({ isOwnHost, onAnswer }: FrontOptions): Front {
  const known = new LRUCache<string, Known>({
    maxSize: mostBytes,
    maxEntrySize: mostBytes / 8,
    sizeCalculation: ({ headers, body, facts }, question) =>
      question.length + headers.join('').length + body.length + facts.length,
  })
  const questionOf = (request: IncomingMessage) => {
    if (!isOpen || !isPlain(request) || !isOwnHost(request)) return undefined
    return `${codingFor(request) ?? 'plain'} ${request.url}`
  }
  let answered = 0
  let isOpen = true
  return {
    keep: (request, reply, { address, bytes, isTrue }) => {
      if (request.raw.url !== address || address.includes('?')) return
      const question = questionOf(request.raw)
      if (question === undefined) return
      const facts = onAnswer ? factsOf(answeredAs(request, bytes)) : ''
      const body = bytes.length > longest ? bytes : bytes.toString('latin1')
      known.set(question, { headers: headersOf(reply, bytes), body, isTrue, facts })
    },
    answer: (request, response) => {
      const question = questionOf(request)
      const found = question === undefined ? undefined : known.get(question)
      if (question === undefined || !found) return false
      if (!found.isTrue()) {
        known.delete(question)
        return false
      }
      answered += 1
      // Node itself adds the date, and whether the connection stays.
      response.writeHead(200, found.headers).end(found.body, 'latin1')
      onAnswer?.(request, found.facts)
      return true
    },
    answered: () => answered,
    close: () => {
      isOpen = false
      known.clear()
    },
  }
}

/** Whether it asks for no more than a page. */
const isPlain = ({ method, httpVersion, headers }: IncomingMessage): boolean =>
  method === 'GET' &&
  httpVersion === '1.1' &&
  headers.cookie === undefined &&
  headers['if-none-match'] === undefined &&
  headers['content-length'] === undefined &&
  headers['transfer-encoding'] === undefined

const answeredAs = ({ method, routeOptions, url }: FastifyRequest, { length }: Buffer) => ({
  method,
  route: routeOptions.url ?? 'none',
  path: url.split('?', 1)[0],
  status: 200,
  bytes: length,
  from: 'memory',
})

function headersOf(reply: FastifyReply, { length }: Buffer): string[] {
  const headers = { ...reply.getHeaders(), 'content-length': length }
  return Object.entries(headers).flatMap(([name, value]) => [value ?? []].flat().flatMap((each) => [name, `${each}`]))
}

const checkingMs = 5_000

/** A server of Node whose requests pass the front first. Times are in milliseconds. */
export function serverBehind(
  front: Front,
  behind: RequestListener,
  times: {
    readonly keepAlive: number
    readonly headers: number
    readonly request: number
    readonly connection: number
    readonly linger: number
  },
): Server {
  // How often Node looks for whoever has not sent what was announced in time; by itself twice a minute.
  const answer = inTurn((request, response) => {
    letGo(request, response, times.linger)
    if (!front.answer(request, response)) behind(request, response)
  })
  // A missing Host is told by `allowHosts`; what else than 100-continue is expected may be overlooked (RFC 9110, 10.1.1).
  // Node would answer both by itself, without words or headers.
  const server = createServer({ connectionsCheckingInterval: checkingMs, requireHostHeader: false }, answer)
  server.on('checkExpectation', answer)
  server.keepAliveTimeout = times.keepAlive
  server.requestTimeout = times.request
  server.headersTimeout = times.headers
  return server.setTimeout(times.connection)
}
