import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { errorsIn, sentBy } from '../testing/on-page.ts'
import { openConsole } from '../testing/open-console.ts'

const office = await openConsole('2026-11-24')
const clerk = await office.officer(['clerk'])
const system = await office.officer(['systemAdmin'])

/** The form of a receipt, opened by keyboard. */
async function entering(page: Page) {
  const opener = page.getByRole('button', { name: '登记票据' })
  const form = page.getByRole('dialog', { name: '登记票据' })
  const open = async () => {
    await opener.focus()
    await page.keyboard.press('Enter')
    await form.waitFor()
  }
  await open()
  return {
    form,
    open,
    opener,
    fill: async (values: Readonly<Record<string, string>>) => {
      for (const [label, text] of Object.entries(values)) await form.getByLabel(label).fill(text)
    },
    send: () => form.getByRole('button', { name: '登记', exact: true }).click(),
  }
}
const whole = { 票据号码: '001', 收费项目: '考试考务费', 收费日期: '2026-11-20', '金额（元）': '1200' }

test('what is missing or wrong is said at its field before anything is sent, and is gone as soon as it is typed anew', async () => {
  const page = await office.open(clerk, '/ledgers/fees')
  const sent = sentBy(page)
  const { form, fill, send } = await entering(page)
  await fill({ 收费日期: '', '金额（元）': '1.2万' })
  await send()
  await expect
    .poll(() => errorsIn(form))
    .toEqual({
      票据号码: expect.stringContaining('必填'),
      收费项目: expect.stringContaining('必填'),
      收费日期: expect.any(String),
      '金额（元）': expect.stringContaining('以元为单位'),
    })
  await form.getByLabel('票据号码').and(page.locator(':focus')).waitFor()
  await fill({ 票据号码: '001', '金额（元）': '1.005' })
  await expect.poll(async () => Object.keys(await errorsIn(form))).toEqual(['收费项目', '收费日期'])
  await fill({ 收费项目: '考试考务费', 收费日期: '2026-11-25' })
  await form.getByLabel('收费日期').press('Tab')
  await form.getByText('不能晚于2026年11月24日').waitFor()
  await send()
  await expect.poll(() => errorsIn(form)).toMatchObject({ 收费日期: '请按提示改正' })
  expect(await form.getByLabel('收费日期').inputValue()).toBe('2026-11-25')
  expect(sent).toEqual([])
})

test('Escape in a day that is half typed puts back the day from before, and only the next one closes the form', async () => {
  const page = await office.open(clerk, '/ledgers/fees')
  const { form, opener } = await entering(page)
  const day = form.getByLabel('收费日期')
  await day.fill('2026-11')
  await day.press('Escape')
  expect(await day.inputValue()).toBe('2026-11-24')
  await form.waitFor()
  // Enter reads the day and sends no form.
  await day.fill('20261103')
  await day.press('Enter')
  expect(await day.inputValue()).toBe('2026-11-03')
  expect(await errorsIn(form)).toEqual({})
  await form.getByRole('button', { name: '在日历上选' }).click()
  await page.getByTitle('2026-11-05').click()
  expect(await day.inputValue()).toBe('2026-11-05')
  await day.press('Escape')
  await form.waitFor({ state: 'hidden' })
  await opener.and(page.locator(':focus')).waitFor()
})

test('a form that was closed brings back what was typed, says so, and begins anew on demand; a saved one is empty', async () => {
  const page = await office.open(clerk, '/ledgers/fees')
  const { form, fill, open, send } = await entering(page)
  await fill({ 票据号码: '留着的号', '金额（元）': '12' })
  await page.keyboard.press('Escape')
  await form.waitFor({ state: 'hidden' })
  await page.reload()
  await open()
  const before = form.getByRole('status').filter({ hasText: '以下是上次填写、还没有提交的内容。' })
  await before.waitFor()
  expect(await form.getByLabel('票据号码').inputValue()).toBe('留着的号')
  await before.getByRole('button', { name: '重新填写' }).click()
  await before.waitFor({ state: 'detached' })
  expect(await form.getByLabel('票据号码').inputValue()).toBe('')
  expect(await form.getByLabel('收费日期').inputValue()).toBe('2026-11-24')
  await fill(whole)
  await send()
  await page.getByText('已办理：登记票据').waitFor()
  await form.waitFor({ state: 'hidden' })
  await page.getByRole('link', { name: '票据001，打开登记' }).waitFor()
  await open()
  expect(await before.count()).toBe(0)
  expect(await form.getByLabel('票据号码').inputValue()).toBe('')
})

test('what only the server knows is said at the field as well, and the form stays as it was typed', async () => {
  const page = await office.open(clerk, '/ledgers/fees')
  const { form, fill, send } = await entering(page)
  await fill(whole)
  await send()
  await expect.poll(() => errorsIn(form)).toEqual({ 票据号码: expect.stringContaining('已有票据') })
  await form.getByLabel('票据号码').and(page.locator(':focus')).waitFor()
  expect(await form.getByLabel('金额（元）').inputValue()).toBe('1200')
  await form.getByLabel('票据号码').fill('002')
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: '票据002，打开登记' }).waitFor()
})

test('pressed twice it is sent once; an answer that was lost is asked for again under the same key, so that it is entered once', async () => {
  const page = await office.open(clerk, '/ledgers/fees')
  const keys: (string | undefined)[] = []
  page.on('request', (request) => {
    if (request.method() === 'POST') keys.push(request.headers()['idempotency-key'])
  })
  const { form, fill } = await entering(page)
  await fill({ ...whole, 票据号码: '003' })
  // The server does it, and its answer does not arrive.
  await page.route('**/api/console/ledgers/fees', async (route) => {
    if (route.request().method() !== 'POST') return route.continue()
    await route.fetch()
    await route.abort()
  })
  await form.getByRole('button', { name: '登记', exact: true }).dblclick()
  await form.getByRole('alert').filter({ hasText: '连接不上服务器' }).waitFor()
  expect(keys).toHaveLength(1)
  expect(await form.getByLabel('票据号码').inputValue()).toBe('003')
  await page.unrouteAll()
  await form.getByLabel('票据号码').press('Enter')
  await page.getByText('已办理：登记票据').waitFor()
  expect(new Set(keys).size).toBe(1)
  await page.getByRole('link', { name: '票据003，打开登记' }).waitFor()
  expect(await page.getByRole('link', { name: '票据003，打开登记' }).count()).toBe(1)
})

test('Tab goes through a form in the order in which it is read, and stays within it', async () => {
  const page = await office.open(system, '/units')
  await page.getByRole('button', { name: '增加科室' }).click()
  const form = page.getByRole('dialog', { name: '增加科室' })
  await form.getByLabel('名称').and(page.locator(':focus')).waitFor()
  const stops: string[] = []
  for (let presses = 0; presses < 12; presses += 1) {
    await page.keyboard.press('Tab')
    stops.push(
      await page.evaluate(() => {
        const element = document.activeElement
        const isIn = element?.closest('[role=dialog]') !== null
        const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : element?.textContent
        if (element === document.body) return 'nowhere'
        return isIn ? (label ?? '').replace(/\s/g, '') : 'the page behind'
      }),
    )
  }
  expect(stops).not.toContain('the page behind')
  const order = ['电话', '是政府信息公开工作机构', '关闭（保留已填内容）', '保存']
  expect(stops.filter((each) => order.includes(each)).slice(0, 4)).toEqual(order)
})
