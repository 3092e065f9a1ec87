import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildApp } from '../../src/app/build-app.ts'
import { testDatabase } from '../../src/db/testing/database.ts'
import { aPlatform } from '../../src/disclosure/testing/a-platform.ts'
import { openPlatform } from '../../src/platform/columns/standing.ts'
import { writeXlsx } from '../../src/workbooks/xlsx/write-xlsx.ts'
import { expectAccessible, expectNoSidewaysScroll } from './accessibility.ts'
import { openBrowser } from './browser.ts'
import { expectCalmAndAccessible, heading } from './console.ts'

const { db, url } = await testDatabase()
const app = await buildApp({ db, url }, { KAICHENG_TODAY: '2026-11-24' })
const { open } = openBrowser()
const here = await aPlatform(db, app, '2026-11-24')
const { organ } = here
const place = { site: '' }

const catalogue = [
  [
    '行政规范性文件',
    '规范性文件文本',
    '文件名称、文号、成文日期、施行日期、正文、有效性；修改、废止、失效的同时公布',
    '《中华人民共和国政府信息公开条例》第二十条第一项',
    '行政规范性文件',
    1,
  ],
  [
    '行政规范性文件',
    '政策解读',
    '政策文件的背景依据、目标任务、主要内容、涉及范围、执行标准',
    '《国务院办公厅关于在政务公开工作中进一步做好政务舆情回应的通知》',
    '政策解读',
    15,
  ],
  [
    '统计信息',
    '统计公报',
    '国民经济和社会发展统计公报',
    '《中华人民共和国统计法》第二十三条；《中华人民共和国政府信息公开条例》第二十条第四项',
    '统计信息',
    4,
  ],
  [
    '统计信息',
    '统计数据',
    '月度、季度、年度统计数据及解读',
    '《中华人民共和国统计法实施条例》第二十八条',
    '统计信息',
    4,
  ],
  [
    '财政信息',
    '部门预算',
    '收支总体情况、财政拨款收支、“三公”经费、机关运行经费、政府采购情况',
    '《中华人民共和国预算法》第十四条',
    '财政预算、决算',
    7,
  ],
] as const
const asRow = ([first, second, content, basis, column, item]: (typeof catalogue)[number], index: number) => [
  index + 1,
  first,
  second,
  content,
  basis,
  '自信息形成或者变更之日起20个工作日内',
  '示例市统计局',
  '政府网站',
  '全社会',
  '主动公开',
  '市级',
  column,
  item,
]
const headers = [
  '序号',
  '一级事项',
  '二级事项',
  '公开内容',
  '公开依据',
  '公开时限',
  '公开主体',
  '公开渠道和载体',
  '公开对象',
]
const aWorkbook = (rows: readonly (string | number)[][]) =>
  writeXlsx({
    sheets: [
      { name: '公开事项目录', rows: [[...headers, '公开方式', '公开层级', '栏目', '条例第二十条事项'], ...rows] },
    ],
  })

beforeAll(async () => {
  await here.work((tx) => openPlatform(tx, organ.id))
  const summary = '按照国务院和省政府的部署，说明普查的目的、对象、时间和要求。'
  await here.publish({ title: '关于开展第五次全国经济普查的公告', columnId: 'tzgg', summary })
  await here.publish({
    title: '示例市2025年国民经济和社会发展统计公报',
    columnId: 'tjxx',
    type: 'statistics',
    art20Item: 4,
    fields: { period: '2025年' },
  })
  await here.publish({ title: '机关职能', columnId: 'jgzn', art20Item: 2 })
  place.site = await app.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(() => app.close())

/** The console as somebody with the role sees it, already signed in. */
async function consoleOf(role: 'ogiHead' | 'systemAdmin' | 'securityAdmin' | 'leader', width = 1280): Promise<Page> {
  const { browser } = await here.signedIn(role)
  return open(`${place.site}/console/sign-in`, { viewport: { width, height: 900 }, cookie: browser.cookie })
}

async function visit(page: Page, path: string, title: string): Promise<void> {
  await page.goto(`${place.site}/console${path}`)
  await heading(page, title)
  await expectCalmAndAccessible(page)
  await expectNoSidewaysScroll(page)
}

const choose = async (page: Page, text: string | RegExp) =>
  page
    .locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option', { hasText: text })
    .first()
    .click()

const saved = async (page: Page) => {
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  await expectCalmAndAccessible(page)
}

describe('the head of the work body', () => {
  test('sees which columns are neglected and by whom, adds one below 通知公告, and closes it again', async () => {
    const page = await consoleOf('ogiHead')
    await visit(page, '/columns', '栏目')
    await page.getByText('个栏目超期未更新或者尚无内容').waitFor()
    await page.getByRole('button', { name: '通知公告的其他操作' }).click()
    await page.getByRole('menuitem', { name: '在下面增设栏目' }).click()
    const dialog = page.getByRole('dialog', { name: '增设栏目' })
    await dialog.getByLabel('名称').fill('招标公告')
    await dialog.getByLabel('责任科室').click()
    await choose(page, '办公室')
    await expectCalmAndAccessible(page)
    await dialog.getByRole('button', { name: '保存' }).click()
    await saved(page)
    await page.getByRole('button', { name: '修改招标公告' }).waitFor()
    await page.getByRole('button', { name: '招标公告的其他操作' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('menuitem', { name: '移到别的栏目下' }).click()
    const moving = page.getByRole('dialog', { name: '移动栏目：招标公告' })
    await moving.getByLabel('移到哪个栏目下').fill('政府采购')
    await page.keyboard.press('Enter')
    await expectCalmAndAccessible(page)
    await moving.getByRole('button', { name: '移动' }).click()
    await saved(page)
    await page.getByRole('button', { name: '招标公告的其他操作' }).click()
    await page.getByRole('menuitem', { name: '撤销' }).click()
    const closing = page.getByRole('dialog', { name: '撤销栏目：招标公告' })
    await closing.getByLabel('撤销的理由').fill('并入通知公告')
    await closing.getByRole('button', { name: '撤销栏目' }).click()
    await saved(page)
    await page.getByText('已撤销 1').waitFor()
  })

  test('files what the guide lacks, and the public reads it at once', async () => {
    const page = await consoleOf('ogiHead')
    await visit(page, '/guide', '公开指南')
    await page.getByText('项未登记').first().waitFor()
    await page.getByLabel('办公时间').fill('周一至周五9:00—12:00，13:30—17:00')
    await page.getByLabel('传真号码').fill('010-00000001')
    await page.getByLabel('接受传真申请').check()
    await page.getByRole('button', { name: '加一处查阅场所' }).click()
    await page.locator('.reading-place').getByLabel('名称').fill('示例市图书馆')
    await page.locator('.reading-place').getByLabel('地址').fill('示例市文化路2号')
    await expectCalmAndAccessible(page)
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByText('指南已保存').waitFor()
    const guide = await open(`${place.site}/${organ.slug}/guide`)
    await guide.getByText('示例市文化路2号').waitFor()
    expect(await guide.locator('main').textContent()).not.toContain('未登记')
    await expectAccessible(guide)
  })

  test('imports the catalogue: first every wrong cell is named, then all of it is there', async () => {
    const page = await consoleOf('ogiHead')
    await visit(page, '/catalogue', '公开事项目录')
    await page.getByRole('button', { name: '导入' }).click()
    const dialog = page.getByRole('dialog', { name: '导入公开事项目录' })
    const send = async (rows: (string | number)[][]) =>
      dialog.locator('input[type=file]').setInputFiles({
        name: '目录.xlsx',
        mimeType: 'application/octet-stream',
        buffer: Buffer.from(await aWorkbook(rows)),
      })
    const rows = catalogue.map(asRow)
    await send(rows.with(1, (rows[1] ?? []).with(8, '部分人')))
    await dialog.getByText('共1处错误，全部没有导入').waitFor()
    await dialog.getByRole('cell', { name: 'I3' }).waitFor()
    await expectCalmAndAccessible(page)
    await send(rows)
    await dialog.getByText('已导入：新增5项').waitFor()
    await dialog.getByRole('button', { name: '关闭' }).first().click()
    await saved(page)
    await page.getByRole('button', { name: '修改部门预算' }).click()
    await page.getByRole('dialog', { name: '修改公开事项' }).getByLabel('公开时限').fill('批复后20日内')
    await expectCalmAndAccessible(page)
    await page.getByRole('button', { name: '保存' }).click()
    await saved(page)
    await page.getByRole('cell', { name: '批复后20日内' }).waitFor()
  })

  test('sees what arts. 20 and 21 lack, and declares what the organ does not have', async () => {
    const page = await consoleOf('ogiHead')
    await visit(page, '/coverage', '公开覆盖')
    await page.getByRole('button', { name: '声明无此项：重大建设项目的批准和实施情况' }).click()
    const dialog = page.getByRole('dialog', { name: '声明本机关无此项' })
    await dialog.getByLabel('理由').fill('本机关不承担重大建设项目审批职责')
    await expectCalmAndAccessible(page)
    await dialog.getByRole('button', { name: '声明并公布' }).click()
    await saved(page)
    await page.getByRole('button', { name: '撤销声明：重大建设项目的批准和实施情况' }).waitFor()
    const guide = await open(`${place.site}/${organ.slug}/guide`)
    await guide.getByText('本机关不承担重大建设项目审批职责').waitFor()
    await expectAccessible(guide)
  })

  test('imports a list of words: seen before, named by row where it is wrong, searched, replaced and withdrawn', async () => {
    const page = await consoleOf('ogiHead')
    await visit(page, '/word-lists', '错敏词表')
    await page.getByText('还没有导入词表').waitFor()
    const open = async () => {
      await page.getByRole('button', { name: '导入词表' }).click()
      return page.getByRole('dialog', { name: '导入错敏词表' })
    }
    const read = (text: string) =>
      page
        .locator('input[type=file]')
        .setInputFiles({ name: '词表.txt', mimeType: 'text/plain', buffer: Buffer.from(text) })
    const dialog = await open()
    await dialog.getByLabel('词表名称').fill('市政府办公室通报')
    await dialog.getByLabel('来源').fill('示政办函〔2026〕8号')
    await read('统记局\t统计局\n字\n')
    await dialog.getByText('共1处错误，全部没有导入').waitFor()
    await dialog.getByRole('cell', { name: '第2行' }).waitFor()
    expect(await dialog.getByRole('button', { name: '确认导入' }).isEnabled()).toBe(false)
    await expectCalmAndAccessible(page)
    await read('统记局\t统计局\n普察\t普查\n')
    await dialog.getByText('将建立词表“市政府办公室通报”：新增2个').waitFor()
    await expectCalmAndAccessible(page)
    await dialog.getByRole('button', { name: '确认导入' }).click()
    await saved(page)
    await page.getByRole('link', { name: '市政府办公室通报', exact: true }).waitFor()
    await page.getByLabel('在列表中查找').fill('统计')
    await page.getByLabel('在列表中查找').press('Enter')
    await page.getByText('共 1 个词').waitFor()
    const again = await open()
    await again.getByLabel('词表名称').fill('市政府办公室通报')
    await read('统记局\t统计局\n')
    await again.getByText('去掉1个，不变1个').waitFor()
    await expectCalmAndAccessible(page)
    await again.getByRole('button', { name: '确认替换' }).click()
    await saved(page)
    await page.getByRole('button', { name: '撤下市政府办公室通报' }).click()
    await page.getByText('以后送审、发布的信息不再检查其中的1个词').waitFor()
    await expectCalmAndAccessible(page)
    await page.getByRole('button', { name: '撤下词表' }).click()
    await page.getByText('还没有导入词表').waitFor()
  })

  test('arranges who reviews while away, and ends it', async () => {
    const page = await consoleOf('ogiHead')
    await here.signedIn('leader')
    await visit(page, '/stand-ins', '审核代理')
    await page.getByRole('button', { name: '安排代理' }).click()
    const dialog = page.getByRole('dialog', { name: '安排审核代理' })
    await dialog.getByLabel('代理人').click()
    await choose(page, 'leader')
    await dialog.getByLabel('理由').fill('参加培训')
    await expectCalmAndAccessible(page)
    await dialog.getByRole('button', { name: '安排', exact: true }).click()
    await saved(page)
    await page.getByText('● 正在代理').waitFor()
    await page.getByRole('button', { name: /^结束leader/ }).click()
    await page.getByRole('button', { name: '结束代理' }).click()
    await page.getByText('○ 提前结束').waitFor()
  })
})

describe('the system administrator', () => {
  test('gives news a review of its own, with what to look at', async () => {
    const page = await consoleOf('systemAdmin')
    await visit(page, '/review-plan', '审核设置')
    await page.getByLabel('哪种信息另行安排').fill('工作动态')
    await choose(page, '工作动态')
    await page.getByRole('button', { name: '另行安排' }).click()
    await page.getByRole('textbox', { name: '工作动态的初审几个工作日内审完' }).fill('1')
    await page.getByRole('button', { name: '为工作动态的终审加一项核对事项' }).click()
    await page.getByRole('textbox', { name: '工作动态的终审核对事项3', exact: true }).fill('图片来源清楚')
    await expectCalmAndAccessible(page)
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByText('审核安排已保存').waitFor()
    await visit(page, '/review-plan', '审核设置')
    expect(await page.getByRole('textbox', { name: '工作动态的终审核对事项3', exact: true }).inputValue()).toBe(
      '图片来源清楚',
    )
  })

  test.for([{ width: 1440 }, { width: 390 }])(
    'reads at $width what each setting changes and from when',
    async ({ width }) => {
      const page = await consoleOf('systemAdmin')
      await page.setViewportSize({ width, height: 900 })
      await visit(page, '/settings', '设置')
      const matter = page.getByRole('region', { name: '依申请公开' })
      const choice = matter.getByRole('radiogroup', { name: /说明理由.*期间，答复期限是否继续计算/ })
      expect(await choice.getByRole('radio', { name: '继续计算（默认）' }).isChecked()).toBe(true)
      await choice.getByRole('radio', { name: '停止计算' }).check()
      await matter.getByText(/说明理由告知书.*已经发出的仍按发出时的算法/).waitFor()
      await expectNoSidewaysScroll(page)
      await expectCalmAndAccessible(page)
      await matter.getByRole('button', { name: '放弃' }).click()
    },
  )

  test('has a letter approved at one more level, and is told at the level that nobody holds', async () => {
    await here.signedIn('leader')
    await here.work((tx) =>
      tx.updateTable('staff').set({ disabledAt: new Date() }).where('name', '=', 'legalstaff').execute(),
    )
    const page = await consoleOf('systemAdmin')
    await visit(page, '/settings', '设置')
    await page.getByRole('button', { name: '为补正告知书加一级' }).click()
    await page.getByRole('checkbox', { name: '补正告知书的初审仅限承办科室' }).check()
    await expectCalmAndAccessible(page)
    await page.getByRole('button', { name: '保存' }).click()
    const first = page.getByRole('list', { name: '补正告知书的审核层级' }).getByRole('listitem').first()
    await first.getByRole('alert').getByText('初审由法制审核人员审核，而本机关没有人担任').waitFor()
    await expectCalmAndAccessible(page)
    await page.getByLabel('补正告知书的初审由谁审核').click()
    await choose(page, '机关负责人')
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByText('设置已保存').waitFor()
    await visit(page, '/settings', '设置')
    expect(await page.getByRole('checkbox', { name: '补正告知书的初审仅限承办科室' }).isChecked()).toBe(true)
    expect(await page.getByRole('button', { name: /^去掉补正告知书的/ }).count()).toBe(2)
  })

  test('chooses how index numbers look and sees the next one before', async () => {
    const page = await consoleOf('systemAdmin')
    await visit(page, '/settings', '设置')
    const field = page.getByRole('textbox', { name: /索引号按什么式样/ })
    await field.fill('{letterCode}-{yyyy}')
    await page.getByText('应当含有一个顺序号').waitFor()
    await field.fill('{letterCode}-{yyyy}-{seq:4}')
    await page.getByText('例如第17条：示统-2026-0017').waitFor()
    await expectCalmAndAccessible(page)
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByText('设置已保存').waitFor()
  })
})

test.for([{ width: 1280 }, { width: 390 }])('the public reads guide and catalogues at $width', async ({ width }) => {
  for (const path of ['guide', 'catalogue', 'catalogue?q=%E7%BB%9F%E8%AE%A1', 'catalogue/records']) {
    const page = await open(`${place.site}/${organ.slug}/${path}`, { viewport: { width, height: 900 } })
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    await page.getByRole('button', { name: '大字显示' }).click()
    await page.waitForLoadState()
    await expectAccessible(page)
    await expectNoSidewaysScroll(page)
    await page.context().close()
  }
})

test('every page of the console stands on a telephone', async () => {
  const head = await consoleOf('ogiHead', 390)
  await visit(head, '/columns', '栏目')
  await visit(head, '/guide', '公开指南')
  await visit(head, '/catalogue', '公开事项目录')
  await visit(head, '/coverage', '公开覆盖')
  await visit(head, '/word-lists', '错敏词表')
  await visit(head, '/stand-ins', '审核代理')
  const admin = await consoleOf('systemAdmin', 390)
  await visit(admin, '/review-plan', '审核设置')
  await visit(admin, '/settings', '设置')
})
