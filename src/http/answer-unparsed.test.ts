import { once } from 'node:events'
import { type AddressInfo, connect } from 'node:net'
import fastify from 'fastify'
import { afterAll, expect, test } from 'vitest'
import { answerUnparsed } from './answer-unparsed.ts'

const app = fastify({ clientErrorHandler: answerUnparsed })
await app.listen({ port: 0, host: '127.0.0.1' })
afterAll(() => app.close())

async function said(bytes: string): Promise<string> {
  const socket = connect((app.server.address() as AddressInfo).port, '127.0.0.1')
  let text = ''
  socket.on('data', (chunk) => {
    text += chunk.toString('utf8')
  })
  socket.write(bytes)
  await once(socket, 'close')
  return text
}

test.each([
  [
    'headers that are too long',
    `GET / HTTP/1.1\r\nHost: x\r\nCookie: a=${'x'.repeat(20_000)}\r\n\r\n`,
    431,
    /清除本网站的Cookie/,
  ],
  ['what is no request', 'NONSENSE\r\n\r\n', 400, /从首页重新打开/],
] as const)('%s are told in Chinese what to do, under the same headers as a page', async (_, bytes, status, words) => {
  const answer = await said(bytes)
  expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
  expect(answer).toMatch(words)
  expect(answer).toContain("default-src 'none'")
  expect(answer).toContain('charset=utf-8')
})
