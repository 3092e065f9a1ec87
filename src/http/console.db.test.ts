import { afterAll, expect, test } from 'vitest'
import { buildApp } from '../cli/serve.ts'
import { testDatabase } from '../db/testing/database.ts'

const { db, url } = await testDatabase()
const app = await buildApp({ db, url }, {})
afterAll(() => app.close())
test('x', async () => {
  await app.ready()
  for (const url of [
    '/console',
    '/console/',
    '/console/requests/1',
    '/console/assets/a-123.js',
    '/console/assets/none.js',
    '/console/assets/../index.html',
    '/console/assets/%2e%2e/index.html',
  ]) {
    const a = await app.inject({ url, headers: { host: '127.0.0.1' } })
    console.log(
      url,
      a.statusCode,
      a.headers['cache-control'],
      a.headers['content-type'],
      a.headers['content-security-policy'],
      a.body.slice(0, 60),
    )
  }
})
