import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { Agent, type IncomingMessage, request } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, onTestFinished, test, vi } from 'vitest'
import { buildApp } from '../app/build-app.ts'
import { aSiteOfRecords, origin, today } from './testing/a-site-of-records.ts'

const site = await aSiteOfRecords({ slug: 'shili-tjj', name: '示例市统计局' })
const { path, key } = await site.publish({ title: '关于统计开放日的公告', columnId: 'tzgg' })

/** The page cache first has to hear of changes, which on a busy machine takes longer than the second that is usual. */
const soon = { timeout: 10_000 }

const unpacking = new Map<string | undefined, (bytes: Buffer) => Buffer>([
  ['br', brotliDecompressSync],
  ['gzip', gunzipSync],
])

/** A server that listens, whose answers go over a wire as they do to citizens. */
async function aListeningServer(env: NodeJS.ProcessEnv = {}) {
  const own = { KAICHENG_TODAY: today, KAICHENG_ORIGIN: origin }
  const app = await buildApp({ db: site.db, url: site.url }, { ...own, ...env })
  onTestFinished(() => app.close())
  await app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = app.server.address() as AddressInfo
  const ask = async (url: string, headers: Record<string, string> = {}, method = 'GET', agent?: Agent) => {
    const outgoing = request({ host: '127.0.0.1', port, path: url, method, headers, ...(agent && { agent }) }).end()
    const [answer] = (await once(outgoing, 'response')) as [IncomingMessage]
    const bytes = await buffer(answer)
    const { date: _, ...rest } = answer.headers
    const unpack = unpacking.get(rest['content-encoding'])
    const body = (unpack ? unpack(bytes) : bytes).toString()
    return { status: answer.statusCode, headers: rest, body, length: bytes.length }
  }
  const answeredInFront = async () =>
    Number(/^kaicheng_http_answers_from_front (\d+)$/m.exec((await ask('/metrics')).body)?.[1])
  return { app, port, ask, answeredInFront }
}

test('the same question gets the same answer from the front, plain and compressed, with every header', async () => {
  const { ask, answeredInFront } = await aListeningServer()
  for (const headers of [{}, { 'accept-encoding': 'gzip' }, { 'accept-encoding': 'gzip, br' }]) {
    const before = await answeredInFront()
    const first = await ask(path, headers)
    // As soon as the server hears of changes it reads once more.
    const second = await vi.waitUntil(async () => {
      const answer = await ask(path, headers)
      return (await answeredInFront()) > before && answer
    }, soon)
    expect(second).toEqual(first)
    expect(second.status).toBe(200)
    expect(second.body).toContain('关于统计开放日的公告')
    expect(second.headers['content-length']).toBe(String(second.length))
    expect(second.headers['content-security-policy']).toMatch(/^default-src 'none'/)
  }
})

test('several questions in one piece are answered in order, each with the date of its second; the last closes the line', async () => {
  const { ask, port, answeredInFront } = await aListeningServer()
  const { body, length } = await vi.waitUntil(async () => {
    const answer = await ask(path, { host: '127.0.0.1' })
    return (await answeredInFront()) > 0 && answer
  }, soon)
  const before = await answeredInFront()
  const socket = connect(port, '127.0.0.1')
  const question = (more = '') => `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\n${more}\r\n`
  socket.write(`${question()}${question('Connection: keep-alive\r\n')}${question('Connection: close\r\n')}`)
  const heard = (await buffer(socket)).toString()
  expect(heard.split('HTTP/1.1 200 OK\r\n')).toHaveLength(4)
  expect(heard.split(body)).toHaveLength(4)
  expect(heard.match(/^content-length: .+$/gim)).toEqual(Array(3).fill(`content-length: ${length}`))
  expect(heard.match(/^connection: .+$/gim)).toEqual([
    'Connection: keep-alive',
    'Connection: keep-alive',
    'Connection: close',
  ])
  for (const date of heard.matchAll(/^date: (.+)$/gim))
    expect(Math.abs(Date.parse(`${date[1]}`) - Date.now())).toBeLessThan(2_000)
  expect(await answeredInFront()).toBe(before + 3)
})

test('what asks for more than the page goes past the front', async () => {
  const { ask, answeredInFront } = await aListeningServer()
  const { headers, body } = await ask(path)
  await vi.waitUntil(async () => (await ask(path)).status === 200 && (await answeredInFront()) > 0, soon)
  const before = await answeredInFront()
  const large = await ask(path, { cookie: 'display=large' })
  expect(large.status).toBe(200)
  expect(large.body).not.toBe(body)
  expect((await ask(path, { 'if-none-match': String(headers.etag) })).status).toBe(304)
  expect((await ask(path, {}, 'HEAD')).length).toBe(0)
  expect((await ask(path, {}, 'POST')).status).toBe(404)
  expect((await ask(path, { host: 'evil.example' })).status).toBe(421)
  expect(await answeredInFront()).toBe(before)
})

test('one page is kept once for plain readers and once for each way of packing, however they word what they ask', async () => {
  const { ask, answeredInFront } = await aListeningServer()
  for (const known of [{}, { 'accept-encoding': 'gzip' }, { 'accept-encoding': 'br' }]) {
    const before = await answeredInFront()
    await vi.waitUntil(async () => (await ask(path, known)).status === 200 && (await answeredInFront()) > before, soon)
  }
  const before = await answeredInFront()
  expect((await ask(path, { 'accept-encoding': `gzip, ${'x'.repeat(8_000)}` })).headers['content-encoding']).toBe(
    'gzip',
  )
  expect((await ask(path, { 'accept-encoding': `br, ${'x'.repeat(8_000)}` })).headers['content-encoding']).toBe('br')
  expect((await ask(path, { 'accept-encoding': `zstd, ${'x'.repeat(8_000)}` })).headers['content-encoding']).toBe(
    undefined,
  )
  for (const host of ['127.0.0.1:65000', 'LOCALHOST', 'www.shili.example'])
    expect((await ask(path, { host })).status, host).toBe(200)
  expect(await answeredInFront()).toBe(before + 6)
})

test.for([
  ['a query that the page does not know', 'tzgg?z=1'],
  ['a query that it knows, as anybody puts it together', 'tzgg?page=2'],
  ['another writing of its address', '%74zgg'],
] as const)('%s is answered as ever, and not kept in front', async ([, written]) => {
  const { ask, answeredInFront } = await aListeningServer()
  const columns = '/shili-tjj/columns/'
  await vi.waitUntil(async () => (await ask(`${columns}tzgg`)).status === 200 && (await answeredInFront()) > 0, soon)
  const before = await answeredInFront()
  for (const _ of [1, 2, 3]) expect((await ask(columns + written)).status).toBe(200)
  expect(await answeredInFront()).toBe(before)
})

test('a second Host header is refused, also for a page that the front knows', async () => {
  const { ask, port } = await aListeningServer()
  for (const _ of [1, 2, 3]) await ask(path, { host: '127.0.0.1' })
  const socket = connect(port, '127.0.0.1')
  socket.end(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n`)
  expect((await buffer(socket)).toString()).toMatch(/^HTTP\/1\.1 4(?:00|21) /)
})

test('a correction and a withdrawal reach readers within two seconds, also those whom the front answers', async () => {
  const { ask } = await aListeningServer()
  const list = '/shili-tjj/columns/tzgg'
  const { body } = await ask(path)
  await ask(list)
  expect(body).toContain('关于统计开放日的公告')
  const within = { timeout: 2_000, interval: 50 }
  await site.follow(key, { kind: 'withdraw', reason: '活动取消' })
  await vi.waitFor(async () => expect((await ask(path)).status).toBe(410), within)
  await vi.waitFor(async () => expect((await ask(list)).body).not.toContain('统计开放日'), within)
})

test('what the front answers is written to the log as well, by route and path and without what was searched for', async () => {
  const home = '/shili-tjj/'
  const folder = mkdtempSync(join(tmpdir(), 'kaicheng-log-'))
  const log = { KAICHENG_LOG: 'on', KAICHENG_LOG_DIR: folder }
  const { app, ask, answeredInFront } = await aListeningServer(log)
  await vi.waitUntil(async () => (await ask(home)).status === 200 && (await answeredInFront()) > 0, soon)
  await ask('/shili-tjj/search?q=%E4%BD%8E%E4%BF%9D')
  await app.close()
  const [name = ''] = readdirSync(folder)
  const text = readFileSync(join(folder, name), 'utf8')
  rmSync(folder, { recursive: true })
  const lines = text
    .trim()
    .split('\n')
    .map((line): Record<string, unknown> => JSON.parse(line))
  const page = lines.filter((line) => line.path === home)
  expect(page.length).toBeGreaterThan(1)
  expect(page.map(({ from = 'route' }) => from)).toContain('memory')
  for (const { from: _from, time: _time, ms: _ms, ...line } of page)
    expect(line).toEqual({
      method: 'GET',
      route: page[0]?.route,
      path: home,
      status: 200,
      bytes: page[0]?.bytes,
      address: '127.0.0.1',
    })
  expect(text).not.toMatch(/q=|%E4|低保/)
})

test('a server that closes ends also a reader who keeps asking on one connection', async () => {
  const { app, ask } = await aListeningServer()
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  onTestFinished(() => agent.destroy())
  await ask('/shili-tjj/', {}, 'GET', agent)
  const closing = app.close()
  await expect(
    (async () => {
      for (;;) if ((await ask('/shili-tjj/', {}, 'GET', agent)).status === 503) throw new Error('closing')
    })(),
  ).rejects.toThrow(/closing|ECONNREFUSED|ECONNRESET|socket hang up/)
  await closing
})
