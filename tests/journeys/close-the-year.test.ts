import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { plainDate } from '../../src/days/plain-date.ts'
import { inOrgan } from '../../src/db/organ.ts'
import { confirmAll } from '../../src/ledgers/years/testing/confirm-all.ts'
import { expectCalmAndAccessible, heading, type Login, openOffice } from './console.ts'

const office = await openOffice()

const part = (page: Page, name: RegExp) => page.getByRole('tab', { name }).click()

/** Takes the step that is next; `fill` answers what it asks. */
async function next(
  page: Page,
  label: string,
  fill: (form: ReturnType<Page['locator']>) => Promise<unknown> = async () => {},
) {
  await page.getByRole('button', { name: label, exact: true }).first().click()
  const form = page.getByRole('dialog', { name: new RegExp(`^${label}`) })
  await form.waitFor()
  await expectCalmAndAccessible(page)
  await fill(form)
  await form.getByRole('button', { name: label, exact: true }).click()
  await form.waitFor({ state: 'detached' })
}

async function open(login: Login): Promise<Page> {
  const page = await office.signIn(login)
  await page.goto(new URL('/console/annual-reports/2025', page.url()).href)
  await heading(page, '2025年度报告')
  return page
}

async function sign(login: Login): Promise<void> {
  const page = await open(login)
  await next(page, '审核同意', async (form) => {
    for (const box of await form.getByRole('checkbox').all()) await box.check()
  })
  await page.context().close()
}

test('the year is closed in the console: words, a figure from elsewhere, three signatures, publication; a correction beside it', async () => {
  office.dawn('2026-01-20')
  await inOrgan(office.db, office.organ().id, (tx) => confirmAll(tx, office.organ(), 2025, plainDate('2026-01-20')))
  const clerk = await office.signIn('wang')
  await clerk.goto(new URL('/console/annual-reports', clerk.url()).href)
  await heading(clerk, '年度报告')
  await expectCalmAndAccessible(clerk)
  await clerk.getByRole('link', { name: '2025年度' }).click()
  await clerk.getByRole('button', { name: '开始编制' }).click()
  await clerk.getByText('编制中').first().waitFor()
  await expectCalmAndAccessible(clerk)

  // What another system counted is stated with its source, and the sheet says so.
  await clerk.getByRole('button', { name: /“行政处罚”行/ }).click()
  await clerk.getByRole('button', { name: '不按台账，另行填报' }).click()
  const stating = clerk.getByRole('dialog', { name: '另行填报' })
  await stating.getByLabel('数', { exact: true }).fill('12')
  await stating.getByLabel('为什么不按台账的数').fill('处罚在执法办案系统登记')
  await stating.getByLabel('数的来源').fill('执法办案系统年度统计表')
  await expectCalmAndAccessible(clerk)
  await stating.getByRole('button', { name: /填\s*报/ }).click()
  await stating.waitFor({ state: 'detached' })
  await clerk.keyboard.press('Escape')
  await clerk.getByRole('button', { name: /“行政处罚”行.*：12，填报数/ }).waitFor()

  // Words are the organ's own; a number of the registers stands in them as it will be printed.
  await part(clerk, /^文字/)
  const problems = clerk.getByRole('textbox', { name: '五、存在的主要问题及改进情况' })
  await problems.click()
  await clerk.keyboard.press('ControlOrMeta+A')
  await clerk.keyboard.type('存在的主要问题：一是统计数据解读材料偏少。改进措施：每月发布一篇解读。')
  await clerk
    .getByText(/已于 .* 保存/)
    .first()
    .waitFor()
  await expectCalmAndAccessible(clerk)
  await part(clerk, /^检查/)
  await expectCalmAndAccessible(clerk)
  await next(clerk, '送审')
  await clerk.getByText('审核中').first().waitFor()
  for (const login of ['zhao', 'li', 'ma'] as const) await sign(login)

  await clerk.reload()
  await clerk.getByText('审签完毕，待公布').first().waitFor()
  await part(clerk, /^审签/)
  await expectCalmAndAccessible(clerk)
  await next(clerk, '公布')
  await clerk.getByRole('link', { name: '网站上的报告' }).waitFor()
  const reader = await office.visit('/shili-tjj/annual-reports/2025')
  const text = await reader.locator('main').textContent()
  expect(text).toContain('一是统计数据解读材料偏少')
  expect(await reader.locator('[data-table="proactive"]').textContent()).toContain('12')

  // A correction goes the same way, with its reason before the public.
  await clerk.getByRole('button', { name: '更正这份报告' }).click()
  const correcting = clerk.getByRole('dialog', { name: '更正年度报告' })
  await correcting.getByLabel('更正了什么、为什么').fill('执法办案系统补报一件处罚')
  await correcting.getByRole('button', { name: '开始更正' }).click()
  await clerk.getByText('更正已公布的报告：执法办案系统补报一件处罚').waitFor()
})
