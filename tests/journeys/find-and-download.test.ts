import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { plainDate } from '../../src/days/plain-date.ts'
import { aText } from '../../src/disclosure/testing/a-record.ts'
import { aSiteOfRecords } from '../../src/portal/testing/a-site-of-records.ts'
import type { TableRow } from '../../src/text/text.ts'
import { expectAccessible, expectNoSidewaysScroll } from './accessibility.ts'
import { openBrowser } from './browser.ts'
import { enter, focused, tabTo, takeHome } from './keyboard.ts'

const site = await aSiteOfRecords({ slug: 'shili-tjj', name: '示例市统计局', letterCode: '示统' })
const { open } = openBrowser()
const title = '示例市统计局关于印发《示例市部门统计调查项目管理办法》的通知'
const form = '项目名称、调查目的、经费来源\n'
let address = ''

const row = (isHead: boolean, ...texts: string[]): TableRow => ({
  type: 'tableRow',
  content: texts.map((text, index) => ({
    type: isHead || index === 0 ? 'tableHeader' : 'tableCell',
    content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
  })),
})

beforeAll(async () => {
  await site.publish({
    type: 'normativeDocument',
    columnId: 'xzgfxwj',
    title,
    documentNumber: '示统发〔2026〕8号',
    effectiveFrom: plainDate('2026-11-20'),
    text: {
      type: 'doc',
      content: [
        ...aText('各县（区）统计局：', '现将办法印发给你们，普查年度一并执行。').content,
        {
          type: 'table',
          content: [
            row(true, '调查项目', '周期', '报送时间'),
            row(false, '工业企业能源消费', '月报', '次月8日前'),
            row(false, '住户收支与生活状况', '季报', '季后10日前'),
          ],
        },
      ],
    },
    attachments: [
      {
        ...(await site.upload('申报表.txt', Buffer.from(form))),
        alternative: '申报表共一页，可以电话索取大字版。',
      },
    ],
  })
  await site.publish({ title: '关于开展第五次全国经济普查的公告' })
  address = await site.app.listen({ port: 0, host: '127.0.0.1' })
})

/** As it is shown to this reader: nothing to complain of, and nothing to the side at zoom 200 % and 400 %. */
async function look(page: Page, name: string): Promise<void> {
  expect(await page.evaluate(() => getComputedStyle(document.body).fontSize)).toBe('22.5px')
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(0, 0, 0)')
  for (const width of [1280, 640, 320]) {
    await page.setViewportSize({ width, height: 720 })
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    const folder = process.env.KAICHENG_PICTURES
    if (folder) await page.screenshot({ path: `${folder}/found-${name}-${width}.png`, fullPage: true })
  }
  await page.setViewportSize({ width: 1280, height: 720 })
}

const nameAndValue = (page: Page, name: string) =>
  page
    .getByLabel('信息要素')
    .locator('div')
    .filter({ has: page.getByRole('term').getByText(name, { exact: true }) })
    .getByRole('definition')

test('a reader who sees little finds a document by keyboard and ear, and takes it home in every form', async () => {
  const page = await open(`${address}/shili-tjj/`, { acceptDownloads: true })
  for (const words of ['大字显示', '高对比度']) {
    await tabTo(page, words)
    await enter(page)
    expect(await page.getByRole('button', { name: words, pressed: true }).count()).toBe(1)
  }
  await look(page, 'home')
  await page.keyboard.press('Tab')
  expect(await focused(page)).toContain('跳到正文')
  await page.keyboard.press('Enter')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')

  // Two characters, then the number as a neighbour wrote it down.
  await page.keyboard.press('Home')
  await page.reload()
  await tabTo(page, '在本机关公开的信息中搜索')
  await page.keyboard.type('普查')
  await enter(page)
  expect(await page.getByRole('status').textContent()).toBe('找到2条与“普查”有关的信息')
  await look(page, 'word')
  await tabTo(page, '搜索词')
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('示统发[2026]第08号')
  await enter(page)
  expect(await page.getByRole('status').textContent()).toBe('找到1条与“示统发[2026]第08号”有关的信息')
  await look(page, 'number')
  await tabTo(page, title)
  await enter(page)

  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(title)
  await look(page, 'record')
  expect(await nameAndValue(page, '发文字号').textContent()).toBe('示统发〔2026〕8号')
  expect(await nameAndValue(page, '成文日期').textContent()).toBe('2026年11月20日')
  expect(await nameAndValue(page, '有效性').textContent()).toBe('现行有效')
  const table = page.getByRole('table')
  expect(await table.getByRole('columnheader').allTextContents()).toEqual(['调查项目', '周期', '报送时间'])
  expect(await table.getByRole('rowheader').allTextContents()).toEqual(['工业企业能源消费', '住户收支与生活状况'])
  expect(await table.locator('th:not([scope])').count()).toBe(0)

  for (const { words, ending, start } of [
    { words: '下载 PDF', ending: 'pdf', start: '%PDF-' },
    { words: '下载 Word', ending: 'docx', start: 'PK' },
  ]) {
    await tabTo(page, words)
    const file = await takeHome(page)
    expect(file.suggestedFilename()).toBe(`${title}.${ending}`)
    expect(
      readFileSync(await file.path())
        .subarray(0, start.length)
        .toString(),
    ).toBe(start)
  }
  await tabTo(page, '申报表.txt')
  const attachment = await takeHome(page)
  expect(attachment.suggestedFilename()).toBe('申报表.txt')
  expect(readFileSync(await attachment.path(), 'utf8')).toBe(form)
  const beside = page.getByRole('listitem').filter({ hasText: '申报表.txt' })
  expect(await beside.textContent()).toContain('无障碍说明：申报表共一页，可以电话索取大字版。')
})
