import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { buildApp } from '../../src/app/build-app.ts'
import { inActs, inOrgan } from '../../src/db/organ.ts'
import { testDatabase } from '../../src/db/testing/database.ts'
import { mailKind, queueMail } from '../../src/mail/outbox.ts'
import * as organs from '../../src/organs/store.ts'
import { anOrgan } from '../../src/organs/testing/organ.ts'
import { addStaff, sessionCookie } from '../../src/organs/testing/staff.ts'
import { TurnedDown } from '../../src/outbox/kind.ts'
import { sendDue } from '../../src/outbox/send-due.ts'
import { openBrowser } from './browser.ts'
import { expectCalmAndAccessible, heading } from './console.ts'

vi.setConfig({ testTimeout: 240_000 })
const { db, url } = await testDatabase()
const app = await buildApp({ db, url }, {})
const { open } = openBrowser()
const organ = await inActs(db, (tx) => organs.add(tx, anOrgan()))
const admin = await addStaff(db, organ.id, { login: 'xitong', roles: ['systemAdmin'] })
let site = ''
beforeAll(async () => {
  site = await app.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(() => app.close())

const queue = (to: string) =>
  inOrgan(db, organ.id, (tx) => queueMail(tx, organ.id, { to, subject: '办理提醒', body: '三个工作日内到期' }))
const mail = mailKind({
  send: async ({ toAddress }) => {
    if (toAddress.startsWith('gone')) throw new TurnedDown('邮件服务器没有接收（550 5.1.1）', { forGood: true })
    if (toAddress.startsWith('later')) throw new TurnedDown('邮件服务器没有接收（451）', { forGood: false })
  },
  close: () => {},
})

test('the system administrator sees what waits to leave, what fails and why, and not to whom it goes', async () => {
  const looks = [
    [1440, 900],
    [390, 844],
  ] as const
  const cookie = await sessionCookie(db, organ.id, admin)
  const calm = await open(`${site}/console/operations`, { cookie })
  await heading(calm, '运行状况')
  await calm.getByText('没有等待发出的，近30天也没有发不出去的。').waitFor()

  for (const to of ['gone@shili.invalid', 'later@shili.invalid', 'san@shili.invalid']) await queue(to)
  expect(await sendDue(db, organ.id, mail)).toBe(1)
  await queue('si@shili.invalid')
  for (const [width, height] of looks) {
    const page = await open(`${site}/console/operations`, { cookie, viewport: { width, height } })
    await heading(page, '运行状况')
    const panel = page.getByRole('region', { name: '待发出的' })
    await panel.getByText('其中1件没有发成、将再试').waitFor()
    const said = await panel.textContent()
    for (const words of [
      '邮件：等待发出2件',
      '近30天有1件没有发出，不再试',
      '邮件服务器没有接收（550 5.1.1）',
      '不会自己再试',
      '试过1次',
    ])
      expect(said, String(width)).toContain(words)
    expect(said).not.toMatch(/@|办理提醒/)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    await expectCalmAndAccessible(page)
  }
})

test('what was given up is tried again when the system administrator says so, and leaves if it can', async () => {
  const page = await open(`${site}/console/operations`, { cookie: await sessionCookie(db, organ.id, admin) })
  const panel = page.getByRole('region', { name: '待发出的' })
  const given = panel.getByRole('row').filter({ hasText: '没有发出' })
  await given.getByRole('button', { name: '再试' }).click()
  await page.getByText('已排入待发，一分钟内再试').waitFor()
  await given.waitFor({ state: 'detached' })
  const sent: string[] = []
  await sendDue(db, organ.id, mailKind({ send: async ({ toAddress }) => void sent.push(toAddress), close: () => {} }))
  expect(sent.toSorted()).toContain('gone@shili.invalid')
})
