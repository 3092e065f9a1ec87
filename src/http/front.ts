import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { onlyHost } from './hosts.ts'

/** The bytes of an answer that went out; undefined as soon as they may no longer be true. */
type Body = () => Buffer | undefined

/** Gives again, before anything else looks at the request, what the whole server has just answered to the same question. */
export interface Front {
  /** The answer with status 200 that `reply` is about to give, for whoever asks the same without a cookie. */
  readonly keep: (request: FastifyRequest, reply: FastifyReply, body: Body) => void
  /** False: the request is for the server behind. */
  readonly answer: (request: IncomingMessage, response: ServerResponse) => boolean
  /** How often it has answered. */
  readonly answered: () => number
  /** From then on everything is for the server behind, which tells who comes that it is closing. */
  readonly close: () => void
}

interface Known {
  readonly head: string[]
  readonly body: Body
}

const mostKnown = 4_000

/** A page from memory costs a quarter of what it costs through hooks and routes, which are asked when it is first read. */
export function openFront(): Front {
  const known = new Map<string, Known>()
  let answered = 0
  let isOpen = true
  return {
    keep: (request, reply, body) => {
      const question = isOpen ? questionOf(request.raw) : undefined
      const bytes = question && body()
      if (!question || !bytes) return
      if (known.size >= mostKnown) known.delete(known.keys().next().value ?? '')
      known.set(question, { head: headOf(reply, bytes), body })
    },
    answer: (request, response) => {
      const question = isOpen ? questionOf(request) : undefined
      const found = question && known.get(question)
      if (!found) return false
      const bytes = found.body()
      if (!bytes) {
        known.delete(question)
        return false
      }
      answered += 1
      response.writeHead(200, found.head)
      response.end(bytes)
      return true
    },
    answered: () => answered,
    close: () => {
      isOpen = false
    },
  }
}

/** All that an answer may depend on; undefined for what asks for more than a page. */
function questionOf({ method, url, httpVersion, headers, rawHeaders }: IncomingMessage): string | undefined {
  if (method !== 'GET' || httpVersion !== '1.1') return undefined
  if (headers.cookie !== undefined || headers['if-none-match'] !== undefined) return undefined
  if (headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined) return undefined
  const host = onlyHost(rawHeaders)
  return host === undefined ? undefined : `${host}\n${headers['accept-encoding'] ?? ''}\n${url}`
}

function headOf(reply: FastifyReply, { length }: Buffer): string[] {
  const headers = { ...reply.getHeaders(), 'content-length': length }
  return Object.entries(headers).flatMap(([name, value]) => [value ?? []].flat().flatMap((each) => [name, `${each}`]))
}

/** A server of Node whose requests pass the front first. Times are in milliseconds. */
export function serverBehind(
  front: Front,
  behind: RequestListener,
  times: { readonly keepAlive: number; readonly request: number; readonly connection: number },
): Server {
  const server = createServer((request, response) => {
    if (!front.answer(request, response)) behind(request, response)
  })
  server.keepAliveTimeout = times.keepAlive
  server.requestTimeout = times.request
  return server.setTimeout(times.connection)
}
