import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { heading } from '../../../../tests/journeys/console.ts'
import { openConsole, phone } from '../../testing/open-console.ts'
import { requestsOf } from '../../testing/requests-of.ts'

const office = await openConsole('2026-03-02')
const { register, take } = requestsOf(office)
const clerk = await office.officer(['clerk'])

const views = (page: Page) => page.getByRole('navigation', { name: '查看' })
const numbers = (page: Page) => page.getByRole('table').getByRole('link').allTextContents()
const query = (page: Page) => decodeURIComponent(new URL(page.url()).search)

test('a list with nothing in it says what would stand there, view by view', async () => {
  const page = await office.open(clerk, '/requests')
  for (const [view, words] of [
    ['全部', '还没有申请'],
    ['待办', '没有待办的申请新的申请登记后会出现在这里。'],
    ['待确认收到', '没有等待确认的申请平常信函、传真和网上的申请要与申请人确认收到之日。'],
    ['审批中', '没有正在审批的答复'],
    ['已办结', '还没有办结的申请'],
  ] as const) {
    await views(page).getByRole('link', { name: view, exact: true }).click()
    await page.locator('.empty').filter({ hasText: words }).waitFor()
    expect(await views(page).locator('[aria-current=page]').textContent()).toBe(view)
  }
  expect(query(page)).toBe('?view=concluded')
  await page.getByLabel('在列表中查找').fill(' 不在 ')
  await page.keyboard.press('Enter')
  await page.getByText('没有找到“不在”').waitFor()
  expect(query(page)).toBe('?view=concluded&q=不在')
  await page.getByRole('button', { name: '清除查找条件' }).click()
  await page.getByText('还没有办结的申请').waitFor()
  expect(await page.getByLabel('在列表中查找').inputValue()).toBe('')
})

test('page, view and words are in the address: reloaded, sent to others, and on the way back one stands where one stood', async () => {
  await register({ pieces: Array.from({ length: 21 }, (_, index) => `第${index + 1}个路段改造项目的批复文件`) })
  const page = await office.open(clerk, '/requests')
  await page.getByText('共 21 件').waitFor()
  expect(await numbers(page)).toHaveLength(20)
  await page.getByRole('listitem', { name: '2', exact: true }).click()
  await expect.poll(() => numbers(page)).toHaveLength(1)
  expect(query(page)).toBe('?page=2')
  const last = await numbers(page)

  await page.reload()
  await expect.poll(() => numbers(page)).toEqual(last)
  await page.getByRole('link', { name: last[0] ?? '', exact: true }).click()
  await heading(page, new RegExp(`^${last[0]}`))
  await page.goBack()
  await expect.poll(() => numbers(page)).toEqual(last)

  // Looking for words begins at the first page of what is found, and the view stays.
  await views(page).getByRole('link', { name: '待办' }).click()
  await views(page).locator('[aria-current=page]', { hasText: '待办' }).waitFor()
  await page.getByLabel('在列表中查找').fill('第17个路段')
  await page.keyboard.press('Enter')
  await page.getByText('共 1 件').waitFor()
  expect(query(page)).toBe('?view=queue&q=第17个路段')
  // Anywhere on the row leads to the case, not on the link alone.
  await page.getByText('第17个路段改造项目的批复文件').click()
  await heading(page, /17号/)
  await page.goBack()
  await page.getByText('共 1 件').waitFor()
  expect(await page.getByLabel('在列表中查找').inputValue()).toBe('第17个路段')
})

test('an address that somebody wrote wrongly is told as such, and cleared with one click', async () => {
  const page = await office.open(clerk, '/requests?page=0.5&q=路段')
  await heading(page, '查找的条件有误')
  await page.getByText('网址中问号后面的内容或者填写的条件无法识别').waitFor()
  expect(await page.getByRole('button', { name: '重试' }).count()).toBe(0)
  await page.getByRole('button', { name: '清除条件' }).click()
  await page.getByText('共 21 件').waitFor()
  expect(query(page)).toBe('')
})

test('on a phone the list is cards that say the same, turned page by page, and nothing is wider than the screen', async () => {
  const page = await office.open(clerk, '/requests', { viewport: phone })
  const cards = page.getByRole('main').locator('.cards > li')
  await cards.first().waitFor()
  expect(await cards.count()).toBe(20)
  expect(await cards.first().textContent()).toMatch(
    /〔2026〕\d+号.*路段改造项目的批复文件.*还剩 20 个工作日.*张\* · 未分办/,
  )
  await page.getByRole('listitem', { name: '下一页' }).click()
  await expect.poll(() => cards.count()).toBe(1)
  expect(query(page)).toBe('?page=2')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width)
})

test('what is late is told in words and shape, what waits for a confirmation has no period, and both are in the queue', async () => {
  await register({ channel: 'fax', pieces: ['传真来的一件'] })
  office.dawn('2026-03-31')
  const page = await office.open(clerk, '/requests?view=queue')
  const row = (words: string) => page.getByRole('row').filter({ hasText: words })
  expect(await row('第1个路段').textContent()).toContain('■ 已逾期 1 个工作日3月30日')
  expect(await row('第1个路段').getAttribute('class')).toContain('due-late')
  await views(page).getByRole('link', { name: '待确认收到' }).click()
  await page.getByText('共 1 件').waitFor()
  expect(await row('传真来的一件').textContent()).toContain('待确认收到')
})

test('whoever takes nothing down is not offered it, is told so at its address, and who has no role reads where to get one', async () => {
  const head = await office.open(await office.officer(['unitHead']), '/requests')
  await heading(head, '全部申请')
  expect(await head.getByRole('main').getByRole('button', { name: '登记申请' }).count()).toBe(0)
  expect(await head.getByRole('link', { name: '登记申请' }).count()).toBe(0)
  await head.goto(new URL('/console/requests/new', head.url()).href)
  await heading(head, '您没有权限查看这一页')
  await head.getByText('这一页由其他角色办理。').waitFor()
  await head.getByRole('button', { name: '回到首页' }).click()
  await heading(head, '工作台')

  const nobody = await office.open(await office.officer([], 'wuquan'), '/')
  await nobody.getByText('您的账号还没有角色').waitFor()
})

test('what is chosen stands in the address, is exported, and comes back as a view of one’s own; the heads order the list', async () => {
  const page = await office.open(clerk, '/requests')
  await page.getByRole('button', { name: /^筛选/ }).click()
  await page.getByRole('button', { name: '本年' }).click()
  await expect.poll(() => query(page)).toBe('?from=2026-01-01&to=2026-12-31')
  await page.getByLabel('渠道').fill('传真')
  await page.getByLabel('渠道').press('Enter')
  await page.getByText('共 1 件').waitFor()
  await page.getByRole('columnheader', { name: /期限/ }).click()
  await expect.poll(() => query(page)).toBe('?from=2026-01-01&to=2026-12-31&channel=fax&sort=dueOn')
  const exported = page.getByRole('link', { name: '导出 Excel' })
  const [download] = await Promise.all([page.waitForEvent('download'), exported.click()])
  expect(download.suggestedFilename()).toMatch(/导出1件.*\.xlsx$/)

  await page.getByRole('button', { name: /^我的视图/ }).click()
  await page.getByLabel('把现在的筛选和排序存为').fill('今年传真')
  await page.getByLabel('打开列表时默认用它').check()
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await page.getByRole('link', { name: '今年传真' }).waitFor()
  await page.goto(new URL('/console/requests', page.url()).href)
  await expect.poll(() => new URL(page.url()).searchParams.get('channel')).toBe('fax')
  await page.getByText('共 1 件').waitFor()
  await page.getByRole('button', { name: '清除筛选' }).click()
  await expect.poll(() => new URL(page.url()).searchParams.get('channel')).toBe(null)
})

test('several are given to one unit at once; what may not be given stays, and is told with its reason', async () => {
  const given = await register({ pieces: ['一并交办的事项甲'] })
  const over = await register({ pieces: ['一并交办的事项乙'] })
  const page = await office.open(clerk, '/requests?q=一并交办')
  for (const { number } of [given, over])
    await page.getByRole('row', { name: number }).getByRole('checkbox', { name: '选中这一件' }).check()
  await page.getByText('已选2件').waitFor()
  await page.getByRole('button', { name: '交办' }).click()
  await take(await office.officer(['clerk']), over, 'withdraw', { on: over.arrivedOn, evidence: '当面交来撤回书' })
  const dialog = page.getByRole('dialog', { name: '交办2件申请' })
  await dialog.getByLabel('承办科室').click()
  await page.keyboard.press('Enter')
  await dialog.getByRole('button', { name: '交办', exact: true }).click()
  await dialog.getByText(`已交办1件，下列1件没有交办。${over.number}`).waitFor()
  await dialog.getByText(`还没有交办的：${over.number}`).waitFor()
  await dialog.getByRole('button', { name: /^关闭/ }).first().click()
  await dialog.waitFor({ state: 'hidden' })
  await page.getByRole('row', { name: given.number }).getByText('未分办').waitFor({ state: 'detached' })
  expect(await page.getByText(/^已选/).count()).toBe(0)
  expect(await page.getByRole('row', { name: over.number }).getByText('未分办').count()).toBe(1)
})
