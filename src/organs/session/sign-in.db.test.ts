import { afterAll, describe, expect, test } from 'vitest'
import { buildApp } from '../../app/build-app.ts'
import { inActs } from '../../db/organ.ts'
import { testDatabase } from '../../db/testing/database.ts'
import * as organs from '../store.ts'
import { anOrgan } from '../testing/organ.ts'
import { addStaff, aPassword, Browser, codeAt } from '../testing/staff.ts'

const { db, url, owner } = await testDatabase()
const clock = { at: new Date('2026-11-24T01:00:00Z') }
const pass = (ms: number) => {
  clock.at = new Date(clock.at.getTime() + ms)
}
const minutes = 60_000
const app = await buildApp({ db, url }, { KAICHENG_PROXIES: '10.9.9.9' }, () => clock.at)
afterAll(() => app.close())
await app.ready()

const { organ, demo } = await inActs(db, async (tx) => ({
  organ: await organs.add(tx, anOrgan()),
  demo: await organs.add(tx, anOrgan({ slug: 'shili-ysj', name: '示例市演示局', isDemo: true })),
}))
let count = 0
/** Every test its own account and its own address, so that none locks out another. */
const someone = async (facts: Partial<Parameters<typeof addStaff>[2]> = {}, of = organ.id) => {
  count += 1
  const login = `user${count}`
  const id = await addStaff(db, of, { login, ...facts })
  const remoteAddress = `10.2.${count}.1`
  return { id, login, remoteAddress, browser: new Browser(app) }
}
type Someone = Awaited<ReturnType<typeof someone>>
const tryPassword = ({ browser, login, remoteAddress }: Someone, password: string) =>
  browser.send('POST', '/session', { login, password }, { remoteAddress })
const sendCode = ({ browser, remoteAddress }: Someone, code: string) =>
  browser.send('POST', '/session/second-factor', { code }, { remoteAddress })
const auditOf = async (id: string) =>
  (
    await owner
      .selectFrom('auditEntries')
      .select('action')
      .where((eb) => eb.or([eb('subject', '=', id), eb('actorId', '=', id)]))
      .orderBy('seq')
      .execute()
  ).map(({ action }) => action)

describe('signing in', () => {
  test('password, then code: before the code nothing is open', async () => {
    const { browser, login, id } = await someone({ roles: ['clerk'] })
    expect((await tryPassword({ browser, login, id, remoteAddress: '10.2.0.1' }, aPassword)).json()).toEqual({
      stage: 'secondFactor',
    })
    expect((await browser.send('GET', '/me')).json()).toMatchObject({ stage: 'secondFactor', roles: ['clerk'] })
    const skipped = await browser.send('PUT', '/session/password', { current: aPassword, next: 'x' })
    expect(skipped.statusCode).toBe(409)
    const answer = await browser.send('POST', '/session/second-factor', { code: codeAt(clock.at) })
    expect(answer.json()).toEqual({ stage: 'in' })
    expect(answer.headers['cache-control']).toBe('no-store')
    expect((await browser.send('GET', '/me')).json()).toMatchObject({
      stage: 'in',
      organ: { slug: 'shili-tjj', isDemo: false },
      staff: { login, unitId: null },
      today: '2026-11-24',
    })
    expect(await auditOf(id)).toEqual(['signIn.passwordRight', 'signIn.secondFactorRight'])
  })

  test('a code works once, and not the one before the last used', async () => {
    const { browser, login } = await someone()
    await browser.signIn(login, clock.at)
    const again = await browser.signIn(login, clock.at)
    expect(again.statusCode).toBe(422)
    expect(again.json().code).toBe('wrong_code')
    const earlier = new Date(clock.at.getTime() - 30_000)
    expect((await browser.send('POST', '/session/second-factor', { code: codeAt(earlier) })).statusCode).toBe(422)
    pass(30_000)
    expect((await browser.send('POST', '/session/second-factor', { code: codeAt(clock.at) })).statusCode).toBe(200)
  })

  test('the first time: a password of one’s own, then an authenticator', async () => {
    const { browser, login, id } = await someone({ secret: null, mustChangePassword: true })
    expect((await browser.signIn(login, clock.at)).json()).toEqual({ stage: 'changePassword' })
    expect((await browser.send('POST', '/session/enrolment')).statusCode).toBe(409)
    const weak = await browser.send('PUT', '/session/password', { current: aPassword, next: 'Passw0rd@2026' })
    expect(weak.json()).toMatchObject({ code: 'weak_password', fields: { next: expect.stringContaining('常见') } })
    const same = await browser.send('PUT', '/session/password', { current: aPassword, next: aPassword })
    expect(same.json().fields.next).toContain('最近5次')
    const next = '办公室的窗台上有三盆不同颜色的绿萝植物哦'
    expect((await browser.send('PUT', '/session/password', { current: aPassword, next })).json()).toEqual({
      stage: 'enrol',
    })
    const offer = await browser.send('POST', '/session/enrolment')
    const { secret, uri, qr } = offer.json()
    expect((await browser.send('POST', '/session/enrolment')).json().secret).toBe(secret)
    expect(uri).toContain(`secret=${secret}`)
    expect(qr).toMatch(/^data:image\/svg\+xml;base64,/)
    expect((await browser.send('POST', '/session/enrolment/confirm', { code: '000000' })).statusCode).toBe(422)
    const code = codeAt(clock.at, secret)
    expect((await browser.send('POST', '/session/enrolment/confirm', { code })).json()).toEqual({ stage: 'in' })
    expect(await auditOf(id)).toEqual([
      'signIn.passwordRight',
      'password.changed',
      'secondFactor.failed',
      'secondFactor.enrolled',
    ])
    // bcrypt would have cut both at 72 bytes and let this in.
    expect(
      (await tryPassword({ browser, login, id, remoteAddress: '10.2.0.2' }, `${next.slice(0, 24)}啊`)).statusCode,
    ).toBe(422)
  })

  test('an account of the demo has no second factor', async () => {
    const { browser, login } = await someone({ secret: null }, demo.id)
    expect((await browser.signIn(login, clock.at)).json()).toEqual({ stage: 'in' })
  })

  test('unknown and known names get the same answer', async () => {
    const known = await tryPassword(await someone(), 'wrong')
    const unknown = await new Browser(app).send('POST', '/session', { login: 'nobody', password: 'wrong' })
    expect(unknown.statusCode).toBe(known.statusCode)
    expect(unknown.json()).toEqual(known.json())
  })
})

describe('guessing', () => {
  test('after five failures the right password is refused too, until the time that is named', async () => {
    const one = await someone({ secret: null }, demo.id)
    for (let index = 0; index < 5; index += 1) expect((await tryPassword(one, 'wrong')).statusCode).toBe(422)
    const locked = await tryPassword(one, aPassword)
    expect(locked.statusCode).toBe(429)
    expect(locked.json().message).toMatch(/请在\d\d:\d\d之后再试/)
    pass(14 * minutes)
    expect((await tryPassword(one, aPassword)).statusCode).toBe(429)
    pass(1 * minutes)
    expect((await tryPassword(one, aPassword)).statusCode).toBe(200)
    expect(await auditOf(one.id)).toHaveLength(8)
  })

  test('five at once and a hundred at once are counted alike', async () => {
    const one = await someone()
    const answers = await Promise.all(Array.from({ length: 15 }, () => tryPassword(one, 'wrong')))
    expect(answers.filter(({ statusCode }) => statusCode === 422)).toHaveLength(5)
    expect(answers.filter(({ statusCode }) => statusCode === 429)).toHaveLength(10)
  })

  test('however a name is written, it is one account', async () => {
    const one = await someone()
    const written = [
      one.login,
      one.login.toUpperCase(),
      `${one.login}\u200d`,
      ` ${one.login}`,
      one.login.replace('u', 'ｕ'),
    ]
    for (const login of written) expect((await tryPassword({ ...one, login }, 'wrong')).statusCode).toBe(422)
    expect((await tryPassword(one, aPassword)).statusCode).toBe(429)
  })

  test('one address that tries many accounts waits longer each time, and a right password from there is let in', async () => {
    const remoteAddress = '10.3.3.3'
    const statuses = await Promise.all(
      Array.from({ length: 60 }, async (_, index) => {
        const headers = { 'x-forwarded-for': `10.4.4.${index}` }
        const body = { login: `sprayed${index}`, password: 'wrong' }
        return (await new Browser(app).send('POST', '/session', body, { remoteAddress, headers })).statusCode
      }),
    )
    expect(new Set(statuses)).toEqual(new Set([422]))
    const { login } = await someone()
    const honest = { login, password: aPassword }
    expect((await new Browser(app).send('POST', '/session', honest, { remoteAddress })).statusCode).toBe(200)
    const behindProxy = { remoteAddress: '10.9.9.9', headers: { 'x-forwarded-for': '10.5.5.5' } }
    expect((await new Browser(app).send('POST', '/session', honest, behindProxy)).statusCode).toBe(200)
  })

  test('a lock is of one place: elsewhere the right password opens, and a header does not move a place', async () => {
    const one = await someone({ secret: null }, demo.id)
    for (let index = 0; index < 5; index += 1) await tryPassword({ ...one, remoteAddress: '10.66.0.1' }, 'wrong')
    expect((await tryPassword({ ...one, remoteAddress: '10.66.0.1' }, aPassword)).statusCode).toBe(429)
    const body = { login: one.login, password: aPassword }
    const headers = { 'x-forwarded-for': '10.67.0.9' }
    const spoofed = await one.browser.send('POST', '/session', body, { remoteAddress: '10.66.0.1', headers })
    expect(spoofed.statusCode).toBe(429)
    expect((await tryPassword(one, aPassword)).statusCode).toBe(200)
  })

  test('while an account is hammered from everywhere, the right password opens where it was used before or nobody failed', async () => {
    const one = await someone({ secret: null }, demo.id)
    expect((await tryPassword(one, aPassword)).statusCode).toBe(200)
    const hammer = Array.from({ length: 40 }, (_, index) =>
      tryPassword({ ...one, browser: new Browser(app), remoteAddress: `10.68.${index}.1` }, 'wrong'),
    )
    await Promise.all(hammer)
    // Where it was used before, failures and all.
    await tryPassword({ ...one, browser: new Browser(app) }, 'wrong')
    expect((await tryPassword({ ...one, browser: new Browser(app) }, aPassword)).statusCode).toBe(200)
    const fresh = { ...one, browser: new Browser(app), remoteAddress: '10.69.0.1' }
    expect((await tryPassword(fresh, aPassword)).statusCode).toBe(200)
    const failed = { ...one, browser: new Browser(app), remoteAddress: '10.68.7.1' }
    expect((await tryPassword(failed, aPassword)).statusCode).toBe(429)
  })

  test('a browser that has signed in before is counted apart from others behind its address', async () => {
    const one = await someone({ secret: null }, demo.id)
    const first = await tryPassword(one, aPassword)
    const known = [first.headers['set-cookie']].flat().find((each) => each?.startsWith('kaicheng-known='))
    expect(known).toMatch(/; Max-Age=7776000; Path=\/api\/console\/session; HttpOnly; SameSite=Strict$/)
    const cookie = known?.split(';', 1)[0] ?? ''
    const stranger = { ...one, browser: new Browser(app) }
    for (let index = 0; index < 7; index += 1) await tryPassword(stranger, 'wrong')
    expect((await tryPassword(stranger, aPassword)).statusCode).toBe(429)
    const send = (login: string, value: string) =>
      new Browser(app, { cookie: value }).send(
        'POST',
        '/session',
        { login, password: aPassword },
        {
          remoteAddress: one.remoteAddress,
        },
      )
    expect((await send(one.login, cookie)).statusCode).toBe(200)
    // It says nothing about another account, and cannot be made up.
    const two = await someone({ secret: null }, demo.id)
    for (let index = 0; index < 5; index += 1)
      await tryPassword({ ...two, browser: new Browser(app), remoteAddress: one.remoteAddress }, 'wrong')
    expect((await send(two.login, cookie)).statusCode).toBe(429)
    expect(
      (
        await send(
          one.login,
          cookie.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')),
        )
      ).statusCode,
    ).toBe(429)
  })

  test('behind a proxy that nobody has listed everybody has one address, and nobody is shut out by it', async () => {
    const one = await someone({ secret: null }, demo.id)
    const body = (password: string) => ({ login: one.login, password })
    const options = { remoteAddress: '127.0.0.1', headers: { 'x-forwarded-for': '203.0.113.9' } }
    const send = (password: string) => new Browser(app).send('POST', '/session', body(password), options)
    const wrong = await Promise.all(Array.from({ length: 12 }, () => send('wrong')))
    // Beyond the fifth a failure is told as too many, and the right one opens all the same.
    expect(wrong.map(({ statusCode }) => statusCode).sort()).toEqual([...Array(5).fill(422), ...Array(7).fill(429)])
    expect((await send(aPassword)).statusCode).toBe(200)
  })

  test('right passwords are not held against the address', async () => {
    const one = await someone({ secret: null }, demo.id)
    for (let index = 0; index < 25; index += 1) expect((await tryPassword(one, aPassword)).statusCode).toBe(200)
  })

  test('codes are counted too, and the right password does not forget them', async () => {
    const one = await someone()
    for (let index = 0; index < 5; index += 1) {
      expect((await tryPassword(one, aPassword)).statusCode).toBe(200)
      expect((await sendCode(one, '000000')).statusCode).toBe(422)
    }
    const code = codeAt(clock.at)
    expect((await sendCode(one, code)).statusCode).toBe(429)
    // The half of a sign-in that was begun is over, also when the lock is.
    expect((await sendCode(one, code)).statusCode).toBe(401)
    pass(15 * minutes)
    expect((await sendCode(one, codeAt(clock.at))).statusCode).toBe(401)
    // From elsewhere the person signs in all the while.
    const elsewhere = { ...one, browser: new Browser(app), remoteAddress: '10.70.0.1' }
    expect((await tryPassword(elsewhere, aPassword)).statusCode).toBe(200)
    expect((await sendCode(elsewhere, codeAt(clock.at))).json()).toEqual({ stage: 'in' })
  })

  test('who stops at the code for ten minutes begins again', async () => {
    const one = await someone()
    await tryPassword(one, aPassword)
    pass(10 * minutes + 1)
    expect((await sendCode(one, codeAt(clock.at))).statusCode).toBe(401)
  })

  test('codes tried from many places shut all that the person has not used', async () => {
    const one = await someone()
    await tryPassword(one, aPassword)
    expect((await sendCode(one, codeAt(clock.at))).statusCode).toBe(200)
    const at = (index: number) => ({ ...one, browser: new Browser(app), remoteAddress: `10.71.${index}.1` })
    for (let index = 0; index < 30; index += 1) {
      const there = at(index)
      await tryPassword(there, aPassword)
      expect((await sendCode(there, '000000')).statusCode).toBe(422)
    }
    pass(30_000)
    const unknown = at(99)
    await tryPassword(unknown, aPassword)
    expect((await sendCode(unknown, codeAt(clock.at))).statusCode).toBe(429)
    const home = { ...one, browser: new Browser(app) }
    await tryPassword(home, aPassword)
    expect((await sendCode(home, codeAt(clock.at))).json()).toEqual({ stage: 'in' })
  })

  test('whoever guesses the present password of an open session loses the session', async () => {
    const one = await someone()
    await one.browser.signIn(one.login, clock.at)
    const change = (current: string) => one.browser.send('PUT', '/session/password', { current, next: 'x' })
    for (let index = 0; index < 5; index += 1) expect((await change('wrong')).statusCode).toBe(422)
    expect((await change(aPassword)).statusCode).toBe(429)
    expect((await one.browser.send('GET', '/me')).statusCode).toBe(401)
  })
})

describe('a session', () => {
  test('has a cookie that no script reads and no other site sends, with a prefix on https', async () => {
    const { login } = await someone()
    const plain = await new Browser(app).send('POST', '/session', { login, password: aPassword })
    expect(plain.headers['set-cookie']).toMatch(/^kaicheng=\d+\.[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/)
    const headers = { 'x-forwarded-proto': 'https', origin: 'https://127.0.0.1' }
    const options = { remoteAddress: '10.9.9.9', headers }
    const secure = await new Browser(app).send('POST', '/session', { login, password: aPassword }, options)
    expect(secure.headers['set-cookie']).toMatch(/^__Host-kaicheng=\S+; Path=\/; HttpOnly; Secure; SameSite=Strict$/)
  })

  test('has a new token at every stage, and the old one is dead', async () => {
    const { browser, login } = await someone()
    await browser.send('POST', '/session', { login, password: aPassword })
    const halfway = browser.cookie
    await browser.send('POST', '/session/second-factor', { code: codeAt(clock.at) })
    expect(browser.cookie).not.toBe(halfway)
    expect((await browser.send('GET', '/me', undefined, { headers: { cookie: halfway } })).statusCode).toBe(401)
    const before = browser.cookie
    await browser.send('POST', '/session', { login, password: aPassword })
    expect((await browser.send('GET', '/me', undefined, { headers: { cookie: before } })).statusCode).toBe(401)
  })

  test('ends with signing out, for whoever kept the cookie', async () => {
    const { browser, login } = await someone()
    await browser.signIn(login, clock.at)
    const kept = browser.cookie
    expect((await browser.send('DELETE', '/session')).statusCode).toBe(204)
    const late = await browser.send('GET', '/me', undefined, { headers: { cookie: kept } })
    expect([late.statusCode, late.json().code]).toEqual([401, 'signed_out'])
  })

  test('ends after half an hour without a request, and after twelve hours with them', async () => {
    const { browser, login } = await someone()
    await browser.signIn(login, clock.at)
    pass(29 * minutes)
    expect((await browser.send('GET', '/me')).statusCode).toBe(200)
    pass(31 * minutes)
    expect((await browser.send('GET', '/me')).statusCode).toBe(401)
    await browser.signIn(login, clock.at)
    for (let index = 0; index < 36; index += 1) {
      expect((await browser.send('GET', '/me')).statusCode).toBe(200)
      pass(20 * minutes)
    }
    expect((await browser.send('GET', '/me')).statusCode).toBe(200)
    pass(1 * minutes)
    expect((await browser.send('GET', '/me')).statusCode).toBe(401)
  })

  test('ends elsewhere when the password is changed', async () => {
    const one = await someone()
    const elsewhere = new Browser(app)
    await elsewhere.signIn(one.login, clock.at)
    pass(30_000)
    await one.browser.signIn(one.login, clock.at)
    const change = { current: aPassword, next: 'Another-Long-9-Sentence' }
    expect((await one.browser.send('PUT', '/session/password', change)).json()).toEqual({ stage: 'in' })
    expect((await elsewhere.send('GET', '/me')).statusCode).toBe(401)
    expect((await one.browser.send('GET', '/me')).statusCode).toBe(200)
  })

  test('is listed to its owner only, who ends the others with an entry in the audit log', async () => {
    const one = await someone()
    const elsewhere = new Browser(app)
    const stranger = await someone()
    await stranger.browser.signIn(stranger.login, clock.at)
    await elsewhere.signIn(one.login, clock.at)
    pass(30_000)
    await one.browser.signIn(one.login, clock.at)
    await tryPassword({ ...one, browser: new Browser(app) }, aPassword)
    const list = async () => (await one.browser.send('GET', '/sessions')).json().items
    expect(await list()).toMatchObject([
      { isThis: true, isHalfway: false, address: '10.1.1.1', beganAt: clock.at.toISOString() },
      { isThis: false, isHalfway: true, address: one.remoteAddress },
      { isThis: false, isHalfway: false, address: '10.1.1.1' },
    ])
    expect((await one.browser.send('DELETE', '/sessions/others')).json()).toEqual({ ended: 2 })
    expect(await list()).toHaveLength(1)
    expect((await elsewhere.send('GET', '/me')).statusCode).toBe(401)
    expect((await stranger.browser.send('GET', '/me')).statusCode).toBe(200)
    expect(await auditOf(one.id)).toContain('signIn.othersEnded')
  })

  test('is not believed with another organ’s number, or in any other form', async () => {
    const { browser, login } = await someone()
    await browser.signIn(login, clock.at)
    const [, secret] = browser.cookie.split('.')
    const forged = [`${demo.id}.${secret}`, `0.${secret}`, `${organ.id}.${secret}x`, `${organ.id}`, '', `1e0.${secret}`]
    for (const value of forged) {
      const answer = await browser.send('GET', '/me', undefined, { headers: { cookie: `kaicheng=${value}` } })
      expect(answer.statusCode, value).toBe(401)
    }
  })
})
