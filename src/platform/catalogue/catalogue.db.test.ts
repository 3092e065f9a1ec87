import { afterAll, describe, expect, test } from 'vitest'
import { buildApp } from '../../app/build-app.ts'
import { testDatabase } from '../../db/testing/database.ts'
import { aPlatform } from '../../disclosure/testing/a-platform.ts'
import type { Browser } from '../../organs/testing/staff.ts'
import { aStaffedOrgan } from '../../organs/testing/staffed-organ.ts'
import { readXlsx } from '../../workbooks/xlsx/read-xlsx.ts'
import { writeXlsx } from '../../workbooks/xlsx/write-xlsx.ts'
import type { CatalogueForm } from './item.ts'

const { db, url, owner, ownerUrl } = await testDatabase()
const app = await buildApp({ db, url }, { KAICHENG_TODAY: '2026-11-24' })
const unguarded = await buildApp({ db: owner, url: ownerUrl }, { KAICHENG_TODAY: '2026-11-24' })
afterAll(async () => {
  await app.close()
  await unguarded.close()
})
const { signedIn } = await aPlatform(db, app, '2026-11-24')
const { browser: head } = await signedIn('ogiHead')
const { browser: clerk } = await signedIn('clerk')

const anItem = (facts: Partial<CatalogueForm> = {}): CatalogueForm => ({
  firstItem: '政策文件',
  secondItem: '规范性文件',
  content: '名称、文号、正文',
  basis: '条例第二十条第一项',
  timeLimit: '20个工作日内',
  responsibleOrgan: '示例市统计局',
  channels: '政府网站',
  audience: 'everybody',
  way: 'proactive',
  level: 'city',
  columnId: 'xzgfxwj',
  art20Item: 1,
  position: null,
  ...facts,
})
const list = async (query = '', by: Browser = clerk) => (await by.send('GET', `/catalogue${query}`)).json()

/** Sends a file as the console's page does. */
function upload(by: Browser, name: string, bytes: Uint8Array, query = '') {
  const boundary = '----kaicheng'
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/octet-stream\r\n\r\n`
  const payload = Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)])
  const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` }
  return by.send('POST', `/catalogue/import${query}`, undefined, { payload, headers })
}
const headers = ['序号', '一级事项', '二级事项', '公开内容', '公开依据', '公开时限', '公开主体', '公开渠道', '公开对象']
const wholeHead = [...headers, '公开方式', '公开层级', '栏目', '条例第二十条事项']
type Row = (string | number | null)[]
const sheet = (...rows: Row[]) => writeXlsx({ sheets: [{ name: '公开事项目录', rows: [wholeHead, ...rows] }] })
const aRow = (second: string, column = '通知公告', item: string | number | null = '十五') => [
  1,
  '通知公告',
  second,
  '公告全文',
  '条例第十九条',
  '即时',
  '示例市统计局',
  '政府网站',
  '全社会',
  '主动',
  '市级',
  column,
  item,
]

describe('by hand', () => {
  test('an item is added behind the others, changed and removed; each is audited', async () => {
    const { id } = (await head.send('POST', '/catalogue', anItem())).json()
    expect((await list()).items).toMatchObject([{ id, position: 1, columnName: '行政规范性文件' }])
    await head.send('PUT', `/catalogue/${id}`, anItem({ content: '名称、文号、\n正文、有效性' }))
    expect((await list()).items[0].content).toBe('名称、文号、\n正文、有效性')
    expect((await head.send('DELETE', `/catalogue/${id}`)).statusCode).toBe(200)
    expect((await list()).total).toBe(0)
    expect((await head.send('DELETE', `/catalogue/${id}`)).statusCode).toBe(404)
    const entries = await owner.selectFrom('auditEntries').select('action').where('subject', '=', id).execute()
    const actions = entries.map(({ action }) => action)
    expect(actions).toEqual(['catalogue.added', 'catalogue.changed', 'catalogue.removed'])
  })

  test.for([
    { what: 'without its ground', facts: { basis: ' ' }, code: 'invalid_request' },
    { what: 'in a column that there is not', facts: { columnId: 'nowhere' }, code: 'unknown_column' },
    {
      what: 'in the column of requests, where nothing is published',
      facts: { columnId: 'ysqgk' },
      code: 'unknown_column',
    },
    {
      what: 'with a mobile number for everybody to see',
      facts: { content: '联系人13800138000' },
      code: 'invalid_request',
    },
    { what: 'with what nobody sees', facts: { firstItem: '政策\u200b文件' }, code: 'invalid_request' },
  ])('none $what', async ({ facts, code }) => {
    expect((await head.send('POST', '/catalogue', anItem(facts))).json().code).toBe(code)
  })

  test('none twice', async () => {
    await head.send('POST', '/catalogue', anItem({ secondItem: '双' }))
    expect((await head.send('POST', '/catalogue', anItem({ secondItem: '双' }))).json().code).toBe('item_taken')
  })

  test('a clerk reads it and changes nothing', async () => {
    expect((await clerk.send('POST', '/catalogue', anItem())).statusCode).toBe(403)
    expect((await upload(clerk, 'a.xlsx', await sheet(aRow('甲')))).statusCode).toBe(403)
  })
})

describe('as a workbook', () => {
  test('the template is read as it is, without its example', async () => {
    const template = await clerk.send('GET', '/catalogue/template')
    const before = (await list()).total
    const answer = (await upload(head, '模板.xlsx', template.rawPayload)).json()
    expect(answer).toMatchObject({ counts: [{ added: 0, changed: 0, unchanged: 0 }], problems: [] })
    expect((await list()).total).toBe(before)
  })

  test('what is right in every cell is stored; the same file again changes nothing', async () => {
    const bytes = await sheet(aRow('一'), aRow('二', '通知公告', 15), aRow('三', '', null))
    expect((await upload(head, '目录.xlsx', bytes)).json().counts).toMatchObject([{ added: 3 }])
    expect((await upload(head, '目录.xlsx', bytes)).json().counts).toMatchObject([{ added: 0, unchanged: 3 }])
    const { items } = await list('?q=%E9%80%9A%E7%9F%A5%E5%85%AC%E5%91%8A')
    expect(items.map((item: { secondItem: string }) => item.secondItem)).toEqual(['一', '二', '三'])
    expect(items[0]).toMatchObject({ columnId: 'tzgg', art20Item: 15, way: 'proactive', audience: 'everybody' })
    expect(items[2]).toMatchObject({ columnId: null, art20Item: null })
  })

  test('one wrong cell, and nothing is stored; every wrong cell is named by its place', async () => {
    const before = (await list()).total
    const wrong = aRow('四').with(8, '部分人').with(3, null)
    const answer = (await upload(head, '目录.xlsx', await sheet(aRow('五'), wrong))).json()
    expect(answer).toMatchObject({ counts: null, count: 2 })
    expect(answer.problems).toMatchObject([
      { row: 3, column: '公开内容（要素）', cell: 'D3' },
      { row: 3, column: '公开对象', cell: 'I3' },
    ])
    expect((await list()).total).toBe(before)
  })

  test('a column that the platform does not have is a problem of its row, and so is what nobody sees', async () => {
    const bytes = await sheet(aRow('六', '没有的栏目'), aRow('七\u200b'))
    const { problems } = (await upload(head, '目录.xlsx', bytes)).json()
    expect(problems).toMatchObject([
      { row: 2, column: '栏目', reason: expect.stringContaining('没有的栏目') },
      { row: 3, column: '二级事项' },
    ])
  })

  test('rows that nobody sees are asked about, and taken in or left as told', async () => {
    const rows = [wholeHead, aRow('看得见的行'), aRow('隐藏的行')]
    const rowDefs = new Map([[2, { hidden: true }]])
    const hidden = await writeXlsx({ sheets: [{ name: '公开事项目录', rows, rowDefs }] })
    const asked = (await upload(head, '目录.xlsx', hidden)).json()
    expect(asked).toMatchObject({ counts: null, count: 1, problems: [{ asks: 'hidden' }] })
    const left = (await upload(head, '目录.xlsx', hidden, '?hidden=leave')).json()
    expect(left.counts).toMatchObject([{ added: 1 }])
    const taken = (await upload(head, '目录.xlsx', hidden, '?hidden=take')).json()
    expect(taken.counts).toMatchObject([{ added: 1, unchanged: 1 }])
  })

  test('what is exported is imported again unchanged', async () => {
    const { rawPayload } = await clerk.send('GET', '/catalogue/export')
    const { sheets } = await readXlsx(rawPayload)
    expect(sheets.map(({ name }) => name)).toContain('公开事项目录')
    const { total } = await list()
    expect((await upload(head, '导出.xlsx', rawPayload)).json().counts).toMatchObject([
      { added: 0, changed: 0, unchanged: total },
    ])
  })

  test.for([
    { what: 'no file', bytes: Buffer.alloc(0), name: 'a.xlsx' },
    { what: 'an old .xls', bytes: Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), name: 'a.xls' },
    { what: 'a broken workbook', bytes: Buffer.from('PK\u0003\u0004 broken'), name: 'a.xlsx' },
  ])('$what is refused in words', async ({ bytes, name }) => {
    const answer = await upload(head, name, bytes)
    expect(answer.statusCode).toBeGreaterThanOrEqual(400)
    expect(answer.statusCode).toBeLessThan(500)
    expect(answer.json().message).toMatch(/[\u4e00-\u9fff]/)
  })
})

test.for([
  { guard: 'row-level security and the program', on: app },
  { guard: 'the program alone', on: unguarded },
])('another organ: it neither changes nor removes what stands here: $guard', async ({ on }) => {
  const there = await aStaffedOrgan(db, app)
  const { browser } = await there.someone('systemAdmin', on)
  const { id } = (await head.send('POST', '/catalogue', anItem({ secondItem: `这边${there.organ.id}` }))).json()
  expect((await list('', browser)).total).toBe(0)
  const change = anItem({ columnId: null })
  expect((await browser.send('PUT', `/catalogue/${id}`, change)).statusCode).toBe(404)
  expect((await browser.send('DELETE', `/catalogue/${id}`)).statusCode).toBe(404)
  expect((await list('?q=%E8%BF%99%E8%BE%B9')).items.map((item: { id: string }) => item.id)).toContain(id)
})
