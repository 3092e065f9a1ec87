import { parseDocument } from 'htmlparser2'
import { extractRawText } from 'mammoth'
import { extractText } from 'unpdf'
import { describe, expect, test, vi } from 'vitest'
import { plainDate } from '../../calendar/plain-date.ts'
import { inOrgan } from '../../db/organ.ts'
import { aText } from '../../disclosure/testing/a-record.ts'
import { emptyText, type Text } from '../../disclosure/text/text.ts'
import { saveNormativeDocuments } from '../../ledgers/store.ts'
import { aSiteOfRecords, origin } from '../testing/a-site-of-records.ts'

const site = await aSiteOfRecords({ slug: 'shili-tjj', name: '示例市统计局' })
const { get, page } = site
const tagsOf = (html: string) =>
  Object.fromEntries(
    [...html.matchAll(/<meta name="(\w+)" content="([^"]*)"/g)].map(([, name, content]) => [name, content]),
  )
/** A one-pixel PNG. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)
const picture = await site.upload('示意图.png', png)
const stray = await site.upload('别处.txt', Buffer.from('没有人附上它'))

const cell = (type: 'tableHeader' | 'tableCell', text: string) => ({
  type,
  content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] }],
})
const richText: Text = {
  type: 'doc',
  content: [
    { type: 'paragraph', content: [{ type: 'text', text: '各县（区）统计局：' }] },
    { type: 'heading', attrs: { level: 3 }, content: [{ type: 'text', text: '一、总体要求' }] },
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: '<script>alert(1)</script>' },
        {
          type: 'text',
          text: '统计法',
          marks: [{ type: 'bold' }, { type: 'link', attrs: { href: 'https://www.gov.cn/flfg' } }],
        },
      ],
    },
    {
      type: 'table',
      content: [
        { type: 'tableRow', content: [cell('tableHeader', '指标'), cell('tableHeader', '周期')] },
        { type: 'tableRow', content: [cell('tableHeader', '能源消费'), cell('tableCell', '月报')] },
      ],
    },
    { type: 'image', attrs: { fileId: picture.fileId, alt: '调查流程示意图' } },
    {
      type: 'orderedList',
      content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [{ type: 'text', text: '统一申报' }] }] }],
    },
  ],
}
const attachment = {
  ...(await site.upload('申报表.txt', Buffer.from('填写调查目的'))),
  alternative: '可以电话索取大字版',
}
const policy = await site.publish({
  type: 'normativeDocument',
  columnId: 'xzgfxwj',
  title: '关于部门统计调查项目管理的通知',
  documentNumber: '示统发〔2026〕8号',
  subjectCategory: '综合政务',
  genre: '通知',
  effectiveFrom: plainDate('2026-12-01'),
  keywords: ['统计调查'],
  text: richText,
  attachments: [attachment],
})
const reading = await site.publish({
  type: 'policyInterpretation',
  columnId: 'zcjd',
  title: '管理办法解读',
  interprets: policy.key.recordId,
})
const response = await site.publish({
  type: 'publicConcernResponse',
  columnId: 'hygq',
  title: '关于调查是否增加负担的回应',
  summary: '不增加',
  fields: { concern: '是否增加负担' },
  interprets: policy.key.recordId,
})

describe('a record', () => {
  test('has the official head table, page tags, and the source of what it says', async () => {
    const html = await page(policy.path)
    for (const line of [
      '<dt>索引号</dt><dd>shili-tjj/2026-00001</dd>',
      '<dt>主题分类</dt><dd>综合政务</dd>',
      '<dt>发文机关</dt><dd>示例市统计局</dd>',
      '<dt>成文日期</dt><dd>2026年11月20日</dd>',
      '<dt>发文字号</dt><dd>示统发〔2026〕8号</dd>',
      '<dt>体裁分类</dt><dd>通知</dd>',
      '<dt>公开方式</dt><dd>主动公开</dd>',
      '<dt>施行日期</dt><dd>2026年12月1日</dd>',
    ])
      expect(html).toContain(line)
    expect(html).toContain('（此件公开发布）')
    const tags = tagsOf(html)
    expect(tags).toMatchObject({
      SiteName: expect.any(String),
      SiteDomain: 'www.shili.example',
      ColumnName: '行政规范性文件',
      ArticleTitle: '关于部门统计调查项目管理的通知',
      ContentSource: '示例市统计局',
      Url: origin + policy.path,
    })
    expect(tags.PubDate).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d$/)
  })

  test('a repost names its original source', async () => {
    const { path } = await site.publish({
      type: 'repost',
      columnId: 'gzdt',
      title: '国务院常务会议',
      originality: 'repost',
      sourceName: '中国政府网',
      sourceUrl: 'https://www.gov.cn/a',
    })
    const html = await page(path)
    expect(tagsOf(html).ContentSource).toBe('中国政府网')
    expect(html).toContain('<dt>来源</dt><dd><a href="https://www.gov.cn/a"')
  })

  test('the text is written by its meaning: headers with scope, pictures with words, and never as markup', async () => {
    const html = await page(policy.path)
    expect(html).toContain('<p class="salutation">各县（区）统计局：</p>')
    expect(html).toContain('<th scope="col"><p>指标</p></th>')
    expect(html).toContain('<th scope="row"><p>能源消费</p></th>')
    expect(html).toContain(`<img src="${policy.path}/files/${picture.fileId}" alt="调查流程示意图"`)
    expect(html).toContain('<strong><a href="https://www.gov.cn/flfg" rel="noopener nofollow">统计法</a></strong>')
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(html).not.toMatch(/ style="|<style|<script| on[a-z]+="/)
    expect(parseDocument(html).children.length).toBeGreaterThan(0)
  })

  test('policy, interpretation and response lead to each other', async () => {
    const html = await page(policy.path)
    expect(html).toMatch(new RegExp(`相关解读.*href="${reading.path}"`))
    expect(html).toMatch(new RegExp(`回应关切.*href="${response.path}"`))
    expect(await page(reading.path)).toMatch(new RegExp(`所解读的政策文件.*href="${policy.path}"`))
  })

  test('its files are there for everybody, and only its own', async () => {
    const file = await get(`${policy.path}/files/${attachment.fileId}`)
    expect([file.statusCode, file.body]).toEqual([200, '填写调查目的'])
    expect(file.headers['content-disposition']).toContain(encodeURIComponent('申报表'))
    const shown = await get(`${policy.path}/files/${picture.fileId}`)
    expect(shown.headers).toMatchObject({ 'content-type': 'image/png', 'content-disposition': 'inline' })
    expect(shown.rawPayload).toEqual(png)
    for (const path of [`${reading.path}/files/${attachment.fileId}`, `${policy.path}/files/${stray.fileId}`]) {
      const refused = await get(path)
      expect(refused.statusCode).toBe(404)
      expect(refused.body).toContain('您可以')
    }
    const html = await page(policy.path)
    expect(html).toContain('文本，1 KB')
    expect(html).toContain('无障碍说明：可以电话索取大字版')
  })

  test('downloads as PDF and Word hold head, text and address', async () => {
    const pdf = await get(`${policy.path}.pdf`)
    expect(pdf.headers['content-type']).toBe('application/pdf')
    const { text } = await extractText(new Uint8Array(pdf.rawPayload), { mergePages: true })
    const word = await get(`${policy.path}.docx`)
    const { value } = await extractRawText({ buffer: word.rawPayload })
    for (const said of [text.replace(/\s/g, ''), value.replace(/\s/g, '')])
      for (const words of [
        '关于部门统计调查项目管理的通知',
        '示统发〔2026〕8号',
        '一、总体要求',
        '能源消费',
        '统一申报',
        '附件：申报表.txt',
        '尚未施行',
      ])
        expect(said).toContain(words)
    expect(text.replace(/\s/g, '')).toContain(origin + policy.path)
    expect(pdf.headers['content-disposition']).toContain('shili-tjj-2026-00001.pdf')
  })

  test('a record of nothing but an attachment is a page and a file as well', async () => {
    const { path } = await site.publish({
      title: '仅有附件的公告',
      text: emptyText,
      attachments: [await site.upload('公告.txt', Buffer.from('公告全文'))],
    })
    for (const address of [path, `${path}.pdf`, `${path}.docx`]) expect((await get(address)).statusCode).toBe(200)
  })
})

describe('what became of it', () => {
  test('a correction says why and when, and the history shows which words', async () => {
    const { key, path } = await site.publish({ title: '关于会议时间的公告', text: aText('会议定于上午九时召开。') })
    await site.follow(key, { kind: 'correct', reason: '时间有误' }, { text: aText('会议定于下午三时召开。') })
    await vi.waitUntil(async () => (await page(path)).includes('更正说明'))
    expect(await page(path)).toContain('理由：时间有误')
    const history = await page(`${path}/history`)
    expect(history).toContain('共公开过2版')
    expect(history).toMatch(/<del>上午/)
    expect(history).toMatch(/<ins>下午/)
    expect(history).toContain('首次公开')
  })

  test('a withdrawn one leaves a tombstone with reason and whom to ask, and nothing of its text anywhere', async () => {
    const file = await site.upload('名单.txt', Buffer.from('张三的电话'))
    const { key, path } = await site.publish({
      title: '关于名单的公示',
      text: aText('张三，住东街。'),
      attachments: [file],
    })
    expect((await get(path)).statusCode).toBe(200)
    await site.follow(key, { kind: 'withdraw', reason: '含有不应公开的个人信息' })
    await vi.waitUntil(async () => (await get(path)).statusCode === 410)
    for (const address of [path, `${path}/history`, `${path}.pdf`, `${path}.docx`, `${path}/files/${file.fileId}`]) {
      const answer = await get(address)
      expect(answer.statusCode).toBe(410)
      for (const words of ['关于名单的公示', '含有不应公开的个人信息', '向谁询问', '010-00000000'])
        expect(answer.body).toContain(words)
      expect(answer.body).not.toContain('东街')
    }
    const api = await get(path.replace('/shili-tjj/records', '/api/records/shili-tjj'))
    expect(api.json()).toMatchObject({ code: 'withdrawn', reason: '含有不应公开的个人信息' })
    expect(api.statusCode).toBe(410)
    expect(api.body).not.toContain('东街')
  })

  test('once withdrawn and published anew, what was withdrawn is not shown by comparison', async () => {
    const { key, path } = await site.publish({ title: '关于补贴的公示', text: aText('李四，银行账号一。') })
    const gone = await site.follow(key, { kind: 'withdraw', reason: '有个人信息' })
    await site.follow(
      gone.key,
      { kind: 'correct', reason: '删去个人信息后重新公开' },
      { title: '关于补贴的公示（更正）', text: aText('共一人。') },
    )
    await vi.waitUntil(async () => (await get(`${path}/history`)).statusCode === 200)
    expect(await page(`${path}/history`)).not.toContain('李四')
  })

  test('a repealed one stays, with a banner before its text', async () => {
    const { key, path } = await site.publish({
      type: 'normativeDocument',
      columnId: 'xzgfxwj',
      title: '关于旧制度的通知',
      documentNumber: '示统发〔2018〕1号',
      madeOn: plainDate('2018-01-02'),
      effectiveFrom: plainDate('2018-02-01'),
    })
    await site.follow(key, {
      kind: 'repeal',
      reason: '已有新规定',
      on: plainDate('2026-11-20'),
      by: '示统发〔2026〕8号',
    })
    await vi.waitUntil(async () => (await page(path)).includes('record-banner'))
    const html = await page(path)
    expect(html).toContain(
      '本文件已于2026年11月20日废止（示统发〔2026〕8号），仅供查阅，不再执行。废止理由：已有新规定',
    )
    expect(html).toContain('<dt>有效性</dt><dd><span class="validity repealed">废止</span></dd>')
  })
})

describe('columns and lists', () => {
  test('a column says what belongs in it, and lists the newest first with its day', async () => {
    const html = await page('/shili-tjj/columns/xzgfxwj')
    for (const words of ['公开范围', '至少每180天更新一次', '条例第二十条第（一）项', '/shili-tjj/library'])
      expect(html).toContain(words)
    expect(html.indexOf('关于旧制度的通知')).toBeLessThan(html.indexOf('关于部门统计调查项目管理的通知'))
    expect(html).toMatch(/<time dateTime="\d{4}-\d\d-\d\d"/)
    expect(html).toContain('尚未施行')
    expect(tagsOf(html)).toMatchObject({ ColumnName: '行政规范性文件', ColumnType: '信息公开' })
  })

  test('an empty one says so, and since when', async () => {
    expect(await page('/shili-tjj/columns/yjgl')).toMatch(/本栏目自\d{4}年\d+月\d+日设立以来，尚未公开信息/)
  })

  test('the organ page shows the standard columns in their order and what is new', async () => {
    const html = await page('/shili-tjj/')
    const places = ['政府信息公开指南', '政府信息公开制度', '法定主动公开内容', '政府信息公开年报', '依申请公开'].map(
      (name) => html.indexOf(`">${name}</a>`),
    )
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(places).not.toContain(-1)
    expect(html).toContain(`href="${policy.path}"`)
    expect(html).toContain('href="/shili-tjj/guide"')
  })

  test('a long list has pages and years', async () => {
    for (let count = 0; count < 22; count += 1)
      await site.publish({ columnId: 'jdjc', type: 'inspection', title: `抽查情况通报${count}` })
    await vi.waitUntil(async () => (await page('/shili-tjj/columns/jdjc')).includes('共22条'))
    const first = await page('/shili-tjj/columns/jdjc')
    expect(first.match(/class="whole-row"/g)).toHaveLength(20)
    expect(first).toContain('href="/shili-tjj/columns/jdjc?page=2"')
    const second = await page('/shili-tjj/columns/jdjc?page=2')
    expect(second).toContain('抽查情况通报1</a>')
    expect(second).toContain('抽查情况通报0</a>')
    expect(await page('/shili-tjj/columns/jdjc?year=2001')).toContain('在2001年没有公开过信息')
    expect((await get('/shili-tjj/columns/jdjc?page=x&year=%F0%9F%98%80')).statusCode).toBe(200)
  })

  test('the library knows on any day what was in force, also documents that have no page', async () => {
    await inOrgan(site.db, site.organ.id, (tx) =>
      saveNormativeDocuments(tx, site.organ.id, [
        {
          kind: 'normativeDocuments',
          title: '关于统计诚信的通知',
          documentNumber: '示统发〔2015〕2号',
          ...{ issuedOn: plainDate('2015-03-01'), effectiveFrom: plainDate('2015-04-01') },
          ...{ validUntil: plainDate('2020-03-31'), repealedOn: null, repealedBy: null },
        },
      ]),
    )
    // The register of ledgers is not announced; the page of a day nobody has asked for is new.
    const on = async (day: string, status: string) => page(`/shili-tjj/library?asOf=${day}&status=${status}`)
    expect(await on('2019-01-01', 'inForce')).toContain('关于统计诚信的通知')
    expect(await on('2019-01-01', 'inForce')).toContain('关于旧制度的通知')
    expect(await on('2021-01-01', 'inForce')).not.toContain('关于统计诚信的通知')
    expect(await on('2021-01-01', 'expired')).toContain('关于统计诚信的通知')
    expect(await on('2015-03-15', 'notYetEffective')).toContain('全文未在本平台公开')
    expect(await on('2026-11-20', 'repealed')).toContain('关于旧制度的通知')
    expect(await on('2026-11-19', 'repealed')).not.toContain('关于旧制度的通知')
    expect(await on('2026-12-01', 'inForce')).toContain('关于部门统计调查项目管理的通知')
    expect((await get('/shili-tjj/library?asOf=2026-13-99')).statusCode).toBe(200)
  })
})

describe('search', () => {
  test('marks the hit, filters, and offers its feeds', async () => {
    const html = await page('/shili-tjj/search?q=%E8%A7%A3%E8%AF%BB')
    expect(html).toContain('管理办法<mark>解读</mark>')
    expect(html).toContain('href="/shili-tjj/search/feed.atom?q=%E8%A7%A3%E8%AF%BB"')
    expect(await page('/search?q=解读&type=notice')).toContain('没有找到')
    expect(await page('/search?q=申报表')).toContain(policy.path)
    expect(await page('/search?q=调查目的')).toContain(policy.path)
  })

  test('nothing found helps on', async () => {
    const html = await page('/shili-tjj/search?q=飞船发射')
    for (const words of ['没有找到“飞船发射”', '申请公开这条信息', '按栏目查找', '在全部机关中搜索'])
      expect(html).toContain(words)
  })

  test('what is nowhere as a whole is found by its words', async () => {
    const html = await page('/search?q=统计调查怎么申报')
    expect(html).toContain('没有完整包含')
    expect(html).toContain(policy.path)
  })

  test('what was typed comes back as text', async () => {
    const html = await page(`/search?q=${encodeURIComponent('"><img src=x onerror=alert(1)>')}`)
    expect(html).not.toContain('<img')
    expect((await get('/search?q=a&q=b&page=99999')).statusCode).toBe(200)
  })
})

describe('for programs', () => {
  test('feeds of site, organ, column and search', async () => {
    for (const path of ['/feed', '/shili-tjj/feed', '/shili-tjj/columns/zcjd/feed', '/search/feed']) {
      const atom = await get(`${path}.atom?q=解读`)
      expect(atom.headers['content-type']).toBe('application/atom+xml; charset=utf-8')
      expect(atom.body).toContain(`<link href="${origin}${reading.path}"/>`)
      const rss = await get(`${path}.rss?q=解读`)
      expect(rss.body).toContain(`<guid isPermaLink="true">${origin}${reading.path}</guid>`)
      for (const { body } of [atom, rss])
        expect(parseDocument(body, { xmlMode: true }).children.length).toBeGreaterThan(1)
    }
  })

  test('the sitemap names records and columns', async () => {
    for (const path of ['/sitemap.xml', '/sitemap-records/1.xml'])
      expect(await page(path)).toContain(`<loc>${origin}${policy.path}</loc>`)
    expect(await page('/sitemap.xml')).toContain(`<loc>${origin}/shili-tjj/columns/zcjd</loc>`)
    expect(await page('/sitemap-records.xml')).toContain(`<loc>${origin}/sitemap-records/1.xml</loc>`)
  })

  test('JSON: lists, one record, search', async () => {
    const list = (await get('/api/records?organ=shili-tjj&column=zcjd')).json()
    expect(list.records).toEqual([expect.objectContaining({ title: '管理办法解读', url: origin + reading.path })])
    const whole = (await get(policy.path.replace('/shili-tjj/records', '/api/records/shili-tjj'))).json()
    expect(whole).toMatchObject({
      ...{ indexNumber: 'shili-tjj/2026-00001', validity: 'notYetEffective', documentNumber: '示统发〔2026〕8号' },
      linked: [
        expect.objectContaining({ title: '管理办法解读' }),
        expect.objectContaining({ number: expect.any(String) }),
      ],
      attachments: [expect.objectContaining({ name: '申报表.txt', sha256: attachment.sha256 })],
    })
    expect(whole.text).toContain('一、总体要求')
    const found = (await get('/api/search?q=示统发[2026]8号')).json()
    expect(found.records[0].title).toBe('关于部门统计调查项目管理的通知')
    expect((await get('/api/search')).statusCode).toBe(422)
    expect((await get('/api/records?organ=nobody')).statusCode).toBe(404)
    expect((await get('/api/records/shili-tjj/2020-00001')).statusCode).toBe(404)
    const described = Object.keys((await get('/api/openapi.json')).json().paths)
    expect(described).toEqual(expect.arrayContaining(['/api/records', '/api/records/{organ}/{number}', '/api/search']))
  })
})

describe('no address answers a bare 404', () => {
  test.for([
    '/shili-tjj/records/2020-00001',
    '/shili-tjj/records/2020-00001.pdf',
    '/shili-tjj/records/2020-00001/history',
    '/shili-tjj/records/nothing',
    '/shili-tjj/columns/nothing',
    '/shili-tjj/columns/nothing/feed.atom',
    '/shili-tjj/nothing',
    '/nobody/records/2026-00001',
    '/nobody/columns/tzgg',
    '/nobody/search?q=a',
    '/nobody/library',
    '/nothing/at/all',
  ])('%s has a search field and a way on', async (path) => {
    const answer = await get(path)
    expect(answer.statusCode).toBe(404)
    expect(answer.body).toContain('您可以')
    expect(answer.body).toContain('class="search-form"')
  })
})
