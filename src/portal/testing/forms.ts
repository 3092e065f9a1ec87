import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'

export type Texts = Readonly<Record<string, string | readonly string[]>>

export interface SentFile {
  readonly field: string
  readonly name: string
  readonly bytes: Buffer
}

const pairsOf = (texts: Texts) =>
  Object.entries(texts).flatMap(([name, value]) => [value].flat().map((text) => [name, text] as const))

/** A form as a browser sends it, with files. */
export function multipartOf(texts: Texts, files: readonly SentFile[] = []): { payload: Buffer; contentType: string } {
  const boundary = `----${randomUUID()}`
  const parts = [
    ...pairsOf(texts).map(([name, text]) => [`form-data; name="${name}"`, Buffer.from(text)] as const),
    ...files.map(({ field, name, bytes }) => [`form-data; name="${field}"; filename="${name}"`, bytes] as const),
  ]
  const payload = Buffer.concat([
    ...parts.flatMap(([head, body]) => [
      Buffer.from(`--${boundary}\r\nContent-Disposition: ${head}\r\n\r\n`),
      body,
      Buffer.from('\r\n'),
    ]),
    Buffer.from(`--${boundary}--\r\n`),
  ])
  return { payload, contentType: `multipart/form-data; boundary=${boundary}` }
}

function* inHalves(payload: Buffer, between: () => void) {
  const half = payload.length >> 1
  yield payload.subarray(0, half)
  between()
  yield payload.subarray(half)
}

/** A visitor from an address of their own, who sends forms. */
export function aVisitor(app: FastifyInstance, address: string) {
  const headers = { host: '127.0.0.1' }
  return {
    get: (url: string, more: Record<string, string> = {}) =>
      app.inject({ url, headers: { ...headers, ...more }, remoteAddress: address }),
    /** `application/x-www-form-urlencoded` */
    send: (url: string, texts: Texts, more: Record<string, string> = {}) =>
      app.inject({
        method: 'POST',
        url,
        headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded', ...more },
        payload: new URLSearchParams(pairsOf(texts).map(([name, text]) => [name, text])).toString(),
        remoteAddress: address,
      }),
    /** `multipart/form-data`; `meanwhile` happens when half of it is there. */
    upload: (
      url: string,
      texts: Texts,
      files: readonly SentFile[] = [],
      more: Record<string, string> = {},
      meanwhile?: () => void,
    ) => {
      const { payload, contentType } = multipartOf(texts, files)
      const all = { ...headers, 'content-type': contentType, ...more }
      const sent = meanwhile ? Readable.from(inHalves(payload, meanwhile)) : payload
      return app.inject({ method: 'POST', url, headers: all, payload: sent, remoteAddress: address })
    },
  }
}

/** What stands in a hidden field of a page. */
export const hiddenField = (page: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? ''
