import { describe, expect, test, vi } from 'vitest'
import { buildApp } from '../../app/build-app.ts'
import { publish } from '../testing/a-published-site.ts'
import { aYearOfReports, plain, rowOf } from '../testing/a-year-of-reports.ts'

const { db, url, government, statistics, archives, education, street, town, anApp, get, page } = await aYearOfReports()

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
