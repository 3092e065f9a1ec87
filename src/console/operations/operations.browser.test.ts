import { expect, test } from 'vitest'
import { heading } from '../../../tests/journeys/console.ts'
import { inOrgan } from '../../db/organ.ts'
import { queueMail } from '../../mail/outbox.ts'
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

test('what waits and was never tried, for want of a way out, is told as that', async () => {
  const { organ, owner, db } = office
  await inOrgan(db, organ.id, (tx) => queueMail(tx, organ.id, { to: 'a@shili.gov.cn', subject: '提醒', body: '到期' }))
  const page = await office.open(admin, '/operations')
  const outbox = page.getByRole('region', { name: '待发出的' })
  await outbox.getByText('等待发出1件').waitFor()
  expect(await outbox.getByText('等了很久').count()).toBe(0)
  await owner
    .updateTable('outbox')
    .set({ queuedAt: new Date(Date.now() - 3_600_000) })
    .execute()
  await page.reload()
  await outbox.getByText('等了很久还没有试过').waitFor()
})
