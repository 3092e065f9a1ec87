import type { LightMyRequestResponse } from 'fastify'
import { expect } from 'vitest'
import { aPassword, Browser, codeAt } from '../../../src/organs/testing/staff.ts'
import { answerOf, fine, judged, withoutEffect } from '../answer.ts'
import { isSpec, textOf } from '../generate.ts'
import type { Scene } from '../scene.ts'
import { told, type Way } from '../way.ts'

const minutes = 60_000

const later = (scene: Scene, ms: number) => {
  scene.clock.at = new Date(scene.clock.at.getTime() + ms)
}

/** Somebody with an account, not signed in, at an address of their own. */
async function someone(scene: Scene) {
  const { id, login } = await scene.staff(['clerk'])
  const remoteAddress = scene.nextAddress()
  const tryPassword = (password: string, options = {}, name = login) =>
    new Browser(scene.app).send('POST', '/session', { login: name, password }, { remoteAddress, ...options })
  return { id, login, tryPassword, browser: new Browser(scene.app) }
}

const bruteForce: Way = async (scene, input) => {
  const words = isSpec(input) ? String(input.each) : textOf(input)
  const one = await someone(scene)
  let last = await one.tryPassword('wrong')
  for (let index = 1; index < 8; index += 1) {
    const options = /addresses|random per try/i.test(words)
      ? { remoteAddress: scene.nextAddress(), headers: { 'x-forwarded-for': scene.nextAddress() } }
      : {}
    last = await one.tryPassword('wrong', options)
  }
  // The place that failed is locked, for the right one too, until the lock ends by itself; nobody elsewhere is shut out.
  const isOnePlace = !/addresses|random per try/i.test(words)
  expect((await one.tryPassword(aPassword)).statusCode).toBe(isOnePlace ? 429 : 200)
  const before = scene.clock.at
  later(scene, 16 * minutes)
  expect((await one.tryPassword(aPassword)).statusCode).toBe(200)
  scene.clock.at = before
  return judged(last)
}

const spoofed: Way = async (scene) => {
  const one = await someone(scene)
  let last = await one.tryPassword('wrong')
  for (let index = 0; index < 6; index += 1)
    last = await one.tryPassword('wrong', { headers: { 'x-forwarded-for': scene.nextAddress() } })
  return judged(last)
}

const written: Way = async (scene, input) => {
  const one = await someone(scene)
  const names = textOf(input)
    .split(/username | \/ /)
    .filter(Boolean)
    .map((name) => name.replace('\\u200b', '\u200b').replace(/^[aａ]dmin|^[aａ]ｄｍｉｎ/i, ''))
  expect(names.length).toBeGreaterThan(1)
  const wide = one.login.replace(/[a-z]/g, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0))
  const same = [one.login.toUpperCase(), wide, `${one.login}\u200b`, ` ${one.login}`, one.login]
  for (const name of same) await one.tryPassword('wrong', {}, name)
  const answer = await one.tryPassword(aPassword)
  expect(answer.statusCode).toBe(429)
  return withoutEffect(answer)
}

const csrf: Way = async (scene) => {
  const one = await someone(scene)
  const answer = await one.tryPassword(aPassword, {
    headers: { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
  })
  expect(answer.headers['set-cookie']).toBeUndefined()
  return judged(answer)
}

const fixed: Way = async (scene) => {
  const { browser, login } = await someone(scene)
  await browser.send('POST', '/session', { login, password: aPassword })
  const before = browser.cookie
  const answer = await browser.send('POST', '/session/second-factor', { code: codeAt(scene.clock.at) })
  expect(browser.cookie).not.toBe(before)
  expect((await browser.send('GET', '/me', undefined, { headers: { cookie: before } })).statusCode).toBe(401)
  return judged(answer)
}

const parallel: Way = async (scene) => {
  const people = await Promise.all(Array.from({ length: 20 }, () => someone(scene)))
  const answers = await Promise.all(people.map(({ tryPassword }) => tryPassword(aPassword)))
  expect(answers.map(({ statusCode }) => statusCode)).toEqual(answers.map(() => 200))
  return fine(...answers)
}

export const signIn = told(
  [/csrf|cross-site/i, csrf],
  [/fixed before login/, fixed],
  [/X-Forwarded-For/i, spoofed],
  [/parallel/, parallel],
  [/username/, written],
  [/wrong password/, bruteForce],
)

/** The answer to a page asked for with an old cookie. */
const withCookie = (browser: Browser, cookie: string): Promise<LightMyRequestResponse> =>
  browser.send('GET', '/requests', undefined, { headers: { cookie } })

export const session = told(
  [
    /after logout/,
    async (scene) => {
      const { browser } = await scene.staff(['clerk'])
      const kept = browser.cookie
      expect((await browser.send('DELETE', '/session')).statusCode).toBe(204)
      return judged(await withCookie(browser, kept))
    },
  ],
  [
    /password change/,
    async (scene) => {
      const { browser, login } = await scene.staff(['clerk'])
      const elsewhere = new Browser(scene.app)
      await elsewhere.signIn(login, scene.clock.at)
      const change = { current: aPassword, next: 'Another-Long-9-Sentence' }
      expect((await browser.send('PUT', '/session/password', change)).statusCode).toBe(200)
      return judged(await elsewhere.send('GET', '/requests'))
    },
  ],
  [
    /idle/,
    async (scene) => {
      const { browser } = await scene.staff(['clerk'])
      const before = scene.clock.at
      later(scene, 31 * minutes)
      const answer = await browser.send('POST', '/reminders/seen')
      scene.clock.at = before
      return judged(answer)
    },
  ],
  [
    /without Secure|HttpOnly/,
    async (scene) => {
      const one = await someone(scene)
      const answer = await one.tryPassword(aPassword)
      expect(String(answer.headers['set-cookie'])).toMatch(/^kaicheng=\S+; Path=\/; HttpOnly; SameSite=Strict$/)
      return withoutEffect(answer)
    },
  ],
  [
    /public portal/,
    async (scene) => {
      const browser = new Browser(scene.app)
      return judged(await withCookie(browser, 'kaicheng-request=1.abc; display=large'))
    },
  ],
)

export const totp: Way = async (scene) => {
  const one = await someone(scene)
  await one.browser.send('POST', '/session', { login: one.login, password: aPassword })
  return judged(await one.browser.send('GET', '/requests'))
}

/** A password is taken whole: what shares its first 72 bytes is another. */
export const setPassword: Way = async (scene, input) => {
  const { browser, login } = await scene.staff(['clerk'])
  const start = '办公室的窗台上有三盆不同颜色的绿萝植物哦还有一盆'
  const next = `${start}AAAA${textOf(input)}`
  const answer = await browser.send('PUT', '/session/password', { current: aPassword, next })
  if (answer.statusCode >= 400) return judged(answer)
  const cut = await new Browser(scene.app).send(
    'POST',
    '/session',
    { login, password: `${start}BBBB` },
    { remoteAddress: scene.nextAddress() },
  )
  expect(cut.statusCode).toBe(422)
  return { ...judged(answer), answers: [answerOf(answer), answerOf(cut)] }
}

/** A change asked for by something else than our own page. */
const foreign =
  (headers: Record<string, string>, payload?: string): Way =>
  async (scene) => {
    const browser = scene.browser('clerk')
    const { id } = await scene.register()
    const body = JSON.stringify({ seq: 2, input: { text: '备注' } })
    const answer = await browser.send('POST', `/requests/${id}/steps/note`, undefined, {
      headers: { 'content-type': 'application/json', ...headers },
      payload: payload ?? body,
    })
    const events = await scene.owner.selectFrom('requestEvents').select('kind').where('requestId', '=', id).execute()
    expect(events.map(({ kind }) => kind)).not.toContain('noted')
    return judged(answer)
  }

export const anyPost = told(
  [/Origin https?:\/\/evil|sibling|tossing/, foreign({ origin: 'https://evil.example' })],
  [/Origin: null/, foreign({ origin: 'null' })],
  [/text\/plain/, foreign({ 'content-type': 'text/plain' })],
  [/form-urlencoded|multipart/, foreign({ 'content-type': 'application/x-www-form-urlencoded' }, 'seq=2')],
  [/no Origin|without Origin|Referer/i, foreign({ origin: '', 'x-kaicheng': '' })],
  [
    /^GET /,
    async (scene) => {
      const { id } = await scene.register()
      return judged(await scene.browser('clerk').send('GET', `/requests/${id}/steps/withdraw`))
    },
  ],
  [/method.override|_method/i, foreign({ 'x-http-method-override': 'DELETE', origin: 'https://evil.example' })],
)
