import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { plainDate } from '../../src/days/plain-date.ts'
import { inOrgan } from '../../src/db/organ.ts'
import { publishAsSigned } from '../../src/demo/publish-as-signed.ts'
import { reportFormat2021 } from '../../src/law/report-format-2021.ts'
import { confirmAll } from '../../src/ledgers/years/testing/confirm-all.ts'
import { operatorActor } from '../../src/organs/actor.ts'
import type { Organ } from '../../src/organs/organ.ts'
import { anOffice, type Office } from '../../src/organs/testing/officers.ts'
import { readReport } from '../../src/report/read/read-report.ts'
import { aSoundReport } from '../../src/report/testing/a-sound-report.ts'
import { writeReport } from '../../src/report/write/write.ts'
import { confirmStep, expectCalmAndAccessible, heading, openOffice, sendBackPenalties } from './console.ts'

const office = await openOffice()
const today = '2026-01-20'
let above: Office
let bureau: Organ

beforeAll(async () => {
  office.dawn(today)
  above = await anOffice(office.db, { slug: 'shili-zf', name: '示例市人民政府', kind: 'government' })
  await office.owner
    .updateTable('organs')
    .set({ parentId: above.organ.id })
    .where('id', '=', office.organ().id)
    .execute()
  bureau = { ...office.organ(), parentId: above.organ.id }
})

async function publish(reason: string | null): Promise<void> {
  const day = plainDate(today)
  await inOrgan(office.db, bureau.id, (tx) => confirmAll(tx, bureau, 2025, day))
  const how = { publishedOn: day, calendarVersion: '2026', reason }
  await publishAsSigned(office.db, operatorActor(bureau.id, day), bureau, 2025, how)
}

async function officer(role: 'clerk' | 'ogiHead'): Promise<Page> {
  const { id } = await above.officer(today, [role])
  return office.signInElsewhere(above.organ.id, id ?? '')
}

test('the report is filed, returned to a cell, corrected, filed again, accepted and added up', async () => {
  await publish(null)
  const clerk = await office.signIn('wang')
  const ownReport = new URL('/console/annual-reports/2025?part=course', clerk.url()).href
  await clerk.goto(ownReport)
  await clerk.getByRole('heading', { name: '向示例市人民政府报送' }).waitFor()
  await expectCalmAndAccessible(clerk)
  await confirmStep(clerk, '报送')
  await clerk.getByText('已报送，待审核').first().waitFor()

  const receiver = await officer('clerk')
  await receiver.getByText('审核报送的年度报告').first().waitFor()
  await receiver.goto(new URL('/console/filings?year=2025', receiver.url()).href)
  await heading(receiver, '下级报送')
  await expectCalmAndAccessible(receiver)
  await receiver.getByRole('link', { name: bureau.name }).click()
  await heading(receiver, `${bureau.name}2025年度报告`)
  await expectCalmAndAccessible(receiver)
  await sendBackPenalties(receiver)

  await clerk.goto(ownReport)
  await clerk.getByText('示例市人民政府退回了这份报告：处罚件数与执法系统不符，请核对').waitFor()
  await clerk.getByText('第二部分“行政处罚”行“本年处理决定数量”列').first().waitFor()
  await expectCalmAndAccessible(clerk)
  await clerk.getByText('这份就是被退回的，没有改动').waitFor()
  await office.owner
    .insertInto('administrativeFees')
    .values({
      organId: bureau.id,
      receiptNumber: 'A1',
      item: '考试费',
      collectedOn: plainDate('2025-06-12'),
      amount: '1200',
    })
    .execute()
  await publish('上级退回，核对后更正')
  await clerk.goto(ownReport)
  await confirmStep(clerk, '报送')
  await clerk.getByText('已报送，待审核').first().waitFor()

  await receiver.reload()
  await confirmStep(receiver, '审核通过')
  await receiver.getByText('已通过').first().waitFor()
  await receiver.goto(new URL('/console/filings/2025/sum', receiver.url()).href)
  await heading(receiver, '2025年度汇总')
  await receiver.getByText('汇总已通过的1个机关的报告；应报送1个。').waitFor()
  await expectCalmAndAccessible(receiver)
  await receiver.getByRole('button', { name: /“一、本年新收政府信息公开申请数量”行“总计”列/ }).click()
  await receiver.getByRole('dialog').getByRole('link', { name: bureau.name }).waitFor()
  await expectCalmAndAccessible(receiver)
})

test('a report in Word of an organ without an office here is compared cell by cell, accepted by another person, and counts', async () => {
  const receiver = await officer('clerk')
  await receiver.goto(new URL('/console/filings?year=2025', receiver.url()).href)
  await receiver.getByRole('button', { name: '增加报送机关' }).click()
  const adding = receiver.getByRole('dialog', { name: '增加报送机关' })
  await adding.getByLabel('机关全称').fill('示例市东乡人民政府')
  await expectCalmAndAccessible(receiver)
  await adding.getByRole('button', { name: /增\s*加/ }).click()
  await adding.waitFor({ state: 'detached' })
  await receiver.getByRole('link', { name: '示例市东乡人民政府' }).click()
  await heading(receiver, '示例市东乡人民政府2025年度报告')
  const buffer = Buffer.from(await writeReport(township(), 'docx'))
  const mimeType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  await receiver.getByRole('button', { name: '登记收到的报告' }).click()
  const receiving = receiver.getByRole('dialog', { name: /^登记收到的报告/ })
  await receiving.waitFor()
  await expectCalmAndAccessible(receiver)
  await receiving.locator('input[type=file]').setInputFiles({ name: '年报.docx', mimeType, buffer })
  const penalties = receiver.getByLabel('第二部分“行政处罚”行“本年处理决定数量”列')
  await penalties.waitFor()
  await expectCalmAndAccessible(receiver)
  // What is typed and not sent yet is there after a reload.
  await penalties.fill('12')
  await receiver.reload()
  expect(await penalties.inputValue()).toBe('12')
  await receiver.getByText('改动1格。').waitFor()
  await receiver.getByRole('checkbox', { name: '各格都已对照原件核对' }).check()
  await receiver.getByRole('button', { name: '登记报送' }).click()
  await receiver.getByText('已报送，待审核').first().waitFor()
  const address = receiver.url()
  await receiver.context().close()

  const head = await officer('ogiHead')
  await head.goto(address)
  await head.getByText('对照原件填写、改正1格').waitFor()
  await expectCalmAndAccessible(head)
  await confirmStep(head, '审核通过')
  await head.goto(new URL('/console/filings/2025/sum', head.url()).href)
  await head.getByRole('button', { name: /“行政处罚”行“本年处理决定数量”列：12/ }).waitFor()
  const [file] = await Promise.all([
    head.waitForEvent('download'),
    head.getByRole('link', { name: 'Word', exact: true }).click(),
  ])
  const chunks: Buffer[] = []
  for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer)
  const { report } = await readReport(Buffer.concat(chunks), '汇总.docx')
  expect(report.proactive['penalty.decisions']).toBe(12)
})

test('the pages of an original stand beside the sheet, and the page of the cell that one is at comes up', async () => {
  const receiver = await officer('clerk')
  await receiver.goto(new URL('/console/filings?year=2025', receiver.url()).href)
  await receiver.getByRole('button', { name: '增加报送机关' }).click()
  const adding = receiver.getByRole('dialog', { name: '增加报送机关' })
  await adding.getByLabel('机关全称').fill('示例市西乡人民政府')
  await adding.getByRole('button', { name: /增\s*加/ }).click()
  await adding.waitFor({ state: 'detached' })
  await receiver.getByRole('link', { name: '示例市西乡人民政府' }).click()
  await receiver.getByRole('button', { name: '登记收到的报告' }).click()
  const receiving = receiver.getByRole('dialog', { name: /^登记收到的报告/ })
  const buffer = Buffer.from(await writeReport(township('示例市西乡人民政府'), 'pdf'))
  const mimeType = 'application/pdf'
  await receiving.locator('input[type=file]').setInputFiles({ name: '年报.pdf', mimeType, buffer })
  const shown = (page: number) => receiver.getByRole('img', { name: `原件第${page}页`, exact: true })
  await shown(1).waitFor()
  await expect.poll(() => shown(1).evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(1200)
  await expectCalmAndAccessible(receiver)
  await receiver.getByRole('button', { name: '放大' }).click()
  await expect.poll(() => shown(1).evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(1600)
  const pages = receiver.getByRole('region', { name: /^原件第\d页/ })
  await pages.focus()
  await receiver.keyboard.press('End')
  const last = await receiver.getByText(/^第(\d)页，共\1页$/).textContent()
  expect(last).not.toBe('第1页，共1页')
  await receiver.keyboard.press('Home')
  await shown(1).waitFor()
  await receiver.getByLabel('第三部分“一、本年新收政府信息公开申请数量”行“自然人”列').focus()
  await receiver.getByText(/^第[2-9]页，共/).waitFor()
  await receiver.getByRole('button', { name: '看读出的文字' }).click()
  await receiver.getByText(/按内容重排，不是原件版面/).waitFor()
})

/** Its report on 2025, in which the penalties were left at nought. */
function township(organ = '示例市东乡人民政府') {
  const report = aSoundReport({ title: `${organ}2025年政府信息公开工作年度报告`, organ, year: 2025 })
  const headings = new Map(reportFormat2021.sections.map(({ id, heading: printed }) => [`${id}`, printed]))
  return {
    ...report,
    sections: report.sections.map((section) => ({
      ...section,
      heading: headings.get(section.id) ?? '',
      paragraphs: section.paragraphs.map((words) => words.replaceAll('2024年', '2025年')),
    })),
  }
}
