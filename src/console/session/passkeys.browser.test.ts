import { createServer } from 'node:net'
import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { openBrowser } from '../../../tests/journeys/browser.ts'
import { expectCalmAndAccessible, heading } from '../../../tests/journeys/console.ts'
import { buildApp } from '../../app/build-app.ts'
import { testDatabase } from '../../db/testing/database.ts'
import { anOffice } from '../../organs/testing/officers.ts'
import { addStaff, aPassword, codeAt } from '../../organs/testing/staff.ts'
import { errorsIn } from '../testing/on-page.ts'
import { phone } from '../testing/open-console.ts'

/** Browsers let a passkey be made only for a name, and the site must know its own before it listens. */
const port = await new Promise<number>((resolve) => {
  const probe = createServer().listen(0, '127.0.0.1', () => {
    const address = probe.address()
    probe.close(() => resolve(address !== null && typeof address === 'object' ? address.port : 0))
  })
})
const site = `http://localhost:${port}`
const { db, url } = await testDatabase()
const { open } = openBrowser()
const app = await buildApp({ db, url }, { KAICHENG_ORIGIN: site })
const { organ, unitId } = await anOffice(db)
await app.listen({ port, host: '127.0.0.1' })
afterAll(() => app.close())

/** A device of which Chromium believes that its owner has put a finger on it. */
async function giveDevice(page: Page) {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  const kind = { protocol: 'ctap2', transport: 'internal' } as const
  const options = { ...kind, hasResidentKey: true, hasUserVerification: true, isUserVerified: true }
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: { ...options, automaticPresenceSimulation: true },
  })
  const verify = (isUserVerified: boolean) => cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified })
  return { verify }
}

async function givePassword(page: Page): Promise<void> {
  await heading(page, '登录')
  await page.getByLabel('账号').fill('wangxiulan')
  await page.getByLabel('密码').fill(aPassword)
  await page.keyboard.press('Enter')
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: /账号菜单$/ }).click()
  await page.getByRole('menuitem', { name: '退出登录' }).click()
}

test('a passkey is bound at the first sign-in, opens the next one by a single key, and is removed once another way is bound', async () => {
  await addStaff(db, organ.id, { login: 'wangxiulan', name: '王秀兰', roles: ['clerk'], unitId, secret: null })
  const page = await open(`${site}/console/`, { viewport: phone })
  const device = await giveDevice(page)
  await givePassword(page)
  await heading(page, '绑定身份验证器')
  await expectCalmAndAccessible(page)
  const bind = page.getByRole('button', { name: '绑定通行密钥' })
  await bind.click()
  await expect.poll(() => errorsIn(page)).toEqual({ 给这把通行密钥起个名字: expect.stringContaining('办公室电脑') })
  await page.getByLabel('给这把通行密钥起个名字').fill('办公室电脑')
  await bind.click()
  await heading(page, '工作台')

  await signOut(page)
  await givePassword(page)
  await heading(page, '通行密钥')
  await expectCalmAndAccessible(page)
  // Whoever does not put the finger on it is told what may have been, and tries again.
  await device.verify(false)
  await page.keyboard.press('Enter')
  await page.getByRole('alert').filter({ hasText: '没有完成' }).waitFor()
  await device.verify(true)
  await page.getByRole('button', { name: '使用通行密钥' }).press('Enter')
  await heading(page, '工作台')

  await page.getByRole('button', { name: /账号菜单$/ }).click()
  await page.getByRole('menuitem', { name: '登录方式' }).click()
  const ways = page.getByRole('dialog', { name: '登录方式' })
  const removal = ways.getByRole('button', { name: '移除办公室电脑' })
  await removal.waitFor()
  expect(await removal.isDisabled()).toBe(true)
  await expectCalmAndAccessible(page)
  await ways.getByRole('button', { name: '绑定身份验证器' }).click()
  await ways.getByLabel('现在的密码').fill(aPassword)
  await page.keyboard.press('Enter')
  await ways.getByAltText(/^绑定用二维码/).waitFor()
  const secret = (await ways.locator('.enrolment-secret').textContent())?.replaceAll(/\s/g, '') ?? ''
  await ways.getByLabel('6位动态码').fill(codeAt(new Date(), secret))
  await page.getByText('身份验证器已绑定', { exact: true }).waitFor()
  await removal.click()
  await ways.getByRole('button', { name: '移除“办公室电脑”' }).click()
  await page.getByText('通行密钥已移除').waitFor()
  expect(await ways.getByText('已绑定。').count()).toBe(1)
  await page.context().close()
})
