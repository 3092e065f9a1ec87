import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { fillDay, heading } from '../../../tests/journeys/console.ts'
import { errorsIn, hasFocus, sentBy } from '../testing/on-page.ts'
import { openConsole, phone } from '../testing/open-console.ts'
import { requestsOf } from '../testing/requests-of.ts'

const office = await openConsole('2026-12-21')
const { register } = requestsOf(office)
const admin = await office.officer(['systemAdmin'])

async function openNotice(): Promise<{ page: Page; drawer: ReturnType<Page['getByRole']> }> {
  const page = await office.open(admin, '/calendar')
  await heading(page, '日历')
  const open = page.getByRole('button', { name: '录入新的通知' })
  await open.focus()
  await page.keyboard.press('Enter')
  const drawer = page.getByRole('dialog', { name: '录入节假日安排通知' })
  await drawer.waitFor()
  return { page, drawer }
}
const row = (drawer: ReturnType<Page['getByRole']>, place: number) => drawer.locator('.holiday-row').nth(place)
const look = (drawer: ReturnType<Page['getByRole']>) => drawer.getByRole('button', { name: '看哪些期限变动' })
const adopt = (drawer: ReturnType<Page['getByRole']>) => drawer.getByRole('button', { name: '采用这份通知' })

test('the notices stand year by year, the newest first; whoever does not administer is not let in', async () => {
  const page = await office.open(admin, '/calendar', { viewport: phone })
  await heading(page, '日历')
  const tabs = await page.getByRole('tab').allTextContents()
  expect(tabs).toEqual(tabs.toSorted().reverse())
  await page.getByRole('tab', { name: '2026年' }).click()
  await page.getByRole('tabpanel').getByRole('rowheader', { name: '春节' }).waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width)
  const clerk = await office.open(await office.officer(['clerk']), '/calendar')
  await heading(clerk, '您没有权限查看这一页')
})

test('a notice that is not whole is not looked at: each field says what is missing, and nothing is adopted unseen', async () => {
  const { page, drawer } = await openNotice()
  const sent = sentBy(page)
  expect(await drawer.getByLabel('年份').inputValue()).toBe('2027')
  expect(await adopt(drawer).isDisabled()).toBe(true)
  await look(drawer).click()
  await expect
    .poll(() => errorsIn(drawer))
    .toMatchObject({ 文号: '请填写文号', 印发日期: '请填写有效日期，如 2026-01-31' })
  await drawer.getByLabel('文号').fill('国办发明电〔2026〕9号')
  await fillDay(drawer, '印发日期', '2026-12-22')
  await drawer.getByText('不能晚于2026年12月21日').waitFor()
  await fillDay(drawer, '印发日期', '2026-11-30')
  await fillDay(row(drawer, 0), '放假从', '2027-01-03')
  await fillDay(row(drawer, 0), '到', '2027-01-01')
  await look(drawer).click()
  await expect.poll(() => errorsIn(drawer)).toEqual({ 到: '放假的最后一天不得早于第一天' })
  expect(sent).toEqual([])
  await page.keyboard.press('Escape')
  await drawer.waitFor({ state: 'detached' })
  await expect.poll(() => hasFocus(page.getByRole('button', { name: '录入新的通知' }))).toBe(true)
})

test('what moves is shown before it is adopted, and shown again after anything is typed; adopted, the year stands in its tab', async () => {
  const request = await register()
  const { page, drawer } = await openNotice()
  await drawer.getByLabel('文号').fill('国办发明电〔2026〕9号')
  await fillDay(drawer, '印发日期', '2026-11-30')
  await fillDay(row(drawer, 0), '放假从', '2027-01-01')
  await fillDay(row(drawer, 0), '到', '2027-01-03')
  await look(drawer).click()
  await drawer.getByText('采用后，没有期限变动。').waitFor()
  expect(await adopt(drawer).isEnabled()).toBe(true)
  await fillDay(row(drawer, 0), '到', '2027-01-05')
  expect(await adopt(drawer).isDisabled()).toBe(true)
  await look(drawer).click()
  const moved = drawer.getByRole('alert').filter({ hasText: '1件在办申请的期限变动' })
  await moved.getByRole('link', { name: request.number }).waitFor()
  const days = await moved.getByRole('cell').allTextContents()
  expect(days).toHaveLength(2)
  expect(days[0]).not.toBe(days[1])
  await drawer
    .getByLabel(/^调休上班/)
    .first()
    .fill('二月三十日')
  await drawer
    .getByLabel(/^调休上班/)
    .first()
    .press('Tab')
  await drawer.getByText('“二月三十日”不是日期').waitFor()
  expect(await adopt(drawer).isDisabled()).toBe(true)
  await drawer
    .getByLabel(/^调休上班/)
    .first()
    .fill('')
  await look(drawer).click()
  const sent = sentBy(page)
  await adopt(drawer).click()
  await page.getByText('日历已更新').waitFor()
  expect(sent).toMatchObject([
    { body: { notice: { year: 2027, holidays: [{ name: '元旦', from: '2027-01-01', to: '2027-01-05' }] } } },
  ])
  await page.getByRole('tab', { name: '2027年' }).waitFor()
})
