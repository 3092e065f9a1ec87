import { expect, test } from 'vitest'
import { heading } from '../../../../tests/journeys/console.ts'
import { loadRows } from '../../testing/load-rows.ts'
import { openConsole, phone } from '../../testing/open-console.ts'

const office = await openConsole('2026-11-24')
const clerk = await office.officer(['clerk'])

const aReceipt = (receiptNumber: string, item: string, collectedOn: string, amount: string) => ({
  receiptNumber,
  item,
  collectedOn,
  amount,
})

test('without a receipt the page says what to do of a year without fees; who only reads enters none', async () => {
  const page = await office.open(await office.officer(['unitHead']), '/ledgers/fees')
  await page.getByText('还没有登记过票据。没有收费的年度，请在“年度台账情况”中确认为零。').waitFor()
  await page.getByText('没有登记2026年的票据').waitFor()
  expect(await page.getByRole('button', { name: '登记票据' }).count()).toBe(0)
})

test('sums by year and item lead to their receipts; item, words and page stand in the address', async () => {
  await loadRows(office, {
    administrativeFees: [
      ...Array.from({ length: 21 }, (_, at) => aReceipt(`考${at + 1}`, '考试考务费', '2026-05-06', '10000.10')),
      aReceipt('退1', '考试考务费', '2026-06-01', '-0.10'),
      aReceipt('证1', '证照工本费', '2026-06-02', '5'),
      aReceipt('旧1', '考试考务费', '2025-06-02', '7'),
    ],
  })
  const page = await office.open(clerk, '/ledgers/fees')
  const sums = page.getByRole('region', { name: '逐年合计' })
  await sums.getByRole('row').nth(5).waitFor()
  const lines = await sums.getByRole('row').allTextContents()
  expect(lines.slice(1, 4)).toEqual([
    '2026年合计23210007.0021.0007',
    '考试考务费22210002.0021.0002',
    '证照工本费15.000.0005',
  ])
  const list = page.getByRole('region', { name: '票据清单' })
  await list.getByText('共 23 张').waitFor()
  await list.getByText('合计 210007.00 元').waitFor()
  await sums.getByRole('link', { name: '2026年考试考务费的票据，打开清单' }).click()
  await list.getByText('只看：考试考务费').waitFor()
  await list.getByText('共 22 张').waitFor()
  await list.getByRole('listitem', { name: '2', exact: true }).click()
  await page.waitForURL(/page=2/)
  await page.reload()
  await list.getByText('共 22 张').waitFor()
  expect(await list.locator('tbody tr.ant-table-row').count()).toBe(2)
  await list.getByRole('button', { name: '看全部' }).click()
  await list.getByText('共 23 张').waitFor()
  expect(new URL(page.url()).search).toBe('?year=2026')
  await list.getByLabel('在列表中查找').fill('证')
  await list.getByLabel('在列表中查找').press('Enter')
  await list.getByText('共 1 张').waitFor()
  await list.getByLabel('在列表中查找').fill('没有的')
  await list.getByLabel('在列表中查找').press('Enter')
  await list.getByText('没有这样的票据').waitFor()
  await sums.getByRole('link', { name: '2025年的票据，打开清单' }).click()
  await list.getByRole('heading', { name: /^2025年的票据/ }).waitFor()
  await list.getByRole('link', { name: '票据旧1，打开登记' }).click()
  await heading(page, '旧1')
  await page.getByRole('button', { name: '回到清单' }).click()
  await heading(page, '行政事业性收费')
})

test('on a phone receipts are cards, the amount under its name, and nothing scrolls sideways', async () => {
  const page = await office.open(clerk, '/ledgers/fees?year=2026&q=退1', { viewport: phone })
  const card = page.getByRole('region', { name: '票据清单' }).getByRole('listitem').filter({ hasText: '退1' })
  await card.waitFor()
  expect(await card.locator('dl').textContent()).toMatch(/金额（元）\s*退费\s*-0\.10/)
  await page.getByText('共 1 张').waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
})
