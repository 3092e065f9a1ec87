import { expect, test } from 'vitest'
import { aSiteOfRecords } from '../testing/a-site-of-records.ts'

const site = await aSiteOfRecords({ slug: 'shili-tjj', name: '示例市统计局' })

test('smoke', async () => {
  const { path } = await site.publish({})
  const answer = await site.get(path)
  console.log(answer.statusCode, answer.body)
  for (const each of [
    '/shili-tjj/',
    '/shili-tjj/columns/tzgg',
    '/shili-tjj/columns/zcjd',
    '/shili-tjj/library',
    '/shili-tjj/search?q=普查',
    '/search?q=经济普查',
    `${path}/history`,
    '/feed.atom',
    '/shili-tjj/feed.rss',
    '/shili-tjj/columns/tzgg/feed.atom',
    '/sitemap.xml',
    '/sitemap-records/1.xml',
    '/',
    '/shili-tjj/records/',
    '/shili-tjj/records/2026-99999',
    '/shili-tjj/nothing/at/all',
    '/search?q=没有的东西啊',
  ]) {
    const { statusCode, body } = await site.get(each)
    console.log(each, statusCode, statusCode > 400 ? body : body.length)
  }
  console.log((await site.get('/search?q=经济普查')).body)
  expect(answer.statusCode).toBe(200)
})
