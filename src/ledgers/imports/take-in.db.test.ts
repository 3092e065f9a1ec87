import { afterAll, expect, test } from 'vitest'
import { buildApp } from '../../app/build-app.ts'
import { plainDate } from '../../days/plain-date.ts'
import { lookInOrgan } from '../../db/organ.ts'
import { testDatabase } from '../../db/testing/database.ts'
import type { Role } from '../../organs/role.ts'
import { anOffice } from '../../organs/testing/officers.ts'
import { Browser, sessionCookie } from '../../organs/testing/staff.ts'
import { multipartOf } from '../../portal/testing/forms.ts'
import type { HowToRead } from './import-view.ts'

const { db, url } = await testDatabase()
const now = new Date('2026-03-02T02:00:00Z')
const app = await buildApp({ db, url }, {}, () => now)
afterAll(() => app.close())
const { organ, officer } = await anOffice(db)

const browserOf = async (role: Role) => {
  const { id } = await officer('2026-03-02', [role])
  const browser = new Browser(app)
  browser.cookie = await sessionCookie(db, organ.id, id ?? '', true, now)
  return browser
}
const [clerk, leader] = [await browserOf('clerk'), await browserOf('leader')]

const send = async (path: string, csv: string, how: object = {}, by = clerk, name = '导出.csv') => {
  const file = { field: 'file', name, bytes: Buffer.from(csv) }
  const { payload, contentType } = multipartOf({ how: JSON.stringify(how) }, [file])
  const answer = await by.send('POST', path, undefined, { payload, headers: { 'content-type': contentType } })
  return { status: answer.statusCode, body: answer.json() }
}
const preview = (csv: string, how: object = {}, by = clerk) => send('/ledgers/imports/preview', csv, how, by)
const take = (csv: string, how: object = {}, by = clerk) => send('/ledgers/imports', csv, how, by)
const publications = () =>
  lookInOrgan(db, organ.id, (tx) =>
    tx.selectFrom('publications').select(['title', 'url', 'originality', 'publishedOn']).orderBy('title').execute(),
  )

const exported = (titles: readonly string[], signature = '1') =>
  [
    '内容标题,发表时间,总阅读人数,总分享次数,内容url',
    ...titles.map(
      (title, at) =>
        `${title},20260102,${at},1,http://mp.weixin.qq.com/s?__biz=Mz&mid=${at}&idx=1&sn=${signature}&chksm=${signature}#rd`,
    ),
  ].join('\n')
const titles = Array.from({ length: 777 }, (_, at) => `推送第${String(at).padStart(3, '0')}期`)
const account = {
  heads: { 总阅读人数: null, 总分享次数: null },
  always: { channelKind: 'wechat', channelName: '示例发布', originality: 'original' },
  words: {},
}
const how = { ledger: 'publications', mappings: { publications: account } } satisfies Partial<HowToRead>
await clerk.send('POST', '/channels', { kind: 'wechat', name: '示例发布' })

test('the export of a public account is asked about once: which of its heads are columns, and which channel it is', async () => {
  const { body } = await preview(exported(titles), { ledger: 'publications' })
  expect(body).toMatchObject({ isAsking: true, counts: null, count: 0 })
  expect(body.heads[0].heads).toMatchObject([
    { text: '内容标题', column: 'title', isNamed: true, sample: '推送第000期' },
    { text: '发表时间', column: 'publishedOn', isNamed: true },
    { text: '总阅读人数', column: null },
    { text: '总分享次数', column: null },
    { text: '内容url', column: 'url', isNamed: true },
  ])
})

test('a look stores nothing and says what would be new', async () => {
  const { body } = await preview(exported(titles), how)
  expect(body).toMatchObject({ isAsking: false, counts: [{ ledger: 'publications', added: 777 }] })
  expect(body.rows[0]).toMatchObject({ ledger: 'publications', name: '推送第000期', isNew: true, lines: [] })
  expect(await publications()).toHaveLength(0)
})

test('all of it is taken in once; the same file again changes nothing, and how it is read is remembered', async () => {
  expect((await take(exported(titles), how)).body).toMatchObject({ counts: [{ added: 777, changed: 0, unchanged: 0 }] })
  expect((await preview(exported(titles), { ledger: 'publications' })).body).toMatchObject({
    isAsking: false,
    mappings: { publications: account },
    counts: [{ added: 0, changed: 0, unchanged: 777 }],
  })
  expect((await take(exported(titles), { ledger: 'publications' })).body).toMatchObject({
    counts: [{ unchanged: 777 }],
  })
})

test('a title that was corrected on the account is no second item, also where the link has another signature', async () => {
  const corrected = exported(['推送第零期（更正）', ...titles.slice(1)], '2')
  const { body } = await preview(corrected, how)
  expect(body.counts).toMatchObject([{ added: 0, changed: 1, unchanged: 776 }])
  expect(body.rows).toMatchObject([
    {
      name: '推送第零期（更正）',
      isNew: false,
      lines: [{ label: '标题', from: '推送第000期', to: '推送第零期（更正）' }],
    },
  ])
  await take(corrected, how)
  const standing = await publications()
  expect(standing).toHaveLength(777)
  expect(standing.find(({ title }) => title === '推送第零期（更正）')?.url).toMatch(/sn=1&/)
})

test('what the file does not say stands as it was noted', async () => {
  const reposts = { ...account, always: { ...account.always, originality: 'repost' } }
  const { body } = await preview(exported(['推送第零期（更正）', ...titles.slice(1)]), {
    ledger: 'publications',
    mappings: { publications: reposts },
  })
  expect(body.counts).toMatchObject([{ added: 0, changed: 0, unchanged: 777 }])
})

test('a channel that nobody knows is told with what may be meant; told what is meant, it is that', async () => {
  const csv = '标题,渠道类型,渠道名称,发布日期,网址,原创或转载\n甲,微信,示例发部,2026-01-05,https://a.example/1,原创'
  const { body } = await preview(csv, { ledger: 'publications' })
  expect(body).toMatchObject({ counts: null, count: 1 })
  expect(body.unknown).toEqual([
    { ledger: 'publications', column: 'channelName', written: '示例发部', near: ['示例发布'], rows: 1 },
  ])
  const meant = { heads: {}, always: {}, words: { channelName: { 示例发部: '示例发布' } } }
  const told = await preview(csv, { ledger: 'publications', mappings: { publications: meant } })
  expect(told.body).toMatchObject({ counts: [{ added: 1 }], count: 0 })
})

test('a fault is named by its cell in the file as it was given', async () => {
  const { body } = await preview(exported(titles).replace('20260102', '20260232'), how)
  expect(body.problems).toMatchObject([{ row: 2, cell: 'B2', column: '发布日期' }])
  expect(body.counts).toBeNull()
})

test('a file whose register cannot be told is skipped by name, and nothing is taken in', async () => {
  expect((await preview('甲,乙\n1,2')).body).toMatchObject({ counts: null, skipped: ['导出.csv'] })
})

test('who keeps no register imports none; how to read must be what it is', async () => {
  expect((await preview(exported(titles), how, leader)).status).toBe(403)
  expect((await send('/ledgers/imports/preview', exported(titles), { ledger: 'nothing' })).body.code).toBe(
    'bad_how_to_read',
  )
})

test('an import is undone as a whole', async () => {
  const head = await browserOf('unitHead')
  const [last] = (await clerk.send('GET', '/ledgers/imports')).json().items
  expect(last.changed).toBe(1)
  const done = await head.send('POST', `/ledgers/imports/${last.id}/undo`, { reason: '导错了文件' })
  expect(done.json()).toMatchObject({ removed: 0, restored: 1 })
  expect((await publications()).some(({ title }) => title === '推送第000期')).toBe(true)
})

test('the template is one register or all of them', async () => {
  const one = await clerk.send('GET', '/ledgers/imports/template?ledger=publications')
  expect(decodeURIComponent(String(one.headers['content-disposition']))).toContain('发布信息台账模板.xlsx')
  expect((await clerk.send('GET', '/ledgers/imports/template')).statusCode).toBe(200)
  expect(plainDate('2026-03-02')).toBe('2026-03-02')
})
