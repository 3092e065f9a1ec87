import { sql } from 'kysely'
import { describe, expect, test, vi } from 'vitest'
import type { Organ } from '../../organs/organ.ts'
import { parseCsv } from '../../workbooks/xlsx/csv.ts'
import { publish, reportOf } from '../testing/a-published-site.ts'
import { aYearOfReports, drawn, files, origin, plain, rowOf } from '../testing/a-year-of-reports.ts'

const { db, owner, government, statistics, archives, education, street, town, anApp, get, page } =
  await aYearOfReports()

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
    const anew = await anApp()
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
    const anew = await anApp()
    const body = (await anew('/annual-reports/2024')).body
    expect(rowOf(body, statistics, 'li')).toContain('已公布，首次公布的日期正在核查')
    expect(plain(body)).toContain('按期公布 1个')
    expect((await anew('/annual-reports/2024.csv')).body).toContain('shili-tjj,2024,requests,newReceived,total,53')
  })
})
