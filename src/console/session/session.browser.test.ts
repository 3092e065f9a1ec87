import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { heading } from '../../../tests/journeys/console.ts'
import { inOrgan } from '../../db/organ.ts'
import { addStaff, aPassword, codeAt } from '../../organs/testing/staff.ts'
import { errorsIn, sentBy } from '../testing/on-page.ts'
import { openConsole, phone } from '../testing/open-console.ts'

const office = await openConsole('2026-03-02')
const { db, organ, unitId } = office
const add = (login: string, more: Partial<Parameters<typeof addStaff>[2]> = {}) =>
  addStaff(db, organ.id, { login, name: '王秀兰', roles: ['clerk'], unitId, ...more })

const signInButton = (page: Page) => page.getByRole('button', { name: '登录' })

async function giveName(page: Page, login: string, password = aPassword): Promise<void> {
  await page.getByLabel('账号').fill(login)
  await page.getByLabel('密码').fill(password)
  await signInButton(page).click()
}

test('name and password are asked for at their fields; a wrong one is told at once, in the same words whichever it is', async () => {
  await add('wang')
  const page = await office.open(undefined, '/requests')
  await heading(page, '登录')
  const sent = sentBy(page)
  await signInButton(page).click()
  await expect.poll(() => errorsIn(page)).toEqual({ 账号: '请填写账号', 密码: '请填写密码' })
  expect(sent).toEqual([])
  for (const [login, password] of [
    ['wang', 'Cuowu-2718-Mima'],
    ['meiyouzheren', aPassword],
  ] as const) {
    await giveName(page, login, password)
    await page.getByRole('alert').filter({ hasText: '登录名或者密码不正确' }).waitFor()
    expect(await page.getByLabel('账号').inputValue()).toBe(login)
  }
  await giveName(page, ' wang ')
  await heading(page, '动态验证码')
  // Six digits go out by themselves; anything else is never in the field.
  const code = page.getByLabel('6位动态码')
  await code.fill('12a')
  expect(await code.inputValue()).toBe('12')
  await code.press('Enter')
  await expect.poll(() => errorsIn(page)).toEqual({ '6位动态码': '请填写6位数字' })
  await code.fill('000000')
  await page.getByRole('alert').filter({ hasText: '动态口令不正确或者已经用过' }).waitFor()
  // Signed in, one is where one wanted to go.
  await code.fill(codeAt(office.now()))
  await heading(page, '全部申请')
  expect(await page.title()).toBe('全部申请 · 开诚')
})

test('whoever got a first password changes it before anything else, and whoever has no authenticator binds one', async () => {
  await add('xin', { secret: null, mustChangePassword: true })
  const page = await office.open(undefined, '/', { viewport: phone })
  await giveName(page, 'xin')
  await heading(page, '更换密码')
  const change = page.getByRole('button', { name: '更换密码' })
  const next = page.getByLabel('新密码', { exact: true })
  await next.fill('xin1234')
  await page.getByLabel('再输一遍新密码').fill('xin12345')
  await change.click()
  await expect
    .poll(() => errorsIn(page))
    .toMatchObject({
      现在的密码: '请填写现在的密码',
      再输一遍新密码: '两次输入的新密码不一样',
    })
  await expect.poll(() => page.locator('.password-rules [data-holds=true]').count()).toBe(0)
  await next.fill('Songshu-6174-He')
  await expect.poll(() => page.locator('.password-rules [data-holds=true]').count()).toBe(2)
  await page.getByLabel('再输一遍新密码').fill('Songshu-6174-He')
  await page.getByLabel('现在的密码').fill('Cuowu-2718-Mima')
  await change.click()
  // The server alone knows the present one: it says so at its field, and the new one stays.
  await expect.poll(() => errorsIn(page)).toEqual({ 现在的密码: '现在的密码不正确' })
  expect(await next.inputValue()).toBe('Songshu-6174-He')
  await page.getByLabel('现在的密码').fill(aPassword)
  await change.click()

  await heading(page, '绑定身份验证器')
  await page.getByAltText(/^绑定用二维码/).waitFor()
  const secret = (await page.locator('.enrolment-secret').textContent())?.replaceAll(/\s/g, '') ?? ''
  await page.getByLabel('6位动态码').fill('000000')
  await page.getByRole('alert').waitFor()
  // A wrong code leaves the secret as it is: the telephone has it already.
  expect((await page.locator('.enrolment-secret').textContent())?.replaceAll(/\s/g, '')).toBe(secret)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width)
  await page.getByLabel('6位动态码').fill(codeAt(office.now(), secret))
  await heading(page, '工作台')
})

test('a session that has ended meanwhile leads to the sign-in, and back to the form with what was typed', async () => {
  const id = await add('zhao')
  const who = { ...(await office.officer(['clerk'])), id }
  const page = await office.open(who, '/requests/new')
  await heading(page, '登记申请')
  await page.getByLabel('姓名', { exact: true }).fill('张三')
  await inOrgan(db, organ.id, (tx) => tx.deleteFrom('sessions').where('staffId', '=', id).execute())
  await page.getByLabel('名称、文号或者便于查询的其他特征性描述').fill('某路段的批复文件')
  await page.keyboard.press('Control+Enter')
  await heading(page, '登录')
  await page.getByRole('status').filter({ hasText: '这次登录已经结束，请重新登录' }).waitFor()
  await giveName(page, 'zhao')
  await page.getByLabel('6位动态码').fill(codeAt(office.now()))
  await heading(page, '登记申请')
  expect(await page.getByLabel('姓名', { exact: true }).inputValue()).toBe('张三')

  // Whoever leaves of their own will leaves nothing behind.
  await page.getByRole('button', { name: /账号菜单$/ }).click()
  await page.getByRole('menuitem', { name: '退出登录' }).click()
  await page.getByRole('status').filter({ hasText: '已退出登录' }).waitFor()
  expect(await page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.includes('.draft.')))).toEqual([])
})

test('after a long while without a sign of life one is warned, stays with one key, and is signed out where one does not', async () => {
  const who = await office.officer(['clerk'])
  const page = await office.open(undefined, '/requests')
  await heading(page, '登录')
  await page.clock.install()
  await office.signInTo(page, who)
  await page.reload()
  await heading(page, '全部申请')
  await page.clock.fastForward('27:50')
  expect(await page.getByRole('dialog').count()).toBe(0)
  await page.clock.fastForward('00:30')
  await page.getByRole('dialog', { name: '您还在吗？' }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  await page.clock.fastForward('28:30')
  await page.getByRole('dialog', { name: '您还在吗？' }).waitFor()
  await page.clock.fastForward('02:00')
  await heading(page, '登录')
  await page.getByRole('status').filter({ hasText: '因长时间未操作，已自动退出' }).waitFor()
  // It is over at the server as well.
  await page.reload()
  await heading(page, '登录')
})

test('who is signed in elsewhere too sees where, and ends it; a new password is set from the same menu', async () => {
  const id = await add('sun')
  const who = { ...(await office.officer(['clerk'])), id }
  const elsewhere = await office.open(who, '/')
  await heading(elsewhere, '工作台')
  const page = await office.open(who, '/')
  await heading(page, '工作台')
  const menu = page.getByRole('button', { name: '王秀兰，账号菜单' })
  await menu.click()
  const card = page.getByRole('menu').filter({ hasText: '账号 sun' })
  expect(await card.textContent()).toContain('办公日期 2026-03-02')
  await page.getByRole('menuitem', { name: '当前登录' }).click()
  const list = page.getByRole('dialog', { name: '当前登录' })
  await expect.poll(() => list.getByRole('listitem').count()).toBe(2)
  expect(await list.getByText('本次登录').count()).toBe(1)
  await list.getByRole('button', { name: '退出其他登录' }).click()
  await list.getByText('没有其他登录。').waitFor()
  await page.keyboard.press('Escape')
  await elsewhere.getByRole('link', { name: '全部申请' }).first().click()
  await heading(elsewhere, '登录')

  await menu.click()
  await page.getByRole('menuitem', { name: '更换密码' }).click()
  const form = page.getByRole('dialog', { name: '更换密码' })
  await form.getByLabel('现在的密码').fill(aPassword)
  await form.getByLabel('新密码', { exact: true }).fill('Songshu-6174-He')
  await form.getByLabel('再输一遍新密码').fill('Songshu-6174-He')
  await form.getByRole('button', { name: '更换密码' }).click()
  await page.getByText('密码已更换').waitFor()
  await form.waitFor({ state: 'detached' })
})

test('a server that is not reached is told as such, and tried again with one click', async () => {
  await add('lin')
  const page = await office.open(undefined, '/')
  await heading(page, '登录')
  await page.context().setOffline(true)
  await giveName(page, 'lin')
  await page.getByRole('alert').filter({ hasText: '连接不上服务器' }).getByText('请确认本机已连上政务网络。').waitFor()
  expect(await page.getByLabel('账号').inputValue()).toBe('lin')
  await page.context().setOffline(false)
  await signInButton(page).click()
  await heading(page, '动态验证码')
  await page.getByRole('button', { name: '换个账号登录' }).click()
  await heading(page, '登录')
})
