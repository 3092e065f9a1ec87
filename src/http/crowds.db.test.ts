import { once } from 'node:events'
import { connect } from 'node:net'
import { PassThrough } from 'node:stream'
import multipart from '@fastify/multipart'
import fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { buildApp } from '../app/build-app.ts'
import { testDatabase } from '../db/testing/database.ts'
import { openAddresses } from './addresses.ts'
import { limitCrowds } from './limit-crowds.ts'

const { db, url } = await testDatabase()
let app: FastifyInstance
let port = 0
/** How many of the slow pages are being made, and how many were at the most. */
let [underWay, most] = [0, 0]
let goOn: (() => void)[] = []

beforeAll(async () => {
  app = await buildApp({ db, url }, {})
  app.get('/slow', { config: { access: 'public' } }, async () => {
    underWay += 1
    most = Math.max(most, underWay)
    await new Promise<void>((resolve) => goOn.push(resolve))
    underWay -= 1
    return 'done'
  })
  await app.listen({ port: 0, host: '127.0.0.1' })
  const address = app.server.address()
  port = typeof address === 'object' && address ? address.port : 0
})
afterAll(() => app.close())

const letGo = () => {
  for (const each of goOn) each()
  goOn = []
}
const ask = 'GET /slow HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n'
const waitFor = async (holds: () => boolean) => {
  while (!holds()) await new Promise((resolve) => setImmediate(resolve))
}

test('requests sent ahead on one connection are begun one after the other, and all are answered', async () => {
  most = 0
  const socket = connect(port, '127.0.0.1')
  let heard = ''
  socket.on('data', (chunk) => {
    heard += chunk
  })
  socket.write(ask.repeat(10))
  for (let turn = 0; turn < 10; turn += 1) {
    await waitFor(() => goOn.length === 1)
    letGo()
  }
  await waitFor(() => heard.split('done').length === 11)
  expect(most).toBe(1)
  socket.destroy()
})

test('whoever sends hundreds ahead is cut off, and what has not been begun never is', async () => {
  most = 0
  const socket = connect(port, '127.0.0.1').on('error', () => {})
  socket.write(ask.repeat(500))
  await once(socket, 'close')
  letGo()
  await waitFor(() => underWay === 0)
  expect(most).toBe(1)
  expect(goOn).toEqual([])
})

test('of one network so many requests are under way at a time; its others wait, and other networks do not', async () => {
  const from = (remoteAddress: string, path = '/slow') =>
    app.inject({ url: path, remoteAddress, headers: { host: '127.0.0.1' } })
  const many = Array.from({ length: 100 }, () => from('192.0.2.1'))
  await waitFor(() => goOn.length === 64)
  const other = from('192.0.2.2')
  await waitFor(() => goOn.length === 65)
  expect((await from('192.0.2.1', '/healthz')).statusCode).toBe(200)
  letGo()
  expect((await other).statusCode).toBe(200)
  await waitFor(() => goOn.length === 36)
  letGo()
  for (const { statusCode } of await Promise.all(many)) expect(statusCode).toBe(200)
})

test('where too many wait already, the next one hears at once that it should come again', async () => {
  const small = fastify()
  small.decorate('callers', openAddresses([]))
  limitCrowds(small, { work: { atOnce: 1, waiting: 1 }, uploads: { atOnce: 1, waiting: 1 } })
  const waiting: (() => void)[] = []
  small.get('/', async () => {
    await new Promise<void>((resolve) => waiting.push(resolve))
    return 'done'
  })
  const [first, second] = [small.inject('/'), small.inject('/')]
  await waitFor(() => waiting.length === 1)
  expect((await small.inject('/')).json()).toMatchObject({ message: expect.stringContaining('同时发来的请求过多') })
  waiting.pop()?.()
  await waitFor(() => waiting.length === 1)
  waiting.pop()?.()
  expect([(await first).body, (await second).body]).toEqual(['done', 'done'])
})

describe('a body that is still coming', () => {
  const contentType = 'multipart/form-data; boundary=x'
  /** A server with one place of a kind, where nobody waits. */
  const aNarrowServer = async () => {
    const narrow = fastify()
    narrow.decorate('callers', openAddresses([]))
    const one = { atOnce: 1, waiting: 0 }
    limitCrowds(narrow, { work: one, uploads: one })
    await narrow.register(multipart)
    const begun: string[] = []
    narrow.addHook('preParsing', async ({ url }) => void begun.push(url))
    const waiting: (() => void)[] = []
    narrow.get('/', async () => 'done')
    narrow.post('/', async () => 'done')
    narrow.post('/form', async (request) => {
      for await (const _ of request.parts());
      return 'done'
    })
    narrow.post('/slow', async () => {
      await new Promise<void>((resolve) => waiting.push(resolve))
      return 'done'
    })
    onTestFinished(() => narrow.close())
    const post = (url: string, type: string, payload: PassThrough | string) =>
      narrow
        .inject({ method: 'POST', url, headers: { 'content-type': type, 'transfer-encoding': 'chunked' }, payload })
        .then((answer) => answer)
    return { narrow, post, begins: (count: number) => waitFor(() => begun.length === count), waiting }
  }
  const unfinished = (begin: string) => {
    const body = new PassThrough()
    body.write(begin)
    return body
  }
  const crowded = { message: expect.stringContaining('同时发来的请求过多') }

  test('takes no place of what is worked on, of whatever kind it is', async () => {
    const { narrow, post, begins } = await aNarrowServer()
    const json = unfinished('{"a":')
    const form = unfinished('--x')
    const first = post('/', 'application/json', json)
    await begins(1)
    const second = post('/form', contentType, form)
    await begins(2)
    expect((await narrow.inject('/')).body).toBe('done')
    expect((await post('/', 'application/json', '{}')).body).toBe('done')
    json.end('1}')
    expect((await first).body).toBe('done')
    form.end('--\r\n')
    expect((await second).body).toBe('done')
  })

  test('with files has a place of its own until it is answered, and the next one hears when there is none', async () => {
    const { post, begins } = await aNarrowServer()
    const form = unfinished('--x')
    const first = post('/form', contentType, form)
    await begins(1)
    expect((await post('/form', contentType, '--x--\r\n')).json()).toMatchObject(crowded)
    form.end('--\r\n')
    expect((await first).body).toBe('done')
    expect((await post('/form', contentType, '--x--\r\n')).body).toBe('done')
  })

  test('is worked on only in its turn once it is here', async () => {
    const { post, begins, waiting } = await aNarrowServer()
    const body = unfinished('{"a":')
    const late = post('/', 'application/json', body)
    await begins(1)
    const slow = post('/slow', 'application/json', '{}')
    await waitFor(() => waiting.length === 1)
    body.end('1}')
    expect((await late).json()).toMatchObject(crowded)
    waiting.pop()?.()
    expect((await slow).body).toBe('done')
  })
})
