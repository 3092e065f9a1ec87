import { expect, test } from 'vitest'
import { securityHeaders } from './security-headers.ts'

test('every header that browsers are to heed', () => {
  const headers = new Map(Object.entries(securityHeaders).map(([name, value]) => [name.toLowerCase(), value]))
  const hsts = headers.get('strict-transport-security') ?? ''
  expect(Number(/max-age=(\d+)/.exec(hsts)?.[1])).toBeGreaterThanOrEqual(365 * 86_400)
  expect(hsts).toContain('includeSubDomains')
  const policy = headers.get('content-security-policy')?.split(';')
  // Without a source of its own, objects and scripts have none either.
  expect(policy).toEqual(expect.arrayContaining(["default-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"]))
  expect(policy?.some((each) => /^(?:object|script)-src/.test(each))).toBe(false)
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('referrer-policy')).toBe('same-origin')
  expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
  expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
})

test('the headers are, byte for byte, those that were always sent', () => {
  expect(Object.entries(securityHeaders).map(([name, value]) => `${name}: ${value}`)).toEqual([
    "Content-Security-Policy: default-src 'none';style-src 'self';img-src 'self' data:;form-action 'self';base-uri 'none';frame-ancestors 'none'",
    'Cross-Origin-Opener-Policy: same-origin',
    'Cross-Origin-Resource-Policy: same-origin',
    'Origin-Agent-Cluster: ?1',
    'Referrer-Policy: same-origin',
    'Strict-Transport-Security: max-age=31536000; includeSubDomains',
    'X-Content-Type-Options: nosniff',
    'X-DNS-Prefetch-Control: off',
    'X-Download-Options: noopen',
    'X-Frame-Options: DENY',
    'X-Permitted-Cross-Domain-Policies: none',
    'X-XSS-Protection: 0',
  ])
})
