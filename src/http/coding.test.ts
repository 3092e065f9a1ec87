import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { codingFor, pack } from './coding.ts'

test.for([
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip', 'gzip'],
  ['GZIP;Q=1', 'gzip'],
  ['br;q=0.5, gzip', 'gzip'],
  ['br;q=0.5,gzip;q=0.5', 'br'],
  ['br;q=0, gzip;q=0.001', 'gzip'],
  ['gzip ; q=0.0', undefined],
  ['*', 'br'],
  ['*;q=0.1, br;q=0', 'gzip'],
  ['gzip;q=0, *;q=0', undefined],
  ['identity', undefined],
  ['brotli, xgzip', undefined],
  ['gzip;q=many', undefined],
  ['', undefined],
  [undefined, undefined],
] as const)('Accept-Encoding “%s” is answered in %s', ([asked, coding]) => {
  expect(codingFor({ headers: { 'accept-encoding': asked } })).toBe(coding)
})

test('what is packed is unpacked to the same, and smaller the longer it lasts', () => {
  const text = Buffer.from(
    Array.from({ length: 400 }, (_, row) => `第${row}条 本机关应当主动公开政府信息。`).join('\n'),
  )
  for (const isLasting of [false, true]) {
    expect(brotliDecompressSync(pack(text, 'br', isLasting)).equals(text)).toBe(true)
    expect(gunzipSync(pack(text, 'gzip', isLasting)).equals(text)).toBe(true)
  }
  expect(pack(text, 'br', true).length).toBeLessThan(pack(text, 'br').length)
  expect(pack(text, 'br').length).toBeLessThan(pack(text, 'gzip').length)
})
