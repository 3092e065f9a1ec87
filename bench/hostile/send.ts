import { randomUUID } from 'node:crypto'
import { type ClientRequest, type IncomingHttpHeaders, request } from 'node:http'
import { multipartOf, type SentFile } from '../../src/portal/testing/forms.ts'
import { aFilledForm } from '../../src/requests/testing/a-submission.ts'
import type { Running } from './server.ts'

export interface Sending {
  readonly path: string
  readonly method?: string
  readonly headers?: Readonly<Record<string, string | number>>
  readonly body?: Buffer | string
  /** The address on loopback that it comes from. */
  readonly from?: string
}

export interface Heard {
  /** 0 when the connection ended without an answer. */
  readonly status: number
  readonly ms: number
  readonly body: string
  readonly headers: IncomingHttpHeaders
}

const mostMs = 60_000

/** One request on a connection of its own. Never throws. */
export function send(
  { port }: Pick<Running, 'port'>,
  { path, method = 'GET', headers = {}, body, from }: Sending,
): Promise<Heard> {
  const begun = performance.now()
  return new Promise((resolve) => {
    const end = (status: number, text = '', heard: IncomingHttpHeaders = {}) =>
      resolve({ status, ms: performance.now() - begun, body: text, headers: heard })
    const outgoing = request(
      {
        host: '127.0.0.1',
        port,
        path,
        method,
        localAddress: from,
        agent: false,
        timeout: mostMs,
        headers: lengthOf(headers, body),
      },
      (answer) => {
        const chunks: Buffer[] = []
        answer.on('data', (chunk: Buffer) => chunks.push(chunk))
        answer.once('end', () => end(answer.statusCode ?? 0, Buffer.concat(chunks).toString(), answer.headers))
        answer.once('error', () => end(0))
      },
    )
    outgoing.once('timeout', () => outgoing.destroy())
    outgoing.once('error', () => end(0))
    outgoing.end(body)
  })
}

const lengthOf = (headers: Sending['headers'], body: Sending['body']) => ({
  ...headers,
  ...(body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }),
})

/** Announces a body, sends a part of it and then nothing. */
export function sendUnfinished({ port }: Pick<Running, 'port'>, sending: Sending, sent: number): ClientRequest {
  const { path, method = 'POST', headers = {}, body = '', from } = sending
  const outgoing = request({
    host: '127.0.0.1',
    port,
    path,
    method,
    localAddress: from,
    agent: false,
    headers: lengthOf(headers, body),
  })
  outgoing.on('error', () => {}).on('response', (answer) => answer.on('error', () => {}).resume())
  outgoing.write(Buffer.from(body).subarray(0, sent))
  return outgoing
}

/** The public form without the name, so that its file is looked into, and nothing is registered. */
export function formWith(files: readonly SentFile[], from: string): Sending {
  const { payload, contentType } = multipartOf({ key: randomUUID(), ...aFilledForm({ name: '' }) }, files)
  return {
    path: '/hegang-ysj/requests/submit',
    method: 'POST',
    headers: { 'content-type': contentType },
    body: payload,
    from,
  }
}

/** `12 × 422, 3 × 503`. */
export function countStatuses(heard: readonly Pick<Heard, 'status'>[]): string {
  const counts = Map.groupBy(heard, ({ status }) => status)
  return [...counts]
    .map(([status, each]) => `${each.length} × ${status || 'none'}`)
    .toSorted()
    .join(', ')
}
