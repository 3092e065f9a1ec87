import { expect, test } from 'vitest'
import { heading } from '../../../../tests/journeys/console.ts'
import { plainDate } from '../../../days/plain-date.ts'
import { openConsole, phone } from '../../testing/open-console.ts'
import { recordsOf } from '../../testing/records-of.ts'

const office = await openConsole('2026-11-24')
const records = await recordsOf(office)
const clerk = await office.officer(['clerk'])
const unitHead = await office.officer(['unitHead'])

const view = (page: Awaited<ReturnType<typeof office.open>>, name: string) =>
  page.getByRole('navigation', { name: '查看' }).getByRole('link', { name, exact: true })

test('each view that is empty says what would stand there; a search without a find is cleared by a button', async () => {
  const page = await office.open(clerk, '/records')
  await page.getByText('没有等您办理的信息').waitFor()
  await page.getByText('轮到您拟稿、审核或者发布的信息会出现在这里。').waitFor()
  for (const [name, empty] of [
    ['办理中', '没有正在办理的信息'],
    ['超期', '没有超期的信息'],
    ['已发布', '还没有发布过信息'],
    ['全部', '点“新建”开始拟稿。'],
  ] as const) {
    await view(page, name).click()
    await page.getByText(empty).waitFor()
    expect(await view(page, name).getAttribute('aria-current')).toBe('page')
  }
  expect(new URL(page.url()).search).toBe('?view=all')
  const search = page.getByLabel('在列表中查找')
  await search.fill(' 普查 ')
  await search.press('Enter')
  await page.getByText('没有找到“普查”').waitFor()
  expect(new URL(page.url()).searchParams.get('q')).toBe('普查')
  await page.getByRole('button', { name: '清除查找条件' }).click()
  await page.getByText('还没有信息').waitFor()
  expect(await search.inputValue()).toBe('')
  expect(new URL(page.url()).search).toBe('?view=all')
  await view(page, '待我办理').click()
  await page.getByText('没有等您办理的信息').waitFor()
  expect(new URL(page.url()).search).toBe('?view=mine')
})

test('whoever reviews begins nothing, and who administers sees no list', async () => {
  const head = await office.open(unitHead, '/records')
  await head.getByText('没有等您办理的信息').waitFor()
  expect(await head.getByRole('button', { name: '新建' }).count()).toBe(0)
  const system = await office.open(await office.officer(['systemAdmin']), '/records')
  await heading(system, '您没有权限查看这一页')
  await system.getByText('如工作需要，请安全管理员调整您的角色。').waitFor()
})

test('the dialog of a new record offers types by group, is left by Esc without a trace, and says why nothing was begun', async () => {
  const page = await office.open(clerk, '/records?view=all')
  const begin = page.getByRole('button', { name: '新建' })
  const dialog = page.getByRole('dialog', { name: '新建：要公开的是什么' })
  await begin.click()
  await dialog.getByRole('region').first().waitFor()
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'hidden' })
  await begin.and(page.locator(':focus')).waitFor()
  await page.getByText('还没有信息').waitFor()

  await page.keyboard.press('Enter')
  await page.context().setOffline(true)
  await dialog.getByRole('button', { name: /^通知公告/ }).click()
  await dialog.getByRole('alert').filter({ hasText: '连接不上服务器' }).waitFor()
  await page.context().setOffline(false)
  await dialog.getByRole('button', { name: /^通知公告/ }).click()
  await page.waitForURL(/\/records\/[^/]+\/editions\/1$/)
  await heading(page, '（还没有标题）')
  await page.goBack()
  await page.getByRole('link', { name: '（还没有标题）' }).waitFor()
  expect(await page.getByRole('row').count()).toBe(2)
})

test('of twenty-three records two pages; page, view and words stand in the address, and the way back leads there', async () => {
  for (let number = 1; number <= 22; number += 1)
    await records.draft({ title: `第${number}号普查公告`, madeOn: plainDate('2026-11-20') })
  const page = await office.open(clerk, '/records?view=open')
  await page.getByText('共 23 条').waitFor()
  expect(await page.getByRole('row').count()).toBe(21)
  await page.getByRole('listitem', { name: '2', exact: true }).click()
  await page.waitForURL(/[?&]page=2/)
  await page.waitForFunction(() => document.querySelectorAll('tbody tr.ant-table-row').length === 3)
  // The whole row leads where its link leads.
  const row = page.locator('tbody tr.ant-table-row').first()
  const title = (await row.getByRole('link').textContent()) ?? ''
  await row.getByRole('cell').nth(1).click()
  await heading(page, title)
  await page.goBack()
  await page.getByText('共 23 条').waitFor()
  expect(new URL(page.url()).search).toBe('?view=open&page=2')
  // Other words, and another view, begin at the first page; the words stay in the other view.
  await page.getByLabel('在列表中查找').fill('第1号')
  await page.getByLabel('在列表中查找').press('Enter')
  await page.getByText('共 1 条').waitFor()
  expect(decodeURI(new URL(page.url()).search)).toBe('?view=open&q=第1号')
  await view(page, '全部').click()
  await page.waitForURL(/view=all/)
  expect(decodeURI(new URL(page.url()).search)).toContain('q=第1号')
  await page.reload()
  await page.getByText('共 1 条').waitFor()
  expect(await page.getByLabel('在列表中查找').inputValue()).toBe('第1号')
})

test('a row says whose turn it is and by when; a late one is marked by shape as well as by colour', async () => {
  await records.putUp({ title: '送审的公告' })
  await records.draft({ title: '拟晚了的公告', madeOn: plainDate('2026-10-20') })
  await records.publish({ title: '已经公开的公告' })
  const page = await office.open(clerk, '/records?view=all&q=的公告')
  const row = (title: string) => page.getByRole('row').filter({ hasText: title })
  await row('送审的公告').getByText('科室负责人', { exact: true }).waitFor()
  expect(await row('送审的公告').textContent()).toContain('审核中')
  await row('拟晚了的公告').getByText('■').waitFor()
  expect(await row('拟晚了的公告').getAttribute('class')).toContain('due-late')
  expect(await row('已经公开的公告').textContent()).toMatch(/已发布.*2026-11-24 09:00发布/)
  const mine = await office.open(unitHead, '/records')
  const waiting = mine.getByRole('row').filter({ hasText: '送审的公告' })
  await waiting.getByText('轮到您（科室负责人）').waitFor()
  expect(await mine.getByRole('row').count()).toBe(2)
  await waiting.getByRole('link').click()
  await heading(mine, '送审的公告')
})

test('on a phone the same list is cards, each a link, with its paging', async () => {
  const page = await office.open(clerk, '/records?view=all', { viewport: phone })
  await page.getByRole('listitem').filter({ hasText: '拟晚了的公告' }).waitFor()
  expect(await page.getByRole('row').count()).toBe(0)
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
  const card = page.getByRole('link', { name: /拟晚了的公告/ })
  expect(await card.textContent()).toMatch(/拟稿.*发布期限/)
  await page.getByTitle('下一页').click()
  await page.waitForURL(/page=2/)
  await page.goBack()
  await card.click()
  await heading(page, '拟晚了的公告')
})
