import { once } from 'node:events'
import { type AddressInfo, connect } from 'node:net'
import { afterAll, expect, test } from 'vitest'
import { buildApp } from '../app/build-app.ts'
import { testDatabase } from '../db/testing/database.ts'

const { db, url } = await testDatabase()
const app = await buildApp({ db, url }, {})
afterAll(() => app.close())
await app.listen({ port: 0, host: '127.0.0.1' })

async function said(bytes: string): Promise<string> {
  const socket = connect((app.server.address() as AddressInfo).port, '127.0.0.1')
  let text = ''
  socket.setEncoding('utf8').on('data', (chunk) => {
    text += chunk
  })
  socket.write(bytes)
  await once(socket, 'close')
  return text
}

test.each(['GET / HTTP/1.1\r\n', 'GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n'])(
  'who does not name the site is told so in Chinese, under the headers of a page',
  async (head) => {
    const answer = await said(`${head}Connection: close\r\n\r\n`)
    expect(answer).toMatch(/^HTTP\/1\.1 421 /)
    expect(answer).toContain('不能从这个网址访问')
    expect(answer).toContain("default-src 'none'")
  },
)

test('what is expected beside 100-continue is overlooked, and the connection does as it was asked', async () => {
  const answer = await said('GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\nExpect: tea\r\nConnection: close\r\n\r\n')
  expect(answer).toMatch(/^HTTP\/1\.1 200 /)
})

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
