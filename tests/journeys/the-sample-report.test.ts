import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { plainDate } from '../../src/days/plain-date.ts'
import { inOrgan } from '../../src/db/organ.ts'
import { confirmAll } from '../../src/ledgers/years/testing/confirm-all.ts'
import { readReport } from '../../src/report/read/read-report.ts'
import type { AnnualReport } from '../../src/report/report.ts'
import { hasSamples, sampleAt } from '../samples.ts'
import { confirmStep, expectCalmAndAccessible, heading, openOffice } from './console.ts'
import { part, signReport } from './reports.ts'

const office = await openOffice()
const account = '鹤岗营商'
const items = 777
const signature = '鹤岗市营商环境建设监督局2025年1月15日'

const channel = `渠道类型,渠道名称\n微信公众号,${account}\n`

/** What the account sent out in the year, as a list that its keeper has. */
const sentOut = (): string => {
  const rows = Array.from({ length: items }, (_, at) => {
    const day = String((at % 28) + 1).padStart(2, '0')
    const month = String((at % 12) + 1).padStart(2, '0')
    return `推送第${at + 1}期,微信公众号,${account},2024-${month}-${day},${at % 2 ? '转载' : '原创'}`
  })
  return `标题,渠道类型,渠道名称,发布日期,原创或转载\n${rows.join('\n')}\n`
}

async function takeIn(page: Page, ledger: string, text: string): Promise<void> {
  await page.goto(new URL(`/console/ledgers/imports/new?ledger=${ledger}`, page.url()).href)
  const file = { name: `${ledger}.csv`, mimeType: 'text/csv', buffer: Buffer.from(text) }
  await page.locator('input[type=file]').first().setInputFiles(file)
  await page
    .getByRole('region', { name: '检查结果' })
    .getByRole('button', { name: /^导\s*入$/ })
    .click()
  await page
    .getByText(/已导入/)
    .first()
    .waitFor()
}

const sections = ['intro', 'overview', 'problems', 'otherMatters'] as const

const wordsIn = (report: AnnualReport, id: string): readonly string[] =>
  report.sections.find((section) => section.id === id)?.paragraphs ?? []

/** Every figure; of the requests the rows that both forms have: the original tells 其他处理 in one row, the form in three. */
function figuresOf({ organ, year, proactive, requests, remedies }: AnnualReport) {
  const rows = Object.entries(requests).filter(([row]) => !row.startsWith('other'))
  const others = Object.entries(requests).filter(([row]) => row.startsWith('other'))
  const otherTotal = others.reduce((sum, [, row]) => sum + Number(row.total), 0)
  return { organ, year, proactive, remedies, requests: Object.fromEntries(rows), otherTotal }
}

const labels = {
  intro: '开头的说明',
  overview: '一、总体情况',
  problems: '五、存在的主要问题及改进情况',
  otherMatters: '六、其他需要报告的事项',
} as const

/** Types the paragraphs in place of what stands there; a number of the registers is put in as such. */
async function write(page: Page, label: string, paragraphs: readonly string[], linked: string): Promise<void> {
  const panel = page.locator('section', { has: page.getByRole('textbox', { name: label, exact: true }) })
  await panel.getByRole('textbox', { name: label, exact: true }).click()
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.press('Delete')
  for (const [at, paragraph] of paragraphs.entries()) {
    if (at > 0) await page.keyboard.press('Enter')
    const [before = '', ...after] = paragraph.split(linked)
    await page.keyboard.insertText(before)
    for (const piece of after) {
      await panel.getByRole('combobox', { name: '插入台账数' }).click()
      await page.keyboard.type(`${account}发布信息`)
      await page.keyboard.press('Enter')
      await page.keyboard.insertText(piece)
    }
  }
}

test.skipIf(!hasSamples)(
  'the sample bureau’s report for 2024 is made in the workbench: what its readers knew of it, they read here',
  async () => {
    const printed = await readReport(readFileSync(sampleAt('reports/hegang-2024.txt')), 'hegang-2024.txt')
    office.dawn('2025-01-15')
    await office.owner
      .updateTable('organs')
      .set({
        name: '鹤岗市营商环境建设监督局',
        address: '黑龙江省鹤岗市工农区北红旗路市政务服务中心8楼',
        phone: '0468-3355508',
        email: 'hgysjzhk@163.com',
      })
      .where('id', '=', office.organ().id)
      .execute()
    const clerk = await office.signIn('wang')
    await takeIn(clerk, 'channels', channel)
    await takeIn(clerk, 'publications', sentOut())
    await inOrgan(office.db, office.organ().id, (tx) => confirmAll(tx, office.organ(), 2024, plainDate('2025-01-15')))
    await clerk.goto(new URL('/console/annual-reports/2024', clerk.url()).href)
    await heading(clerk, '2024年度报告')
    await clerk.getByRole('button', { name: '开始编制' }).click()
    await clerk.getByText('编制中').first().waitFor()
    await part(clerk, /^文字/)
    for (const id of sections) await write(clerk, labels[id], wordsIn(printed.report, id), `${items}`)
    await clerk
      .getByText(/已于 .* 保存/)
      .first()
      .waitFor()
    await expectCalmAndAccessible(clerk)
    await part(clerk, /^检查/)
    await expectCalmAndAccessible(clerk)
    await confirmStep(clerk, '送审')
    await clerk.getByText('审核中').first().waitFor()
    await signReport(office, 2024)
    await clerk.reload()
    await part(clerk, /^审签/)
    await confirmStep(clerk, '公布')
    await clerk.getByRole('link', { name: '网站上的报告' }).waitFor()

    const reader = await office.visit(`/${office.organ().slug}/annual-reports/2024`)
    for (const form of ['', '.txt', '.docx', '.xlsx', '.pdf', '.json']) {
      const answer = await reader.request.get(`${reader.url()}${form}`)
      const { report, findings } = await readReport(await answer.body(), `2024${form || '.html'}`)
      // What the original has wrong – one row of three in its section 三 – is right here.
      expect(printed.findings.map(({ code }) => code)).toEqual(['MIXED_FORMAT'])
      expect(findings, form).toEqual([])
      expect(figuresOf(report), form).toEqual(figuresOf(printed.report))
      for (const id of sections.filter((each) => each !== 'otherMatters'))
        expect(wordsIn(report, id), `${form} ${id}`).toEqual(wordsIn(printed.report, id))
      // Where a form has them, the organ and the day stand below the last section.
      const [last, ...below] = wordsIn(report, 'otherMatters')
      expect([last], form).toEqual(wordsIn(printed.report, 'otherMatters'))
      expect(['', signature], form).toContain(below.join(''))
    }
  },
)
