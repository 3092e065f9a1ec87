import { beforeAll, describe, expect, test } from 'vitest'
import { addDays, plainDate } from '../../days/plain-date.ts'
import { inOrgan } from '../../db/organ.ts'
import { putOnTop, takeFromTop } from '../../disclosure/actions/put-on-top.ts'
import { listPublic } from '../../disclosure/store/public-lists.ts'
import { aSiteOfRecords, today } from '../testing/a-site-of-records.ts'

const site = await aSiteOfRecords({ slug: 'shili-tjj', name: '示例市统计局' })
const { db, organ, people, page, get } = site
const titles = ['第一号公告', '第二号公告', '第三号公告', '第四号公告', '第五号公告']
const ids = new Map<string, Awaited<ReturnType<typeof site.publish>>>()
const of = (title: string) => ids.get(title)?.key.recordId ?? ''

beforeAll(async () => {
  for (const title of titles) ids.set(title, await site.publish({ title, columnId: 'tzgg' }))
}, 60_000)

const within = <T>(work: Parameters<typeof inOrgan<T>>[2]) => inOrgan(db, organ.id, work)
const now = () => new Date()
const pin = (title: string, lastDay = '2026-12-01') =>
  within((tx) => putOnTop(tx, people.clerk, now(), of(title), { lastDay: plainDate(lastDay) }))
const unpin = (title: string) => within((tx) => takeFromTop(tx, people.clerk, of(title)))
const listed = async (limit: number, offset = 0, day = today) =>
  (await listPublic(db, { organId: organ.id, columnId: 'tzgg', topOf: plainDate(day), limit, offset })).map(
    ({ title, isOnTop }) => (isOnTop ? `置顶 ${title}` : title),
  )
const column = '/shili-tjj/columns/tzgg'
const order = (html: string) => titles.toSorted((a, b) => html.indexOf(`>${a}<`) - html.indexOf(`>${b}<`))

describe('置顶', () => {
  test('stands first in its column and on the organ’s page, with the word; feeds and the list of all keep their order', async () => {
    await pin('第一号公告')
    for (const path of [column, '/shili-tjj/']) {
      const html = await page(path)
      expect(order(html)[0]).toBe('第一号公告')
      expect(html.match(/>置顶</g)).toHaveLength(1)
    }
    expect(await page(column)).toContain('置顶的在前，其余最新的在前')
    for (const path of ['/shili-tjj/records/', `${column}/feed.atom`, '/api/records?organ=shili-tjj']) {
      const { body } = await get(path)
      expect(body.indexOf('第五号公告')).toBeGreaterThan(0)
      expect(body.indexOf('第五号公告')).toBeLessThan(body.indexOf('第一号公告'))
    }
  })

  test('no record stands twice on the pages of a list, and none is lost', async () => {
    await pin('第三号公告')
    const all = ['置顶 第三号公告', '置顶 第一号公告', '第五号公告', '第四号公告', '第二号公告']
    for (const size of [1, 2, 3, 5]) {
      const pages = await Promise.all(
        Array.from({ length: Math.ceil(5 / size) }, (_, index) => listed(size, index * size)),
      )
      expect(pages.flat()).toEqual(all)
    }
  })

  test('holds to the end of its last day, and is over on the next', async () => {
    expect((await listed(1, 0, '2026-12-01'))[0]).toBe('置顶 第三号公告')
    expect((await listed(1, 0, '2026-12-02'))[0]).toBe('第五号公告')
  })

  test('its day may be changed, within a year', async () => {
    await pin('第三号公告', today)
    expect((await listed(1, 0, addDays(plainDate(today), 1)))[0]).toBe('置顶 第一号公告')
    await expect(pin('第三号公告', '2027-11-25')).rejects.toMatchObject({ code: 'not_a_day_on_top' })
    await expect(pin('第三号公告', '2026-11-23')).rejects.toMatchObject({ code: 'not_a_day_on_top' })
  })

  test('three of a column at the same time, and no more', async () => {
    await pin('第四号公告')
    await expect(pin('第五号公告')).rejects.toMatchObject({ code: 'top_is_full' })
    await unpin('第四号公告')
    await pin('第五号公告')
    await unpin('第五号公告')
    expect((await listed(5)).filter((each) => each.startsWith('置顶'))).toHaveLength(2)
  })

  test('ended, it stands where it stood before, and the page says so at once', async () => {
    await unpin('第三号公告')
    await expect.poll(async () => (await page(column)).match(/>置顶</g)?.length).toBe(1)
    expect(order(await page(column))).toEqual(['第一号公告', '第五号公告', '第四号公告', '第三号公告', '第二号公告'])
  })

  test('what is withdrawn is first no longer, nor when it comes back', async () => {
    const first = ids.get('第一号公告')
    if (!first) throw new Error('not published')
    await site.follow(first.key, { kind: 'withdraw', reason: '内容有误' })
    expect(await listed(5)).toEqual(['第五号公告', '第四号公告', '第三号公告', '第二号公告'])
    await expect(pin('第一号公告')).rejects.toMatchObject({ code: 'withdrawn_on_top' })
    await site.follow(first.key, { kind: 'correct', reason: '改正后重新公布' })
    expect(await listed(5)).toContain('第一号公告')
  })

  test('belongs to the column: a correction that moves the record ends it, one that does not leaves it', async () => {
    const second = ids.get('第二号公告')
    if (!second) throw new Error('not published')
    await pin('第二号公告')
    await site.follow(second.key, { kind: 'correct', reason: '更正日期' })
    expect((await listed(1))[0]).toBe('置顶 第二号公告')
    await site.follow(second.key, { kind: 'correct', reason: '改列栏目' }, { columnId: 'rsxx' })
    const there = await listPublic(db, {
      organId: organ.id,
      columnId: 'rsxx',
      topOf: plainDate(today),
      limit: 5,
      offset: 0,
    })
    expect(there).toMatchObject([{ title: '第二号公告', isOnTop: false }])
    expect((await listed(5)).join()).not.toContain('置顶')
  })

  test('two people at the same moment do not put four records of a column first', async () => {
    for (const title of ['第三号公告', '第四号公告']) await pin(title)
    const tried = await Promise.allSettled(['第五号公告', '第一号公告'].map((title) => pin(title)))
    expect(tried.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await listed(5)).filter((each) => each.startsWith('置顶'))).toHaveLength(3)
  })

  test('the log says who put what first until when, and who ended it', async () => {
    const entries = await within((tx) =>
      tx.selectFrom('auditEntries').select(['action', 'detail']).where('action', 'like', 'record.o%Top').execute(),
    )
    expect(entries[0]).toMatchObject({ action: 'record.onTop', detail: { before: null, after: '2026-12-01' } })
    expect(entries.map(({ action }) => action)).toContain('record.offTop')
  })
})
