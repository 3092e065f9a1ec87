import { sql } from 'kysely'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { buildApp } from '../../app/build-app.ts'
import { inActs } from '../../db/organ.ts'
import { testDatabase } from '../../db/testing/database.ts'
import type { Organ } from '../../organs/organ.ts'
import * as organs from '../../organs/store.ts'
import { anOrgan } from '../../organs/testing/organ.ts'
import { parseCsv } from '../../workbooks/xlsx/csv.ts'
import { addCity, correction, publish, reportOf } from '../testing/a-published-site.ts'

const { db, owner, url } = await testDatabase()
const origin = 'https://www.shili.example'
const anApp = async (today: string) => {
  const app = await buildApp({ db, url }, { KAICHENG_ORIGIN: origin, KAICHENG_TODAY: today })
  afterAll(() => app.close())
  await app.ready()
  return (path: string, headers: Record<string, string> = {}) =>
    app.inject({ url: path, headers: { host: '127.0.0.1', ...headers } })
}

const { government, statistics, archives } = await addCity(db)
const more = (slug: string, name: string, kind: Organ['kind']) =>
  inActs(db, (tx) => organs.add(tx, anOrgan({ slug, name, kind, parentId: government.id })))
const education = await more('shili-jyj', '示例市教育局', 'department')
const street = await more('shili-jd', '示例市人民路街道办事处', 'township')
const town = await more('shili-zhen', '示例市开诚镇人民政府', 'township')

const files = new Map()
/** Total of new requests as told; nothing where it is not. */
const withTotal = (organ: Organ, year: number, total: number | null) => {
  const report = reportOf(organ, year)
  report.requests.newReceived = total === null ? {} : { total }
  return report
}
await publish(db, statistics, 2020, { files })
await publish(db, statistics, 2024)
const corrected = { reason: correction, publishedOn: '2025-03-06', files, report: withTotal(statistics, 2024, 53) }
await publish(db, statistics, 2024, corrected)
await publish(db, education, 2024, { files, publishedOn: '2025-02-01', report: withTotal(education, 2024, null) })
await publish(db, government, 2024, { files, publishedOn: '2025-03-31', report: withTotal(government, 2024, 200) })
await publish(db, town, 2024, { files, publishedOn: '2025-10-01', report: withTotal(town, 2024, 0) })
await publish(db, education, 2025, { files, publishedOn: '2026-01-31' })

const get = await anApp('2026-03-05')
const page = async (path: string) => (await get(path)).body
const plain = (body: string) =>
  body
    .replace(/^[\s\S]*<main/, '<main')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
/** What a list or a table says of an organ, from its name to the end of its row. */
const rowOf = (body: string, { name }: Organ, tag: 'li' | 'tr') => {
  const rows = body.split(`<${tag}`).map((part) => part.split(`</${tag}>`)[0] ?? '')
  return plain(rows.findLast((row) => row.includes(`>${name}<`)) ?? '')
    .replace(/^>/, '')
    .trim()
}
const drawn = (body: string) => {
  const [, drawing = ''] = /<svg class="bars"([\s\S]*?)<\/svg>/.exec(body) ?? []
  return [...drawing.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text)
}

describe('the overview', () => {
  test('has every organ and year at a glance, the newest year first, each leading to its page', async () => {
    const body = await page('/annual-reports/')
    const heads = [...body.matchAll(/<th scope="col"><a href="\/annual-reports\/(\d{4})">/g)].map(([, year]) => year)
    expect(heads.slice(0, 6)).toEqual(['2025', '2024', '2023', '2022', '2021', '2020'])
    for (const organ of [government, statistics, archives, education, street, town])
      expect(rowOf(body, organ, 'tr')).toContain(organ.name)
    expect(body).toContain(`href="/shili-tjj/annual-reports/2024"`)
  })

  test('names who is late with the newest year that is due, and nobody whose day is to come or is set by a county', async () => {
    const body = await page('/annual-reports/')
    expect(rowOf(body, statistics, 'tr')).toBe('示例市统计局 逾期未公布 已公布 未公布 未公布 未公布 已公布')
    expect(rowOf(body, education, 'tr')).toMatch(/^示例市教育局 已公布 已公布/)
    expect(rowOf(body, government, 'tr')).toContain('未到期 已公布')
    expect(rowOf(body, street, 'tr')).not.toMatch(/逾期|未到期/)
    const later = await anApp('2026-04-01')
    expect(rowOf((await later('/annual-reports/')).body, government, 'tr')).toContain('逾期未公布')
  })
})

describe('a year', () => {
  test('tells of every organ on which day it was first published, whether in time, and that it was corrected', async () => {
    const body = await page('/annual-reports/2024')
    expect(rowOf(body, government, 'li')).toContain('2025-03-31 按期公布')
    expect(rowOf(body, statistics, 'li')).toMatch(/2025-01-20 按期公布 第2版 ，2025-03-06更正/)
    expect(rowOf(body, education, 'li')).toContain('2025-02-01 逾期公布')
    expect(rowOf(body, archives, 'li')).toMatch(/逾期未公布$/)
    expect(rowOf(body, town, 'li')).toMatch(/2025-10-01 已公布$/)
    expect(rowOf(body, street, 'li')).toMatch(/未公布$/)
    expect(rowOf(body, street, 'li')).not.toContain('逾期')
    expect(body.indexOf('>示例市人民政府<')).toBeLessThan(body.indexOf('>示例市统计局<'))
  })

  test('counts them at its head', async () => {
    expect(plain(await page('/annual-reports/2024'))).toContain(
      '应公布 4个 按期公布 2个 逾期公布 1个 逾期未公布 1个 截至2026年3月5日。逾期未公布的，是到期后没有在本网站公布；乡镇、街道2个，其中1个已经公布。',
    )
    expect(plain(await page('/annual-reports/2025'))).toContain(
      '应公布 3个 按期公布 1个 逾期公布 0个 逾期未公布 2个 截至2026年3月5日。逾期未公布的，是到期后没有在本网站公布；1个机关尚未到公布的期限；乡镇、街道2个，其中0个已经公布。',
    )
  })

  test('has the downloads of each report, each by the name of its organ, and leads to the years beside it', async () => {
    await publish(db, archives, 2023)
    await vi.waitFor(async () =>
      expect(await page('/annual-reports/2023')).toContain('下载示例市档案局2023年度报告：PDF'),
    )
    const body = await page('/annual-reports/2023')
    expect(body).toContain('href="/shili-daj/annual-reports/2023.pdf"')
    expect(body).toMatch(/rel="prev" href="\/annual-reports\/2022"/)
    expect(body).toMatch(/rel="next" href="\/annual-reports\/2024"/)
    expect(await page('/annual-reports/2025')).not.toContain('rel="next"')
  })

  test('is there with everybody late when its day is over and nobody has published', async () => {
    const { statusCode, body } = await get('/annual-reports/2021')
    expect([statusCode, plain(body).includes('逾期未公布 4个')]).toEqual([200, true])
    expect(body).not.toContain('name="row"')
  })

  test.for([
    ['/annual-reports/2007', '2008年以前没有政府信息公开工作年度报告'],
    ['/annual-reports/2015', '没有收录各机关的2015年度报告。当年的报告没有全国统一的格式'],
    ['/annual-reports/2019', '没有收录各机关的2019年度报告'],
    ['/annual-reports/2026', '2026年度报告尚未到公布的期限'],
    ['/annual-reports/2015.csv', '没有收录各机关的2015年度报告'],
    ['/annual-reports/9999', '没有找到这个页面'],
    ['/annual-reports/202', '没有找到这个页面'],
    ['/annual-reports/2024.pdf', '没有找到这个页面'],
    ['/annual-reports/2024?row=requests.nothing', '统计表中没有这一行'],
    ['/annual-reports/2024?row=proactive.rules', '统计表中没有这一行'],
    ['/annual-reports/2021?row=requests.newReceived', '统计表中没有这一行'],
  ])('%s is not there, and says why', async ([path = '', words]) => {
    const { statusCode, body } = await get(path)
    expect([statusCode, plain(body).includes(words ?? '')], plain(body)).toEqual([404, true])
  })

  test('in memory is old at midnight: who was not due yesterday is late today', async () => {
    let now = '2026-03-31T15:59:00Z'
    const clock = () => {
      const at = new Date()
      at.setTime(Date.parse(now))
      return at
    }
    const app = await buildApp({ db, url }, {}, clock)
    await app.ready()
    const read = async () =>
      rowOf((await app.inject({ url: '/annual-reports/2025', headers: { host: '127.0.0.1' } })).body, government, 'li')
    expect(await read()).toContain('尚未到期')
    now = '2026-03-31T16:01:00Z'
    expect(await read()).toContain('逾期未公布')
    await app.close()
  })
})

describe('one row of all organs', () => {
  const path = '/annual-reports/2024?row=requests.newReceived'

  test('is chosen among the rows as printed, and stays chosen', async () => {
    const body = await page(path)
    expect(body).toMatch(/<option value="requests.newReceived" selected="">一、本年新收政府信息公开申请数量<\/option>/)
    expect(body).toContain('<optgroup label="三、收到和处理政府信息公开申请情况 （三）不予公开">')
    expect(body).toContain(`<link rel="canonical" href="${origin}/annual-reports/2024"/>`)
  })

  test('is a table of every organ, in which nought is nought and what is not stated or published is said in words', async () => {
    const body = (await page(path)).split('id="figures"')[1]?.split('</table>')[0] ?? ''
    const said = [government, statistics, archives, education, street, town].map(
      (organ) => rowOf(body, organ, 'tr').split(' ').at(-1) ?? '',
    )
    expect(said).toEqual(['200', '53', '逾期未公布', '未载明', '未公布', '0'])
    expect(plain(body)).toContain('已公布报告的4个机关中，3个载明了这一项。未载明的不是零。')
  })

  test('is drawn with the greatest first, and only what is stated', async () => {
    expect(drawn(await page(path))).toEqual([
      '示例市人民政府',
      '200',
      '示例市统计局',
      '53',
      '示例市开诚镇人民政府',
      '0',
    ])
  })

  test.for([
    ['2024?row=proactive.administrativeFees.amountWan', '行政事业性收费—本年收费金额（单位：万元）'],
    ['2024?row=remedies.suitAfterReview.pending', '行政诉讼—复议后起诉—尚未审结'],
    ['2020?row=proactive.licensing.itemsDelta', '行政许可—本年增/减'],
  ])('%s may be a figure of section two or four, of the form of its year', async ([path = '', name]) => {
    expect(plain(await page(`/annual-reports/${path}`))).toContain(`年：${name}`)
  })

  test('that is text as printed is told in the table and not drawn', async () => {
    const path = '/annual-reports/2020?row=proactive.procurement.amountPrinted'
    const report = reportOf(education, 2020)
    report.proactive['procurement.amountPrinted'] = '约12万元'
    await publish(db, education, 2020, { files, report })
    await vi.waitFor(async () => expect(rowOf(await page(path), education, 'tr')).toBe('示例市教育局 约12万元'))
    expect(drawn(await page(path))).not.toContain('示例市教育局')
  })
})

describe('the figures of a year as a file', () => {
  const lines = async (year: number) => parseCsv((await page(`/annual-reports/${year}.csv`)).replace(/^\ufeff/, ''))

  test('have the columns that programs rely on, and a line for each figure that the newest revision states', async () => {
    const [head, ...figures] = await lines(2024)
    expect(head).toEqual(['organ', 'year', 'table', 'row', 'column', 'value'])
    expect(figures).toContainEqual(['shili-tjj', '2024', 'requests', 'newReceived', 'total', '53'])
    expect(figures).toContainEqual(['shili-zhen', '2024', 'requests', 'newReceived', 'total', '0'])
    const ofFees = figures.filter(([organ, , , row]) => organ === 'shili-jyj' && row === 'newReceived')
    expect(ofFees).toEqual([])
    expect(new Set(figures.map((line) => line.length))).toEqual(new Set([6]))
    expect(figures.filter(([organ]) => organ === 'shili-tjj')).toHaveLength(194)
  })

  test('are marked as UTF-8, go by a Chinese name, and say when they last changed', async () => {
    const { headers, rawPayload } = await get('/annual-reports/2024.csv')
    expect(rawPayload.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
    expect(headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(headers['content-disposition']).toContain(encodeURIComponent('各机关2024年政府信息公开工作年度报告数据'))
    expect(Date.parse(String(headers['last-modified']))).toBeGreaterThan(0)
    expect((await get('/annual-reports/2024.csv', { 'if-none-match': String(headers.etag) })).statusCode).toBe(304)
  })

  test('hold nothing that a spreadsheet would compute, and text as printed in one cell', async () => {
    const report = reportOf(archives, 2020)
    report.proactive['procurement.amountPrinted'] = '=1+1,"甲"'
    report.proactive['licensing.itemsDelta'] = -5
    await publish(db, archives, 2020, { files, report })
    await vi.waitFor(async () =>
      expect(await lines(2020)).toContainEqual([
        'shili-daj',
        '2020',
        'proactive',
        'procurement',
        'amountPrinted',
        `'=1+1,"甲"`,
      ]),
    )
    expect(await lines(2020)).toContainEqual(['shili-daj', '2020', 'proactive', 'licensing', 'itemsDelta', '-5'])
  })

  test('are listed in the catalogue of data and on its page, the pages of the years in the map', async () => {
    const set = (await get('/data.json')).json()['dcat:dataset']
    expect(set).toContainEqual(
      expect.objectContaining({
        '@id': `${origin}/annual-reports/2024.csv`,
        'dcat:landingPage': { '@id': `${origin}/annual-reports/2024` },
      }),
    )
    expect(JSON.stringify(set)).not.toContain('2021.csv')
    expect(await page('/open-data')).toContain('href="/annual-reports/2024.csv"')
    expect(await page('/sitemap.xml')).toContain(`<loc>${origin}/annual-reports/2025</loc>`)
  })
})

describe('for programs', () => {
  test('a year tells of every organ its day, how it stands and its files', async () => {
    const { organs: list, figures } = (await get('/api/annual-reports/2024')).json()
    expect(figures).toBe(`${origin}/annual-reports/2024.csv`)
    const of = ({ slug }: Organ) => list.find(({ organ }: { organ: Organ }) => organ.slug === slug)
    expect(of(statistics)).toMatchObject({
      standing: 'inTime',
      dueOn: '2025-01-31',
      firstPublishedOn: '2025-01-20',
      publishedOn: '2025-03-06',
      revision: 2,
    })
    expect(of(archives)).toMatchObject({ standing: 'overdue', publishedOn: null, revision: null, url: null, files: [] })
    expect(of(street)).toMatchObject({ standing: 'locallySet', dueOn: null })
    expect(Object.keys(of(education).organ)).not.toContain('phone')
  })

  test('a year that has no page is missing here too, with the same words, and the description knows the address', async () => {
    const answer = await get('/api/annual-reports/2007')
    expect([answer.statusCode, answer.json().code]).toEqual([404, 'no_reports_of_year'])
    expect(answer.json().message).toContain('2008年以前')
    expect((await get('/api/annual-reports/9999')).statusCode).toBe(422)
    expect(Object.keys((await get('/api/openapi.json')).json().paths)).toContain('/api/annual-reports/{year}')
  })
})

describe('where somebody else than the program has changed a report', () => {
  const forge = (organ: Organ, revision: number) =>
    owner.transaction().execute(async (tx) => {
      await sql`set local session_replication_role = replica`.execute(tx)
      await sql`update annual_reports set report = jsonb_set(report, '{requests,newReceived,total}', '7777'),
        published_on = published_on - 400 where organ_id = ${organ.id} and year = 2024 and revision = ${revision}`.execute(
        tx,
      )
    })

  test('it is said to be paused, counted among none, and none of its figures is shown', async () => {
    await forge(education, 1)
    const anew = await anApp('2026-03-05')
    const body = (await anew('/annual-reports/2024?row=requests.newReceived')).body
    expect(rowOf(body, education, 'li')).toMatch(/正在核查，暂停显示$/)
    expect(body).not.toMatch(/7777|2023-12-29/)
    expect(plain(body)).toContain('应公布 4个 按期公布 2个 逾期公布 0个 逾期未公布 1个')
    expect(plain(body)).toContain('1个机关的报告正在核查，暂停显示，没有计入')
    expect(plain(body)).toContain('已公布报告的3个机关中')
    expect((await anew('/annual-reports/2024.csv')).body).not.toContain('shili-jyj')
    const { organs: list } = (await anew('/api/annual-reports/2024')).json()
    expect(list.find(({ organ }: { organ: Organ }) => organ.slug === 'shili-jyj')).toMatchObject({
      standing: 'paused',
      publishedOn: null,
      revision: null,
      files: [],
    })
  })

  test('where that is an earlier revision, the newest stands, and its first day is not known', async () => {
    await forge(statistics, 1)
    const anew = await anApp('2026-03-05')
    const body = (await anew('/annual-reports/2024')).body
    expect(rowOf(body, statistics, 'li')).toContain('已公布，首次公布的日期正在核查')
    expect(plain(body)).toContain('按期公布 1个')
    expect((await anew('/annual-reports/2024.csv')).body).toContain('shili-tjj,2024,requests,newReceived,total,53')
  })
})
