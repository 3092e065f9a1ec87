import { sql } from 'kysely'
import { afterAll, expect, test, vi } from 'vitest'
import { buildApp } from '../../app/build-app.ts'
import { testDatabase } from '../../db/testing/database.ts'
import { addCity, correction, publish, reportOf } from '../testing/a-published-site.ts'

const { db, owner, url } = await testDatabase()
const origin = 'https://www.shili.example'
const anApp = async () => {
  const app = await buildApp({ db, url }, { KAICHENG_ORIGIN: origin, KAICHENG_TODAY: '2026-11-24' })
  afterAll(() => app.close())
  await app.ready()
  return (path: string) => app.inject({ url: path, headers: { host: '127.0.0.1' } })
}

const { statistics } = await addCity(db)
const files = new Map()
const changed = (total: number, words: string) => {
  const report = reportOf(statistics, 2024)
  report.requests.newReceived = { ...report.requests.newReceived, total }
  const overview = report.sections.find(({ id }) => id === 'overview')
  if (overview) overview.paragraphs = overview.paragraphs.map((text) => text.replace('收到政府信息公开申请24件', words))
  return report
}
await publish(db, statistics, 2024, { files })
const again = { reason: correction, publishedOn: '2025-03-06', files, report: changed(53, '收到政府信息公开申请25件') }
await publish(db, statistics, 2024, again)
const third = { ...again, reason: '再更正一处数据。', publishedOn: '2025-05-08' }
await publish(db, statistics, 2024, { ...third, report: changed(54, '收到政府信息公开申请25件') })
await publish(db, statistics, 2023, { files })
const report = '/shili-tjj/annual-reports/2024'
const get = await anApp()
const page = async (path: string) => (await get(path)).body
const plain = (body: string) => body.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')

test('the record of corrections on the report leads to the earlier revisions and to what each correction changed', async () => {
  const body = await page(report)
  for (const path of [`${report}/revisions/1`, `${report}/revisions/2`, `${report}/changes`])
    expect(body).toContain(`href="${path}"`)
  expect(body).not.toContain(`${report}/revisions/3`)
})

test('an earlier revision stands as it stood, says by which it was corrected and why, and is left out of search engines', async () => {
  const { body, headers, statusCode } = await get(`${report}/revisions/1`)
  expect(statusCode).toBe(200)
  expect(body).toContain('收到政府信息公开申请24件')
  expect(plain(body)).toContain(
    `这是2025年1月20日公布的第1版，已经更正，不再是现行的报告。2025年3月6日由第2版更正，理由：${correction}`,
  )
  expect(plain(body)).toContain('查看现行的第3版')
  expect(headers['x-robots-tag']).toBe('noindex')
  expect(body).toContain(`<link rel="canonical" href="${origin}${report}"/>`)
  expect(body).not.toContain(`${report}.pdf`)
  expect(await page(`${report}/revisions/2`)).toContain('由第3版更正')
})

test('the newest revision is the report itself; of what was never published the page says so', async () => {
  const newest = await get(`${report}/revisions/3`)
  expect([newest.statusCode, newest.headers.location]).toEqual([302, report])
  for (const [path, words] of [
    [`${report}/revisions/4`, '没有第4版'],
    [`${report}/revisions/0`, '没有找到这个页面'],
    [`${report}/revisions/x`, '没有找到这个页面'],
    ['/shili-tjj/annual-reports/2022/revisions/1', '没有2022年度报告'],
    ['/shili-tjj/annual-reports/2022/changes', '没有2022年度报告'],
    ['/shili-tjj/annual-reports/9999/changes', '没有找到这个页面'],
    ['/nowhere/annual-reports/2024/changes', '没有找到这个机关'],
  ] as const) {
    const { statusCode, body } = await get(path)
    expect([statusCode, plain(body).includes(words)], path).toEqual([404, true])
  }
})

test('each correction stands with its day, its reason and every figure and word that it changed, the newest first', async () => {
  const body = await page(`${report}/changes`)
  const [, newer = '', older = '', first = ''] = body.split('<li value=')
  expect(plain(newer)).toContain('2025年5月8日 更正后重新公布 理由：再更正一处数据。')
  expect(plain(newer)).toContain('第三部分“一、本年新收政府信息公开申请数量”行“总计”列 53 54')
  expect(newer).not.toContain('<ins>')
  expect(plain(older)).toContain(`2025年3月6日 更正后重新公布 理由：${correction}`)
  expect(plain(older)).toContain('列 52 53')
  expect(older).toMatch(/“一、总体情况”第2段[\s\S]*申请.*<del>24<\/del>.*<ins>25<\/ins>.*件/)
  expect(plain(older)).toContain('［删去： 24 ］ ［增加： 25 ］')
  expect(plain(first)).toContain('2025年1月20日 首次公布')
})

test('of a report that was never corrected the page says so', async () => {
  const { statusCode, body } = await get('/shili-tjj/annual-reports/2023/changes')
  expect([statusCode, body.includes('这份报告公布以后没有更正过。')]).toEqual([200, true])
})

test('a revision that somebody else than the program has changed is neither shown nor compared', async () => {
  await owner.transaction().execute(async (tx) => {
    await sql`set local session_replication_role = replica`.execute(tx)
    await sql`update annual_reports set report = jsonb_set(report, '{requests,newReceived,total}', '7777'), revision_reason = '假的理由'
      where year = 2024 and revision = 2`.execute(tx)
  })
  const said = vi.spyOn(process.stderr, 'write').mockImplementation(() => true)
  const anew = await anApp()
  const forged = await anew(`${report}/revisions/2`)
  expect([forged.statusCode, forged.body.includes('7777')]).toEqual([503, false])
  const { body } = await anew(`${report}/changes`)
  expect(plain(body)).toContain('第2版 这一版与公布时不一致，正在核查，暂停显示。')
  expect(plain(body)).toContain('第2版正在核查，暂停显示，不能比较。')
  expect(body).not.toMatch(/7777|假的理由/)
  const newest = (await anew(report)).body
  expect(plain(newest)).toContain('第2版正在核查，暂停显示。')
  expect(newest).not.toMatch(/假的理由|revisions\/2/)
  const { revisions } = (await anew(`/api/organs${report}`)).json()
  expect(revisions.map(({ revision }: { revision: number }) => revision)).toEqual([3, 1])
  const before = (await anew(`${report}/revisions/1`)).body
  expect(before).toContain('查看现行的第3版')
  expect(before).not.toContain('假的理由')
  said.mockRestore()
})
