import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildApp } from '../../src/app/build-app.ts'
import { testDatabase } from '../../src/db/testing/database.ts'
import { addCity, correction, publish } from '../../src/portal/testing/a-published-site.ts'
import { expectAccessible, expectNoSidewaysScroll } from './accessibility.ts'
import { openBrowser } from './browser.ts'
import { enter, focused, tabTo, takeHome } from './keyboard.ts'

const { db, url } = await testDatabase()
const app = await buildApp({ db, url }, {})
const { open } = openBrowser()
let site = ''

beforeAll(async () => {
  const { government, statistics } = await addCity(db)
  for (const year of [2020, 2022, 2023, 2024]) await publish(db, statistics, year)
  await publish(db, statistics, 2024, { reason: correction, publishedOn: '2025-03-06' })
  await publish(db, government, 2024, { files: new Map() })
  site = await app.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(() => app.close())

const heading = (page: Page) => page.locator('h1').textContent()

test('by keyboard alone, a reader finds a report, reads it, opens last year and takes the PDF', async () => {
  const page = await open(`${site}/`, { acceptDownloads: true })
  await page.keyboard.press('Tab')
  expect(await focused(page)).toContain('跳到正文')
  await page.keyboard.press('Enter')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')

  await tabTo(page, '示例市统计局2024年')
  const ring = await page.evaluate(
    () => document.activeElement && getComputedStyle(document.activeElement).outlineStyle,
  )
  expect(ring).toBe('solid')
  await enter(page)
  expect(await heading(page)).toBe('示例市统计局2024年政府信息公开工作年度报告')
  expect(await page.getByRole('table', { name: '三、收到和处理政府信息公开申请情况' }).isVisible()).toBe(true)
  expect(await page.locator('main').textContent()).toContain(correction)

  await tabTo(page, '上一年度')
  await enter(page)
  expect(await heading(page)).toBe('示例市统计局2023年政府信息公开工作年度报告')
  await expectAccessible(page)

  await tabTo(page, '下载2023年度报告：PDF')
  const download = await takeHome(page)
  expect(download.suggestedFilename()).toBe('示例市统计局2023年政府信息公开工作年度报告.pdf')
  const bytes = readFileSync(await download.path())
  const { sha256 } = await db
    .selectFrom('annualReportFiles')
    .select('sha256')
    .where('year', '=', 2023)
    .where('form', '=', 'pdf')
    .executeTakeFirstOrThrow()
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256)
})

test('without script and by keyboard alone, a reader goes from all years to one, chooses a row and sees it of every organ', async () => {
  const page = await open(`${site}/annual-reports/`, { javaScriptEnabled: false })
  await tabTo(page, '2024年')
  await enter(page)
  expect(await heading(page)).toBe('各机关2024年政府信息公开工作年度报告')
  await page.locator('#row').focus()
  // Under the ten figures of section two.
  for (let presses = 0; presses < 10; presses += 1) await page.keyboard.press('ArrowDown')
  await tabTo(page, '查看')
  await enter(page)
  expect(new URL(page.url()).search).toBe('?row=requests.newReceived')
  const table = page.getByRole('table', { name: '2024年各机关的“一、本年新收政府信息公开申请数量”' })
  expect(await table.getByRole('row', { name: '示例市统计局' }).textContent()).toBe('示例市统计局52')
  expect(await table.getByRole('row', { name: '示例市档案局' }).textContent()).toBe('示例市档案局逾期未公布')
})

test('large type and high contrast stay from page to page, and the reader returns to where they were', async () => {
  const page = await open(`${site}/shili-tjj/annual-reports/2024`)
  const size = () => page.evaluate(() => Number.parseFloat(getComputedStyle(document.body).fontSize))
  expect(await size()).toBe(18)
  await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: '大字显示' }).click()])
  expect(new URL(page.url()).pathname).toBe('/shili-tjj/annual-reports/2024')
  expect(await size()).toBe(22.5)
  await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: '高对比度' }).click()])
  await page.goto(`${site}/shili-tjj/`)
  expect(await size()).toBe(22.5)
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(0, 0, 0)')
  expect(await page.getByRole('button', { name: '大字显示', pressed: true }).isVisible()).toBe(true)
  await expectAccessible(page)
})

const paths = [
  '/',
  '/shili-tjj/',
  '/shili-daj/',
  '/shili-tjj/annual-reports/',
  '/shili-tjj/annual-reports/2024',
  '/shili-tjj/annual-reports/2020',
  '/shili-tjj/annual-reports/2015',
  '/shili-tjj/annual-reports/2024/changes',
  '/shili-tjj/annual-reports/2024/revisions/1',
  '/annual-reports/',
  '/annual-reports/2024',
  '/annual-reports/2024?row=requests.newReceived',
  '/annual-reports/2015',
  '/nowhere/at/all',
]

describe.each([1280, 390])('at %i pixels', (width) => {
  test.each(['standard', 'contrast'])('every page is accessible and fits, shown as %s', async (mode) => {
    const page = await open(`${site}/display?mode=${mode}`, { viewport: { width, height: 900 } })
    for (const path of paths) {
      await page.goto(site + path)
      await expectAccessible(page)
      await expectNoSidewaysScroll(page)
    }
  })
})

// A window of 1280 at 400 % has the room of one of 320.
test('at zoom 400 % nothing scrolls sideways, also in large type', async () => {
  const page = await open(`${site}/display?mode=large`, { viewport: { width: 320, height: 256 } })
  for (const path of paths) {
    await page.goto(site + path)
    await expectNoSidewaysScroll(page)
  }
})

test('without script every page works, and no page asks for anything but its stylesheet', async () => {
  const page = await open('about:blank', { javaScriptEnabled: false, bypassCSP: false })
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.resourceType()))
  await page.goto(`${site}/shili-tjj/annual-reports/2024`)
  expect(asked).toEqual(['document', 'stylesheet'])
})

test('printed, a report is the report: no navigation, forms, or footer', async () => {
  const page = await open(`${site}/shili-tjj/annual-reports/2024`)
  await page.emulateMedia({ media: 'print' })
  expect(
    await page.locator('header, nav, form, .downloads, .site-footer, .skip-link').filter({ visible: true }).count(),
  ).toBe(0)
  expect(await page.locator('article').isVisible()).toBe(true)
})
