import { expect, test } from 'vitest'
import { heading } from '../../../tests/journeys/console.ts'
import { openConsole, phone } from '../testing/open-console.ts'

const office = await openConsole()
const admin = await office.officer(['systemAdmin'])

test('each concern stands in a panel of its own: one that cannot be read says so and leaves the others alone', async () => {
  const page = await office.open(admin, '/', { viewport: phone })
  await page.route('**/api/console/jobs', (route) => route.abort())
  await page.getByRole('button', { name: '打开导航' }).click()
  await page.getByRole('dialog').getByRole('link', { name: '运行状况' }).click()
  await heading(page, '运行状况')
  // A database of others is backed up by others: nothing is offered here that would not work.
  await page.getByRole('region', { name: '备份' }).getByText('本系统使用外部数据库').waitFor()
  expect(await page.getByRole('button', { name: '现在验证一次' }).count()).toBe(0)
  await page.getByRole('region', { name: '待发出的' }).getByText('没有等待发出的').waitFor()
  const jobs = page.getByRole('region', { name: '定时工作' })
  await jobs.getByText('连接不上服务器').first().waitFor()
  await page.unroute('**/api/console/jobs')
  await jobs.getByRole('button', { name: '重试' }).click()
  await jobs.getByRole('columnheader', { name: '状况' }).waitFor()
  await jobs.getByText('连接不上服务器').waitFor({ state: 'detached' })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width)
})

test('whoever works on cases is told that this is for others', async () => {
  const page = await office.open(await office.officer(['clerk']), '/operations')
  await heading(page, '您没有权限查看这一页')
})
