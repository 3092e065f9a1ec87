import { PassThrough } from 'node:stream'
import fastify from 'fastify'
import { expect, test } from 'vitest'
import { openUploads } from '../files/uploads/uploads.ts'
import { Refusal } from '../refusal.ts'
import { guardBodies } from './guard-bodies.ts'
import { readStrictJson } from './strict-json.ts'

function aServer(wholeMs?: number) {
  const app = fastify({ handlerTimeout: 10_000 })
  openUploads(app)
  guardBodies(app, wholeMs)
  readStrictJson(app)
  app.setErrorHandler((error, _request, reply) =>
    reply.code(error instanceof Refusal && error.kind === 'tooSlow' ? 408 : 500).send(''),
  )
  app.decorateRequest('visit', undefined)
  app.post('/', async ({ body }) => body)
  return app
}

test('a body that does not come is answered 408, which says whose fault it is', async () => {
  const app = aServer(20)
  const slow = new PassThrough()
  slow.write('{"a":')
  const headers = { 'content-type': 'application/json', 'content-length': '100' }
  const answer = await app.inject({ method: 'POST', url: '/', headers, payload: slow })
  expect(answer.statusCode).toBe(408)
  await app.close()
})

test('one that comes is read as before, and nothing of it is held after the answer', async () => {
  const app = aServer()
  const answer = await app.inject({ method: 'POST', url: '/', payload: { a: 1 } })
  expect(answer.json()).toEqual({ a: 1 })
  expect(app.uploads.budget.held()).toBe(0)
  const refused = await app.inject({
    method: 'POST',
    url: '/',
    payload: 'a=1',
    headers: { 'content-type': 'text/plain' },
  })
  expect(refused.statusCode).toBe(500)
  expect(app.uploads.budget.held()).toBe(0)
  await app.close()
})
