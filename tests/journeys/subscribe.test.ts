import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { buildApp } from '../../src/app/build-app.ts'
import { composeMail, mailEnded } from '../../src/app/compose-mail.ts'
import { plainDate } from '../../src/days/plain-date.ts'
import { inActs } from '../../src/db/organ.ts'
import { testDatabase } from '../../src/db/testing/database.ts'
import { sendQueued } from '../../src/mail/outbox.ts'
import type { OutgoingMail } from '../../src/mail/transport.ts'
import * as organs from '../../src/organs/store.ts'
import { anOrgan } from '../../src/organs/testing/organ.ts'
import { expectAccessible, expectNoSidewaysScroll } from './accessibility.ts'
import { openBrowser } from './browser.ts'

vi.setConfig({ testTimeout: 120_000 })
const { db, url } = await testDatabase()
const env = { KAICHENG_SMTP_URL: 'smtp://127.0.0.1:1', KAICHENG_ORIGIN: 'https://www.shili.example' }
const app = await buildApp({ db, url }, env)
const { open } = openBrowser()
const organ = await inActs(db, (tx) => organs.add(tx, anOrgan()))
let site = ''
beforeAll(async () => {
  site = await app.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(() => app.close())

const sent: OutgoingMail[] = []
const openMail = async (): Promise<string> => {
  const transport = { send: async (mail: OutgoingMail) => void sent.push(mail), close: () => {} }
  const compose = composeMail(() => plainDate('2026-11-30'), site)
  await sendQueued(db, organ.id, transport, compose, mailEnded)
  return /http\S+code=\S+/.exec(sent.at(-1)?.body ?? '')?.[0] ?? ''
}

test('a reader without script leaves an address, confirms it from the mail, and ends it by one click', async () => {
  const page = await open(`${site}/subscribe`, { javaScriptEnabled: false, viewport: { width: 390, height: 844 } })
  await page.getByLabel('电子邮箱').fill('不是邮箱')
  await page.getByRole('button', { name: '发送确认邮件' }).click()
  await page.getByRole('link', { name: /写法有误/ }).click()
  expect(await page.getByLabel('电子邮箱').inputValue()).toBe('不是邮箱')
  await page.getByLabel('电子邮箱').fill('reader@shili.example')
  await page.getByRole('button', { name: '发送确认邮件' }).click()
  await page.getByRole('heading', { name: '请查收确认邮件' }).waitFor()
  await page.goto(await openMail())
  await page.getByRole('button', { name: '确认订阅' }).click()
  await page.getByText('已经订阅。').waitFor()
  await page.getByRole('link', { name: '全部退订' }).click()
  await page.getByRole('button', { name: '退订' }).click()
  await page.getByRole('heading', { name: '已经退订' }).waitFor()
})

test('its pages can be read by everybody', async () => {
  const page = await open(`${site}/${organ.slug}/subscribe`, { viewport: { width: 320, height: 640 } })
  await expectNoSidewaysScroll(page)
  await expectAccessible(page)
})
