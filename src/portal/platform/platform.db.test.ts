import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildApp } from '../../app/build-app.ts'
import { inOrgan } from '../../db/organ.ts'
import { testDatabase } from '../../db/testing/database.ts'
import { beginEdition } from '../../disclosure/actions/begin.ts'
import { saveRevision } from '../../disclosure/actions/save.ts'
import { takeStep } from '../../disclosure/actions/take-step.ts'
import { openEdition } from '../../disclosure/prepare.ts'
import { aContent, aSignedRecord, type Reviewers, submitAndSign } from '../../disclosure/testing/a-record.ts'
import { changeSetting } from '../../organs/settings/actions.ts'
import { anOffice } from '../../organs/testing/officers.ts'
import { addItem } from '../../platform/catalogue/actions.ts'
import type { CatalogueForm } from '../../platform/catalogue/item.ts'
import { closeColumn } from '../../platform/columns/actions.ts'
import { openPlatform } from '../../platform/columns/standing.ts'
import { changeGuide } from '../../platform/guide/actions.ts'
import { emptyGuide, type Guide } from '../../platform/guide/guide.ts'
import { declareAbsence } from '../../supervision/coverage/actions.ts'
import { NewDeclaration } from '../../supervision/coverage/declaration.ts'
import { readXlsx } from '../../workbooks/xlsx/read-xlsx.ts'

const { db, url } = await testDatabase()
const app = await buildApp({ db, url }, { KAICHENG_TODAY: '2026-11-24' })
afterAll(() => app.close())
await app.ready()

const day = '2026-11-24'
const now = new Date('2026-11-24T02:00:00Z')
const { organ, officer } = await anOffice(db)
const people: Reviewers = {
  clerk: await officer(day, ['clerk']),
  unitHead: await officer(day, ['unitHead']),
  ogiHead: await officer(day, ['ogiHead']),
  leader: await officer(day, ['leader']),
}
const work = <T>(doing: Parameters<typeof inOrgan<T>>[2]) => inOrgan(db, organ.id, doing)
const get = async (path: string, more: object = {}) =>
  app.inject({ url: `/${organ.slug}${path}`, headers: { host: '127.0.0.1' }, ...more })
const page = async (path: string) => (await get(path)).body

/** Asks until the page says so: word of a change takes a moment. */
const shows = (path: string, text: string) => expect.poll(() => page(path), { timeout: 5_000 }).toContain(text)

beforeAll(() => work((tx) => openPlatform(tx, organ.id)))

const change = (facts: Partial<Guide>) => work((tx) => changeGuide(tx, people.ogiHead, { ...emptyGuide, ...facts }))

describe('the guide (art. 12)', () => {
  test('is there before anything was filed, and names nothing that is not known', async () => {
    const body = await page('/guide')
    for (const text of ['法定主动公开内容', '示例市统计局办公室', '示例市人民路1号', '010-00000000', '当面提交'])
      expect(body).toContain(text)
    for (const text of ['未登记', '<dt>传真', '<dt>办公时间', '查阅场所', '<dd></dd>', 'null'])
      expect(body).not.toContain(text)
  })

  test('leads to what the organ has published of its duties and hours, where it has filed none (art. 12)', async () => {
    expect(await page('/guide')).not.toContain('机关职能</a>。')
    await publish({ title: '机关职能', columnId: 'jgzn', art20Item: 2 })
    await shows('/guide', `<a href="/${organ.slug}/columns/jgzn">机关职能</a>。`)
  })

  test('has the tags of a column page (国办发〔2017〕47号)', async () => {
    const body = await page('/guide')
    for (const name of [
      'SiteName',
      'SiteDomain',
      'SiteIDCode',
      'ColumnName',
      'ColumnDescription',
      'ColumnKeywords',
      'ColumnType',
    ])
      expect(body).toContain(`<meta name="${name}"`)
  })

  test('says what is filed as soon as it is, and opens fax and e-mail only where the organ has said so (I19)', async () => {
    await change({ fax: '010-00000001', officeHours: '周一至周五9:00—17:00', emailTerms: '请附身份证明' })
    await shows('/guide', '周一至周五9:00—17:00')
    expect(await page('/guide')).not.toContain('<dt>传真</dt>')
    expect(await page('/guide')).not.toContain('请附身份证明')
    await change({
      fax: '010-00000001',
      acceptsFax: true,
      acceptsEmail: true,
      emailTerms: '请附身份证明',
      readingPlaces: [{ name: '示例市图书馆', address: '示例市文化路2号', hours: '周二至周日', phone: '' }],
    })
    await shows('/guide', '<dt>传真</dt>')
    for (const text of ['请附身份证明', '示例市图书馆', '开放时间：周二至周日'])
      expect(await page('/guide')).toContain(text)
  })

  test('names who hears complaints, reconsideration and suit, else speaks as the law does', async () => {
    const admin = await officer(day, ['systemAdmin'])
    await work((tx) => changeSetting(tx, admin, 'competentCourt', null))
    await shows('/guide', '有管辖权的人民法院')
    await work((tx) => changeSetting(tx, admin, 'competentCourt', '示例市中级人民法院'))
    await shows('/guide', '向示例市中级人民法院提起行政诉讼')
  })

  test('says what the organ does not have, until it has it', async () => {
    const absence = { item: 10, matter: null, reason: '本机关不承担重大建设项目审批职责。', reviewOn: '2027-11-01' }
    await work((tx) => declareAbsence(tx, people.ogiHead, NewDeclaration.parse(absence)))
    await shows('/guide', '本机关不承担重大建设项目审批职责，下次核对日期2027年11月1日')
    await shows('/', '本机关不承担重大建设项目审批职责，下次核对日期2027年11月1日')
    await shows('/columns/zdxm', '本机关不承担重大建设项目审批职责，下次核对日期2027年11月1日')
    expect(await page('/columns/tjxx')).not.toContain('下次核对日期')
    await publish({ title: '重大建设项目批准情况', columnId: 'zdxm', art20Item: 10 })
    await expect.poll(() => page('/guide'), { timeout: 5_000 }).not.toContain('下次核对日期')
  })
})

test('a closed column keeps its address and says where its records went', async () => {
  await publish({ title: '并入前的回应', columnId: 'hygq', summary: '回应' })
  await work((tx) => closeColumn(tx, people.ogiHead, 'hygq', { reason: '并入政策解读', successorId: 'zcjd' }))
  await shows('/columns/hygq', '本栏目已于2026年11月24日撤销')
  expect(await page('/columns/hygq')).toContain('信息转到<a href="/shili-tjj/columns/zcjd">政策解读</a>')
  expect(await page('/columns/zcjd')).toContain('并入前的回应')
})

async function publish(facts: Parameters<typeof aContent>[0]) {
  const { key, hash } = await aSignedRecord(db, people, aContent(facts))
  await work((tx) => takeStep(tx, people.clerk, now, key, 'publish', { hash }))
  return key
}

const anItem = (facts: Partial<CatalogueForm> = {}): CatalogueForm => ({
  firstItem: '统计数据',
  secondItem: '统计公报',
  content: '年度统计公报',
  basis: '条例第二十条第四项',
  timeLimit: '20个工作日内',
  responsibleOrgan: organ.name,
  channels: '政府网站',
  audience: 'everybody',
  way: 'proactive',
  level: 'city',
  columnId: 'tjxx',
  art20Item: 4,
  position: null,
  ...facts,
})

describe('公开事项目录', () => {
  beforeAll(async () => {
    await work((tx) => addItem(tx, people.ogiHead, anItem()))
    await work((tx) =>
      addItem(
        tx,
        people.ogiHead,
        anItem({ secondItem: '100%_<b>价格', content: '收费标准', columnId: null, basis: '=1+1' }),
      ),
    )
  })

  test('is found by words, in any writing, and by column', async () => {
    await shows('/catalogue', '共2项')
    expect(await page('/catalogue?q=%E5%85%AC%E6%8A%A5')).toContain('找到1项')
    expect(await page('/catalogue?q=%25_%3Cb')).toContain('100%_&lt;b&gt;价格')
    const long = `${'统计公报'.repeat(25)}年`
    const told = await page(`/catalogue?q=${encodeURIComponent(long)}`)
    expect(told.replace(/<!-- -->/g, '')).toContain('查找的文字最多100个字，现有101个字，没有查找')
    expect(told).toContain(long)
    expect(told).not.toContain('共2项')
    expect((await get(`/catalogue?q=${'a'.repeat(1001)}`)).statusCode).toBe(400)
    expect(await page('/catalogue?q=%25%25')).toContain('没有找到')
    expect(await page('/catalogue?column=tjxx')).toContain('找到1项')
    expect(await page('/catalogue?column=%27;--&page=-3')).toContain('共2项')
  })

  test('is taken home as a workbook with text in every cell', async () => {
    const answer = await get('/catalogue.xlsx')
    expect(answer.headers['content-disposition']).toContain('shili-tjj-catalogue.xlsx')
    const { sheets } = await readXlsx(answer.rawPayload)
    expect(sheets[0]?.rows.map((row) => row[2])).toEqual(['二级事项', '统计公报', '100%_<b>价格'])
    expect(sheets[0]?.rows[2]?.[4]).toBe('=1+1')
  })
})

describe('政府信息公开目录 (art. 12): index number, name, summary, date of forming', () => {
  test('lists what is published and leaves out what was withdrawn', async () => {
    await publish({ title: '有概述的公告', summary: '这是概述' })
    const gone = await publish({ title: '后来撤回的公告' })
    await shows('/catalogue/records', '后来撤回的公告')
    const body = await page('/catalogue/records')
    for (const text of ['有概述的公告', '这是概述', '2026年11月20日', '根据国务院部署，现就普查有关事项公告如下。'])
      expect(body).toContain(text)
    const key = await work((tx) => beginEdition(tx, people.clerk, now, gone.recordId, 'withdraw'))
    const saved = await withdraw(key)
    await work((tx) => takeStep(tx, people.clerk, now, key, 'publish', { hash: saved }))
    await expect.poll(() => page('/catalogue/records'), { timeout: 5_000 }).not.toContain('后来撤回的公告')
  })

  test('as csv and as xlsx it has the same lines, with addresses', async () => {
    const csv = (await get('/catalogue/records.csv')).body
    const { sheets } = await readXlsx((await get('/catalogue/records.xlsx')).rawPayload)
    const rows = sheets[0]?.rows ?? []
    expect(rows[0]).toEqual(['索引号', '名称', '内容概述', '生成日期', '公开日期', '栏目', '网址'])
    expect(csv.trim().split('\r\n')).toHaveLength(rows.length)
    expect(csv).toContain('有概述的公告,这是概述,2026-11-20')
    expect(csv).toContain('/shili-tjj/records/2026-')
  })

  test('a program that asks only for the head gets no body; other endings are not there', async () => {
    const head = await get('/catalogue/records.csv', { method: 'HEAD' })
    expect(head.statusCode).toBe(200)
    expect(head.body).toBe('')
    expect((await get('/catalogue/records.pdf')).statusCode).toBe(404)
    expect((await app.inject({ url: '/nowhere/catalogue/records.csv' })).statusCode).toBe(404)
    expect((await app.inject({ url: '/nowhere/guide' })).body).toContain('没有找到这个机关')
  })
})

async function withdraw(key: Parameters<typeof submitAndSign>[2]): Promise<string> {
  const { content } = await work((tx) => openEdition(tx, key))
  const act = { kind: 'withdraw', reason: '内容有误' } as const
  const { hash } = await work((tx) =>
    saveRevision(tx, people.clerk, now, key, { content: { ...content, act }, basedOn: 1 }),
  )
  await submitAndSign(db, people, key, 3, now)
  return hash
}
