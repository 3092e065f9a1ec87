import { parseDocument } from 'htmlparser2'
import { describe, expect, test, vi } from 'vitest'
import { plainDate } from '../../days/plain-date.ts'
import { inOrgan } from '../../db/organ.ts'
import { aText } from '../../disclosure/testing/a-record.ts'
import { saveNormativeDocuments } from '../../ledgers/store.ts'
import { closeColumn } from '../../platform/columns/actions.ts'
import { aSiteOfRecords, origin } from '../testing/a-site-of-records.ts'

const site = await aSiteOfRecords({ slug: 'shili-tjj', name: '示例市统计局' })
const { get, page } = site
const tagsOf = (html: string) =>
  Object.fromEntries(
    [...html.matchAll(/<meta name="(\w+)" content="([^"]*)"/g)].map(([, name, content]) => [name, content]),
  )
const attachment = await site.upload('申报表.txt', Buffer.from('填写调查目的'))
const policy = await site.publish({
  type: 'normativeDocument',
  columnId: 'xzgfxwj',
  title: '关于部门统计调查项目管理的通知',
  documentNumber: '示统发〔2026〕8号',
  effectiveFrom: plainDate('2026-12-01'),
  text: aText('一、总体要求', '统一申报。'),
  attachments: [attachment],
})
const reading = await site.publish({
  type: 'policyInterpretation',
  columnId: 'zcjd',
  title: '管理办法解读',
  interprets: policy.key.recordId,
})
const old = await site.publish({
  type: 'normativeDocument',
  columnId: 'xzgfxwj',
  title: '关于旧制度的通知',
  documentNumber: '示统发〔2018〕1号',
  madeOn: plainDate('2018-01-02'),
  effectiveFrom: plainDate('2018-02-01'),
})
await site.follow(old.key, {
  kind: 'repeal',
  reason: '已有新规定',
  on: plainDate('2026-11-20'),
  by: '示统发〔2026〕8号',
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

  test('the organ page folds the columns in which nothing stands, and says how many they are', async () => {
    const html = await page('/shili-tjj/')
    const [shown = '', folded = ''] = html.slice(html.indexOf('id="statutory"')).split('<details')
    expect(shown).toContain('更新</span>')
    const [columns = ''] = folded.split('</details>')
    expect(columns).toContain(`另有${columns.match(/<li/g)?.length}个栏目暂无信息`)
    expect(columns).toContain('>政府采购</a>')
    expect(columns).not.toContain('更新</span>')
  })

  test('a site of one organ leads on to it, whatever one comes for', async () => {
    for (const [path, to] of [
      ['/', '/shili-tjj/'],
      ['/requests/new', '/shili-tjj/requests/new'],
      ['/requests/follow', '/shili-tjj/requests/follow'],
      ['/annual-reports/', '/shili-tjj/annual-reports/'],
      ['/annual-reports/2025', '/shili-tjj/annual-reports/2025'],
    ] as const)
      expect(await get(path)).toMatchObject({ statusCode: 302, headers: { location: to } })
  })

  test('an organ that has published no report yet is found from the home page, and says what is not there', async () => {
    await site.owner
      .insertInto('organs')
      .values({ slug: 'shili-daj', name: '示例市档案局', kind: 'department', level: 'city' })
      .execute()
    const home = await vi.waitUntil(async () => {
      const answer = await get('/')
      return answer.statusCode === 200 && answer.body
    })
    expect(home).toContain('<a href="/shili-tjj/">示例市统计局</a><span>尚未公布年度报告</span>')
    expect(home).toContain('<a href="/shili-daj/">示例市档案局</a><span>尚未公布信息，可以申请公开</span>')
  })

  test('a long list has pages and years', async () => {
    for (let count = 0; count < 22; count += 1)
      await site.publish({ columnId: 'jdjc', type: 'inspection', title: `抽查情况通报${count}` })
    await vi.waitUntil(async () => (await page('/shili-tjj/columns/jdjc')).includes('共22条'))
    const first = await page('/shili-tjj/columns/jdjc')
    expect(first.match(/class="whole-row"/g)).toHaveLength(20)
    expect(first).toContain('href="/shili-tjj/columns/jdjc?page=2"')
    for (const path of ['/shili-tjj/columns/jdjc?page=99', '/shili-tjj/records/?page=99'])
      expect(await page(path)).toMatch(/没有第99页：共\d+条，分\d+页/)
    const second = await page('/shili-tjj/columns/jdjc?page=2')
    expect(second).toContain('抽查情况通报1</a>')
    expect(second).toContain('抽查情况通报0</a>')
    expect(await page('/shili-tjj/columns/jdjc?year=2001')).toContain('在2001年没有公开过信息')
    expect((await get('/shili-tjj/columns/jdjc?page=x&year=%F0%9F%98%80')).statusCode).toBe(200)
  })

  test('the library knows on any day what was in force, also documents that have no page, as soon as they are imported', async () => {
    expect(await page('/shili-tjj/library')).not.toContain('关于统计诚信的通知')
    await inOrgan(site.db, site.organ.id, (tx) =>
      saveNormativeDocuments(tx, site.organ.id, [
        {
          kind: 'normativeDocuments',
          title: '关于统计诚信的通知',
          documentNumber: '示统发〔2015〕2号',
          issuedOn: plainDate('2015-03-01'),
          effectiveFrom: plainDate('2015-04-01'),
          validUntil: plainDate('2020-03-31'),
          repealedOn: null,
          repealedBy: null,
        },
      ]),
    )
    await vi.waitUntil(async () => (await page('/shili-tjj/library')).includes('关于统计诚信的通知'))
    const wish = /href="(\/shili-tjj\/requests\/new\?wanted=[^"]+)">申请公开这份文件/.exec(
      await page('/shili-tjj/library'),
    )?.[1]
    expect(new URL(wish ?? '', origin).searchParams.get('wanted')).toMatch(/^《关于统计诚信的通知》（.+号）$/)
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
    const refused = await page(`/shili-tjj/library?asOf=${encodeURIComponent('2026年2月30日')}`)
    expect(refused).toContain('没有2026年2月30日这一天')
    expect(refused).toContain('value="2026年2月30日"')
    const wide = encodeURIComponent('２０２１年１月１日')
    expect(await page(`/shili-tjj/library?asOf=${wide}&status=expired`)).toContain('关于统计诚信的通知')
  })
})

describe('search', () => {
  test('marks the hit, filters, and offers its feeds', async () => {
    expect((await page(`/search?q=${'解读'.repeat(51)}`)).replaceAll('<!-- -->', '')).toContain('只用了前100个字')
    const html = await page('/shili-tjj/search?q=%E8%A7%A3%E8%AF%BB')
    expect(html).not.toContain('搜索词过长')
    expect(html).toContain('管理办法<mark>解读</mark>')
    expect(html).toContain('href="/shili-tjj/search/feed.atom?q=%E8%A7%A3%E8%AF%BB"')
    expect(await page('/search?q=解读&type=notice')).toContain('没有找到')
    expect(await page('/search?q=申报表')).toContain(policy.path)
    expect(await page('/search?q=调查目的')).toContain(policy.path)
  })

  test('the display is switched in the form itself: what was typed and chosen, but not yet looked for, stays', async () => {
    const typed = encodeURIComponent('改动过的词')
    const turned = await get(`/shili-tjj/search?to=size&q=${typed}&type=notice&year=2026`)
    expect([turned.statusCode, turned.headers.location]).toEqual([
      303,
      `/shili-tjj/search?q=${typed}&type=notice&year=2026`,
    ])
    expect(turned.headers['set-cookie']).toContain('display=large')
    expect(await page('/shili-tjj/search?q=a')).not.toContain('action="/display"')
  })

  test('nothing found helps on', async () => {
    const html = await page('/shili-tjj/search?q=飞船发射')
    for (const words of ['没有找到“飞船发射”', '没有主动公开', '按栏目查找', '在全部机关中搜索'])
      expect(html).toContain(words)
    const wanted = `?wanted=${encodeURIComponent('飞船发射')}`
    expect(html).toContain(`href="/shili-tjj/requests/new${wanted}"`)
    // In the whole site the organ is chosen first.
    const everywhere = await page('/search?q=飞船发射')
    for (const slug of ['shili-tjj', 'shili-daj']) expect(everywhere).toContain(`href="/${slug}/requests/new${wanted}"`)
    const first = await get(`/shili-tjj/requests/new${wanted}`)
    const firstStep = await get(String(first.headers.location))
    expect(firstStep.body).toMatch(/<textarea[^>]*>飞船发射<\/textarea>/)
    expect(firstStep.headers['cache-control']).toBe('no-store')
    const bare = await get('/shili-tjj/requests/new')
    expect((await page(String(bare.headers.location))).includes('飞船')).toBe(false)
  })

  test('what is there beside records is led to, and then nothing is said to be missing', async () => {
    for (const [typed, path] of [
      ['统计局', '/shili-tjj/'],
      ['档案局 指南', '/shili-daj/guide'],
      ['年度报告', '/shili-tjj/annual-reports/'],
      ['依申请公开', '/shili-daj/requests/'],
      ['查询办理进度', '/shili-daj/requests/follow'],
      ['政府采购', '/shili-tjj/columns/zfcg'],
    ]) {
      const html = await page(`/search?q=${typed}`)
      expect(html.slice(html.indexOf('直达')), typed).toContain(`href="${path}"`)
      expect(html).not.toContain('没有主动公开')
    }
    const filtered = await page('/search?q=政府采购&year=2019')
    expect(filtered).toContain('没有找到符合所选条件的“政府采购”信息')
    expect(filtered).toContain('去掉栏目、年份等条件')
  })

  test('what is nowhere as a whole is found by its words', async () => {
    const html = await page('/search?q=统计调查怎么申报')
    expect(html).toContain('没有完整包含')
    expect(html).toContain(policy.path)
  })

  test('who searches all organs may go on in one of them, with the same words and filters', async () => {
    const answer = await get('/search?q=%E8%A7%A3%E8%AF%BB&organ=shili-tjj&type=notice')
    expect(answer.statusCode).toBe(302)
    expect(answer.headers.location).toBe('/shili-tjj/search?q=%E8%A7%A3%E8%AF%BB&type=notice')
    for (const organ of ['nobody', '//evil.example', ''])
      expect((await get(`/search?q=%E8%A7%A3%E8%AF%BB&organ=${encodeURIComponent(organ)}`)).statusCode).toBe(200)
  })

  test('a document number without brackets is read as one before its parts are looked for', async () => {
    const html = await page('/search?q=示统发2026年8号')
    expect(html).toContain('找到1条与“示统发2026年8号”有关的信息')
    expect(html).toContain(policy.path)
  })

  test('a page behind the last one says so and leads back, also where words were looked for one by one', async () => {
    for (const typed of ['抽查', '抽查怎么通报']) {
      const wanted = `/search?q=${encodeURIComponent(typed)}`
      expect(await page(`${wanted}&page=2`)).toContain('class="whole-row"')
      const behind = await page(`${wanted}&page=3`)
      for (const words of ['22条', '这一页没有信息', `href="${wanted}"`, `href="${wanted}&amp;page=2"`])
        expect(behind).toContain(words)
      expect(behind).not.toContain('没有找到')
    }
    expect((await get(`/api/search?q=${encodeURIComponent('抽查')}&page=3`)).json()).toMatchObject({
      total: 22,
      records: [],
    })
  })

  test('what went to another column is looked for there, also after it is corrected', async () => {
    const { key } = await site.publish({ title: '关于并表的说明', columnId: 'hygq' })
    await inOrgan(site.db, site.organ.id, (tx) =>
      closeColumn(tx, site.people.ogiHead, 'hygq', { reason: '并入工作动态', successorId: 'gzdt' }),
    )
    const found = async (column: string) =>
      (await get(`/api/search?q=${encodeURIComponent('并表')}&column=${column}`)).json<{ total: number }>().total
    expect([await found('gzdt'), await found('hygq')]).toEqual([1, 0])
    await site.follow(key, { kind: 'correct', reason: '有错别字' }, { text: aText('并表以后一次填报。') })
    expect([await found('gzdt'), await found('hygq')]).toEqual([1, 0])
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
      expect(rss.body).toMatch(/<lastBuildDate>\w{3}, /)
      for (const { body } of [atom, rss]) expect(body).toMatch(/<category(?: term="|>)政策解读/)
      for (const { headers } of [atom, rss]) expect(headers).toHaveProperty('last-modified')
      for (const { body } of [atom, rss]) expect(body).toMatch(/<(summary|description)>根据国务院部署/)
      for (const { body } of [atom, rss])
        expect(parseDocument(body, { xmlMode: true }).children.length).toBeGreaterThan(1)
    }
  })

  test('feeds of the library, where what changed comes up again, and of the annual reports', async () => {
    const listed = await page('/shili-tjj/library')
    for (const form of ['atom', 'rss']) {
      expect(listed).toContain(`href="/shili-tjj/library/feed.${form}"`)
      const feed = await page(`/shili-tjj/library/feed.${form}`)
      expect(feed.indexOf('关于旧制度的通知')).toBeLessThan(feed.indexOf('关于部门统计调查项目管理的通知'))
      // Of the register alone there is no page to lead to.
      expect(feed).not.toMatch(/关于统计诚信的通知|管理办法解读/)
      const reports = await get(`/shili-tjj/annual-reports/feed.${form}`)
      expect(reports.headers['content-type']).toBe(`application/${form}+xml; charset=utf-8`)
      expect(reports.body).toContain('政府信息公开年报')
    }
    expect((await get('/shili-tjj/columns/nowhere/feed.atom')).statusCode).toBe(404)
  })

  test('a map of records that is not in the index is not there', async () => {
    expect((await get('/sitemap-records/1.xml')).statusCode).toBe(200)
    for (const part of ['2', '0', '1001', 'x']) expect((await get(`/sitemap-records/${part}.xml`)).statusCode).toBe(404)
  })

  test('each address stands in one sitemap: records in their own, all others in the first', async () => {
    for (const path of ['/shili-tjj/library', '/shili-tjj/records/'])
      expect(await page('/sitemap.xml')).toContain(`<loc>${origin}${path}</loc>`)
    expect(await page('/sitemap-records/1.xml')).toContain(`<loc>${origin}${policy.path}</loc>`)
    const all = (await page('/sitemap.xml')) + (await page('/sitemap-records/1.xml'))
    const addresses = [...all.matchAll(/<loc>([^<]*)/g)].map(([, address]) => address)
    expect(new Set(addresses).size).toBe(addresses.length)
    expect(await page('/sitemap.xml')).toContain(`<loc>${origin}/shili-tjj/columns/zcjd</loc>`)
    expect(await page('/sitemap-records.xml')).toContain(`<loc>${origin}/sitemap-records/1.xml</loc>`)
  })

  test('every field of a record and of the search is described in Chinese', async () => {
    const { paths } = (await get('/api/openapi.json')).json()
    const undescribed = (schema: unknown, at: string): string[] => {
      if (typeof schema !== 'object' || schema === null) return []
      const fields = 'properties' in schema ? Object.entries(schema.properties ?? {}) : []
      return [
        ...fields.flatMap(([name, field]) =>
          /description":"[^"]*\p{Script=Han}/u.test(JSON.stringify(field)) ? [] : [at + name],
        ),
        ...Object.entries(schema).flatMap(([name, each]) => undescribed(each, `${at}${name}.`)),
      ]
    }
    for (const path of ['/api/records/{organ}/{number}', '/api/search', '/api/organs'])
      expect(undescribed(paths[path].get.responses['200'], `${path} `), path).toEqual([])
  })

  test('JSON: lists, one record, search', async () => {
    const list = (await get('/api/records?organ=shili-tjj&column=zcjd')).json()
    expect(list.records).toEqual([expect.objectContaining({ title: '管理办法解读', url: origin + reading.path })])
    const whole = (await get(policy.path.replace('/shili-tjj/records', '/api/records/shili-tjj'))).json()
    expect(whole).toMatchObject({
      indexNumber: '示统/2026-00001',
      validity: 'notYetEffective',
      documentNumber: '示统发〔2026〕8号',
      linked: [expect.objectContaining({ title: '管理办法解读' })],
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

test('what cannot be read behind the question mark is left out, whichever page it is; an address that is no text says so', async () => {
  const pages = [
    '',
    'records/',
    'library',
    'catalogue',
    'catalogue/records',
    'columns/zcjd',
    'annual-reports/',
    'search',
    'guide',
    'requests/',
  ]
  for (const path of pages) {
    for (const query of [
      'year=abc',
      'year=',
      'year=2026&year=2025',
      'page=0',
      'page=x',
      'q=',
      'q=a&q=b',
      'anything=1',
      '&&=',
    ])
      expect((await get(`/shili-tjj/${path}?${query}`)).statusCode, `${path}?${query}`).toBe(200)
    const broken = await get(`/shili-tjj/${path}?year=%ZZ`)
    expect(broken.statusCode).toBe(400)
    for (const words of ['<h1>网址有误</h1>', '网址中问号后面的内容有误', '从首页按机关查找'])
      expect(broken.body).toContain(words)
  }
})
