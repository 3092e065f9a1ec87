import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { buildApp } from '../../app/build-app.ts'
import { inActs, lookInOrgan } from '../../db/organ.ts'
import { testDatabase } from '../../db/testing/database.ts'
import * as organs from '../store.ts'
import { anOrgan } from '../testing/organ.ts'
import { Browser, codeAt } from '../testing/staff.ts'
import { openSetupDoor } from './door.ts'
import type { SetUpWithPasswords } from './set-up.ts'

const roles = ['systemAdmin', 'securityAdmin', 'auditAdmin'] as const

const { isDemo: _, parentId: __, undertaker, icpNumber, policeNumber, dataLicence, ...rest } = anOrgan()
const { englishName, englishAddress, ...facts } = rest
const answers = (more: Partial<SetUpWithPasswords['setUp']> = {}): SetUpWithPasswords => ({
  setUp: {
    ...facts,
    parent: '',
    unit: '办公室',
    systemAdmin: { login: 'wangwu', name: '王五' },
    securityAdmin: { login: 'zhaoliu', name: '赵六' },
    auditAdmin: { login: 'qianqi', name: '钱七' },
    ...more,
  },
  passwords: { systemAdmin: 'Songshu-4417-Qiao', securityAdmin: 'Yanwo-8026-Deng', auditAdmin: 'Xishan-3591-Bei' },
})

/** An empty house with an invitation, and a browser that has its key. */
async function emptyHouse() {
  const { db, url } = await testDatabase()
  const setupDoor = openSetupDoor()
  const clock = { at: new Date('2026-03-02T01:00:00Z') }
  const app = await buildApp({ db, url, setupDoor }, {}, () => new Date(clock.at))
  afterAll(() => app.close())
  const withKey = (key: string) => new Browser(app, { 'x-kaicheng-setup': key })
  const key = setupDoor.invite()
  return { db, app, clock, setupDoor, withKey, browser: withKey(key) }
}

let house: Awaited<ReturnType<typeof emptyHouse>>
beforeEach(async () => {
  house = await emptyHouse()
})

const made = async (): Promise<Browser> => {
  const answer = await house.browser.send('POST', '/setup', answers())
  expect(answer.statusCode, answer.body).toBe(200)
  return house.withKey(answer.json().key)
}

describe('the key of the printed address', () => {
  test('opens the questions of an empty house; another one, or none, is told what to do, and learns nothing else', async () => {
    expect((await house.browser.send('GET', '/setup')).json()).toEqual({ isEmpty: true })
    expect((await house.browser.send('GET', '/setup/progress')).json()).toMatchObject({ stage: 'questions' })
    for (const browser of [house.withKey('x'.repeat(43)), new Browser(house.app)]) {
      const answer = await browser.send('GET', '/setup/progress')
      expect(answer.statusCode).toBe(404)
      expect(answer.json().message).toContain('启动开诚的窗口')
      // What was sent is not even looked at.
      expect((await browser.send('POST', '/setup', {})).statusCode).toBe(404)
    }
  })

  test('a new invitation ends the one before', async () => {
    const next = house.setupDoor.invite()
    expect((await house.browser.send('GET', '/setup/progress')).statusCode).toBe(404)
    expect((await house.withKey(next).send('GET', '/setup/progress')).statusCode).toBe(200)
  })

  test('wrong keys are limited like wrong passwords; the right one opens all the same', async () => {
    const wrong = house.withKey('wrong')
    const statuses = []
    for (let turn = 0; turn < 7; turn += 1) statuses.push((await wrong.send('GET', '/setup/progress')).statusCode)
    expect(statuses).toEqual([404, 404, 404, 404, 404, 429, 429])
    expect((await house.browser.send('GET', '/setup/progress')).statusCode).toBe(200)
  })

  test('a page of another site cannot use it', async () => {
    const answer = await house.browser.send('POST', '/setup', answers(), {
      headers: { origin: 'https://elsewhere.example' },
    })
    expect(answer.json().code).toBe('foreign_page')
    expect((await house.browser.send('GET', '/setup')).json()).toEqual({ isEmpty: true })
  })

  test('behind a proxy the public address of the site is its own page as well', async () => {
    const { db, url } = await testDatabase()
    const setupDoor = openSetupDoor()
    const app = await buildApp({ db, url, setupDoor }, { KAICHENG_ORIGIN: 'https://www.shili.gov.cn' })
    const headers = { host: 'www.shili.gov.cn', origin: 'https://www.shili.gov.cn' }
    const browser = new Browser(app, { 'x-kaicheng-setup': setupDoor.invite() })
    expect((await browser.send('POST', '/setup', answers(), { headers })).statusCode).toBe(200)
    await app.close()
  })

  test('is used up once there is an organ, also one that the command has made', async () => {
    await inActs(house.db, (tx) => organs.add(tx, anOrgan()))
    for (const answer of [
      await house.browser.send('GET', '/setup/progress'),
      await house.browser.send('POST', '/setup', answers()),
    ]) {
      expect(answer.statusCode).toBe(410)
      expect(answer.json().message).toContain('已经开设')
    }
  })
})

describe('setting up', () => {
  test('names every fault at its field at once, also what several answers make together, and makes nothing', async () => {
    const { setUp } = answers({ name: '', slug: 'about', postcode: '1', auditAdmin: { login: 'WangWu', name: '钱七' } })
    const passwords = { systemAdmin: 'wangwu-Songshu-4417', securityAdmin: 'short', auditAdmin: '' }
    const answer = await house.browser.send('POST', '/setup', { setUp, passwords })
    expect(answer.statusCode).toBe(422)
    expect(answer.json().fields).toEqual({
      'setUp.name': '请填写机关全称',
      'setUp.slug': expect.stringContaining('系统自用'),
      'setUp.postcode': expect.stringContaining('六位数字'),
      'setUp.auditAdmin.login': expect.stringContaining('应当是三个人'),
      'passwords.systemAdmin': expect.stringContaining('不得含有登录名'),
      'passwords.securityAdmin': expect.stringContaining('至少12个字符'),
      'passwords.auditAdmin': '请填写密码',
    })
    expect((await house.browser.send('GET', '/setup')).json()).toEqual({ isEmpty: true })
  })

  test('of two browsers at once one wins, and the other is told', async () => {
    const two = answers({ slug: 'shili-two', name: '示例市第二局' })
    const both = await Promise.all([answers(), two].map((body) => house.browser.send('POST', '/setup', body)))
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 410])
    expect(await house.db.transaction().execute(organs.list)).toHaveLength(1)
    expect((await house.browser.send('GET', '/setup/progress')).statusCode).toBe(410)
  })

  test('leaves the entry that the command leaves, without passwords and with the place it was done from', async () => {
    await made()
    const [organ] = await house.db.transaction().execute(organs.list)
    const entries = await lookInOrgan(house.db, organ?.id ?? 0, (tx) =>
      tx.selectFrom('auditEntries').selectAll().execute(),
    )
    const administrators = roles.map((role) => ({ role, login: answers().setUp[role].login }))
    expect(entries).toMatchObject([
      {
        action: 'organ.setUp',
        actorKind: 'operator',
        address: '10.1.1.1',
        subject: 'shili-tjj',
        detail: { unit: '办公室', administrators },
      },
    ])
    expect(JSON.stringify(entries)).not.toContain('Songshu')
  })
})

describe('the three bind their authenticators', () => {
  const secretOf = async (browser: Browser, role: string): Promise<string> =>
    (await browser.send('POST', '/setup/enrolment', { role })).json().secret
  const bind = (browser: Browser, role: string, code: string) =>
    browser.send('POST', '/setup/enrolment/confirm', { role, code })

  test('each by a code, in any order; the secret is the same on every look until then, and never shown again', async () => {
    const browser = await made()
    const secret = await secretOf(browser, 'auditAdmin')
    expect(secret).toMatch(/^[A-Z2-7]{32}$/)
    expect(await secretOf(browser, 'auditAdmin')).toBe(secret)
    expect(await secretOf(browser, 'systemAdmin')).not.toBe(secret)
    expect((await bind(browser, 'auditAdmin', '000000')).statusCode).toBe(422)
    const bound = await bind(browser, 'auditAdmin', codeAt(house.clock.at, secret))
    expect(bound.json().administrators.map(({ isBound }: { isBound: boolean }) => isBound)).toEqual([
      false,
      false,
      true,
    ])
    expect((await browser.send('POST', '/setup/enrolment', { role: 'auditAdmin' })).json()).toEqual({
      code: 'administrator_bound',
      message: expect.stringContaining('不再显示'),
    })
    expect((await browser.send('GET', '/setup/progress')).json().organName).toBe('示例市统计局')
  })

  test('codes are tried as often as at the sign-in, and each try is in the log', async () => {
    const browser = await made()
    const statuses = []
    for (let turn = 0; turn < 6; turn += 1) statuses.push((await bind(browser, 'systemAdmin', '000000')).statusCode)
    expect(statuses).toEqual([422, 422, 422, 422, 422, 429])
  })

  test('then nothing is left to do but sign in, with the password of one’s own and a code', async () => {
    const browser = await made()
    const secrets = new Map<string, string>()
    for (const role of roles) {
      const secret = await secretOf(browser, role)
      secrets.set(role, secret)
      const answer = await bind(browser, role, codeAt(house.clock.at, secret))
      expect(answer.statusCode, answer.body).toBe(200)
    }
    expect((await browser.send('GET', '/setup/progress')).statusCode).toBe(410)
    house.clock.at = new Date(house.clock.at.getTime() + 60_000)
    const stages = []
    for (const role of roles) {
      const person = new Browser(house.app)
      const { setUp, passwords } = answers()
      await person.send('POST', '/session', { login: setUp[role].login, password: passwords[role] })
      const code = codeAt(house.clock.at, secrets.get(role))
      stages.push((await person.send('POST', '/session/second-factor', { code })).json().stage)
    }
    expect(stages).toEqual(['in', 'in', 'in'])
  })

  test('who was not there binds at the first sign-in', async () => {
    await made()
    const audit = new Browser(house.app)
    expect((await audit.signIn('qianqi', house.clock.at, answers().passwords.auditAdmin)).json()).toEqual({
      stage: 'enrol',
    })
  })
})
