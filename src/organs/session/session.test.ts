import { describe, expect, test } from 'vitest'
import { networkOf } from '../../db/attempts.ts'
import { plainLogin } from './login-name.ts'
import { isOver, isProved, stageOf } from './session.ts'
import { readToken } from './token.ts'

const now = new Date('2026-11-24T01:00:00Z')
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000)
const organ = { id: 1, slug: 'shili-tjj', name: '示例市统计局', isDemo: false }
const settled = {
  organ,
  passedSecondFactor: true,
  hasAuthenticator: true,
  hasPasskey: false,
  byDirectory: false,
  mustChangePassword: false,
  passwordChangedAt: ago(60),
}
const year = 365 * 24 * 60

describe('what comes next in signing in', () => {
  test.for([
    { when: 'all is done', facts: {}, stage: 'in' },
    { when: 'the code is missing', facts: { passedSecondFactor: false }, stage: 'secondFactor' },
    {
      when: 'the code is missing and the password was reset: the code first',
      facts: { passedSecondFactor: false, mustChangePassword: true },
      stage: 'secondFactor',
    },
    { when: 'the password was reset', facts: { mustChangePassword: true }, stage: 'changePassword' },
    {
      when: 'the password is more than a year old',
      facts: { passwordChangedAt: ago(year + 1) },
      stage: 'changePassword',
    },
    { when: 'it is a year old to the day', facts: { passwordChangedAt: ago(year) }, stage: 'in' },
    {
      when: 'there is neither a password of one’s own nor an authenticator: the password first',
      facts: { hasAuthenticator: false, passedSecondFactor: false, mustChangePassword: true },
      stage: 'changePassword',
    },
    {
      when: 'there is a passkey and no authenticator',
      facts: { hasAuthenticator: false, hasPasskey: true },
      stage: 'in',
    },
    {
      when: 'the passkey was not asked yet',
      facts: { hasAuthenticator: false, hasPasskey: true, passedSecondFactor: false },
      stage: 'secondFactor',
    },
    {
      when: 'there is no authenticator',
      facts: { hasAuthenticator: false, passedSecondFactor: false },
      stage: 'enrol',
    },
    {
      when: 'the directory has asked for no second factor that is trusted, and there is none here',
      facts: { byDirectory: true, hasAuthenticator: false, passedSecondFactor: false },
      stage: 'enrol',
    },
    {
      when: 'the directory has asked for one that is trusted',
      facts: { byDirectory: true, hasAuthenticator: false },
      stage: 'in',
    },
    {
      when: 'the directory has let in who has never used the password here',
      facts: { byDirectory: true, mustChangePassword: true },
      stage: 'in',
    },
    {
      when: 'it is the demo',
      facts: { organ: { ...organ, isDemo: true }, hasAuthenticator: false, passwordChangedAt: ago(9 * year) },
      stage: 'in',
    },
    {
      when: 'it is the demo, with an authenticator',
      facts: { organ: { ...organ, isDemo: true }, passedSecondFactor: false },
      stage: 'secondFactor',
    },
  ])('$when: $stage', ({ facts, stage }) => {
    expect(stageOf({ ...settled, ...facts }, now)).toBe(stage)
  })
})

test.for([
  { provedAt: null, proved: false },
  { provedAt: ago(4.9), proved: true },
  { provedAt: ago(5), proved: false },
])('who one is has to be proved again after five minutes: $provedAt', ({ provedAt, proved }) => {
  expect(isProved({ provedAt }, now)).toBe(proved)
})

test.for([
  { began: 0, seen: 0, over: false },
  { began: 60, seen: 30, over: false },
  { began: 60, seen: 30.1, over: true },
  { began: 720, seen: 0, over: false },
  { began: 720.1, seen: 0, over: true },
  { began: -60, seen: -60, over: false },
])('begun $began and seen $seen minutes ago: over $over', ({ began, seen, over }) => {
  expect(isOver({ beganAt: ago(began), seenAt: ago(seen) }, now)).toBe(over)
})

test.for(['Admin', 'ADMIN', 'ａｄｍｉｎ', 'admin\u200b', '\ufeffad\u00admin', ' admin ', 'ad\u2060min', '𝐚𝐝𝐦𝐢𝐧'])(
  'the login name %j is admin',
  (typed) => {
    expect(plainLogin(typed)).toBe('admin')
  },
)

test.for([
  { address: '203.0.113.9', network: '203.0.113.9' },
  { address: '::ffff:203.0.113.9', network: '203.0.113.9' },
  { address: '2001:db8:1:2:3:4:5:6', network: '2001:db8:1:2' },
  { address: '2001:DB8:1:2::6', network: '2001:db8:1:2' },
  { address: '2001:db8::6', network: '2001:db8:0:0' },
  { address: '::1', network: '0:0:0:0' },
  { address: 'x'.repeat(9_000), network: 'x'.repeat(45) },
])('$address counts as $network', ({ address, network }) => {
  expect(networkOf(address)).toBe(network)
})

test('only a number and 43 signs are a token', () => {
  const secret = 'x'.repeat(43)
  expect(readToken(`7.${secret}`)).toEqual({ organId: 7, secret })
  for (const text of [undefined, '', secret, `7.${secret}x`, `-7.${secret}`, `1234567890.${secret}`, `7.${secret}\n`])
    expect(readToken(text)).toBeUndefined()
})
