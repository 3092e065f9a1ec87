import { expect, test, vi } from 'vitest'
import { buildApp } from '../../app/build-app.ts'
import { openDatabase } from '../../db/database.ts'
import { aText } from '../../disclosure/testing/a-record.ts'
import { aSiteOfRecords, today } from '../testing/a-site-of-records.ts'

const site = await aSiteOfRecords({ slug: 'shili-tjj', name: '示例市统计局' })
const title = '关于统计开放日的公告'
const servers = [site.app, await site.anApp(), await site.anApp()]
const headers = { host: '127.0.0.1' }
const lists = [
  '/shili-tjj/',
  '/shili-tjj/columns/tzgg',
  '/shili-tjj/records/',
  '/shili-tjj/search?q=统计开放日',
  '/feed.atom',
  '/shili-tjj/feed.rss',
  '/shili-tjj/columns/tzgg/feed.atom',
  '/search/feed.atom?q=开放日',
  '/sitemap-records/1.xml',
  '/api/records?organ=shili-tjj',
  '/api/search?q=开放日',
]
const seen = async (path: string, words: string) =>
  Promise.all(servers.map(async (app) => (await app.inject({ url: path, headers })).body.includes(words)))
const within = { timeout: 2_000, interval: 50 }

test('page, lists, feeds, sitemaps and search of all servers agree within two seconds', async () => {
  for (const path of lists) expect(await seen(path, title)).toEqual([false, false, false])
  const { key, path, number } = await site.publish({ title, columnId: 'tzgg' })
  // A sitemap names only the address, and in a search the words found stand apart.
  const wordsOf = (list: string) => (/sitemap|search\?/.test(list) ? `/records/${number}` : title)
  for (const list of lists)
    await vi.waitFor(async () => expect(await seen(list, wordsOf(list)), list).toEqual([true, true, true]), within)
  expect(await seen(path, title)).toEqual([true, true, true])

  await site.follow(key, { kind: 'withdraw', reason: '活动取消' })
  for (const list of lists)
    await vi.waitFor(async () => expect(await seen(list, wordsOf(list)), list).toEqual([false, false, false]), within)
  expect(await seen(path, '这条信息已经撤回')).toEqual([true, true, true])
})

test('with the database away, pages that were read go on answering and say as of when; others say that it is away', async () => {
  const { path } = await site.publish({ title: '关于年鉴出版的公告', columnId: 'tzgg' })
  const own = openDatabase(site.url)
  const app = await buildApp({ db: own, url: site.url }, { KAICHENG_TODAY: today })
  const get = (url: string) => app.inject({ url, headers })
  const known = [path, '/shili-tjj/columns/tzgg', '/shili-tjj/', '/shili-tjj/library', `${path}/history`]
  for (const each of known) expect((await get(each)).statusCode, each).toBe(200)
  await own.destroy()
  // Word of a change still arrives; what it is can no longer be read.
  await site.publish({ title: '另一条', columnId: 'gzdt' })
  for (const each of known) {
    const answer = await vi.waitUntil(async () => {
      const one = await get(each)
      return one.body.includes('系统暂时无法读取最新信息') && one
    })
    expect(answer.statusCode).toBe(200)
    expect(answer.body).toMatch(/本页显示的是\d{4}年\d+月\d+日\d\d:\d\d的内容/)
    expect((await get(each)).body.match(/系统暂时无法读取/g)).toHaveLength(1)
  }
  expect((await get('/shili-tjj/columns/zcwj')).statusCode).toBe(503)
  await app.close()
})

test('what was withdrawn does not come back from memory with the database away, whether or not anybody asked since', async () => {
  const words = '误附的身份证号码清单'
  const { key, path } = await site.publish({ title: '关于名单的公告', columnId: 'tzgg', text: aText(words) })
  const own = openDatabase(site.url)
  const app = await buildApp({ db: own, url: site.url }, { KAICHENG_TODAY: today })
  const get = (url: string) => app.inject({ url, headers })
  const gone = [path, `${path}.docx`, `${path}/history`, '/shili-tjj/feed.atom']
  for (const each of [...gone, '/shili-tjj/columns/tzgg']) expect((await get(each)).statusCode, each).toBe(200)
  await site.follow(key, { kind: 'withdraw', reason: '含有个人信息' })
  await vi.waitUntil(async () => !(await get('/shili-tjj/columns/tzgg')).body.includes('关于名单的公告'))
  await own.destroy()
  for (const each of gone) {
    const { statusCode, body } = await get(each)
    expect(statusCode, each).toBe(503)
    expect(body, each).not.toContain(words)
  }
  expect((await get('/shili-tjj/columns/tzgg')).statusCode).toBe(200)
  await app.close()
})
