import { createHash } from 'node:crypto'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { parseDocument } from 'htmlparser2'
import { sql } from 'kysely'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { buildApp } from '../app/build-app.ts'
import { inOrgan } from '../db/organ.ts'
import { testDatabase } from '../db/testing/database.ts'
import { addCity, correction, publish, reportOf, siteCode } from './testing/a-published-site.ts'

const { db, url } = await testDatabase()
const origin = 'https://www.shili.example'
const app = await buildApp({ db, url }, { KAICHENG_ORIGIN: origin })
afterAll(() => app.close())

const headers = { host: '127.0.0.1' }
const get = (path: string, more: Record<string, string> = {}) =>
  app.inject({ url: path, headers: { ...headers, ...more } })
const page = async (path: string) => (await get(path)).body
const tagsOf = (html: string) =>
  Object.fromEntries(
    [...html.matchAll(/<meta name="(\w+)" content="([^"]*)"/g)].map(([, name, content]) => [name, content]),
  )

await app.ready()
const emptyHouse = await page('/')
const fromEmptyHouse = await Promise.all(
  ['/search?q=a', '/annual-reports/', '/requests/new', '/requests/follow'].map((path) => get(path)),
)
const { statistics, government, archives } = await addCity(db)
const empty = await vi.waitUntil(async () => (await page('/')).includes('示例市统计局') && page('/'))
for (const year of [2022, 2023, 2024]) await publish(db, statistics, year)
await publish(db, statistics, 2024, { reason: correction, publishedOn: '2025-03-06' })
await publish(db, government, 2024, { files: new Map() })
const report = '/shili-tjj/annual-reports/2024'

describe('pages', () => {
  test('before there is an organ every page says that there is none and what its administrator does, and offers nothing', () => {
    expect(emptyHouse).toContain('网站尚未启用')
    expect(emptyHouse).toContain('启动开诚的窗口')
    expect(emptyHouse).not.toMatch(/name="q"|requests\/new|setup#/)
    for (const { statusCode, headers } of fromEmptyHouse) expect([statusCode, headers.location]).toEqual([302, '/'])
  })

  test('before anything is published, the home page says so and when reports are due', () => {
    expect(empty).toContain('尚未公布年度报告')
    expect(empty).toContain('第四十九条')
  })

  test('the home page lists every organ, also one that has published nothing, and the newest report first', async () => {
    const home = await vi.waitUntil(async () => (await page('/')).includes('示例市统计局') && page('/'))
    expect(home.indexOf('2025-03-06')).toBeLessThan(home.indexOf('2024-01-20'))
    expect(home).toContain('2022—2024年度报告，共3份')
    expect(home).toContain('<a href="/shili-daj/">示例市档案局</a><span>尚未公布信息，可以申请公开</span>')
    expect(home.indexOf('href="/shili/"')).toBeLessThan(home.indexOf('href="/shili-tjj/"'))
  })

  test('the home page leads to each task in one step, before the organs, and these stand before the news', async () => {
    const home = await page('/')
    const places = ['name="q"', 'href="/search"', 'href="/requests/new"', 'href="/requests/follow"'].concat([
      'href="/annual-reports/"',
      'id="organs"',
      'id="newest"',
    ])
    const at = places.map((place) => home.indexOf(place))
    expect(at).not.toContain(-1)
    expect(at).toEqual(at.toSorted((a, b) => a - b))
  })

  test('on a site of several organs one chooses whom to ask and of which to follow a request', async () => {
    for (const organ of [statistics, government, archives]) {
      expect(await page('/requests/new')).toContain(`<a href="/${organ.slug}/requests/new">${organ.name}</a>`)
      expect(await page('/requests/follow')).toContain(`<a href="/${organ.slug}/requests/follow">${organ.name}</a>`)
    }
  })

  test('all reports stand on one page by organ and year, and who has published none stands there too', async () => {
    const all = await page('/annual-reports/')
    for (const year of [2022, 2023, 2024]) expect(all).toContain(`href="/shili-tjj/annual-reports/${year}"`)
    expect(all).toMatch(
      /示例市档案局<\/a><\/th>(?:<td><(?:span|strong)[^>]*>(?:逾期)?未公布<\/(?:span|strong)><\/td>)+<\/tr>/,
    )
  })

  test('an organ that has published nothing has its page and whom to call, and no dead links', async () => {
    const organ = await page('/shili-daj/')
    expect(organ).toContain('尚未公布报告')
    expect(organ).toContain('tel:00007654321')
    expect((await get('/shili-daj/annual-reports/')).statusCode).toBe(200)
    expect(archives.slug).toBe('shili-daj')
  })

  test('the report shows every figure of its three tables, its neighbours and why it was corrected', async () => {
    const html = await page(report)
    expect(html.match(/<td headers=/g)).toHaveLength(200)
    expect(html).toContain(`更正理由：${correction}`)
    expect(html).toContain('href="/shili-tjj/annual-reports/2023"')
    expect(html).not.toContain('下一年度')
    expect(await page('/shili-tjj/annual-reports/2023')).toContain('下一年度')
  })

  test('of its tables those that may be wider than a phone are named regions that the keyboard reaches, and no other', async () => {
    const frames = [...(await page(report)).matchAll(/<(\w+) class="table-frame[^>]*>/g)].map(([frame]) => frame)
    expect(frames).toEqual([
      '<div class="table-frame">',
      '<section class="table-frame scrolling" aria-labelledby="report-requests-caption" tabindex="0">',
      '<section class="table-frame scrolling" aria-labelledby="report-remedies-caption" tabindex="0">',
    ])
  })

  test('the chart has the same figures in words and as a table', async () => {
    const html = await page(report)
    expect(html).toContain('2022年26件，2023年39件，2024年52件。')
    expect(html).toMatch(/<th scope="row">2023年<\/th><td>39<\/td>/)
  })

  test('no page has inline styles or script, which the security policy forbids', async () => {
    for (const path of ['/', '/shili-tjj/', '/shili-tjj/annual-reports/', report, '/nowhere/']) {
      const html = await page(path)
      expect(html).not.toMatch(/ style="|<style|<script(?! type="application\/ld\+json">)| on[a-z]+="/)
      expect(parseDocument(html).children.length).toBeGreaterThan(0)
    }
  })

  test('the stylesheet has an address of its own content and may be kept for ever', async () => {
    const [, href = ''] = /<link rel="stylesheet" href="([^"]+)"/.exec(await page('/')) ?? []
    const style = await get(href)
    expect(style.headers).toMatchObject({ 'content-type': 'text/css; charset=utf-8' })
    expect(style.headers['cache-control']).toContain('immutable')
    const packed = await get(href, { 'accept-encoding': 'gzip, br' })
    expect(packed.headers).toMatchObject({ 'content-encoding': 'br', vary: 'accept-encoding' })
    expect(brotliDecompressSync(packed.rawPayload).toString()).toBe(style.body)
    expect(href).toContain(createHash('sha256').update(style.body).digest('hex').slice(0, 16))
  })
})

describe('国办发〔2017〕47号: page tags', () => {
  const site = { SiteName: '示例市政府信息公开平台', SiteDomain: 'www.shili.example', SiteIDCode: siteCode }

  test('three on the home page, and none of a column', async () => {
    const tags = tagsOf(await page('/'))
    expect(tags).toMatchObject(site)
    expect(tags).not.toHaveProperty('ColumnName')
  })

  test('seven on a column', async () => {
    const tags = tagsOf(await page('/shili-tjj/annual-reports/'))
    expect(tags).toMatchObject({ ...site, ColumnName: '政府信息公开年报', ColumnType: '信息公开' })
    expect(tags.ColumnDescription).toBeTruthy()
    expect(tags.ColumnKeywords).toBeTruthy()
    expect(tags).not.toHaveProperty('ArticleTitle')
  })

  test('ten on an article, cumulative, and no invented time of publication', async () => {
    expect(tagsOf(await page(report))).toMatchObject({
      ...site,
      ColumnName: '政府信息公开年报',
      ArticleTitle: '示例市统计局2024年政府信息公开工作年度报告',
      PubDate: '2025-03-06 00:00',
      ContentSource: '示例市统计局',
      Url: `${origin}${report}`,
    })
  })
})

describe('files', () => {
  test('each form is the frozen file of the newest revision, under its Chinese name', async () => {
    const { rows } = await sql<{ form: string; sha256: string }>`select form, sha256 from annual_report_files
      where year = 2024 and revision = 2 and form <> 'html'`.execute(db)
    expect(rows).toHaveLength(5)
    for (const { form, sha256 } of rows) {
      const file = await get(`${report}.${form}`)
      expect(createHash('sha256').update(file.rawPayload).digest('hex')).toBe(sha256)
      expect(file.headers.etag).toBe(`"${sha256}"`)
      expect(Date.parse(String(file.headers['last-modified']))).toBeGreaterThan(0)
      expect(file.headers['content-disposition']).toBe(
        `attachment; filename="shili-tjj-2024-annual-report.${form}"; filename*=UTF-8''${encodeURIComponent('示例市统计局2024年政府信息公开工作年度报告')}.${form}`,
      )
    }
  })

  test('a reader who has the file is told so instead of getting it again', async () => {
    const { headers } = await get(`${report}.pdf`)
    const again = await get(`${report}.pdf`, { 'if-none-match': `W/"other", ${headers.etag}` })
    expect([again.statusCode, again.body]).toEqual([304, ''])
  })

  test('a form that was not frozen is not found, rather than taken from an earlier revision', async () => {
    expect((await get('/shili/annual-reports/2024.pdf')).statusCode).toBe(404)
  })
})

test('compressed pages hold the same text and have a tag of their own', async () => {
  const plain = await get(report)
  const [zipped, brotli] = [
    await get(report, { 'accept-encoding': 'gzip' }),
    await get(report, { 'accept-encoding': 'br' }),
  ]
  expect(gunzipSync(zipped.rawPayload).toString()).toBe(plain.body)
  expect(brotliDecompressSync(brotli.rawPayload).toString()).toBe(plain.body)
  expect([zipped, brotli].map(({ headers }) => headers['content-encoding'])).toEqual(['gzip', 'br'])
  for (const { headers } of [plain, zipped, brotli]) expect(headers.vary).toBe('accept-encoding, cookie')
  expect(new Set([plain, zipped, brotli].map(({ headers }) => headers.etag)).size).toBe(3)
  const again = { 'accept-encoding': 'gzip, br', 'if-none-match': String(brotli.headers.etag) }
  expect((await get(report, again)).statusCode).toBe(304)
  expect((await get(report, { ...again, 'if-none-match': String(zipped.headers.etag) })).statusCode).toBe(200)
  expect((await get(report, { 'accept-encoding': 'gzip;q=0' })).headers).not.toHaveProperty('content-encoding')
})

describe('what is not there', () => {
  test.for([
    ['/unknown-organ/', '没有找到这个机关'],
    ['/unknown-organ/annual-reports/2024', '没有找到这个机关'],
    ['/shili-tjj/annual-reports/2015', '已经公布的年度报告'],
    ['/shili-tjj/annual-reports/2015.pdf', '已经公布的年度报告'],
    ['/shili-tjj/annual-reports/20245', '没有找到这个页面'],
    ['/shili-tjj/annual-reports/2024.exe', '没有找到这个页面'],
    ['/shili-tjj/annual-reports/%00', '没有找到这个页面'],
    ["/x'%3Cscript%3E/", '没有找到这个页面'],
    [`/${'a'.repeat(60)}/`, '没有找到这个页面'],
    ['/icon.ico', '没有找到这个页面'],
  ])('%s is a page with status 404 that says what to do', async ([path = '', words]) => {
    const answer = await get(path)
    expect(answer.statusCode).toBe(404)
    expect(answer.body).toContain(words)
    expect(answer.body).toContain('您可以')
    expect(answer.body).not.toContain('<script')
    expect(answer.headers['cache-control']).toBe('no-store')
  })

  test('a foreign host name gets its own plain page and no link', async () => {
    const answer = await get('/', { host: 'evil.example' })
    expect(answer.statusCode).toBe(421)
    expect(answer.body).toContain('不属于本网站')
    expect(answer.body).not.toContain('href')
  })
})

test('every answer, also a refusal or an unchanged page, tells the browser to run nothing foreign', async () => {
  const known = await get(report)
  const answers = [
    known,
    await get(report, { 'if-none-match': String(known.headers.etag) }),
    await get('/nowhere/at/all'),
    await get('/', { host: 'evil.example' }),
  ]
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 304, 404, 421])
  for (const { headers } of answers) {
    expect(headers['content-security-policy']).toMatch(/^default-src 'none';style-src 'self';/)
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['x-frame-options']).toBe('DENY')
  }
})

describe('the display that a reader has chosen', () => {
  test('is kept in a cookie and leads back to the page', async () => {
    const answer = await get(`/display?mode=large-contrast&back=${report}`)
    expect([answer.statusCode, answer.headers.location]).toEqual([303, report])
    const cookie = String(answer.headers['set-cookie']).split(';')[0] ?? ''
    expect((await get(report, { cookie })).body).toContain('class="large high-contrast"')
    expect(await page(report)).not.toContain('high-contrast"')
  })

  test('may be traditional characters, beside the size that was chosen, and back to the simplified ones', async () => {
    const answer = await get(`/display?characters=traditional&back=${report}`)
    expect([answer.statusCode, answer.headers.location]).toEqual([303, report])
    const cookie = `${String(answer.headers['set-cookie']).split(';')[0]}; display=large`
    const { body } = await get(report, { cookie })
    for (const words of ['年度報告', '內容以簡體字文本為準', 'lang="zh-Hant" class="large"'])
      expect(body).toContain(words)
    expect(await page(report)).not.toMatch(/報告|簡體字/)
    const back = await get(`/display?characters=simplified&back=${report}`)
    expect(back.headers['set-cookie']).toContain('Max-Age=0')
  })

  test('never leads to another site', async () => {
    for (const back of ['//evil.example', 'https://evil.example', '/%5Cevil.example']) {
      expect((await get(`/display?mode=large&back=${back}`)).headers.location).toBe('/')
    }
    expect((await get('/display')).headers.location).toBe('/')
  })
})

test('a change of the ledger of organs or a new report reaches pages in memory at once', async () => {
  expect(await page('/shili-tjj/')).not.toContain('0000-9999999')
  const { id } = await db.selectFrom('organs').select('id').where('slug', '=', 'shili-tjj').executeTakeFirstOrThrow()
  await inOrgan(db, id, (tx) => tx.updateTable('organs').set({ phone: '0000-9999999' }).where('id', '=', id).execute())
  await vi.waitUntil(async () => (await page('/shili-tjj/')).includes('0000-9999999'))
  await publish(db, archives, 2024, { files: new Map() })
  await vi.waitUntil(async () => (await page('/')).includes('示例市档案局'))
})

test('readers who come at the same moment, before the organs are known, all find theirs', async () => {
  const other = await buildApp({ db, url }, { KAICHENG_ORIGIN: origin })
  await other.ready()
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => other.inject({ url: '/shili-daj/requests/submit', headers })),
  )
  expect(answers.map(({ statusCode }) => statusCode)).toEqual(answers.map(() => 303))
  await other.close()
})

test('search engines find every page, and leave the forms alone', async () => {
  const map = await page('/sitemap.xml')
  expect(map).toContain(`<loc>${origin}${report}</loc><lastmod>2025-03-06</lastmod>`)
  expect(await page('/robots.txt')).toContain(`Sitemap: ${origin}/sitemap.xml`)
})

describe('for programs', () => {
  test('every organ with its published years', async () => {
    const organs = (await get('/api/organs')).json()
    expect(organs).toContainEqual(
      expect.objectContaining({
        slug: 'shili-tjj',
        annualReports: [2024, 2023, 2022].map((year) => expect.objectContaining({ year })),
      }),
    )
    expect(Object.keys(organs[0])).not.toContain('phone')
  })

  test('a report with its figures, revisions and files', async () => {
    const answer = (await get(`/api/organs${report}`)).json()
    expect(answer).toMatchObject({ year: 2024, revision: 2, publishedOn: '2025-03-06' })
    expect(answer.report.requests).toEqual(reportOf(statistics, 2024).requests)
    expect(answer.files.map(({ form }: { form: string }) => form)).toEqual(['pdf', 'docx', 'xlsx', 'txt', 'json'])
  })

  test('what is public may be kept, but is asked for again each time; what is missing is not kept', async () => {
    const caching = async (path: string) => (await get(path)).headers['cache-control']
    for (const path of [
      '/api/organs',
      `/api/organs${report}`,
      '/api/records',
      '/api/search?q=统计',
      '/api/openapi.json',
    ])
      expect(await caching(path), path).toBe('no-cache')
    expect(await caching('/api/records/shili-tjj/1999-00001')).toBe('no-store')
  })

  test('what is missing is JSON too, and the description knows both addresses', async () => {
    expect((await get('/api/organs/shili-tjj/annual-reports/1999')).json()).toMatchObject({ code: 'unknown_report' })
    expect((await get('/api/organs/shili-tjj/annual-reports/x')).statusCode).toBe(422)
    expect(Object.keys((await get('/api/openapi.json')).json().paths)).toEqual(
      expect.arrayContaining(['/api/organs', '/api/organs/{slug}/annual-reports/{year}']),
    )
  })
})
