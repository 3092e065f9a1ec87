import { PassThrough } from 'node:stream'
import multipart from '@fastify/multipart'
import fastify from 'fastify'
import { expect, onTestFinished, test, vi } from 'vitest'
import { openUploads } from '../../files/uploads/uploads.ts'
import { multipartOf } from '../testing/forms.ts'
import { readForm } from './multipart.ts'

function aServer() {
  const app = fastify()
  openUploads(app)
  app.register(multipart, { throwFileSizeLimit: false })
  const line = { bytesRead: 0, isReading: false }
  app.post('/', async (request) => {
    Object.defineProperty(request.raw.socket, 'bytesRead', { get: () => line.bytesRead })
    line.isReading = true
    return [...(await readForm(request, async () => {})).keys()]
  })
  onTestFinished(() => app.close())
  return { app, line }
}

test('a form of which a byte comes each second is given up after ten seconds', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] })
  onTestFinished(() => void vi.useRealTimers())
  const { app, line } = aServer()
  const slow = new PassThrough()
  slow.write('--')
  const headers = { 'content-type': 'multipart/form-data; boundary=x' }
  const answering = app.inject({ method: 'POST', url: '/', headers, payload: slow }).then(({ json }) => json())
  let answer: unknown
  void answering.then((heard) => {
    answer = heard
  })
  while (!line.isReading) await new Promise((resolve) => setImmediate(resolve))
  for (let seconds = 0; seconds < 12; seconds += 1) {
    line.bytesRead += 1
    await vi.advanceTimersByTimeAsync(1_000)
  }
  await new Promise((resolve) => setImmediate(resolve))
  expect(answer).toMatchObject({ message: expect.stringContaining('网速') })
})

test('texts are read up to what a form without files may hold', async () => {
  const { app } = aServer()
  const send = (texts: Record<string, string>) => {
    const { payload, contentType } = multipartOf(texts)
    return app.inject({ method: 'POST', url: '/', headers: { 'content-type': contentType }, payload })
  }
  const texts = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, at) => [`${at}`, 'x'.repeat(60_000)]))
  expect((await send(texts(4))).json()).toEqual(['0', '1', '2', '3'])
  expect((await send(texts(5))).json()).toMatchObject({ message: expect.stringContaining('内容太长') })
})
