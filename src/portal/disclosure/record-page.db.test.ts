import { parseDocument } from 'htmlparser2'
import { convertToHtml, extractRawText } from 'mammoth'
import { extractLinks, extractText } from 'unpdf'
import { describe, expect, test } from 'vitest'
import { plainDate } from '../../days/plain-date.ts'
import { emptyText, type Text } from '../../text/text.ts'
import { qrData } from '../../typesetting/qr.ts'
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
        {
          type: 'tableRow',
          content: [cell('tableHeader', '指标'), cell('tableHeader', '周期'), cell('tableHeader', '数量')],
        },
        {
          type: 'tableRow',
          content: [cell('tableHeader', '能源消费'), cell('tableCell', '月报'), cell('tableCell', '1,234.5')],
        },
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
      '<dt>索引号</dt><dd>示统/2026-00001</dd>',
      '<dt>主题分类</dt><dd>综合政务</dd>',
      '<dt>发文机关</dt><dd>示例市统计局</dd>',
      '<dt>成文日期</dt><dd>2026年11月20日</dd>',
      '<dt>发文字号</dt><dd>示统发〔2026〕8号</dd>',
      '<dt>体裁分类</dt><dd>通知</dd>',
      '<dt>施行日期</dt><dd>2026年12月1日</dd>',
    ])
      expect(html).toContain(line)
    expect(html).toContain('（此件公开发布）')
    for (const said of ['<dt>标题</dt>', '<dt>公开方式</dt>', '查看公开过的各版']) expect(html).not.toContain(said)
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

  test('can be copied as a source (GB/T 7714), and has its address as a code for telephones', async () => {
    const html = await page(policy.path)
    const cited = /<p class="to-copy">([^<]*)/.exec(html)?.[1]
    expect(cited).toMatch(
      /^示例市统计局\. 关于部门统计调查项目管理的通知: 示统发〔2026〕8号\[EB\/OL\]\. \(\d{4}-\d\d-\d\d\)\[2026-11-24\]\. /,
    )
    expect(cited?.endsWith(`${origin}${policy.path}.`)).toBe(true)
    expect(html).toContain(`<img src="${await qrData(origin + policy.path)}"`)
  })

  test('a repost names its original source, and so do its files', async () => {
    const { path } = await site.publish({
      type: 'repost',
      columnId: 'gzdt',
      title: '国务院常务会议',
      originality: 'repost',
      issuingOrgan: '国务院办公厅',
      sourceName: '中国政府网',
      sourceUrl: 'https://www.gov.cn/a',
    })
    const html = await page(path)
    expect(tagsOf(html).ContentSource).toBe('中国政府网')
    expect(html).toContain('<dt>来源</dt><dd><a href="https://www.gov.cn/a"')
    expect(html).toContain('<dt>原发文机关</dt><dd>国务院办公厅</dd>')
    const { links } = await extractLinks(new Uint8Array((await get(`${path}.pdf`)).rawPayload))
    expect(links).toContain('https://www.gov.cn/a')
    const word = await convertToHtml({ buffer: (await get(`${path}.docx`)).rawPayload })
    expect(word.value).toContain('<a href="https://www.gov.cn/a">中国政府网：https://www.gov.cn/a</a>')
  })

  test('the text is written by its meaning: headers with scope, pictures with words, and never as markup', async () => {
    const html = await page(policy.path)
    expect(html).toContain('<p class="salutation">各县（区）统计局：</p>')
    expect(html).toContain('<th scope="col"><p>指标</p></th>')
    expect(html).toContain(
      '<th scope="row"><p>能源消费</p></th><td><p>月报</p></td><td class="number"><p>1,234.5</p></td>',
    )
    expect(html).toContain(`<img src="${policy.path}/files/${picture.fileId}" alt="调查流程示意图"`)
    expect(html).toContain('<strong><a href="https://www.gov.cn/flfg" rel="noopener nofollow">统计法</a></strong>')
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(html).not.toMatch(/ style="|<style|<script(?! type="application\/ld\+json">)| on[a-z]+="/)
    expect(html).toContain('"@type":"Legislation"')
    expect(html).toContain('"legislationDateOfApplicability":"2026-12-01"')
    expect(html).toContain('"legislationLegalForce":"https://schema.org/NotInForce"')
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
