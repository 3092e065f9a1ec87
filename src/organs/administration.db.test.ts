import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildApp } from '../app/build-app.ts'
import { testDatabase } from '../db/testing/database.ts'
import { OrganChange } from './organ.ts'
import type { Role } from './role.ts'
import * as organs from './store.ts'
import { addStaff, Browser, sessionCookie } from './testing/staff.ts'
import { aStaffedOrgan, type StaffedOrgan } from './testing/staffed-organ.ts'

const { db, url, owner } = await testDatabase()
const app = await buildApp({ db, url }, {})
afterAll(() => app.close())

let here: StaffedOrgan
beforeAll(async () => {
  here = await aStaffedOrgan(db, app)
})

const lastAction = async (organId: number) =>
  owner.selectFrom('auditEntries').selectAll().where('organId', '=', organId).orderBy('seq', 'desc').executeTakeFirst()

describe('units', () => {
  test('a work body there is, and only one; another takes its place (art. 4)', async () => {
    const { system } = here
    const office = await system.browser.send('POST', '/units', { name: '办公室', isOgiWorkBody: true })
    expect(office.json()).toMatchObject({ name: '办公室', isOgiWorkBody: true, closedOn: null })
    const change = { name: '办公室', isOgiWorkBody: false, phone: '', closedOn: null }
    const without = await system.browser.send('PUT', `/units/${office.json().id}`, change)
    expect([without.statusCode, without.json().code, without.json().article]).toEqual([409, 'work_body_needed', '4'])
    await system.browser.send('POST', '/units', { name: '信息公开科', isOgiWorkBody: true })
    const { items } = (await system.browser.send('GET', '/units')).json()
    expect(items.map((unit: { name: string; isOgiWorkBody: boolean }) => [unit.name, unit.isOgiWorkBody])).toEqual([
      ['信息公开科', true],
      ['办公室', false],
    ])
    expect((await system.browser.send('PUT', `/units/${office.json().id}`, change)).statusCode).toBe(200)
  })

  test('a name stands once, and a unit with staff is not closed', async () => {
    const { system } = here
    const { id } = (await system.browser.send('POST', '/units', { name: '法规科' })).json()
    const again = await system.browser.send('POST', '/units', { name: ' 法规科 ' })
    expect(again.json()).toMatchObject({ code: 'unit_name_taken', fields: { name: expect.any(String) } })
    const person = { login: 'fagui.one', name: '阿卜杜拉·买买提', unitId: id }
    expect((await system.browser.send('POST', '/staff', person)).statusCode).toBe(200)
    const close = { name: '法规科', isOgiWorkBody: false, phone: '', closedOn: '2026-11-24' }
    expect((await system.browser.send('PUT', `/units/${id}`, close)).json().code).toBe('unit_has_staff')
  })
})

describe('accounts', () => {
  test('a new account has no role, and its password is shown once and must be changed', async () => {
    const { system, clerk } = here
    const person = { login: '𝐙hangSan', name: '𠮷野 三', phone: '0000-1234', email: 'san@shili.invalid' }
    const added = await system.browser.send('POST', '/staff', person)
    expect(added.json().password).toMatch(/^(?:[A-Za-z2-9]{4}-){3}[A-Za-z2-9]{4}$/)
    expect(added.headers['cache-control']).toBe('no-store')
    const { items } = (await system.browser.send('GET', '/staff')).json()
    const seen = items.find(({ id }: { id: string }) => id === added.json().id)
    expect(seen).toMatchObject({ login: 'zhangsan', name: '𠮷野 三', roles: [], mustChangePassword: true })
    expect(JSON.stringify(items)).not.toContain('argon2')
    const colleague = (await clerk.browser.send('GET', '/staff'))
      .json()
      .items.find(({ id }: { id: string }) => id === seen.id)
    expect(Object.keys(colleague).sort()).toEqual(['id', 'isDisabled', 'name', 'roles', 'unitId', 'unitName'])
    const same = await system.browser.send('POST', '/staff', { login: 'zhangsan\u200d', name: '张三' })
    expect([same.statusCode, same.json().code]).toEqual([409, 'login_taken'])
    const first = new Browser(app)
    expect((await first.signIn('zhangsan', new Date(), added.json().password)).json()).toEqual({
      stage: 'changePassword',
    })
  })

  test('two accounts with one name at once: one is made', async () => {
    const { system } = here
    const answers = await Promise.all(
      [1, 2].map(() => system.browser.send('POST', '/staff', { login: 'twice', name: '两次' })),
    )
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
  })

  test('what is wrong is said at its field, and nothing is written', async () => {
    const { system } = here
    const bad = { login: '张三', name: '李\u202e四', email: 'a@b.cn,c@d.cn', unitId: 'x', organId: 1 }
    const answer = await system.browser.send('POST', '/staff', bad)
    expect(answer.statusCode).toBe(422)
    expect(Object.keys(answer.json().fields).sort()).toEqual(['email', 'login', 'name', 'organId', 'unitId'])
    expect(answer.json().fields.name).toContain('控制字符')
  })

  test('a disabled account is out at once; enabled again it has its roles', async () => {
    const { system, someone } = here
    const { id, browser } = await someone('clerk')
    expect((await system.browser.send('POST', `/staff/${id}/disable`)).statusCode).toBe(200)
    expect((await browser.send('GET', '/me')).statusCode).toBe(401)
    await system.browser.send('POST', `/staff/${id}/enable`)
    expect((await browser.send('GET', '/me')).statusCode).toBe(401)
    browser.cookie = await sessionCookie(db, here.organ.id, id)
    expect((await browser.send('GET', '/me')).json().roles).toEqual(['clerk'])
  })
})

describe('GB/T 22239-2019 8.1.5: three administrators', () => {
  test.for<{ roles: Role[]; code: string }>([
    { roles: ['systemAdmin', 'securityAdmin'], code: 'one_administration' },
    { roles: ['securityAdmin', 'auditAdmin'], code: 'one_administration' },
    { roles: ['auditAdmin', 'clerk'], code: 'administers_only' },
    { roles: ['systemAdmin', 'leader'], code: 'administers_only' },
  ])('$roles are not one person', async ({ roles, code }) => {
    const { security, someone } = here
    const { id } = await someone(undefined)
    const answer = await security.browser.send('PUT', `/staff/${id}/roles`, { roles })
    expect([answer.statusCode, answer.json().code]).toEqual([409, code])
  })

  test('several business roles are, and hold with the next request', async () => {
    const { security, someone } = here
    const { id, browser } = await someone('clerk')
    expect(
      (await security.browser.send('PUT', `/staff/${id}/roles`, { roles: ['clerk', 'unitHead'] })).statusCode,
    ).toBe(200)
    expect((await browser.send('GET', '/me')).json().roles).toEqual(['clerk', 'unitHead'])
    expect(await lastAction(here.organ.id)).toMatchObject({
      action: 'staff.roles',
      subject: id,
      detail: { before: ['clerk'], after: ['clerk', 'unitHead'] },
    })
  })

  test('nobody gives roles, a password or an authenticator to himself, or shuts himself out', async () => {
    const { security, system } = here
    const own = `/staff/${security.id}`
    expect((await security.browser.send('PUT', `${own}/roles`, { roles: ['systemAdmin'] })).json().code).toBe(
      'not_oneself',
    )
    expect((await security.browser.send('POST', `${own}/password-reset`)).json().code).toBe('not_oneself')
    expect((await security.browser.send('POST', `${own}/second-factor-reset`)).json().code).toBe('not_oneself')
    expect((await system.browser.send('POST', `/staff/${system.id}/disable`)).json().code).toBe('not_oneself')
  })

  test('the last holder of an administration keeps it', async () => {
    const { system, security, audit, someone } = await aStaffedOrgan(db, app)
    const shut = await system.browser.send('POST', `/staff/${audit.id}/disable`)
    expect([shut.statusCode, shut.json().code]).toEqual([409, 'last_administrator'])
    const stripped = await security.browser.send('PUT', `/staff/${audit.id}/roles`, { roles: [] })
    expect(stripped.json().code).toBe('last_administrator')
    await someone('auditAdmin')
    expect((await system.browser.send('POST', `/staff/${audit.id}/disable`)).statusCode).toBe(200)
  })

  test('two security administrators who strip each other at once: one stays', async () => {
    const { organ, security, someone } = await aStaffedOrgan(db, app)
    const other = await someone('securityAdmin')
    const waiting = async () => {
      const { rows } = await sql<{ count: number }>`
        select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(
        db,
      )
      return rows[0]?.count
    }
    // Both are let in before either has changed anything; whoever comes later is no administrator any more.
    const answers = await owner.transaction().execute(async (tx) => {
      await organs.lock(tx, organ.id)
      const both = [
        security.browser.send('PUT', `/staff/${other.id}/roles`, { roles: [] }),
        other.browser.send('PUT', `/staff/${security.id}/roles`, { roles: [] }),
      ]
      await expect.poll(waiting, { timeout: 30_000 }).toBe(2)
      return { both }
    })
    const statuses = (await Promise.all(answers.both)).map(({ statusCode }) => statusCode)
    expect(statuses.sort()).toEqual([200, 409])
  })

  test('a reset password opens nothing but its own change, and ends what was open', async () => {
    const { security, someone, system } = here
    const { id, browser } = await someone('clerk')
    const { password } = (await security.browser.send('POST', `/staff/${id}/password-reset`)).json()
    expect((await browser.send('GET', '/me')).statusCode).toBe(401)
    const { login } = (await system.browser.send('GET', '/staff'))
      .json()
      .items.find((each: { id: string }) => each.id === id)
    const again = new Browser(app)
    expect((await again.signIn(login, new Date(), password)).json()).toEqual({ stage: 'changePassword' })
    expect((await again.send('GET', '/units')).json().code).toBe('signing_in')
    await security.browser.send('POST', `/staff/${id}/second-factor-reset`)
    expect((await again.send('GET', '/me')).statusCode).toBe(401)
  })

  test('a locked account is shown as locked, and unlocked', async () => {
    const { security, someone, system } = here
    const { id } = await someone('clerk')
    const find = async () =>
      (await system.browser.send('GET', '/staff')).json().items.find((each: { id: string }) => each.id === id)
    const { login, lockedUntil } = await find()
    expect(lockedUntil).toBeNull()
    const body = { login, password: 'wrong' }
    for (let index = 0; index < 5; index += 1)
      await new Browser(app).send('POST', '/session', body, { remoteAddress: '10.7.7.7' })
    expect((await find()).lockedUntil).toBeTruthy()
    await security.browser.send('POST', `/staff/${id}/unlock`)
    expect((await find()).lockedUntil).toBeNull()
  })
})

describe('offices and settings', () => {
  test('an office is filled from a day and ends on one', async () => {
    const { system, clerk } = here
    const appointment = { staffId: clerk.id, office: 'designatedOfficer', fromOn: '2026-03-01' }
    const { id } = (await system.browser.send('POST', '/offices', appointment)).json()
    expect((await clerk.browser.send('GET', '/offices')).json().items).toMatchObject([
      { id, ...appointment, toOn: null },
    ])
    expect((await system.browser.send('POST', `/offices/${id}/end`, { on: '2026-02-28' })).statusCode).toBe(422)
    expect((await system.browser.send('POST', `/offices/${id}/end`, { on: '2026-02-30' })).statusCode).toBe(422)
    expect((await system.browser.send('POST', `/offices/${id}/end`, { on: '2026-11-01' })).statusCode).toBe(200)
    expect((await system.browser.send('POST', `/offices/${id}/end`, { on: '2026-11-02' })).statusCode).toBe(409)
  })

  test.for([
    { id: 'licenceStateWriting', good: 'words', bad: 'sleeps' },
    { id: 'leadership', good: 'vertical', bad: '' },
    { id: 'reconsiderationOrgan', good: '示例市人民政府', bad: '示例市\n人民政府' },
    { id: 'competentCourt', good: '示例市人民法院', bad: '示例市\u202e人民法院' },
    { id: 'onlineReconsideration', good: 'https://xzfy.moj.gov.cn', bad: 'javascript:alert(1)' },
    { id: 'onlineReconsideration', good: '掌上复议小程序', bad: 'data:text/html,x' },
    { id: 'indexNumberTemplate', good: '{creditCode}/{yyyy}-{seq:5}', bad: '../{yyyy}-{seq:5}' },
  ])('$id takes what the law leaves open and nothing else', async ({ id, good, bad }) => {
    const { system } = here
    const refused = await system.browser.send('PUT', `/settings/${id}`, { value: bad })
    expect([refused.statusCode, Object.keys(refused.json().fields)]).toEqual([422, ['value']])
    expect((await system.browser.send('PUT', `/settings/${id}`, { value: good })).statusCode).toBe(200)
    const { items } = (await system.browser.send('GET', '/settings')).json()
    expect(items.find((each: { id: string }) => each.id === id)).toMatchObject({ value: good, isChosen: true })
  })

  test('levels of approval are those of roles that review and that somebody holds', async () => {
    const { system } = here
    const put = async (value: unknown) => system.browser.send('PUT', '/settings/approvalLevels', { value })
    const level = (role: string) => ({ id: 'finalReview', role, ownUnit: false, days: 2, checklist: [] })
    expect((await put([level('clerk')])).statusCode).toBe(422)
    expect((await put([])).statusCode).toBe(422)
    expect((await put([level('legalStaff')])).json()).toMatchObject({ code: 'role_unheld' })
    // One name signs once: two levels of one role want two people who hold it.
    await addStaff(db, here.organ.id, { login: 'first-head', roles: ['ogiHead'] })
    const twice = [{ ...level('ogiHead'), id: 'firstReview' }, level('ogiHead')]
    expect((await put(twice)).json()).toMatchObject({
      code: 'role_held_by_too_few',
      fields: { '1.role': expect.anything() },
    })
    await addStaff(db, here.organ.id, { login: 'second-head', roles: ['ogiHead'] })
    expect((await put(twice)).statusCode).toBe(200)
  })

  test('a setting that there is not is not found', async () => {
    for (const id of ['nothing', 'constructor', '__proto__', 'resultYear', 'newReceivedYear'])
      expect((await here.system.browser.send('PUT', `/settings/${id}`, { value: 1 })).statusCode).toBe(404)
  })

  test('the organ says who it is; its credit code is checked', async () => {
    const { system, clerk } = await aStaffedOrgan(db, app)
    const organ = (await clerk.browser.send('GET', '/organ')).json()
    const { id, slug, kind, level, parentId, isDemo } = organ
    const change = { ...OrganChange.strip().parse(organ), letterCode: '示统', creditCode: '91350100m000100y34' }
    expect((await system.browser.send('PUT', '/organ', change)).json().fields.creditCode).toContain('校验码')
    const saved = await system.browser.send('PUT', '/organ', { ...change, creditCode: '91350100m000100y43' })
    expect(saved.json()).toMatchObject({ id, slug, kind, level, parentId, isDemo, creditCode: '91350100M000100Y43' })
    expect((await system.browser.send('PUT', '/organ', { ...change, isDemo: true })).json().fields).toHaveProperty(
      'isDemo',
    )
  })

  test('what the site names in its footer is the system administrator’s to file, and is written down', async () => {
    const { system, clerk } = await aStaffedOrgan(db, app)
    const site = { undertaker: '', icpNumber: '黑ICP备12345678号', policeNumber: '', dataLicence: '', englishName: '' }
    const whole = { ...site, englishAddress: '1 Renmin Road' }
    expect((await clerk.browser.send('PUT', '/organ/site', whole)).statusCode).toBe(403)
    const wrong = await system.browser.send('PUT', '/organ/site', { ...whole, icpNumber: '12345678' })
    expect(wrong.json().fields.icpNumber).toContain('黑ICP备12345678号')
    const saved = (await system.browser.send('PUT', '/organ/site', whole)).json()
    expect(saved).toMatchObject(whole)
    expect(await lastAction(saved.id)).toMatchObject({ action: 'organ.changed', detail: whole })
  })
})
