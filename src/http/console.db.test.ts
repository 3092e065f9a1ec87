import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { plainDate } from '../days/plain-date.ts'
import { testDatabase } from '../db/testing/database.ts'
import { consoleRoutes } from './console.ts'
import type { Networks } from './networks.ts'
import { createServer } from './server.ts'

const { db } = await testDatabase()
const folder = mkdtempSync(join(tmpdir(), 'kaicheng-console-'))
mkdirSync(join(folder, 'assets'))
writeFileSync(join(folder, 'index.html'), '<meta name="nonce" content="__CSP_NONCE__"><title>管理台</title>')
writeFileSync(join(folder, 'assets', 'index-1a2b3c.js'), 'export {}')
writeFileSync(join(folder, 'assets', 'index-1a2b3c.js.gz'), gzipSync('export {}'))
writeFileSync(join(folder, 'assets', 'index-1a2b3c.js.br'), brotliCompressSync('export {}'))

async function aServer(networks: Partial<Networks> = {}, from = folder) {
  const clock = { now: () => new Date(), today: () => plainDate('2026-11-24') }
  const limits = { metrics: [], console: [], ...networks }
  const app = createServer({
    db,
    clock,
    hosts: ['127.0.0.1'],
    proxies: ['10.9.9.9'],
    networks: limits,
    renderProblem: ({ message }) => message,
  })
  await app.register(consoleRoutes, { folder: from })
  return (url: string, remoteAddress = '127.0.0.1', headers = {}) =>
    app.inject({ url, remoteAddress, headers: { host: '127.0.0.1', ...headers } })
}

describe('the console’s page', () => {
  test.for(['/console', '/console/', '/console/requests/12'])(
    '%s is the one page, never kept, with a nonce of its own for styles',
    async (url) => {
      const get = await aServer()
      const [first, second] = [await get(url), await get(url)]
      expect(first.statusCode).toBe(200)
      expect(first.headers['cache-control']).toBe('no-store')
      const nonceOf = ({ body }: { body: string }) => /content="([^"]{20,})"/.exec(body)?.[1] ?? ''
      const policy = String(first.headers['content-security-policy'])
      expect(policy).toContain(`style-src 'self' 'nonce-${nonceOf(first)}'`)
      expect(policy).toContain("script-src 'self';")
      expect(policy).not.toContain('unsafe')
      expect(nonceOf(second)).not.toBe(nonceOf(first))
    },
  )

  test('its files may be kept for ever; others are not there', async () => {
    const get = await aServer()
    const file = await get('/console/assets/index-1a2b3c.js')
    expect(file.headers['cache-control']).toBe('public, max-age=31536000, immutable')
    expect(file.headers['content-type']).toContain('javascript')
    for (const path of ['none.js', '..%2findex.html', '%2e%2e%2f%2e%2e%2fetc%2fpasswd'])
      expect((await get(`/console/assets/${path}`)).statusCode, path).toBeGreaterThanOrEqual(400)
  })

  test('before it is built, a page says so', async () => {
    const get = await aServer({}, join(folder, 'nowhere'))
    expect(await get('/console/')).toMatchObject({ statusCode: 503, body: expect.stringContaining('尚未构建') })
  })

  test('its files go out packed to whoever takes them so', async () => {
    const get = await aServer()
    const asked = (encoding: string) =>
      get('/console/assets/index-1a2b3c.js', '127.0.0.1', { 'accept-encoding': encoding })
    const [packed, plain] = [await asked('gzip'), await asked('identity')]
    expect(packed.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'accept-encoding' })
    expect(packed.headers['content-type']).toContain('javascript')
    expect(gunzipSync(packed.rawPayload).toString()).toBe('export {}')
    expect(plain.body).toBe('export {}')
    const smaller = await asked('gzip, deflate, br')
    expect(smaller.headers).toMatchObject({ 'content-encoding': 'br', vary: 'accept-encoding' })
    expect(brotliDecompressSync(smaller.rawPayload).toString()).toBe('export {}')
  })
})

describe('networks', () => {
  test('the figures are for this machine and the named networks', async () => {
    const get = await aServer({ metrics: ['10.20.0.0/16', '2001:db8::/32'] })
    const statuses = []
    for (const from of ['127.0.0.1', '::1', '::ffff:127.0.0.1', '10.20.3.4', '2001:db8::5', '10.21.0.1', '2001:db9::1'])
      statuses.push((await get('/metrics', from)).statusCode)
    expect(statuses).toEqual([200, 200, 200, 200, 200, 404, 404])
  })

  test('a header does not make a caller local, unless the proxy sets it; and through the proxy nobody is', async () => {
    const get = await aServer()
    expect((await get('/metrics', '10.21.0.1', { 'x-forwarded-for': '127.0.0.1' })).statusCode).toBe(404)
    expect((await get('/metrics', '10.9.9.9', { 'x-forwarded-for': '10.21.0.1' })).statusCode).toBe(404)
  })

  test('the console may be kept to the offices (互联网政务应用安全管理规定 19)', async () => {
    const get = await aServer({ console: ['10.20.0.0/16'] })
    const fromOffice = await get('/console/', '10.20.0.9')
    const fromOutside = [await get('/console/', '10.21.0.1'), await get('/console/assets/index-1a2b3c.js', '10.21.0.1')]
    expect([fromOffice, ...fromOutside].map(({ statusCode }) => statusCode)).toEqual([200, 404, 404])
  })

  test('what is no network stops the start', async () => {
    for (const wrong of ['office', '10.0.0.0/33', '10.0.0.0/x', '10.0.0'])
      await expect(aServer({ console: [wrong] })).rejects.toThrow('不是网络地址')
  })
})
