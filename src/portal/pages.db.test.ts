import fastify from 'fastify'
import { expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '../db/database.ts'
import { testDatabase } from '../db/testing/database.ts'
import { type Answer, keepPages } from './pages.ts'

const { url } = await testDatabase()
const answer = (body: string): Answer => ({ headers: { 'content-type': 'text/plain' }, body })

/** A server with one page, whose text and fate the test decides. */
function aServer({ hearsChanges = true, address = url } = {}) {
  let written = 0
  let fail: Error | undefined
  let status = 200
  let pause = Promise.resolve()
  const own = openDatabase(address)
  const pages = keepPages({ db: own, hearsChanges: () => hearsChanges })
  const app = fastify()
  app.get('/', (request, reply) =>
    pages.serve(request, reply, '/', async () => {
      const text = `text ${++written}`
      await pause
      if (fail) throw fail
      return { ...answer(text), status }
    }),
  )
  onTestFinished(async () => {
    await app.close()
    await own.destroy()
  })
  return {
    pages,
    get: () => app.inject('/'),
    written: () => written,
    failWith: (error: Error | undefined) => {
      fail = error
    },
    hold: () => {
      let release = () => {}
      pause = new Promise((resolve) => {
        release = resolve
      })
      return release
    },
    answerWith: (next: number) => {
      status = next
    },
    cutDatabase: () => own.destroy(),
  }
}

test('a page is written once, however many ask at the same time', async () => {
  const server = aServer()
  const answers = await Promise.all(Array.from({ length: 20 }, server.get))
  expect(new Set(answers.map(({ body }) => body))).toEqual(new Set(['text 1']))
  expect((await server.get()).body).toBe('text 1')
  expect(server.written()).toBe(1)
})

test('a change that is heard while a page is being written makes that page out of date', async () => {
  const server = aServer()
  const release = server.hold()
  const early = server.get()
  await new Promise((resolve) => setTimeout(resolve, 50))
  server.pages.outdate()
  release()
  expect((await early).body).toBe('text 1')
  expect((await server.get()).body).toBe('text 2')
})

test('without word of changes a page is believed for a few seconds only', async () => {
  const server = aServer({ hearsChanges: false })
  const started = Date.now()
  while ((await server.get()).body === 'text 1') {
    expect(Date.now() - started).toBeLessThan(5_000)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  expect(Date.now() - started).toBeGreaterThan(2_000)
})

test('while the database is away, pages that are known are still served; others say that it is', async () => {
  const server = aServer()
  await server.get()
  server.pages.outdate()
  await server.cutDatabase()
  expect(await server.get()).toMatchObject({ statusCode: 200, body: 'text 1' })
  const stranger = aServer({ address: 'postgres://nobody@127.0.0.1:1/nowhere' })
  expect((await stranger.get()).statusCode).toBe(503)
})

test('a page that has gone is not shown again while the database is away', async () => {
  const server = aServer()
  await server.get()
  server.answerWith(410)
  server.pages.outdate()
  expect((await server.get()).statusCode).toBe(410)
  await server.cutDatabase()
  expect((await server.get()).statusCode).toBe(503)
})

test('what is forgotten while it is being written is not kept', async () => {
  const server = aServer()
  const release = server.hold()
  const early = server.get()
  await expect.poll(server.written).toBe(1)
  server.pages.forget()
  release()
  expect((await early).statusCode).toBe(200)
  await server.cutDatabase()
  expect((await server.get()).statusCode).toBe(503)
})

test('a fault of our own is not hidden behind an old page', async () => {
  const server = aServer()
  await server.get()
  server.pages.outdate()
  server.failWith(new Error('a bug'))
  expect((await server.get()).statusCode).toBe(500)
})
