import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { plainDate } from '../../src/days/plain-date.ts'
import { inOrgan } from '../../src/db/organ.ts'
import { confirmAll } from '../../src/ledgers/years/testing/confirm-all.ts'
import { anOffice } from '../../src/organs/testing/officers.ts'
import { confirmStep, expectCalmAndAccessible, heading, openOffice, sendBackPenalties } from './console.ts'
import { part, signReport } from './reports.ts'

const office = await openOffice()

/** A file of one receipt, chosen for import: what it would change of the frozen year is shown, and it is left. */
async function importLate(page: Page): Promise<void> {
  await page.goto(new URL('/console/ledgers/imports/new?ledger=administrativeFees', page.url()).href)
  const buffer = Buffer.from('票据号码,收费项目,收费日期,金额（元）\nA1,考试考务费,2025-06-12,52000\n')
  await page.locator('input[type=file]').first().setInputFiles({ name: '补录.csv', mimeType: 'text/csv', buffer })
  await page.getByText(/2025年度报告已经定稿，导入后其中的数字与台账不一致/).waitFor()
  const moved = /“行政事业性收费”行.*由0变为5\.2/
  await page.getByText(moved).first().waitFor()
  await expectCalmAndAccessible(page)
  expect(await office.owner.selectFrom('administrativeFees').select('receiptNumber').execute()).toEqual([])
}

const statePenalties = async (page: Page, button: RegExp, count: string) => {
  await page.getByRole('button', { name: button }).click()
  await page.getByRole('button', { name: /^(不按台账，另行填报|修改填报数)$/ }).click()
  const stating = page.getByRole('dialog', { name: '另行填报' })
  await stating.getByLabel('数', { exact: true }).fill(count)
  await stating.getByLabel('为什么不按台账的数').fill('处罚在执法办案系统登记')
  await stating.getByLabel('数的来源').fill('执法办案系统年度统计表')
  await expectCalmAndAccessible(page)
  await stating.getByRole('button', { name: /填\s*报/ }).click()
  await stating.waitFor({ state: 'detached' })
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: new RegExp(`“行政处罚”行.*：${count}，填报数`) }).waitFor()
}

const writeProblems = async (page: Page, words: string) => {
  const problems = page.getByRole('textbox', { name: '五、存在的主要问题及改进情况' })
  await problems.click()
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type(words)
  await page
    .getByText(/已于 .* 保存/)
    .first()
    .waitFor()
}

test('the whole year: draft, words, a finding mended, three signatures, a late import left, publication, filing, return, correction, acceptance, roll-up', async () => {
  office.dawn('2026-01-20')
  const above = await anOffice(office.db, { slug: 'shili-zf', name: '示例市人民政府', kind: 'government' })
  await office.owner
    .updateTable('organs')
    .set({ parentId: above.organ.id })
    .where('id', '=', office.organ().id)
    .execute()
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
  await statePenalties(clerk, /“行政处罚”行/, '12')

  // Words are the organ's own; what a template left in them is found, and mended.
  await part(clerk, /^文字/)
  await writeProblems(clerk, '存在的主要问题：一是（此处填写本单位存在的问题）。')
  await part(clerk, /^检查/)
  await clerk
    .getByText(/正文留有模板文字/)
    .first()
    .waitFor()
  await part(clerk, /^文字/)
  await writeProblems(clerk, '存在的主要问题：一是统计数据解读材料偏少。改进措施：每月发布一篇解读。')
  await expectCalmAndAccessible(clerk)
  await part(clerk, /^检查/)
  await expectCalmAndAccessible(clerk)
  await confirmStep(clerk, '送审')
  await clerk.getByText('审核中').first().waitFor()
  await signReport(office, 2025)

  await importLate(clerk)
  await clerk.goto(new URL('/console/annual-reports/2025', clerk.url()).href)
  await clerk.getByText('审签完毕，待公布').first().waitFor()
  await part(clerk, /^审签/)
  await expectCalmAndAccessible(clerk)
  await confirmStep(clerk, '公布')
  await clerk.getByRole('link', { name: '网站上的报告' }).waitFor()
  const reader = await office.visit('/shili-tjj/annual-reports/2025')
  const text = await reader.locator('main').textContent()
  expect(text).toContain('一是统计数据解读材料偏少')
  expect(await reader.locator('[data-table="proactive"]').textContent()).toContain('12')

  // It goes to the office above, which sends it back to a cell; the correction goes the same way, with its reason before the public.
  await clerk.goto(new URL('/console/annual-reports/2025?part=course', clerk.url()).href)
  await confirmStep(clerk, '报送')
  await clerk.getByText('已报送，待审核').first().waitFor()
  const { id: receiverId } = await above.officer('2026-01-20', ['clerk'])
  const receiver = await office.signInElsewhere(above.organ.id, receiverId ?? '')
  await receiver.goto(new URL('/console/filings?year=2025', receiver.url()).href)
  await receiver.getByRole('link', { name: office.organ().name }).click()
  await sendBackPenalties(receiver)

  await clerk.goto(new URL('/console/annual-reports/2025?part=course', clerk.url()).href)
  await clerk.getByText('示例市人民政府退回了这份报告：处罚件数与执法系统不符，请核对').waitFor()
  await clerk.getByRole('button', { name: '更正这份报告' }).click()
  const correcting = clerk.getByRole('dialog', { name: '更正年度报告' })
  await correcting.getByLabel('更正了什么、为什么').fill('执法办案系统补报一件处罚')
  await correcting.getByRole('button', { name: '开始更正' }).click()
  await clerk.getByText('更正已公布的报告：执法办案系统补报一件处罚').waitFor()
  await part(clerk, /^统计表/)
  await statePenalties(clerk, /“行政处罚”行.*：12，填报数/, '13')
  await confirmStep(clerk, '送审')
  await clerk.getByText('审核中').first().waitFor()
  await signReport(office, 2025)
  await clerk.reload()
  await part(clerk, /^审签/)
  await confirmStep(clerk, '公布')
  await clerk.goto(new URL('/console/annual-reports/2025?part=course', clerk.url()).href)
  await confirmStep(clerk, '报送')
  await clerk.getByText('已报送，待审核').first().waitFor()

  await receiver.reload()
  await receiver.getByRole('tab', { name: /与上次报送相比/ }).click()
  const changed = receiver.getByRole('region', { name: '与上次报送相比' })
  expect(await changed.getByRole('row', { name: /“行政处罚”行/ }).textContent()).toMatch(/12\s*13$/)
  await expectCalmAndAccessible(receiver)
  await confirmStep(receiver, '审核通过')
  await receiver.getByText('已通过').first().waitFor()
  await receiver.goto(new URL('/console/filings/2025/sum', receiver.url()).href)
  await receiver.getByRole('button', { name: /“行政处罚”行“本年处理决定数量”列：13/ }).click()
  await receiver.getByRole('dialog').getByRole('link', { name: office.organ().name }).waitFor()
})
