import { describe, expect, test } from 'vitest'
import { aForm, aSiteToAsk } from '../testing/a-site-to-ask.ts'

const { path, casePath, visitor, ask, follow, count } = await aSiteToAsk()

const foreign = [
  { from: 'a foreign origin', headers: { origin: 'https://evil.example' } },
  { from: 'a sandboxed frame', headers: { origin: 'null' } },
  { from: 'a browser that says cross-site', headers: { 'sec-fetch-site': 'cross-site' } },
  { from: 'a sibling host', headers: { 'sec-fetch-site': 'same-site', origin: 'https://other.127.0.0.1' } },
  { from: 'another port', headers: { origin: 'http://127.0.0.1:81' } },
  {
    from: 'a foreign origin that calls itself same',
    headers: { origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' },
  },
]
const own = [
  { from: 'our own page', headers: { origin: 'http://127.0.0.1', 'sec-fetch-site': 'same-origin' } },
  { from: 'our own page, before the proxy', headers: { origin: 'https://127.0.0.1', 'sec-fetch-site': 'same-origin' } },
  { from: 'a browser that says nothing', headers: {} },
]

describe('a page of another site', () => {
  test.for(foreign)('$from: neither asks, nor opens, nor acts', async ({ headers }) => {
    const before = await count('requests')
    const sent = await visitor().send(`${path}/submit`, aForm(), headers)
    expect([sent.statusCode, sent.headers['set-cookie']]).toEqual([403, undefined])
    expect(await count('requests')).toBe(before)
    const asked = await ask()
    const opened = await visitor().send(`${path}/follow`, { code: asked.code, secret: asked.secret }, headers)
    expect([opened.statusCode, opened.headers['set-cookie']]).toEqual([403, undefined])
    const { who, cookie, seen } = await follow(asked)
    const withdrawn = await who.send(`${casePath}/withdraw`, { seq: '1', reason: '' }, { cookie, ...headers })
    expect(withdrawn.statusCode).toBe(403)
    expect((await who.send(`${casePath}/leave`, {}, { cookie, ...headers })).statusCode).toBe(403)
    expect(await seen()).toContain('已提交')
  })

  test.for(own)('$from: opens and asks', async ({ headers }) => {
    const { code, secret } = await ask()
    expect((await visitor().send(`${path}/follow`, { code, secret }, headers)).statusCode).toBe(303)
    expect((await visitor().send(`${path}/submit`, aForm(), headers)).statusCode).toBe(200)
  })
})
