import { afterAll, describe, expect, test } from 'vitest'
import { buildApp } from '../../app/build-app.ts'
import { plainDate } from '../../days/plain-date.ts'
import { inActs } from '../../db/organ.ts'
import { testDatabase } from '../../db/testing/database.ts'
import { rescueAccount } from '../staff/rescue.ts'
import * as organs from '../store.ts'
import { Device } from '../testing/device.ts'
import { anOrgan } from '../testing/organ.ts'
import { addStaff, aPassword, aSecret, Browser, codeAt, sessionCookie } from '../testing/staff.ts'

const { db, url, owner } = await testDatabase()
const clock = { at: new Date('2026-11-24T01:00:00Z') }
const pass = (ms: number) => {
  clock.at = new Date(clock.at.getTime() + ms)
}
const minutes = 60_000
const site = new URL('https://gk.shili.gov.cn')
const app = await buildApp({ db, url }, { KAICHENG_ORIGIN: site.origin }, () => clock.at)
afterAll(() => app.close())
await app.ready()

const [organ, elsewhere, demo] = await inActs(db, async (tx) => [
  await organs.add(tx, anOrgan()),
  await organs.add(tx, anOrgan({ slug: 'shili-jyj', name: '示例市教育局' })),
  await organs.add(tx, anOrgan({ slug: 'shili-ysj', name: '示例市演示局', isDemo: true })),
])
let count = 0
const someone = async (facts: Partial<Parameters<typeof addStaff>[2]> = {}, of = organ.id) => {
  count += 1
  const login = `key${count}`
  const id = await addStaff(db, of, { login, secret: null, ...facts })
  return { id, login, browser: new Browser(app), device: new Device(site) }
}
type Someone = Awaited<ReturnType<typeof someone>>

const givePassword = ({ browser, login }: Pick<Someone, 'browser' | 'login'>) =>
  browser.send('POST', '/session', { login, password: aPassword })
const offered = async ({ browser }: Pick<Someone, 'browser'>) =>
  (await browser.send('POST', '/session/passkeys/offer')).json()
const challenged = async ({ browser }: Pick<Someone, 'browser'>) =>
  (await browser.send('POST', '/session/passkeys/challenge')).json()
const add = async (one: Someone, name = '办公室电脑') =>
  one.browser.send('POST', '/session/passkeys', one.device.make(await offered(one), name))
const listed = async ({ browser }: Pick<Someone, 'browser'>) =>
  (await browser.send('GET', '/session/passkeys')).json().items
/** Somebody who has bound a passkey, and is at the second factor again. */
async function bound(facts: Partial<Parameters<typeof addStaff>[2]> = {}, of = organ.id): Promise<Someone> {
  const one = await someone(facts, of)
  await givePassword(one)
  expect((await add(one)).json()).toEqual({ stage: 'in' })
  await givePassword(one)
  return one
}
const prove = async (one: Someone) =>
  one.browser.send('POST', '/session/proof', { current: aPassword, passkey: one.device.sign(await challenged(one)) })
const sendSigned = (one: Pick<Someone, 'browser'>, signed: unknown) =>
  one.browser.send('POST', '/session/second-factor/passkey', signed)
const auditOf = (id: string) =>
  owner
    .selectFrom('auditEntries')
    .select(['action', 'succeeded', 'detail'])
    .where((eb) => eb.or([eb('subject', '=', id), eb('actorId', '=', id)]))
    .orderBy('seq')
    .execute()
const codeOf = (answer: Awaited<ReturnType<typeof sendSigned>>) => [answer.statusCode, answer.json().code]

describe('a passkey', () => {
  test('is bound as the first second factor, and asked for at the next sign-in', async () => {
    const one = await someone()
    expect((await givePassword(one)).json()).toEqual({ stage: 'enrol' })
    const offer = await offered(one)
    expect(offer).toMatchObject({
      rp: { id: 'gk.shili.gov.cn' },
      user: { name: one.login },
      attestation: 'none',
      authenticatorSelection: { userVerification: 'required' },
    })
    const before = one.browser.cookie
    const made = one.device.make(offer, '办公室电脑')
    expect((await one.browser.send('POST', '/session/passkeys', made)).json()).toEqual({ stage: 'in' })
    expect(one.browser.cookie).not.toBe(before)
    expect((await givePassword(one)).json()).toEqual({ stage: 'secondFactor' })
    expect((await one.browser.send('GET', '/me')).json()).toMatchObject({
      hasAuthenticator: false,
      hasPasskey: true,
      passkeys: { origin: site.origin, whyNot: null },
    })
    const asked = await challenged(one)
    expect(asked).toMatchObject({ rpId: 'gk.shili.gov.cn', userVerification: 'required' })
    expect(asked.allowCredentials).toMatchObject([{ id: made.id, transports: ['internal'] }])
    expect((await sendSigned(one, one.device.sign(asked))).json()).toEqual({ stage: 'in' })
    expect(await listed(one)).toMatchObject([{ name: '办公室电脑', lastUsedAt: clock.at.toISOString() }])
    expect(await auditOf(one.id)).toMatchObject([
      { action: 'signIn.passwordRight' },
      { action: 'passkey.added', detail: { name: '办公室电脑' } },
      { action: 'signIn.passwordRight' },
      { action: 'signIn.passkeyRight', detail: { name: '办公室电脑' } },
    ])
  })

  test('is kept sealed: neither its id nor its public key stand in the table', async () => {
    const one = await bound()
    const { sealed } = await owner
      .selectFrom('passkeys')
      .select('sealed')
      .where('staffId', '=', one.id)
      .executeTakeFirstOrThrow()
    expect(sealed).toMatch(/^a256gcm2\./)
    expect(JSON.stringify(await auditOf(one.id))).not.toContain(one.device.id.toString('base64url'))
  })

  test('stands beside the authenticator: either is asked for, and the code still works', async () => {
    const one = await someone({ secret: aSecret })
    await one.browser.signIn(one.login, clock.at)
    pass(30_000)
    await one.browser.send('POST', '/session/proof', { current: aPassword, code: codeAt(clock.at) })
    expect((await add(one)).statusCode).toBe(200)
    pass(30_000)
    expect((await one.browser.signIn(one.login, clock.at)).json()).toEqual({ stage: 'in' })
    await givePassword(one)
    expect((await sendSigned(one, one.device.sign(await challenged(one)))).json()).toEqual({ stage: 'in' })
  })
})

describe('what was signed is refused, with an entry in the audit log', () => {
  const refusedAs = async (one: Someone, signed: unknown) => {
    const answer = await sendSigned(one, signed)
    expect(codeOf(answer)).toEqual([422, 'passkey_failed'])
    expect((await auditOf(one.id)).at(-1)).toMatchObject({ action: 'passkey.failed', succeeded: false })
    expect((await one.browser.send('GET', '/me')).json().stage).toBe('secondFactor')
  }

  test('under a challenge that has served one try, right or wrong', async () => {
    const one = await bound()
    const asked = await challenged(one)
    const signed = one.device.sign(asked)
    expect((await sendSigned(one, signed)).statusCode).toBe(200)
    await givePassword(one)
    await refusedAs(one, signed)
    const again = await challenged(one)
    await refusedAs(one, one.device.sign(again, { origin: 'https://gk.shi1i.gov.cn' }))
    await refusedAs(one, one.device.sign(again))
  })

  test('under none, an older one, or one more than five minutes old', async () => {
    const one = await bound()
    await refusedAs(one, one.device.sign({ challenge: Buffer.alloc(32).toString('base64url') }))
    const older = await challenged(one)
    await challenged(one)
    await refusedAs(one, one.device.sign(older))
    const asked = await challenged(one)
    pass(5 * minutes)
    await refusedAs(one, one.device.sign(asked))
  })

  test('under the challenge of another session', async () => {
    const one = await bound()
    const there = { browser: new Browser(app), login: one.login }
    await givePassword(there)
    await challenged(one)
    await refusedAs(one, one.device.sign(await challenged(there)))
  })

  test('at the page of another site, for another site, or without a finger or PIN', async () => {
    const one = await bound()
    await refusedAs(one, one.device.sign(await challenged(one), { origin: 'http://gk.shili.gov.cn' }))
    await refusedAs(one, one.device.sign(await challenged(one), { isVerified: false }))
    await refusedAs(one, one.device.sign(await challenged(one), { name: 'gk.shi1i.gov.cn' }))
  })

  test('by the passkey of a colleague, and by that of somebody in another organ', async () => {
    const one = await bound()
    for (const other of [await bound(), await bound({}, elsewhere.id)])
      await refusedAs(one, other.device.sign(await challenged(one)))
  })

  test('by a device that has counted fewer signatures than before: it may have been copied', async () => {
    const one = await bound()
    const sign = async (counter: number) => sendSigned(one, one.device.sign(await challenged(one), { counter }))
    expect((await sign(7)).statusCode).toBe(200)
    await givePassword(one)
    for (const counter of [7, 6, 0]) {
      expect(codeOf(await sign(counter))).toEqual([422, 'passkey_copied'])
      expect((await auditOf(one.id)).at(-1)).toMatchObject({
        action: 'passkey.wentBack',
        succeeded: false,
        detail: { before: 7, now: counter },
      })
    }
    expect((await sign(8)).json()).toEqual({ stage: 'in' })
  })

  test('too often, as codes are: the place is shut, and what was begun is over', async () => {
    const one = await bound()
    const wrong = async () => sendSigned(one, one.device.sign(await challenged(one), { isVerified: false }))
    for (let index = 0; index < 5; index += 1) expect((await wrong()).statusCode).toBe(422)
    expect((await wrong()).statusCode).toBe(429)
    expect((await one.browser.send('GET', '/me')).statusCode).toBe(401)
  })
})

describe('what was made is refused', () => {
  test('under another challenge, at the page of another site, for another site, or without a finger or PIN', async () => {
    const one = await someone()
    await givePassword(one)
    const odd = [
      async () => one.device.make({ challenge: 'AAAA' }, '电脑'),
      async () => one.device.make(await offered(one), '电脑', { origin: 'https://gk.shi1i.gov.cn' }),
      async () => one.device.make(await offered(one), '电脑', { isVerified: false }),
      async () => one.device.make(await offered(one), '电脑', { name: 'gk.shi1i.gov.cn' }),
      async () => ({ ...one.device.make(await offered(one), '电脑'), attestationObject: 'AAAA' }),
    ]
    for (const make of odd) {
      const answer = await one.browser.send('POST', '/session/passkeys', await make())
      expect(codeOf(answer)).toEqual([422, 'passkey_not_added'])
    }
    const offer = await offered(one)
    pass(5 * minutes)
    expect((await one.browser.send('POST', '/session/passkeys', one.device.make(offer, '电脑'))).statusCode).toBe(422)
    expect((await one.browser.send('GET', '/me')).json().stage).toBe('enrol')
    expect((await add(one)).statusCode).toBe(200)
  })

  test('when a colleague has the very same one', async () => {
    const one = await bound()
    const other = await someone()
    await givePassword(other)
    expect(codeOf(await add({ ...other, device: one.device }))).toEqual([409, 'passkey_known'])
  })

  test('as the first one, where another session has just bound the first', async () => {
    const one = await someone()
    await givePassword(one)
    const there = { ...one, browser: new Browser(app), device: new Device(site) }
    await givePassword(there)
    const [mine, theirs] = [one.device.make(await offered(one), '一'), there.device.make(await offered(there), '二')]
    const answers = await Promise.all([
      one.browser.send('POST', '/session/passkeys', mine),
      there.browser.send('POST', '/session/passkeys', theirs),
    ])
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
  })
})

describe('of the ways to sign in', () => {
  test('none is added or removed before password and second factor were asked for again', async () => {
    const one = await bound()
    await sendSigned(one, one.device.sign(await challenged(one)))
    const [{ id }] = await listed(one)
    const tries = () =>
      Promise.all([
        one.browser.send('POST', '/session/passkeys/offer'),
        one.browser.send('POST', '/session/enrolment'),
        one.browser.send('DELETE', `/session/passkeys/${id}`),
      ])
    for (const answer of await tries()) expect(codeOf(answer)).toEqual([409, 'not_proved'])
    const passkey = one.device.sign(await challenged(one))
    const wrong = await one.browser.send('POST', '/session/proof', { current: 'wrong', passkey })
    expect(codeOf(wrong)).toEqual([422, 'wrong_password'])
    const unsigned = one.device.sign(await challenged(one), { isVerified: false })
    const halfRight = await one.browser.send('POST', '/session/proof', { current: aPassword, passkey: unsigned })
    expect(codeOf(halfRight)).toEqual([422, 'passkey_failed'])
    for (const answer of await tries()) expect(codeOf(answer)).toEqual([409, 'not_proved'])
    expect((await prove(one)).statusCode).toBe(200)
    expect((await one.browser.send('POST', '/session/passkeys/offer')).statusCode).toBe(200)
    pass(5 * minutes)
    for (const answer of await tries()) expect(codeOf(answer)).toEqual([409, 'not_proved'])
  })

  test('the last is never removed; another may be bound beside it, and then it may', async () => {
    const one = await bound()
    await sendSigned(one, one.device.sign(await challenged(one)))
    const stays = new Browser(app)
    stays.cookie = await sessionCookie(db, organ.id, one.id, true, clock.at)
    await prove(one)
    const [{ id }] = await listed(one)
    expect(codeOf(await one.browser.send('DELETE', `/session/passkeys/${id}`))).toEqual([409, 'last_second_factor'])
    const { secret } = (await one.browser.send('POST', '/session/enrolment')).json()
    const code = codeAt(clock.at, secret)
    expect((await one.browser.send('POST', '/session/enrolment/confirm', { code })).json()).toEqual({ stage: 'in' })
    expect((await one.browser.send('DELETE', `/session/passkeys/${id}`)).statusCode).toBe(204)
    expect(await listed(one)).toEqual([])
    expect((await stays.send('GET', '/me')).statusCode).toBe(401)
    expect((await auditOf(one.id)).map(({ action }) => action).slice(-4)).toEqual([
      'password.proved',
      'secondFactor.proved',
      'secondFactor.enrolled',
      'passkey.removed',
    ])
  })

  test('a passkey is removed by its owner only', async () => {
    const one = await bound()
    await sendSigned(one, one.device.sign(await challenged(one)))
    await prove(one)
    for (const other of [await bound(), await bound({}, elsewhere.id)]) {
      await sendSigned(other, other.device.sign(await challenged(other)))
      const [{ id }] = await listed(other)
      const answer = await one.browser.send('DELETE', `/session/passkeys/${id}`)
      expect(codeOf(answer)).toEqual([404, 'unknown_passkey'])
      expect(await listed(other)).toHaveLength(1)
    }
  })

  test('the security administrator’s reset takes all away, and so does the operator’s rescue', async () => {
    const admin = new Browser(app)
    const adminId = await addStaff(db, organ.id, { login: 'anquan', roles: ['securityAdmin'] })
    admin.cookie = await sessionCookie(db, organ.id, adminId, true, clock.at)
    const one = await bound()
    expect((await admin.send('POST', `/staff/${one.id}/second-factor-reset`)).statusCode).toBe(200)
    expect((await givePassword(one)).json()).toEqual({ stage: 'enrol' })
    expect((await auditOf(one.id)).at(-2)).toMatchObject({
      action: 'staff.secondFactorReset',
      detail: { passkeys: 1 },
    })
    const two = await bound()
    const { password } = await inActs(db, (tx) => rescueAccount(tx, two.login, plainDate('2026-11-24'), clock.at))
    const answer = await two.browser.send('POST', '/session', { login: two.login, password })
    expect(answer.json()).toEqual({ stage: 'changePassword' })
    expect((await two.browser.send('GET', '/me')).json()).toMatchObject({ hasPasskey: false, stage: 'changePassword' })
  })
})

describe('where passkeys are not offered', () => {
  test('it is said why, and the authenticator is bound as ever', async () => {
    const plain = await buildApp({ db, url }, { KAICHENG_ORIGIN: 'http://gk.shili.gov.cn' }, () => clock.at)
    const { login } = await someone()
    const browser = new Browser(plain)
    await browser.send('POST', '/session', { login, password: aPassword })
    const { passkeys } = (await browser.send('GET', '/me')).json()
    expect(passkeys).toEqual({ origin: null, whyNot: expect.stringContaining('https') })
    const answer = await browser.send('POST', '/session/passkeys/offer')
    expect([answer.statusCode, answer.json().message]).toEqual([409, passkeys.whyNot])
    const { secret } = (await browser.send('POST', '/session/enrolment')).json()
    const confirmed = await browser.send('POST', '/session/enrolment/confirm', { code: codeAt(clock.at, secret) })
    expect(confirmed.json()).toEqual({ stage: 'in' })
    await plain.close()
  })

  test('accounts of the demo, which many share, bind none', async () => {
    const one = await someone({}, demo.id)
    expect((await givePassword(one)).json()).toEqual({ stage: 'in' })
    for (const path of ['/session/passkeys/offer', '/session/enrolment'])
      expect(codeOf(await one.browser.send('POST', path))).toEqual([409, 'no_second_factor_here'])
  })
})
