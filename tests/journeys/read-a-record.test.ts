import { beforeAll, describe, expect, test } from 'vitest'
import { plainDate } from '../../src/days/plain-date.ts'
import { aSiteOfRecords } from '../../src/portal/testing/a-site-of-records.ts'
import type { Block } from '../../src/text/text.ts'
import { expectAccessible, expectNoSidewaysScroll } from './accessibility.ts'
import { openBrowser } from './browser.ts'

const site = await aSiteOfRecords({ slug: 'shili-tjj', name: '示例市统计局', letterCode: '示统' })
const { open } = openBrowser()
let address = ''

const words = (text: string) => ({ type: 'text' as const, text })
const paragraph = (text: string): Block => ({ type: 'paragraph', content: [words(text)] })
const heading = (text: string): Block => ({ type: 'heading', attrs: { level: 2 }, content: [words(text)] })
const cell = (type: 'tableHeader' | 'tableCell', text: string) => ({ type, content: [paragraph(text)] })
const row = (type: 'tableHeader' | 'tableCell', ...texts: string[]) => ({
  type: 'tableRow' as const,
  content: texts.map((text, index) => cell(index === 0 ? 'tableHeader' : type, text)),
})

const paths: Record<string, string> = {
  organ: '/shili-tjj/',
  column: '/shili-tjj/columns/xzgfxwj',
  above: '/shili-tjj/columns/fdzdgknr',
  empty: '/shili-tjj/columns/hygq',
  newest: '/shili-tjj/records/',
  library: '/shili-tjj/library',
  search: '/shili-tjj/search?q=统计',
  nothing: '/shili-tjj/search?q=飞船发射计划&type=notice',
  blank: '/search',
  unknown: '/shili-tjj/records/2020-00001',
}

beforeAll(async () => {
  const policy = await site.publish({
    type: 'normativeDocument',
    columnId: 'xzgfxwj',
    title: '示例市统计局关于印发《示例市部门统计调查项目管理办法》的通知',
    documentNumber: '示统发〔2026〕8号',
    subjectCategory: '综合政务',
    genre: '通知',
    effectiveFrom: plainDate('2026-12-01'),
    keywords: ['统计调查', '部门统计'],
    text: {
      type: 'doc',
      content: [
        paragraph('各县（区）统计局，市直有关部门：'),
        paragraph(
          '为规范部门统计调查活动，保障统计资料的真实性、准确性、完整性和及时性，根据《中华人民共和国统计法》及其实施条例，结合本市实际，制定《示例市部门统计调查项目管理办法》，现印发给你们，请遵照执行。',
        ),
        heading('一、适用范围'),
        paragraph('本市各级人民政府有关部门组织实施的统计调查活动，适用本办法。'),
        heading('二、主要指标'),
        {
          type: 'table',
          content: [
            row('tableHeader', '调查项目', '周期', '报送时间', '主管部门'),
            row('tableCell', '工业企业能源消费', '月报', '次月8日前', '能源统计科'),
            row('tableCell', '住户收支与生活状况', '季报', '季后10日前', '住户调查科'),
          ],
        },
        {
          type: 'orderedList',
          content: ['统一申报，逐项审批。', '每年十二月公布有效的项目目录。'].map((text) => ({
            type: 'listItem' as const,
            content: [paragraph(text)],
          })),
        },
        { type: 'paragraph', attrs: { textAlign: 'right' }, content: [words('示例市统计局')] },
        { type: 'paragraph', attrs: { textAlign: 'right' }, content: [words('2026年11月20日')] },
      ],
    },
    attachments: [
      {
        ...(await site.upload('部门统计调查项目申报表.txt', Buffer.from('项目名称、调查目的、经费来源'))),
        alternative: '申报表共一页，需要填写项目名称、调查目的和经费来源，可以电话索取大字版。',
      },
    ],
  })
  paths.record = policy.path
  const reading = await site.publish({
    type: 'policyInterpretation',
    columnId: 'zcjd',
    title: '《示例市部门统计调查项目管理办法》政策解读',
    interprets: policy.key.recordId,
  })
  paths.interpretation = reading.path
  const old = await site.publish({
    type: 'normativeDocument',
    columnId: 'xzgfxwj',
    title: '示例市统计局关于统计台账管理的通知',
    documentNumber: '示统发〔2019〕3号',
    effectiveFrom: plainDate('2019-05-01'),
    madeOn: plainDate('2019-04-20'),
  })
  await site.follow(old.key, {
    kind: 'repeal',
    reason: '已被新的管理办法替代',
    on: plainDate('2026-11-20'),
    by: '示统发〔2026〕8号',
  })
  paths.repealed = old.path
  const notice = await site.publish({ columnId: 'tzgg', title: '关于年度统计公报发布时间的公告' })
  await site.follow(
    notice.key,
    { kind: 'correct', reason: '发布时间有误' },
    {
      title: '关于年度统计公报发布时间安排的公告',
    },
  )
  paths.corrected = notice.path
  paths.history = `${notice.path}/history`
  const gone = await site.publish({ columnId: 'tzgg', title: '关于调查对象名单的公示' })
  await site.follow(gone.key, { kind: 'withdraw', reason: '名单中有不应公开的个人信息' })
  paths.tombstone = gone.path
  address = await site.app.listen({ port: 0, host: '127.0.0.1' })
})

describe.each([1280, 390])('at %i pixels', (width) => {
  test.each(['standard', 'contrast'])(
    'every page of what is published is accessible and fits, shown as %s',
    async (mode) => {
      const page = await open(`${address}/display?mode=${mode}`, { viewport: { width, height: 900 } })
      for (const [name, path] of Object.entries(paths)) {
        await page.goto(address + path)
        const folder = process.env.KAICHENG_PICTURES
        if (folder && mode === 'standard')
          await page.screenshot({ path: `${folder}/${name}-${width}.png`, fullPage: true })
        await expectAccessible(page)
        await expectNoSidewaysScroll(page)
      }
    },
  )
})

test('printed, a record is head and text: no navigation, fields or downloads', async () => {
  const page = await open(address + paths.record)
  await page.emulateMedia({ media: 'print' })
  const quiet = page.locator('header, nav, form, .downloads, .site-footer, .skip-link').filter({ visible: true })
  expect(await quiet.count()).toBe(0)
  expect(await page.locator('.record-head').isVisible()).toBe(true)
  if (process.env.KAICHENG_PICTURES)
    await page.pdf({ path: `${process.env.KAICHENG_PICTURES}/printed.pdf`, format: 'A4' })
})
