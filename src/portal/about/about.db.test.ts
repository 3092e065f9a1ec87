import { parseDocument } from 'htmlparser2'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { buildApp } from '../../app/build-app.ts'
import { plainDate } from '../../days/plain-date.ts'
import { inActs, inOrgan } from '../../db/organ.ts'
import { testDatabase } from '../../db/testing/database.ts'
import { saveNormativeDocuments } from '../../ledgers/store.ts'
import * as organs from '../../organs/store.ts'
import { anOrgan } from '../../organs/testing/organ.ts'
import { addCity, publish, reportOf } from '../testing/a-published-site.ts'
import { openDatasets } from './open-data.ts'

const { db, url } = await testDatabase()
const origin = 'https://www.shili.example'
const app = await buildApp({ db, url }, { KAICHENG_ORIGIN: origin, KAICHENG_TODAY: '2026-11-24' })
afterAll(() => app.close())
const get = (path: string, headers: Record<string, string> = {}) =>
  app.inject({ url: path, headers: { host: '127.0.0.1', ...headers } })

await app.ready()
const { statistics, government } = await addCity(db)
await publish(db, statistics, 2024)
const pagesAboutTheSite = ['/sitemap', '/about', '/accessibility', '/privacy', '/open-data', '/en']

describe('国办发〔2017〕47号: the footer', () => {
  test('leads from every page to the pages about the site, which are there', async () => {
    const { body } = await get('/shili-tjj/')
    for (const path of pagesAboutTheSite) {
      expect(body).toContain(`href="${path}"`)
      expect((await get(path)).statusCode, path).toBe(200)
    }
  })

  test('names the numbers of the uppermost organ on all pages once they are filed, each with where it is checked', async () => {
    expect((await get('/shili-tjj/')).body).not.toMatch(/备案|beian|承办/)
    const filed = {
      undertaker: '示例市信息中心',
      icpNumber: '黑ICP备12345678号-1',
      policeNumber: '黑公网安备23040002000001号',
    }
    await inOrgan(db, government.id, (tx) => organs.save(tx, government.id, filed))
    await vi.waitFor(async () => expect((await get('/shili-tjj/')).body).toContain('承办：示例市信息中心'))
    for (const path of ['/', '/about', '/shili-tjj/annual-reports/2024']) {
      const { body } = await get(path)
      expect(body).toContain('<a href="https://beian.miit.gov.cn/">黑ICP备12345678号-1</a>')
      expect(body).toContain('https://beian.mps.gov.cn/#/query/webSearch?code=23040002000001')
    }
  })

  test('opens a window of its own where a form is being filled in', async () => {
    const { headers } = await get('/shili-tjj/requests/new')
    expect((await get(String(headers.location))).body).toMatch(/<a href="\/privacy" target="_blank"/)
  })
})

test('who reads English is told how to ask and whom, by the names that are filed in English', async () => {
  const filed = { englishName: 'Shili Municipal Bureau of Statistics', englishAddress: '1 Renmin Road, Shili' }
  await inOrgan(db, statistics.id, (tx) => organs.save(tx, statistics.id, filed))
  await vi.waitFor(async () => expect((await get('/en')).body).toContain(filed.englishAddress))
  const { body } = await get('/en')
  expect(body).toContain(
    `<a href="/shili-tjj/requests/">${filed.englishName}</a><span lang="zh-CN"> 示例市统计局</span>`,
  )
  expect(body).toContain('<a href="/shili-daj/requests/" lang="zh-CN">示例市档案局</a>')
  expect(body).toContain('<article class="reading" lang="en">')
})

test('the site map leads to every organ, and nowhere twice', async () => {
  const { body } = await get('/sitemap')
  const main = body.slice(body.indexOf('<main'), body.indexOf('</main>'))
  const paths = [...main.matchAll(/href="([^"]+)"/g)].map(([, path]) => path)
  expect(paths).toEqual(expect.arrayContaining(['/shili/', '/shili-tjj/guide', '/shili-daj/requests/']))
  expect(new Set(paths).size).toBe(paths.length)
})

describe('open data', () => {
  const file = async (id: string) => (await get(`/data/${id}.csv`)).body
  const lines = (body: string) =>
    body
      .replace(/^\ufeff/, '')
      .trimEnd()
      .split('\r\n')

  test('every set is a file with its head, marked as UTF-8, and listed on the page and in the catalogue', async () => {
    const page = (await get('/open-data')).body
    const catalogue = (await get('/data.json')).json()
    for (const { id, headers, title } of openDatasets) {
      const body = await file(id)
      expect(body.startsWith(`\ufeff${headers.join(',')}`), id).toBe(true)
      expect(page).toContain(`/data/${id}.csv`)
      expect(catalogue['dcat:dataset']).toContainEqual(
        expect.objectContaining({ '@id': `${origin}/data/${id}.csv`, 'dct:title': title }),
      )
    }
  })

  test('a figure of a report is a row with its ids, its value and its names', async () => {
    const received = reportOf(statistics, 2024).requests.newReceived?.total
    expect(lines(await file('annual-reports'))).toContain(
      `shili-tjj,2024,requests,newReceived,total,${received},示例市统计局,三、收到和处理政府信息公开申请情况,一、本年新收政府信息公开申请数量,总计`,
    )
  })

  test('no cell is computed by a spreadsheet, and a comma or a quotation mark parts no cell', async () => {
    const name = '=1+1，"甲",局'
    await inActs(db, (tx) => organs.add(tx, anOrgan({ slug: 'shili-evil', name, parentId: government.id })))
    await vi.waitFor(async () => expect(await file('organs')).toContain(`shili-evil,"'=1+1，""甲"",局"`))
  })

  test('documents of the register are listed with how they stand today', async () => {
    const issuedOn = plainDate('2025-01-06')
    const document = {
      kind: 'normativeDocuments',
      title: '统计诚信管理办法',
      documentNumber: '示统规〔2025〕1号',
    } as const
    const term = { issuedOn, effectiveFrom: plainDate('2025-02-01'), validUntil: plainDate('2026-01-31') }
    const whole = Object.assign({ repealedOn: null, repealedBy: null }, document, term)
    await inOrgan(db, statistics.id, (tx) => saveNormativeDocuments(tx, statistics.id, [whole]))
    expect(lines(await file('normative-documents'))).toContain(
      '示例市统计局,行政规范性文件,统计诚信管理办法,示统规〔2025〕1号,2025-01-06,2025-02-01,2026-01-31,,,失效,',
    )
  })

  test('pages of other sites may read the public interface, and nothing else', async () => {
    const shared = async (path: string) => {
      const { headers } = await get(path, { origin: 'https://elsewhere.example' })
      return [headers['access-control-allow-origin'], headers['cross-origin-resource-policy']]
    }
    for (const path of ['/api/organs', '/api/records', '/api/openapi.json', '/api/organs/nobody/annual-reports/2024'])
      expect(await shared(path), path).toEqual(['*', 'cross-origin'])
    for (const path of ['/', '/open-data', '/data/organs.csv', '/api/console/me', '/api/nothing', '/metrics'])
      expect(await shared(path), path).toEqual([undefined, 'same-origin'])
  })
})

test('what a page says in JSON-LD is JSON whatever the organ is called, and ends no block', async () => {
  const name = '示例市</script><b>局'
  await inActs(db, (tx) => organs.add(tx, anOrgan({ slug: 'shili-odd', name, parentId: government.id })))
  await vi.waitFor(async () => expect((await get('/shili-odd/')).statusCode).toBe(200))
  const { body } = await get('/shili-odd/')
  const [, block = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(body) ?? []
  expect(JSON.parse(block)).toMatchObject({ '@type': 'GovernmentOrganization', name, url: `${origin}/shili-odd/` })
  expect(body).not.toContain(name)
})

describe('what browsers and programs look for', () => {
  test('a search that browsers can offer is described, and every page says where', async () => {
    const { body, headers } = await get('/opensearch.xml')
    expect(headers['content-type']).toContain('application/opensearchdescription+xml')
    expect(body).toContain(`template="${origin}/search?q={searchTerms}"`)
    expect(parseDocument(body, { xmlMode: true }).children.length).toBeGreaterThan(1)
    expect((await get('/shili-tjj/')).body).toContain('href="/opensearch.xml"')
  })

  test('RFC 9116: whom to tell of a hole, for half a year', async () => {
    const { body, headers } = await get('/.well-known/security.txt')
    expect(headers['content-type']).toContain('text/plain')
    expect(body).toContain(`Contact: mailto:${government.email}`)
    expect(body).toContain('Expires: 2027-05-22T')
    expect(body).toContain(`Canonical: ${origin}/.well-known/security.txt`)
  })

  test('the picture of the site is one of 16 by 16 points', async () => {
    const { rawPayload, headers } = await get('/favicon.ico')
    expect(headers['content-type']).toBe('image/x-icon')
    expect([rawPayload.readUInt16LE(2), rawPayload[6], rawPayload[7]]).toEqual([1, 16, 16])
    expect(rawPayload.readUInt32LE(14) + rawPayload.readUInt32LE(18)).toBe(rawPayload.length)
  })
})

describe('for search engines of data sets', () => {
  const blocks = async (path: string) =>
    [...(await get(path)).body.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/g)].map(([, text = '']) =>
      JSON.parse(text),
    )
  const addressesIn = (datasets: readonly { readonly distribution: readonly { readonly contentUrl: string }[] }[]) =>
    datasets.flatMap(({ distribution }) => distribution.map(({ contentUrl }) => contentUrl))

  test('every file that the open data and the annual reports of an organ tell of is there', async () => {
    const catalog = (await blocks('/open-data')).find((each) => each['@type'] === 'DataCatalog')
    const reports = (await blocks('/shili-tjj/annual-reports/')).find((each) => each['@type'] === 'Dataset')
    const files = addressesIn([...catalog.dataset, reports])
    expect(files).toHaveLength(openDatasets.length + 1)
    for (const file of files) expect((await get(file.slice(origin.length))).statusCode, file).toBe(200)
  })

  test('a report as data names its schema, which stands at its own address and holds for the report', async () => {
    const report = await get('/shili-tjj/annual-reports/2024.json')
    const [, address = ''] = /^<(.+)>; rel="describedby"$/.exec(String(report.headers.link)) ?? []
    const schema = (await get(address.slice(origin.length))).json()
    expect(schema.$id).toBe(address)
    const held = z.fromJSONSchema(schema)
    expect(held.safeParse(report.json()).success).toBe(true)
    const wrong = JSON.parse(report.body.replace('"year": 2024', '"year": "2024"'))
    expect(held.safeParse(wrong).success).toBe(false)
  })
})
