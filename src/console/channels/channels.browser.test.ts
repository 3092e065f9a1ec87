import { expect, test } from 'vitest'
import { heading } from '../../../tests/journeys/console.ts'
import { aText } from '../../disclosure/testing/a-record.ts'
import { loadRows } from '../testing/load-rows.ts'
import { errorsIn, sentBy } from '../testing/on-page.ts'
import { openConsole, phone } from '../testing/open-console.ts'
import { recordsOf } from '../testing/records-of.ts'

const office = await openConsole('2026-11-24')
const records = await recordsOf(office)
const clerk = await office.officer(['clerk'])
const head = await office.officer(['ogiHead'])

test('a channel that is entered stands there without publications; entered twice it is the same one', async () => {
  const page = await office.open(clerk, '/channels')
  await page.getByText('还没有发布过信息，也没有登记过渠道。').waitFor()
  await page.getByText('平台上的发布自动登记；其他渠道的点“导入、粘贴发布信息”。').waitFor()
  const enter = page.getByRole('button', { name: '登记渠道' })
  const form = page.getByRole('dialog', { name: '登记渠道' })
  await enter.click()
  await form.getByRole('button', { name: '登记', exact: true }).click()
  await expect.poll(async () => Object.keys(await errorsIn(form))).toEqual(['渠道名称'])
  await form.getByLabel('渠道名称').fill('示例发布')
  await page.keyboard.press('Enter')
  await page.getByText('已办理：登记渠道').waitFor()
  await page.getByText('还没有发布信息的渠道：').waitFor()
  await enter.click()
  await form.getByLabel('渠道名称').fill('示例发布')
  await page.keyboard.press('Enter')
  await form.waitFor({ state: 'hidden' })
  expect(await page.getByRole('link', { name: '示例发布' }).count()).toBe(1)
})

test('a publication is entered for another channel with day and address, and taken down again; views and counts follow', async () => {
  await records.publish({ title: '全民阅读活动的公告' })
  const page = await office.open(clerk, '/channels')
  const sent = sentBy(page)
  const counts = page.getByRole('region', { name: '各渠道发布条数' })
  const list = page.getByRole('region', { name: '发布台账' })
  const act = async (label: string, row = 0) => {
    await list.getByRole('button', { name: '办理全民阅读活动的公告' }).nth(row).click()
    await page.getByRole('menuitem', { name: label }).click()
  }
  await act('登记到其他渠道')
  const form = page.getByRole('dialog', { name: '登记到其他渠道' })
  await form.getByText('“全民阅读活动的公告”2026-11-24在平台发布。').waitFor()
  await form.getByLabel('发布日期').fill('2026-11-23')
  await form.getByLabel('发布日期').press('Tab')
  await form.getByText(/不能早于2026年11月24日/).waitFor()
  await form.getByLabel('发布日期').fill('2026-11-24')
  await form.getByRole('button', { name: '登记', exact: true }).click()
  await expect.poll(async () => Object.keys(await errorsIn(form))).toEqual(['渠道'])
  await form.getByRole('combobox', { name: '渠道' }).click()
  await page.getByTitle('示例发布（微信公众号）').click()
  // An account of this kind has an address for each publication: only the server knows.
  await form.getByRole('button', { name: '登记', exact: true }).click()
  await form.getByRole('alert').first().waitFor()
  await form.getByLabel('网址').fill('https://mp.weixin.example/s/1')
  await form.getByRole('button', { name: '登记', exact: true }).click()
  await form.waitFor({ state: 'hidden' })
  await counts.getByRole('link', { name: '示例发布2026年1条，打开清单' }).click()
  await list.getByText('示例发布（微信公众号）').waitFor()
  await list.getByText('共 1 条').waitFor()
  expect(sent.at(-1)?.body).toMatchObject({
    publishedOn: '2026-11-24',
    url: 'https://mp.weixin.example/s/1',
    title: '',
  })
  await act('登记撤下')
  const down = page.getByRole('dialog', { name: '登记撤下' })
  await down.getByRole('button', { name: '登记', exact: true }).click()
  await list.getByText('2026-11-24 至 2026-11-24').waitFor()
  await list.getByRole('link', { name: '正在公开' }).click()
  await list.getByText('按现在的筛选没有找到，可以减少条件').waitFor()
  expect(new URL(page.url()).searchParams.get('view')).toBe('standing')
  await list.getByRole('button', { name: '清除筛选条件' }).click()
  await list.getByText('共 1 条').waitFor()
  expect(new URL(page.url()).search).toBe('?view=standing')
})

test('a publication that was marked original wrongly is put right with a reason, and waits for a second person', async () => {
  const page = await office.open(clerk, '/channels?q=阅读')
  const list = page.getByRole('region', { name: '发布台账' })
  await list.getByRole('button', { name: /^办理/ }).first().click()
  await page.getByRole('menuitem', { name: '更正原创、转载' }).click()
  const form = page.getByRole('dialog', { name: '更正原创、转载' })
  await form.getByRole('radio', { name: '转载' }).check()
  await form.getByRole('button', { name: '保存' }).click()
  await expect.poll(async () => Object.keys(await errorsIn(form))).toEqual(['理由'])
  await form.getByLabel('理由').fill('转自省局网站')
  await form.getByLabel('理由').press('Enter')
  await page.getByText('已提出，等待另一人复核；复核以前仍以原来登记的为准').waitFor()
  await list.getByRole('row').nth(1).getByText('原创').waitFor()
  const reader = await office.open(head, '/channels?q=阅读', { viewport: phone })
  await reader.getByText('共 2 条').waitFor()
  expect(await reader.getByRole('button', { name: /^办理/ }).count()).toBe(0)
  expect(await reader.getByRole('button', { name: '登记渠道' }).count()).toBe(0)
  expect(await reader.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
})

test('of many publications the pages are turned in the address, and other conditions begin at the first', async () => {
  await loadRows(office, {
    publications: Array.from({ length: 25 }, (_, at) => ({
      channelKind: 'wechat',
      channelName: '示例发布',
      title: `推送${at + 1}`,
      publishedOn: '2025-05-06',
      originality: 'original',
      url: `https://mp.weixin.example/s/old${at}`,
    })),
  })
  const page = await office.open(clerk, '/channels?from=2025-01-01&to=2025-12-31')
  const list = page.getByRole('region', { name: '发布台账' })
  await list.getByText('共 25 条').waitFor()
  await list.getByRole('listitem', { name: '2', exact: true }).click()
  await page.waitForURL(/page=2/)
  await list.getByLabel('在列表中查找').fill('推送7')
  await list.getByLabel('在列表中查找').press('Enter')
  await list.getByText('共 1 条').waitFor()
  expect(decodeURI(new URL(page.url()).search)).toBe('?from=2025-01-01&to=2025-12-31&q=推送7')
  await page.goBack()
  await list.getByText('共 25 条').waitFor()
  expect(new URL(page.url()).search).toBe('?from=2025-01-01&to=2025-12-31&page=2')
})

test('what was published before in the same words is listed to be looked at, and struck off with a reason', async () => {
  const text = aText('为进一步推进全民阅读，定于本月举办读书月活动，现将有关事项公告如下，请各单位做好准备工作。')
  await records.publish({ title: '关于举办读书月活动的公告', text })
  await records.publish({ title: '关于举办读书月活动的公告', text })
  const page = await office.open(clerk, '/channels/originality')
  await heading(page, '原创与转载')
  const flags = page.getByRole('region', { name: '需要核对' })
  const row = flags.getByRole('row').filter({ hasText: '关于举办读书月活动的公告' })
  await row.getByText('正文 100%').waitFor()
  await flags.getByRole('button', { name: '核对关于举办读书月活动的公告' }).click()
  const form = page.getByRole('dialog', { name: '更正原创、转载' })
  await form.getByRole('radio', { name: '原创' }).check()
  await form.getByLabel('理由').fill('本机关两次制作')
  await form.getByLabel('理由').press('Enter')
  await form.waitFor({ state: 'hidden' })
  await flags.getByText('没有标为原创而与此前信息大体相同的').waitFor()
  const shares = page.getByRole('region', { name: '原创占比' })
  await shares.getByRole('combobox', { name: '年度' }).click()
  await page.getByTitle('2024年').click()
  await shares.getByText('2024年没有发布信息。').waitFor()
  expect(new URL(page.url()).search).toBe('?year=2024')
})
