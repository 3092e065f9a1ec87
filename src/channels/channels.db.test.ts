import { afterAll, describe, expect, test } from 'vitest'
import { buildApp } from '../app/build-app.ts'
import { record } from '../audit/record.ts'
import { plainDate } from '../days/plain-date.ts'
import { inOrgan } from '../db/organ.ts'
import { testDatabase } from '../db/testing/database.ts'
import { beginEdition } from '../disclosure/actions/begin.ts'
import { saveRevision } from '../disclosure/actions/save.ts'
import { takeStep } from '../disclosure/actions/take-step.ts'
import type { Content } from '../disclosure/content.ts'
import { foldEdition } from '../disclosure/edition.ts'
import { findingsOf } from '../disclosure/gates/pass.ts'
import { openEdition } from '../disclosure/prepare.ts'
import { aContent, aSignedRecord, aText, type Reviewers, submitAndSign } from '../disclosure/testing/a-record.ts'
import { approveCorrection } from '../ledgers/rows/actions.ts'
import { recordImport } from '../ledgers/store.ts'
import { type Actor, operatorActor, systemActor } from '../organs/actor.ts'
import { anOffice } from '../organs/testing/officers.ts'
import { Browser, sessionCookie } from '../organs/testing/staff.ts'
import { aStaffedOrgan } from '../organs/testing/staffed-organ.ts'
import { compileReport } from '../report/compile.ts'
import { compareAll } from './actions.ts'
import type { Publication } from './publication.ts'
import { savePublications } from './store/ledger.ts'

const { db, url, owner } = await testDatabase()
const now = new Date('2026-11-24T02:00:00Z')
const day = '2026-11-24'
const app = await buildApp({ db, url }, {}, () => now)
afterAll(() => app.close())

async function anOfficeThatPublishes(slug: string, name: string) {
  const { organ, officer } = await anOffice(db, { slug, name, letterCode: slug })
  const people: Reviewers = {
    clerk: await officer(day, ['clerk']),
    unitHead: await officer(day, ['unitHead']),
    ogiHead: await officer(day, ['ogiHead']),
    leader: await officer(day, ['leader']),
  }
  const browserOf = async ({ id }: Actor) => {
    const browser = new Browser(app)
    browser.cookie = await sessionCookie(db, organ.id, id ?? '', true, now)
    return browser
  }
  const publish = async (content: Content, at = now) => {
    const { key, hash } = await aSignedRecord(db, people, content, 3, at)
    await inOrgan(db, organ.id, (tx) => takeStep(tx, people.clerk, at, key, 'publish', { hash }))
    return key
  }
  return { organ, people, publish, browser: await browserOf(people.clerk), leader: await browserOf(people.leader) }
}
const here = await anOfficeThatPublishes('shili-whj', '示例市文化局')
const { browser } = here
const get = async (path: string) => (await browser.send('GET', path)).json()
const list = (search: string) => get(`/channels/publications?${search}`)
const wechat = (await browser.send('POST', '/channels', { kind: 'wechat', name: '示例文化发布' })).json().id

/** The second person agrees to a correction of the ledger. */
const agree = (id: string) =>
  inOrgan(db, here.organ.id, (tx) => approveCorrection(tx, here.people.ogiHead, id, '经核对，确系转载'))

/** Brings the next edition of a public record through review and out. */
async function follow(
  recordId: string,
  act: Exclude<Content['act'], { kind: 'publish' }>,
  facts: Partial<Content> = {},
) {
  const { clerk } = here.people
  const key = await inOrgan(db, here.organ.id, async (tx) => {
    const begun = await beginEdition(tx, clerk, now, recordId, act.kind)
    const { content } = await openEdition(tx, begun)
    await saveRevision(tx, clerk, now, begun, { content: { ...content, ...facts, act }, basedOn: 1 })
    return begun
  })
  await submitAndSign(db, here.people, key, 3, now)
  await inOrgan(db, here.organ.id, async (tx) => {
    const { hash } = foldEdition((await openEdition(tx, key)).events)
    await takeStep(tx, clerk, now, key, 'publish', { hash })
  })
}

describe('one record, many channels', async () => {
  const key = await here.publish(aContent({ title: '关于举办全民阅读活动的公告' }))
  const tick = (facts: object = {}) =>
    browser.send('POST', `/channels/records/${key.recordId}`, {
      channelId: wechat,
      publishedOn: day,
      url: 'https://mp.weixin.example/s/1',
      title: '',
      ...facts,
    })

  test.for([
    { wrong: { publishedOn: '2026-11-23' }, code: 'before_its_publication' },
    { wrong: { publishedOn: '2026-11-25' }, code: 'day_in_future' },
    { wrong: { url: '' }, code: 'address_missing' },
    { wrong: { url: 'javascript:alert(1)' }, code: 'invalid_request' },
    { wrong: { channelId: key.recordId }, code: 'unknown_channel' },
  ])('it is not ticked off with $wrong', async ({ wrong, code }) => {
    expect((await tick(wrong)).json().code).toBe(code)
  })

  test('ticked off by hand it stands on both, and a second time is refused', async () => {
    expect((await tick()).statusCode).toBe(200)
    expect((await tick()).json().code).toBe('stands_there')
    const { items } = await list(`recordId=${key.recordId}`)
    expect(
      items.map((each: { channelName: string; isPlatform: boolean }) => [each.channelName, each.isPlatform]),
    ).toEqual([
      ['示例文化发布', false],
      ['政府信息公开平台', true],
    ])
    const platform = items[1].channelId
    expect((await tick({ channelId: platform })).json().code).toBe('platform_by_itself')
    const down = await browser.send('POST', `/channels/publications/${items[1].id}/down`, { withdrawnOn: day })
    expect(down.json().code).toBe('platform_by_itself')
  })

  test('withdrawn from the platform it must go from the other channel too, and is ticked off there', async () => {
    await follow(key.recordId, { kind: 'withdraw', reason: '内容有误' })
    const { items, total } = await list('view=mustGo')
    expect(total).toBe(1)
    expect(items[0]).toMatchObject({ channelName: '示例文化发布', mustGo: true, withdrawnOn: null })
    const down = (withdrawnOn: string) =>
      browser.send('POST', `/channels/publications/${items[0].id}/down`, { withdrawnOn })
    expect((await down('2026-11-23')).json().code).toBe('down_before_up')
    expect((await down('2026-11-25')).json().code).toBe('day_in_future')
    expect((await down(day)).statusCode).toBe(204)
    expect((await down(day)).json().code).toBe('taken_down_already')
    expect((await list('view=mustGo')).total).toBe(0)
    expect((await tick()).json().code).toBe('record_withdrawn')
  })
})

test('an original that a correction hides must go from other channels, and may come back there with the new text', async () => {
  const { recordId } = await here.publish(aContent({ title: '关于演出场次的公示', text: aText('演员王某某。') }))
  const tick = () =>
    browser.send('POST', `/channels/records/${recordId}`, {
      channelId: wechat,
      publishedOn: day,
      url: 'https://mp.weixin.example/s/2',
      title: '',
    })
  await tick()
  const mustGo = async () => (await list(`view=mustGo&recordId=${recordId}`)).items
  await follow(recordId, { kind: 'correct', reason: '场次有误' }, { text: aText('演员王某某，两场。') })
  expect(await mustGo()).toEqual([])
  await follow(recordId, { kind: 'correct', reason: '更正', hideReason: '误将姓名公开' }, { text: aText('两场。') })
  const [item, ...others] = await mustGo()
  expect(item).toMatchObject({ channelName: '示例文化发布', isPlatform: false, hiddenOn: day })
  expect(others).toEqual([])
  await browser.send('POST', `/channels/publications/${item.id}/down`, { withdrawnOn: day })
  expect(await mustGo()).toEqual([])
  expect((await tick()).statusCode).toBe(200)
  expect(await mustGo()).toEqual([])
})

test('the list by channel and year opens from its count, and the report tells the same', async () => {
  const imported = Array.from({ length: 7 }, (_, index) => ({
    channel: { kind: 'wechat', name: '示例文化发布' },
    title: `导入${index}`,
    url: `https://w.example/${index}`,
    kind: 'other',
    originality: index < 2 ? 'original' : 'repost',
    formedOn: null,
    withdrawnOn: null,
    publishedOn: plainDate('2025-04-03'),
  })) as never
  await inOrgan(db, here.organ.id, async (tx) => {
    const saved = await savePublications(tx, here.organ.id, imported)
    const importedOn = plainDate('2026-01-05')
    const years = [{ ledger: 'publications', year: 2025, rowCount: 7 }] as const
    const file = { fileName: '台账.xlsx', sha256: '', importedOn, importedName: '王五', years }
    const subject = await recordImport(tx, here.organ.id, { ...saved, ...file })
    const detail = { whole: ['publications/2025'] }
    await record(tx, operatorActor(here.organ.id, importedOn), 'ledger.imported', { subject, detail })
  })
  const { items } = await get('/channels/counts')
  const counted = items.find((each: { kind: string; year: number }) => each.kind === 'wechat' && each.year === 2025)
  expect(counted).toMatchObject({ count: 7, originals: 2, reposts: 5, others: 0 })
  expect((await list(`channelId=${counted.channelId}&from=2025-01-01&to=2025-12-31`)).total).toBe(7)
  expect((await list(`channelId=${counted.channelId}&from=2025-01-01&to=2025-12-31&originality=repost`)).total).toBe(5)
  const report = await inOrgan(db, here.organ.id, (tx) => compileReport(tx, here.organ, 2025))
  expect(JSON.stringify(report.sections)).toContain('7条')
  const { shares } = await get('/channels/originality?year=2025')
  expect(shares).toEqual([
    expect.objectContaining({ columnId: null, count: 7, originals: 2, reposts: 5, uncompared: 2 }),
  ])
})

test('an imported row with the title of a record is that record’s; an import does not contradict the platform', async () => {
  const key = await here.publish(aContent({ title: '关于文化馆开放时间的公告', text: aText('文化馆开放时间如下。') }))
  const row = {
    title: '关于文化馆开放时间的公告',
    formedOn: plainDate('2026-11-20'),
    publishedOn: plainDate(day),
    withdrawnOn: null,
    kind: 'other',
    originality: 'original',
  } as const
  const save = (rows: Parameters<typeof savePublications>[2]) =>
    inOrgan(db, here.organ.id, (tx) => savePublications(tx, here.organ.id, rows))
  await save([{ ...row, channel: { kind: 'wechat', name: '示例文化发布' }, url: 'https://w.example/x' }])
  expect((await list(`recordId=${key.recordId}`)).total).toBe(2)
  const { items } = await list(`recordId=${key.recordId}`)
  const { url: address } = items.find((each: { isPlatform: boolean }) => each.isPlatform)
  const platform = { ...row, channel: { kind: 'website', name: '政府信息公开平台' }, url: address } as const
  expect(await save([platform])).toMatchObject({ unchanged: 1 })
  await expect(save([{ ...platform, withdrawnOn: plainDate(day) }])).rejects.toMatchObject({
    code: 'import_over_published',
  })
})

describe('a repost that is marked as original is found', async () => {
  const source = await anOfficeThatPublishes('shili-zfb', '示例市人民政府办公室')
  const words = [
    '为做好今年汛期安全防范工作，切实保障人民群众生命财产安全，现就有关事项通知如下。',
    '一、各单位要严格落实防汛责任制，主要负责同志要靠前指挥，确保责任到岗到人。',
    '二、加强雨情水情监测预警，及时转移受威胁区域群众，做到应转尽转、应转早转。',
  ]
  const notice = (title: string, text = words) => aContent({ title, text: aText(...text) })
  await source.publish(notice('关于切实做好汛期安全防范工作的通知'), new Date('2026-11-23T02:00:00Z'))
  const copy = await here.publish(notice('文化场馆防汛工作提醒', [...words, '请遵照执行。']))
  await here.publish(notice('关于开展非遗进校园活动的通知', ['为传承优秀传统文化，决定开展非遗进校园活动。']))

  test('when it is submitted the reviewers are told, under another title too', async () => {
    const findings = await inOrgan(db, here.organ.id, async (tx) =>
      findingsOf(tx, await openEdition(tx, copy), plainDate(day)),
    )
    const [hint] = findings.filter(({ gate }) => gate === 'alikeOriginal')
    expect(hint).toMatchObject({ severity: 'hint', place: 'originality' })
    expect(hint?.message).toMatch(
      /与《关于切实做好汛期安全防范工作的通知》（示例市人民政府办公室，2026-11-23）相似 [89]\d %，标为原创，请核对/,
    )
  })

  test('when it is published it waits to be settled, and is counted as doubtful; what is our own is left alone', async () => {
    const { flags, shares } = await get('/channels/originality')
    expect(flags).toHaveLength(1)
    expect(flags[0]).toMatchObject({
      title: '文化场馆防汛工作提醒',
      likeOrgan: '示例市人民政府办公室',
      likePublishedOn: '2026-11-23',
      likeAddress: '/shili-zfb/records/2026-00001',
    })
    expect(flags[0].textSimilarity).toBeGreaterThan(0.8)
    expect(shares.map(({ doubtful }: { doubtful: number }) => doubtful).filter(Boolean)).toEqual([1])
    expect((await list('view=doubtful')).items).toMatchObject([{ title: '文化场馆防汛工作提醒', isDoubtful: true }])
  })

  test('every night what was imported is compared too, once', async () => {
    const row: Publication = {
      title: '切实做好汛期安全防范工作的通知',
      url: 'https://w.example/flood',
      kind: 'other',
      originality: 'original',
      formedOn: null,
      publishedOn: plainDate(day),
      withdrawnOn: null,
      channel: { kind: 'wechat', name: '示例文化发布' },
    }
    await inOrgan(db, here.organ.id, (tx) => savePublications(tx, here.organ.id, [row]))
    const night = systemActor(here.organ.id, plainDate(day))
    expect(await compareAll(db, night)).toBeGreaterThan(0)
    expect((await get('/channels/originality')).flags.map(({ title }: { title: string }) => title)).toEqual(
      expect.arrayContaining([row.title, '文化场馆防汛工作提醒']),
    )
    expect(await compareAll(db, night)).toBe(0)
    const { flags, unchecked } = await get('/channels/originality')
    expect([flags.length, unchecked]).toEqual([2, 0])
    const imported = flags.find(({ title }: { title: string }) => title === row.title)
    const settled = await browser.send('PUT', `/channels/publications/${imported.publicationId}/originality`, {
      originality: 'repost',
      reason: '转自市政府办公室',
    })
    await agree(settled.json().id)
    expect((await get('/channels/originality')).flags).toHaveLength(1)
  })

  test('a correction that says it is a repost says so on every channel, and settles the doubt', async () => {
    const words = ['为做好冬季用火用电安全，现将有关事项提醒如下。', '一、离开场所前检查火源、电源，不留隐患。']
    await source.publish(notice('冬季消防安全提示', words), new Date('2026-11-23T03:00:00Z'))
    const mine = await here.publish(notice('冬季用火用电安全提示', words))
    expect((await list(`recordId=${mine.recordId}&view=doubtful`)).total).toBe(1)
    const { clerk } = here.people
    const correction = await inOrgan(db, here.organ.id, async (tx) => {
      const begun = await beginEdition(tx, clerk, now, mine.recordId, 'correct')
      const { content } = await openEdition(tx, begun)
      const corrected = { ...content, act: { kind: 'correct', reason: '补注来源' }, sourceName: '示例市人民政府办公室' }
      const input = { content: { ...corrected, originality: 'repost' } as Content, basedOn: 1 }
      await saveRevision(tx, clerk, now, begun, input)
      return begun
    })
    await submitAndSign(db, here.people, correction, 3, now)
    await inOrgan(db, here.organ.id, async (tx) => {
      const { hash } = foldEdition((await openEdition(tx, correction)).events)
      await takeStep(tx, clerk, now, correction, 'publish', { hash })
    })
    const { items } = await list(`recordId=${mine.recordId}`)
    expect(items).toMatchObject([{ originality: 'repost', isDoubtful: false }])
  })

  test('its correction is audited and settles the flag; whoever keeps it original says why', async () => {
    const [{ publicationId }] = (await get('/channels/originality')).flags
    const correct = (body: object) => browser.send('PUT', `/channels/publications/${publicationId}/originality`, body)
    expect((await correct({ originality: 'repost', reason: '' })).statusCode).toBe(422)
    const proposed = (await correct({ originality: 'repost', reason: '转自市政府办公室' })).json()
    expect(proposed.state).toBe('waiting')
    expect((await get('/channels/originality')).flags).toHaveLength(1)
    expect((await list(`recordId=${copy.recordId}`)).items[0].originality).toBe('original')
    await agree(proposed.id)
    expect((await correct({ originality: 'repost', reason: '再来一次' })).json().code).toBe('nothing_to_correct')
    expect((await get('/channels/originality')).flags).toEqual([])
    expect((await list(`recordId=${copy.recordId}`)).items[0].originality).toBe('repost')
    const { detail } = await owner
      .selectFrom('auditEntries')
      .select('detail')
      .where('action', '=', 'ledger.rowCorrected')
      .where('subject', '=', publicationId)
      .executeTakeFirstOrThrow()
    expect(detail).toMatchObject({
      from: { originality: 'original' },
      to: { originality: 'repost' },
      reason: '转自市政府办公室',
    })
    const title = { values: { title: '别的标题' }, reason: '平台上发布的不在这里改' }
    const row = `/ledgers/rows/publications/${publicationId}`
    expect((await browser.send('POST', `${row}/correction`, title)).json().code).toBe('column_shut')
    expect((await browser.send('POST', `${row}/removal`, { reason: '误登' })).json().code).toBe('platform_by_itself')
  })
})

test('another organ has none of it, and a leader reads and does not write', async () => {
  const there = await aStaffedOrgan(db, app)
  const [publication] = (await list('')).items
  const foreign = there.clerk.browser
  const tries = [
    await foreign.send('POST', `/channels/records/${publication.recordId}`, {
      channelId: wechat,
      publishedOn: day,
      url: '',
    }),
    await foreign.send('POST', `/channels/publications/${publication.id}/down`, { withdrawnOn: day }),
    await foreign.send('PUT', `/channels/publications/${publication.id}/originality`, {
      originality: 'other',
      reason: '无',
    }),
  ]
  expect(tries.map(({ statusCode }) => statusCode)).toEqual([404, 404, 404])
  expect((await foreign.send('GET', '/channels/publications')).json().total).toBe(0)
  expect((await here.leader.send('GET', '/channels/publications')).statusCode).toBe(200)
  expect((await here.leader.send('POST', '/channels', { kind: 'weibo', name: 'x' })).statusCode).toBe(403)
})
