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
  const app = fastify()
  const pages = keepPages({ db: own, hearsChanges: () => hearsChanges })
  const write = async () => {
    const text = `text ${++written}`
    await pause
    if (fail) throw fail
    return { ...answer(text), status }
  }
  app.get('/', (request, reply) => pages.serve(request, reply, '/', write))
  app.get('/organs/:id', (request, reply) =>
    pages.serve(request, reply, request.url, async () => {
      const organId = Number((request.params as { id: string }).id)
      return { ...(await write()), organId }
    }),
  )
  onTestFinished(async () => {
    await app.close()
    await own.destroy()
  })
  return {
    pages,
    get: (path = '/') => app.inject(path),
    getOf: (organId: number) => app.inject(`/organs/${organId}`),
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
  const answers = await Promise.all(Array.from({ length: 20 }, () => server.get()))
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

test('a change of one organ makes its pages out of date, and those over several; a page of another stays', async () => {
  const server = aServer()
  const all = async () =>
    [await server.get('/organs/7'), await server.get('/organs/8'), await server.get()].map(({ body }) => body)
  const before = await all()
  expect(await all()).toEqual(before)
  server.pages.outdate(7)
  const after = await all()
  expect(after.map((body, place) => body === before[place])).toEqual([false, true, false])
  server.pages.outdate()
  expect((await all()).map((body, place) => body === after[place])).toEqual([false, false, false])
})

test('a change of its organ that is heard while a page is being written makes it out of date; one of another organ does not', async () => {
  for (const [changed, text] of [
    [8, 'text 1'],
    [7, 'text 2'],
  ] as const) {
    const server = aServer()
    const release = server.hold()
    const early = server.getOf(7)
    await expect.poll(server.written).toBe(1)
    server.pages.outdate(changed)
    release()
    expect((await early).body).toBe('text 1')
    expect((await server.getOf(7)).body).toBe(text)
  }
})

test('what one organ has withdrawn is not shown while the database is away, nor what several show; another’s page is', async () => {
  const server = aServer()
  for (const path of ['/organs/7', '/organs/8', '/']) expect((await server.get(path)).statusCode).toBe(200)
  server.pages.forget(7)
  await server.cutDatabase()
  expect((await server.get('/organs/7')).statusCode).toBe(503)
  expect((await server.get('/')).statusCode).toBe(503)
  expect((await server.get('/organs/8')).body).toBe('text 2')
})
