import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { factsOf } from './access-log.ts'
import { onlyHost } from './hosts.ts'
import { inTurn } from './in-turn.ts'

/** Gives again, before anything else looks at the request, what the whole server has just answered to the same question. */
export interface Front {
  /** The answer with status 200 that `reply` is about to give with these bytes, as long as they are true, for whoever asks the same without a cookie. */
  readonly keep: (request: FastifyRequest, reply: FastifyReply, bytes: Buffer, isTrue: () => boolean) => void
  /** False: the request is for the server behind. */
  readonly answer: (request: IncomingMessage, response: ServerResponse) => boolean
  /** How often it has answered. */
  readonly answered: () => number
  /** From then on everything is for the server behind, which tells who comes that it is closing. */
  readonly close: () => void
}

interface Known {
  /** Head and body, as they go over the line. */
  readonly whole: Buffer
  readonly isTrue: () => boolean
  /** For the log of answers. */
  readonly facts: string
}

const mostBytes = 32 * 1024 * 1024

/**
 * A page from memory costs a quarter of what it costs through hooks and routes, which are asked when it is first read.
 * `onAnswer` hears of each answer, with what is known of it since it was first given.
 */
export function openFront(onAnswer?: (request: IncomingMessage, facts: string) => void): Front {
  const known = new Map<string, Known>()
  let bytesKnown = 0
  let answered = 0
  let isOpen = true
  const forget = (question: string): void => {
    bytesKnown -= known.get(question)?.whole.length ?? 0
    known.delete(question)
  }
  return {
    keep: (request, reply, bytes, isTrue) => {
      const question = isOpen ? questionOf(request.raw) : undefined
      if (question === undefined || bytes.length > mostBytes / 8) return
      forget(question)
      const whole = Buffer.concat([headOf(reply, bytes), bytes])
      known.set(question, { whole, isTrue, facts: onAnswer ? factsOf(answeredAs(request, bytes)) : '' })
      bytesKnown += whole.length
      for (const oldest of known.keys()) {
        if (bytesKnown <= mostBytes) break
        forget(oldest)
      }
    },
    answer: (request, response) => {
      const question = isOpen ? questionOf(request) : undefined
      const found = question === undefined ? undefined : known.get(question)
      if (question === undefined || !found) return false
      if (!found.isTrue()) {
        forget(question)
        return false
      }
      answered += 1
      say(response, found.whole)
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

/** All that an answer may depend on; undefined for what asks for more than a page. */
function questionOf({ method, url, httpVersion, headers, rawHeaders }: IncomingMessage): string | undefined {
  if (method !== 'GET' || httpVersion !== '1.1') return undefined
  if (headers.cookie !== undefined || headers['if-none-match'] !== undefined) return undefined
  // Whoever wants the connection closed is told so, which the answer kept does not do.
  if (headers.connection !== undefined && headers.connection.toLowerCase() !== 'keep-alive') return undefined
  if (headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined) return undefined
  const host = onlyHost(rawHeaders)
  return host === undefined ? undefined : `${host}\n${headers['accept-encoding'] ?? ''}\n${url}`
}

const answeredAs = ({ method, routeOptions, url }: FastifyRequest, { length }: Buffer) => ({
  method,
  route: routeOptions.url ?? 'none',
  path: url.split('?', 1)[0],
  status: 200,
  bytes: length,
  from: 'memory',
})

const begun = 'HTTP/1.1 200 OK\r\ndate: '

function headOf(reply: FastifyReply, { length }: Buffer): Buffer {
  const headers = {
    ...reply.getHeaders(),
    'content-length': length,
    connection: 'keep-alive',
    'keep-alive': `timeout=${Math.floor(reply.server.server.keepAliveTimeout / 1000)}`,
  }
  const lines = Object.entries(headers).flatMap(([name, value]) =>
    [value ?? []].flat().map((each) => `${name}: ${each}`),
  )
  return Buffer.from(`${[begun + httpDate(), ...lines].join('\r\n')}\r\n\r\n`, 'latin1')
}

/**
 * Node writes a head and a body as two pieces, which costs a third more than one.
 * It takes an answer in one piece when it believes that the head has gone: `_header` and `_headerSent` are how it remembers that.
 */
function say(response: ServerResponse, whole: Buffer): void {
  whole.write(httpDate(), begun.length, 'latin1')
  Object.assign(response, { _header: begun, _headerSent: true })
  response.end(whole)
}

let [second, dateOfSecond] = [0, '']

/** The Date header of this second, always 29 characters. */
function httpDate(): string {
  const now = Math.floor(Date.now() / 1000)
  if (now !== second) [second, dateOfSecond] = [now, new Date().toUTCString()]
  return dateOfSecond
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
  },
): Server {
  // How often Node looks for whoever has not sent what was announced in time; by itself twice a minute.
  const server = createServer(
    { connectionsCheckingInterval: checkingMs },
    inTurn((request, response) => {
      if (!front.answer(request, response)) behind(request, response)
    }),
  )
  server.keepAliveTimeout = times.keepAlive
  server.requestTimeout = times.request
  server.headersTimeout = times.headers
  return server.setTimeout(times.connection)
}
