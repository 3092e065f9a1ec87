import { afterAll, expect, test } from 'vitest'
import { buildApp } from '../app/build-app.ts'
import { addDays, plainDate } from '../days/plain-date.ts'
import { inOrgan } from '../db/organ.ts'
import { testDatabase } from '../db/testing/database.ts'
import { expectList } from '../lists/testing/expect-list.ts'
import { aStaffedOrgan } from '../organs/testing/staffed-organ.ts'
import { saveChannels, savePublications } from './store/ledger.ts'
import { publicationSorts, publicationViews } from './wanted.ts'

const { db, url, owner } = await testDatabase()
const app = await buildApp({ db, url }, {}, () => new Date('2026-11-24T02:00:00Z'))
afterAll(() => app.close())
const { organ, clerk } = await aStaffedOrgan(db, app)
const wechat = { kind: 'wechat', name: '示例发布' } as const
const board = { kind: 'board', name: '一楼公告栏' } as const
const first = plainDate('2026-03-02')
await inOrgan(db, organ.id, async (tx) => {
  await saveChannels(tx, organ.id, [wechat, board])
  await savePublications(
    tx,
    organ.id,
    Array.from({ length: 41 }, (_, at) => ({
      channel: at % 3 === 0 ? board : wechat,
      title: `第${at}期读书月活动`,
      url: at % 3 === 0 ? '' : `https://mp.weixin.example/s/${at}`,
      kind: at % 10 === 0 ? ('policyInterpretation' as const) : ('other' as const),
      originality: at % 2 === 0 ? ('original' as const) : ('repost' as const),
      formedOn: null,
      publishedOn: addDays(first, Math.floor(at / 7)),
      withdrawnOn: at % 4 === 0 ? addDays(first, 30) : null,
    })),
  )
})
const list = async (search: string) => (await clerk.browser.send('GET', `/channels/publications?${search}`)).json()

test('what the views count is what they list; in every order each item comes once, to the last; exported is what is shown', async () => {
  await expectList({
    send: (method, path) => clerk.browser.send(method, path),
    path: '/channels/publications',
    exportPath: '/channels/publications/export',
    views: publicationViews,
    sorts: publicationSorts,
    beside: ['originality=repost', 'q=第1', 'day=withdrawnOn&from=2026-04-01&to=2026-04-01'],
  })
})

test('is narrowed by channel, kind, column, unit, days and words; what is no filter is refused', async () => {
  expect((await list('')).counts).toEqual({ all: 41, standing: 30, withdrawn: 11, mustGo: 0, doubtful: 0 })
  const { id } = await owner
    .selectFrom('channels')
    .select('id')
    .where('name', '=', board.name)
    .executeTakeFirstOrThrow()
  const searches = [
    `channelId=${id}`,
    'kind=policyInterpretation',
    'columnId=none',
    'unit=none',
    'columnId=other',
    'q=s/4',
  ]
  expect(await Promise.all(searches.map(async (search) => (await list(search)).total))).toEqual([14, 5, 41, 41, 0, 2])
  expect((await list('from=2026-03-03&to=2026-03-03')).total).toBe(7)
  for (const wrong of ['channelId=1', 'originality=mine', 'sort=url', 'day=bornOn', 'from=2026', 'year=2026'])
    expect((await clerk.browser.send('GET', `/channels/publications?${wrong}`)).statusCode, wrong).toBe(422)
})
