import { once } from 'node:events'
import { connect } from 'node:net'
import fastify from 'fastify'
import { expect, test, vi } from 'vitest'
import { countFaults } from '../faults/fault.ts'
import { answerProblems } from './problems.ts'

test('who hangs up leaves no fault; who waits for the answer does', async () => {
  vi.spyOn(process.stderr, 'write').mockImplementation(() => true)
  const app = fastify()
  answerProblems(app)
  const failed: string[] = []
  app.get('/api/gone', async ({ raw }) => {
    await once(raw.socket, 'close')
    throw new Error('cannot be handed over')
  })
  app.get('/api/here', async () => {
    throw new Error('is broken')
  })
  app.addHook('onError', async (request) => void failed.push(request.url))
  app.addHook('onRequest', async ({ url }) => void (url === '/api/gone' && gone.destroy()))
  const url = new URL(await app.listen({ host: '127.0.0.1', port: 0 }))
  const gone = connect(Number(url.port), '127.0.0.1').on('error', () => {})
  gone.write('GET /api/gone HTTP/1.1\r\nhost: a\r\n\r\n')
  await vi.waitFor(() => expect(failed).toEqual(['/api/gone']))
  expect((await fetch(new URL('/api/here', url))).status).toBe(500)
  const places = countFaults().map(({ place }) => place)
  expect([places.includes('/api/gone'), places.includes('/api/here')]).toEqual([false, true])
  await app.close()
  vi.restoreAllMocks()
})
