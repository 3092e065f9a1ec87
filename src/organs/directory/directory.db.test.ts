import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { afterAll, describe, expect, test } from 'vitest'
import { buildApp } from '../../app/build-app.ts'
import { inActs, inOrgan } from '../../db/organ.ts'
import { testDatabase } from '../../db/testing/database.ts'
import * as staff from '../staff/store.ts'
import * as organs from '../store.ts'
import { type AtDirectory, aCityDirectory, clientSecret, throughDirectory } from '../testing/city-directory.ts'
import { anOrgan } from '../testing/organ.ts'
import { addStaff, aPassword, Browser, codeAt } from '../testing/staff.ts'

const { db, url, owner } = await testDatabase()
const site = 'https://gk.shili.gov.cn'
const callback = '/session/directory/callback'
const who: AtDirectory = { login: undefined, acr: undefined }
const [city, other] = [
  await aCityDirectory(`${site}/api/console${callback}`, who),
  await aCityDirectory(`${site}/api/console${callback}`, who),
]
const folder = mkdtempSync(join(tmpdir(), 'kaicheng-directory-'))
const secretFile = join(folder, 'secret')
writeFileSync(secretFile, `${clientSecret}\n`)
const settings = {
  KAICHENG_ORIGIN: site,
  KAICHENG_OIDC_ISSUER: city.issuer,
  KAICHENG_OIDC_CLIENT_ID: 'kaicheng',
  KAICHENG_OIDC_SECRET_FILE: secretFile,
  KAICHENG_OIDC_NAME: '示例市统一身份认证',
}
const clock = { ahead: 0 }
const now = () => new Date(Date.now() + clock.ahead)
const app = await buildApp({ db, url }, settings, now)
const trusting = await buildApp({ db, url }, { ...settings, KAICHENG_OIDC_TRUSTED_ACR: 'mfa' }, now)
afterAll(async () => {
  await Promise.all([app.close(), trusting.close()])
  await Promise.all([city.close(), other.close()])
  rmSync(folder, { recursive: true })
})

const organ = await inActs(db, (tx) => organs.add(tx, anOrgan()))
let count = 0
const someone = async (facts: Partial<Parameters<typeof addStaff>[2]> = {}) => {
  count += 1
  const login = `city${count}`
  return { login, id: await addStaff(db, organ.id, { login, ...facts }) }
}

/** A browser that keeps both cookies, as far as the directory and back. */
async function atDirectory(on: FastifyInstance, back = '') {
  const ask = (url: string, cookie = '') =>
    on.inject({ url: `/api/console${url}`, headers: { host: '127.0.0.1', cookie }, remoteAddress: '10.1.1.1' })
  const begun = await ask(`/session/directory/begin?back=${encodeURIComponent(back)}`)
  const cookie = String(begun.headers['set-cookie']).split(';', 1)[0] ?? ''
  return {
    begun,
    cookie,
    address: String(begun.headers.location),
    comeBack: (search: string, withCookie = cookie) => ask(`${callback}${search}`, withCookie),
  }
}
async function signIn(as: string | undefined, { on = app, acr, back = '' }: Partial<Options> = {}) {
  Object.assign(who, { login: as, acr })
  const there = await atDirectory(on, back)
  const { search } = await throughDirectory(there.address, city.issuer)
  const answer = await there.comeBack(search)
  const browser = new Browser(on)
  const set = [answer.headers['set-cookie']].flat().find((each) => each?.startsWith('kaicheng='))
  browser.cookie = set?.split(';', 1)[0] ?? ''
  return { ...there, search, browser, to: answer.headers.location }
}
interface Options {
  readonly on: FastifyInstance
  readonly acr: string
  readonly back: string
}
const meOf = async (browser: Browser) => (await browser.send('GET', '/me')).json()
const actionsOf = async (id: string) =>
  (
    await owner
      .selectFrom('auditEntries')
      .select('action')
      .where((eb) => eb.or([eb('subject', '=', id), eb('actorId', '=', id)]))
      .orderBy('seq')
      .execute()
  ).map(({ action }) => action)

describe('signing in by the directory of the city', () => {
  test('goes there with PKCE, state and nonce, and comes back to the page that was asked for; the second factor is asked all the same', async () => {
    const { login, id } = await someone()
    const { address, begun, browser, to } = await signIn(login, { acr: 'mfa', back: '/console/requests?view=all' })
    const asked = new URL(address).searchParams
    expect(Object.fromEntries(asked)).toMatchObject({ code_challenge_method: 'S256', response_type: 'code' })
    for (const name of ['state', 'nonce', 'code_challenge']) expect(asked.get(name)).toMatch(/^[\w-]{43}$/)
    expect(begun.headers['set-cookie']).toMatch(/; Path=\/api\/console\/session\/directory; HttpOnly; SameSite=Lax$/)
    expect(begun.headers['set-cookie']).not.toContain(asked.get('state'))
    expect(to).toBe('/console/requests?view=all')
    expect(await meOf(browser)).toMatchObject({ stage: 'secondFactor', byDirectory: true })
    const answer = await browser.send('POST', '/session/second-factor', { code: codeAt(now()) })
    expect(answer.json()).toEqual({ stage: 'in' })
    expect(await actionsOf(id)).toEqual(['signIn.directoryRight', 'signIn.secondFactorRight'])
  })

  test('asks for no second factor where the directory has, in a way that is trusted; and for no password of one’s own', async () => {
    const { login } = await someone({ mustChangePassword: true })
    const strong = await signIn(login, { on: trusting, acr: 'mfa' })
    expect((await meOf(strong.browser)).stage).toBe('in')
    const weak = await signIn(login, { on: trusting, acr: 'weak' })
    expect((await meOf(weak.browser)).stage).toBe('secondFactor')
  })

  test('lets bind the first factor here by the password alone, and no second one so', async () => {
    const { login } = await someone({ secret: null })
    const { browser } = await signIn(login, { on: trusting, acr: 'mfa' })
    expect((await meOf(browser)).stage).toBe('in')
    const prove = () => browser.send('POST', '/session/proof', { current: aPassword })
    expect((await browser.send('POST', '/session/enrolment')).json().code).toBe('not_proved')
    expect((await prove()).statusCode).toBe(200)
    const { secret } = (await browser.send('POST', '/session/enrolment')).json()
    const code = codeAt(now(), secret)
    expect((await browser.send('POST', '/session/enrolment/confirm', { code })).statusCode).toBe(200)
    expect((await prove()).json().code).toBe('wrong_code')
  })

  test('makes no account: who is unknown and who is disabled hear the same', async () => {
    const { login, id } = await someone()
    await inOrgan(db, organ.id, (tx) => staff.disable(tx, organ.id, id, now()))
    for (const name of [login, 'meiyouzheren']) {
      const { to, browser } = await signIn(name)
      expect([to, browser.cookie]).toEqual(['/console/?directory=noAccount', ''])
    }
    expect(await actionsOf(id)).toEqual(['signIn.directoryRefused'])
  })

  test('lets in whom the directory has let in, however many wrong passwords somebody typed under their name', async () => {
    const { login } = await someone()
    for (let index = 0; index < 5; index += 1)
      await new Browser(app).send('POST', '/session', { login, password: 'wrong' })
    expect((await signIn(login)).to).toBe('/console/')
  })

  test('leads nowhere but to a page of the console', async () => {
    const { login } = await someone()
    expect((await signIn(login, { back: 'https://boese.example/console/' })).to).toBe('/console/')
  })
})

describe('an answer is not taken', () => {
  const failed = '/console/?directory=failed'
  const begin = async () => {
    const { login } = await someone()
    Object.assign(who, { login, acr: undefined })
    const there = await atDirectory(app)
    const { searchParams } = await throughDirectory(there.address, city.issuer)
    return { ...there, searchParams }
  }

  test('twice', async () => {
    const { login } = await someone()
    const { search, comeBack } = await signIn(login)
    expect((await comeBack(search)).headers.location).toBe(failed)
  })

  test('with another state, another issuer, no code, or in a browser that was not sent', async () => {
    for (const [name, value] of [
      ['state', 'x'.repeat(43)],
      ['iss', other.issuer],
      ['code', ''],
    ] as const) {
      const { comeBack, searchParams } = await begin()
      searchParams.set(name, value)
      expect((await comeBack(`?${searchParams}`)).headers.location, name).toBe(failed)
    }
    const { comeBack, searchParams } = await begin()
    expect((await comeBack(`?${searchParams}`, '')).headers.location).toBe(failed)
    const stranger = await begin()
    expect((await comeBack(`?${searchParams}`, stranger.cookie)).headers.location).toBe(failed)
  })

  test('with another nonce', async () => {
    const { login } = await someone()
    Object.assign(who, { login, acr: undefined })
    const there = await atDirectory(app)
    const changed = new URL(there.address)
    changed.searchParams.set('nonce', 'another-nonce')
    const { search } = await throughDirectory(changed.href, city.issuer)
    expect((await there.comeBack(search)).headers.location).toBe(failed)
  })

  test('after ten minutes, or where it names nobody', async () => {
    const { comeBack, searchParams } = await begin()
    clock.ahead = 10 * 60_000
    expect((await comeBack(`?${searchParams}`)).headers.location).toBe(failed)
    clock.ahead = 0
    expect((await signIn(undefined)).to).toBe(failed)
  })

  test('when the person has stopped there', async () => {
    const { comeBack } = await begin()
    expect((await comeBack('?error=access_denied')).headers.location).toBe('/console/?directory=cancelled')
  })
})

test('while the directory is down it is said so, and the password works', async () => {
  const down = await buildApp({ db, url }, { ...settings, KAICHENG_OIDC_ISSUER: 'http://127.0.0.1:9' }, now)
  expect((await atDirectory(down)).address).toBe('/console/?directory=down')
  const { login } = await someone()
  const answer = await new Browser(down).send('POST', '/session', { login, password: aPassword })
  expect(answer.json()).toEqual({ stage: 'secondFactor' })
  await down.close()
})

test('the page hears the name of the directory, and pages of other sites do not', async () => {
  const answer = await app.inject({ url: '/api/console/session/directory', headers: { host: '127.0.0.1' } })
  expect(answer.json()).toEqual({ name: '示例市统一身份认证' })
  expect(answer.headers['access-control-allow-origin']).toBeUndefined()
})
