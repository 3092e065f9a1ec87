import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { fillDay, heading } from '../../../tests/journeys/console.ts'
import { focused } from '../../../tests/journeys/keyboard.ts'
import { errorsIn, sentBy } from '../testing/on-page.ts'
import { openConsole, phone } from '../testing/open-console.ts'

const office = await openConsole('2026-03-02')
const head = await office.officer(['unitHead'])
const security = await office.officer(['securityAdmin'])
const clerk = await office.officer(['clerk'])

const dialog = (page: Page) => page.getByRole('dialog', { name: '安排审核代理' })
const arrange = (page: Page) => dialog(page).getByRole('button', { name: '安排', exact: true })
async function choose(page: Page, label: string, option: string): Promise<void> {
  await dialog(page).getByLabel(label).click()
  await page.locator('.ant-select-item-option:visible').filter({ hasText: option }).click()
}

test('whoever reviews arranges a stand-in for themself, for days to come and with a reason; what is missing is told at its field', async () => {
  const page = await office.open(head, '/stand-ins')
  await page.getByText('没有代理安排。').waitFor()
  const open = page.getByRole('button', { name: '安排代理' })
  await open.click()
  await dialog(page).getByLabel('不在岗的审核人').isDisabled()
  await arrange(page).click()
  await expect.poll(() => errorsIn(dialog(page))).toMatchObject({ 理由: '请填写代理的理由，如出差、休假' })
  expect(Object.keys(await errorsIn(dialog(page)))).toEqual(['代理人', '理由'])
  await choose(page, '代理人', 'clerk')
  await fillDay(dialog(page), '从哪天起', '2026-03-10')
  await fillDay(dialog(page), '到哪天止', '2026-03-05')
  await dialog(page).getByLabel('理由').fill('出差')
  await arrange(page).click()
  await expect.poll(() => errorsIn(dialog(page))).toEqual({ 到哪天止: '最后一天不能早于第一天' })

  // Closed and opened again, and after a reload, what was typed is there.
  await page.keyboard.press('Escape')
  await dialog(page).waitFor({ state: 'detached' })
  await expect.poll(() => focused(page)).toContain('安排代理')
  await page.reload()
  await open.click()
  await dialog(page).getByRole('status').filter({ hasText: '以下是上次填写、还没有提交的内容。' }).waitFor()
  expect(await dialog(page).getByLabel('理由').inputValue()).toBe('出差')
  await fillDay(dialog(page), '到哪天止', '2026-03-12')
  const sent = sentBy(page)
  await dialog(page).getByLabel('理由').press('Control+Enter')
  expect(sent).toEqual([])
  await arrange(page).click()
  await page.getByText('已办理：安排审核代理').waitFor()
  expect(sent).toMatchObject([
    { body: { absentId: head.id, standInId: clerk.id, fromOn: '2026-03-10', toOn: '2026-03-12', reason: '出差' } },
  ])
  const row = page.getByRole('row').filter({ hasText: '2026-03-10' })
  expect(await row.textContent()).toContain('◐ 尚未开始')
})

test('what is refused is told in the form, which stays as it was typed; begun anew it is empty', async () => {
  const page = await office.open(head, '/stand-ins')
  await page.getByRole('button', { name: '安排代理' }).click()
  await choose(page, '代理人', 'ogihead')
  await fillDay(dialog(page), '从哪天起', '2026-03-12')
  await fillDay(dialog(page), '到哪天止', '2026-03-20')
  await dialog(page).getByLabel('理由').fill('休假')
  await arrange(page).click()
  await dialog(page).getByRole('alert').waitFor()
  expect(await dialog(page).getByLabel('理由').inputValue()).toBe('休假')
  await page.context().setOffline(true)
  await arrange(page).click()
  await dialog(page).getByRole('alert').filter({ hasText: '连接不上服务器' }).waitFor()
  await page.context().setOffline(false)
  await dialog(page).getByRole('button', { name: '关闭（保留已填内容）' }).click()
  await dialog(page).waitFor({ state: 'detached' })
  await page.getByRole('button', { name: '安排代理' }).click()
  await dialog(page).getByRole('button', { name: '重新填写' }).click()
  expect(await dialog(page).getByLabel('理由').inputValue()).toBe('')
  expect(await dialog(page).getByLabel('从哪天起').inputValue()).toBe('2026-03-02')
})

test('the security administrator arranges for anybody and ends it after being asked; who only works sees it and changes nothing', async () => {
  const page = await office.open(security, '/stand-ins')
  await page.getByRole('button', { name: '安排代理' }).click()
  await choose(page, '不在岗的审核人', 'ogihead')
  // Whoever administers stands in for nobody.
  await dialog(page).getByLabel('代理人').click()
  const offered = await page.locator('.ant-select-item-option:visible').allTextContents()
  expect(offered.some((words) => words.includes('securityadmin'))).toBe(false)
  await page.locator('.ant-select-item-option:visible').filter({ hasText: 'leader' }).click()
  await dialog(page).getByLabel('理由').fill('培训')
  await arrange(page).click()
  const row = page.getByRole('row').filter({ hasText: '培训' })
  await row.getByText('● 正在代理').waitFor()

  const looking = await office.open(clerk, '/stand-ins', { viewport: phone })
  await heading(looking, '审核代理')
  await looking.getByText('leader 代 ogihead').waitFor()
  expect(await looking.getByRole('button', { name: /^(安排|结束)/ }).count()).toBe(0)

  await row.getByRole('button', { name: '结束leader对ogihead的代理' }).click()
  await page.getByText('leader立即不能再代ogihead审核，已签的不变。').waitFor()
  await page.keyboard.press('Escape')
  await row.getByText('● 正在代理').waitFor()
  await row.getByRole('button', { name: '结束leader对ogihead的代理' }).click()
  await page.getByRole('button', { name: '结束代理' }).click()
  await page.getByText('代理已结束').waitFor()
  await row.getByText('○ 提前结束').waitFor()
  expect(await row.getByRole('button').count()).toBe(0)
})
