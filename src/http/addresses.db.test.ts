import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { buildApp } from '../app/build-app.ts'
import { testDatabase } from '../db/testing/database.ts'

const { db, url } = await testDatabase()
const app = await buildApp({ db, url }, { KAICHENG_CONSOLE_FROM: '127.0.0.0/8', KAICHENG_PROXIES: '10.9.9.9' })
afterAll(() => app.close())
await app.ready()
let said = ''
beforeEach(() => {
  said = ''
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    said += String(text)
    return true
  })
})
afterEach(() => vi.restoreAllMocks())
const get = (path: string, headers: Record<string, string> = {}, remoteAddress = '127.0.0.1') =>
  app.inject({ url: path, headers: { host: '127.0.0.1', ...headers }, remoteAddress })

describe('a proxy that nobody has listed', () => {
  const marks = ['x-forwarded-for', 'x-forwarded-proto', 'x-forwarded-host', 'x-real-ip', 'forwarded']
  test.for(marks)('%s: what comes through it is not this machine', async (mark) => {
    expect((await get('/metrics')).statusCode).toBe(200)
    expect((await get('/metrics', { [mark]: '127.0.0.1' })).statusCode).toBe(404)
    expect((await get('/api/console/me')).statusCode).toBe(401)
    expect((await get('/api/console/me', { [mark]: '127.0.0.1' })).statusCode).toBe(404)
    expect((await get('/healthz', { [mark]: '127.0.0.1' })).statusCode).toBe(200)
  })

  test('is named once on stderr, with what to set', async () => {
    const other = await buildApp({ db, url }, {})
    const send = () => other.inject({ url: '/healthz', headers: { host: '127.0.0.1', 'x-forwarded-for': '1.2.3.4' } })
    await send()
    await send()
    await other.close()
    expect(said.match(/KAICHENG_PROXIES=127\.0\.0\.1/g)).toHaveLength(1)
    expect(said).not.toContain('1.2.3.4')
  })

  test('one that is listed is believed', async () => {
    const through = (client: string) => get('/metrics', { 'x-forwarded-for': client }, '10.9.9.9')
    expect((await through('127.0.0.1')).statusCode).toBe(200)
    expect((await through('127.0.0.1, 203.0.113.5')).statusCode).toBe(404)
    expect((await through('nonsense')).statusCode).toBe(404)
  })
})
