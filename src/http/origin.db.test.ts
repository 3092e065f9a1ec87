import { afterAll, describe, expect, test } from 'vitest'
import { buildApp } from '../app/build-app.ts'
import { inActs } from '../db/organ.ts'
import { testDatabase } from '../db/testing/database.ts'
import * as organs from '../organs/store.ts'
import { anOrgan } from '../organs/testing/organ.ts'
import { addStaff, aPassword, Browser } from '../organs/testing/staff.ts'

const { db, url } = await testDatabase()
const app = await buildApp({ db, url }, {})
afterAll(() => app.close())
await app.ready()
const organ = await inActs(db, (tx) => organs.add(tx, anOrgan()))

let count = 0
const someone = async () => {
  count += 1
  const login = `user${count}`
  await addStaff(db, organ.id, { login })
  return { login, browser: new Browser(app) }
}

describe('another site', () => {
  const cases = [
    { site: 'a foreign origin', headers: { origin: 'https://evil.example' } },
    { site: 'a sandboxed frame', headers: { origin: 'null' } },
    { site: 'a form, which cannot set our header', headers: { 'x-kaicheng': '' } },
    { site: 'a browser that says cross-site', headers: { 'sec-fetch-site': 'cross-site' } },
    { site: 'a sibling host', headers: { 'sec-fetch-site': 'same-site' } },
    { site: 'another port', headers: { origin: 'http://127.0.0.1:81' } },
  ]
  test.for(cases)('$site can neither sign anybody in nor act', async ({ headers }) => {
    const { browser, login } = await someone()
    const body = { login, password: aPassword }
    expect((await new Browser(app).send('POST', '/session', body, { headers })).statusCode).toBe(403)
    await browser.signIn(login, new Date())
    expect((await browser.send('DELETE', '/session', undefined, { headers })).statusCode).toBe(403)
    expect((await browser.send('GET', '/me')).statusCode).toBe(200)
  })

  test('an address written otherwise does not lead around the check', async () => {
    const { browser, login } = await someone()
    await browser.signIn(login, new Date())
    const options = { url: '/%61pi/console/session', headers: { origin: 'https://evil.example' } }
    expect((await browser.send('DELETE', '', undefined, options)).statusCode).toBe(403)
  })

  test('only JSON is read, and only the fields that are asked for', async () => {
    const browser = new Browser(app)
    const headers = { 'content-type': 'text/plain' }
    const text = await browser.send('POST', '/session', undefined, { headers, payload: '{"login":"a","password":"b"}' })
    expect(text.statusCode).toBe(415)
    const more = await browser.send('POST', '/session', { login: 'a', password: 'b', organId: 1 })
    expect(more.statusCode).toBe(422)
    expect(more.json().fields).toEqual({ organId: '不接受“organId”这一项' })
    const empty = await browser.send('POST', '/session', { login: '' })
    expect(empty.json().fields).toEqual({ login: '请填写登录名', password: expect.stringMatching(/\p{Script=Han}/u) })
  })
})
