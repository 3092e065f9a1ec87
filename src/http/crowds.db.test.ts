import { once } from 'node:events'
import { connect } from 'node:net'
import fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
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
  limitCrowds(small, { atOnce: 1, waiting: 1 })
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
