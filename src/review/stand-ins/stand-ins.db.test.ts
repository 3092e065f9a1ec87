import { afterAll, describe, expect, test } from 'vitest'
import { buildApp } from '../../app/build-app.ts'
import { plainDate } from '../../days/plain-date.ts'
import { testDatabase } from '../../db/testing/database.ts'
import { takeStep } from '../../disclosure/actions/take-step.ts'
import { aPlatform } from '../../disclosure/testing/a-platform.ts'
import { aContent, aSignedRecord } from '../../disclosure/testing/a-record.ts'
import { idsOf } from '../level.ts'
import { standingInOf } from '../store.ts'

const { db, url, owner, ownerUrl } = await testDatabase()
const app = await buildApp({ db, url }, { KAICHENG_TODAY: '2026-11-24' })
const unguarded = await buildApp({ db: owner, url: ownerUrl }, { KAICHENG_TODAY: '2026-11-24' })
afterAll(async () => {
  await app.close()
  await unguarded.close()
})
const here = await aPlatform(db, app, '2026-11-24')
const there = await aPlatform(db, app, '2026-11-24', { slug: 'shili-b', name: '示例市乙局' })
const { organ, work, signedIn } = here

let made = 0
/** A reviewer of whom nobody has heard yet. */
const aReviewer = async (role: 'unitHead' | 'ogiHead' | 'leader' | 'clerk' | 'systemAdmin' = 'unitHead') => {
  made += 1
  return signedIn(role, `p${made}`)
}
const security = await signedIn('securityAdmin')
const arrange = (by: typeof security, absentId: string, standInId: string, facts: object = {}) =>
  by.browser.send('POST', '/stand-ins', {
    absentId,
    standInId,
    fromOn: '2026-11-24',
    toOn: '2026-11-30',
    reason: '出差',
    ...facts,
  })
const standsInFor = async (id: string, day = '2026-11-25') => {
  const found = await work((tx) => standingInOf(tx, organ.id, id, plainDate(day)))
  return found.map(({ staffId }) => staffId)
}

test('the absent reviewer arranges for themself; the other stands in on those days and no others', async () => {
  const [absent, other] = [await aReviewer(), await aReviewer('ogiHead')]
  const { id } = (await arrange(absent, absent.id, other.id)).json()
  expect(await standsInFor(other.id)).toEqual([absent.id])
  expect(await standsInFor(other.id, '2026-12-01')).toEqual([])
  const { items } = (await other.browser.send('GET', '/stand-ins')).json()
  expect(items.find((each: { id: string }) => each.id === id)).toMatchObject({ state: 'current', canEnd: false })
  const entry = await owner.selectFrom('auditEntries').select('action').where('subject', '=', id).executeTakeFirst()
  expect(entry?.action).toBe('standIn.arranged')
})

describe('待我办理 of whoever stands in', () => {
  const mine = async ({ browser }: typeof security, more = '') =>
    (await browser.send('GET', `/records?view=mine${more}`)).json()
  const titled = (title: string, signed: number) =>
    aSignedRecord(db, here.people, aContent({ title }), signed, here.now)

  test('lists and counts what waits for the absent reviewer, in their name, while it lasts', async () => {
    const [absent, other] = [await aReviewer('leader'), await aReviewer('unitHead')]
    await titled('等终审的公告', 2)
    await titled('等复审的公告', 1)
    expect(await mine(other)).toMatchObject({ total: 0, items: [] })
    const { id } = (await arrange(absent, absent.id, other.id)).json()
    const { name } = await owner
      .selectFrom('staff')
      .select('name')
      .where('id', '=', absent.id)
      .executeTakeFirstOrThrow()
    expect(await mine(other)).toMatchObject({
      total: 1,
      items: [{ title: '等终审的公告', isMyTurn: true, standsInFor: name }],
    })
    expect(await mine(absent)).toMatchObject({ total: 1, items: [{ isMyTurn: true, standsInFor: null }] })
    await absent.browser.send('POST', `/stand-ins/${id}/end`)
    expect(await mine(other)).toMatchObject({ total: 0 })
  })

  test('not before the first day, and not after the last', async () => {
    const [absent, other] = [await aReviewer('leader'), await aReviewer('clerk')]
    await arrange(absent, absent.id, other.id, { fromOn: '2026-11-25', toOn: '2026-11-26' })
    expect(await mine(other)).toMatchObject({ total: 0 })
    const onDay = async (day: string) => {
      const later = await buildApp({ db, url }, { KAICHENG_TODAY: day })
      const { browser } = await signedIn('clerk', `p${made}`, later)
      const answer = await mine({ id: other.id, browser })
      await later.close()
      return answer.total
    }
    expect(await onDay('2026-11-25')).toBe(1)
    expect(await onDay('2026-11-27')).toBe(0)
  })

  test('drafts of an absent reviewer who drafts as well do not: only reviewing passes to another', async () => {
    const both = await here.officer('2026-11-24', ['clerk', 'ogiHead'], 'both')
    const other = await aReviewer('unitHead')
    await arrange(security, both.id ?? '', other.id)
    const people = { ...here.people, clerk: both }
    const { key, hash } = await aSignedRecord(db, people, aContent({ title: '不在岗的人起草的' }), 1, here.now)
    const back = { hash, to: 'drafting', reason: 'fact', paragraph: null, note: '改' }
    await work((tx) => takeStep(tx, here.people.ogiHead, here.now, key, 'sendBack', back))
    expect((await mine(other, '&q=不在岗的人起草的')).items).toEqual([])
  })
})

describe('who may arrange', () => {
  test('the security administrator for anybody; a colleague for nobody else', async () => {
    const [absent, other] = [await aReviewer(), await aReviewer('leader')]
    expect((await arrange(other, absent.id, other.id)).json().code).toBe('not_your_stand_in')
    expect((await arrange(security, absent.id, other.id)).statusCode).toBe(200)
  })

  test('a clerk, who reviews nothing, and the other administrators do not', async () => {
    const [absent, other] = [await aReviewer(), await aReviewer()]
    for (const role of ['clerk', 'systemAdmin'] as const)
      expect((await arrange(await aReviewer(role), absent.id, other.id)).statusCode).toBe(403)
  })
})

describe('who may stand in', () => {
  test('nobody for themself, no administrator, nobody unknown, for nobody who reviews nothing', async () => {
    const [absent, clerk] = [await aReviewer(), await aReviewer('clerk')]
    expect((await arrange(absent, absent.id, absent.id)).json().code).toBe('stands_in_for_oneself')
    expect((await arrange(absent, absent.id, security.id)).json().code).toBe('administrator_stands_in')
    const nobody = '01a20c4d-0000-7000-8000-000000000000'
    expect((await arrange(absent, absent.id, nobody)).json().code).toBe('unknown_stand_in')
    expect((await arrange(security, clerk.id, absent.id)).json().code).toBe('reviews_nothing')
  })

  test('whoever has left the organ stands in for nobody, and nobody for them', async () => {
    const [absent, other, third] = [await aReviewer(), await aReviewer(), await aReviewer()]
    await arrange(absent, absent.id, third.id)
    const leave = (id: string) =>
      owner.updateTable('staff').set({ disabledAt: here.now }).where('id', '=', id).execute()
    await leave(other.id)
    expect((await arrange(third, third.id, other.id)).json().code).toBe('unknown_stand_in')
    await leave(absent.id)
    expect(await standsInFor(third.id)).toEqual([])
  })

  test('no ring and no chain: who stands in is there, and whom others rely on does not go away', async () => {
    const [one, two, three] = [await aReviewer(), await aReviewer(), await aReviewer()]
    await arrange(one, one.id, two.id)
    expect((await arrange(two, two.id, one.id)).json().code).toBe('stand_in_is_absent')
    expect((await arrange(two, two.id, three.id)).json().code).toBe('others_rely_on')
    expect((await arrange(three, three.id, one.id)).json().code).toBe('stand_in_is_absent')
    expect((await arrange(two, two.id, three.id, { fromOn: '2026-12-01', toOn: '2026-12-02' })).statusCode).toBe(200)
  })
})

describe('when', () => {
  test.for([
    { what: 'not afterwards', facts: { fromOn: '2026-11-23' }, code: 'stand_in_in_the_past' },
    { what: 'not backwards', facts: { toOn: '2026-11-23' }, code: 'invalid_request' },
    { what: 'not for years', facts: { toOn: '2027-11-26' }, code: 'stand_in_too_long' },
    { what: 'not without a reason', facts: { reason: '' }, code: 'invalid_request' },
  ])('$what', async ({ facts, code }) => {
    const [absent, other] = [await aReviewer(), await aReviewer()]
    expect((await arrange(absent, absent.id, other.id, facts)).json().code).toBe(code)
  })

  test('two at the same time: one stands in', async () => {
    const [absent, one, two] = [await aReviewer(), await aReviewer(), await aReviewer()]
    const answers = await Promise.all([arrange(absent, absent.id, one.id), arrange(absent, absent.id, two.id)])
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
    const later = { fromOn: '2026-11-30', toOn: '2026-12-05' }
    expect((await arrange(absent, absent.id, two.id, later)).json().code).toBe('already_stands_in')
  })

  test('ended at once when the absent is back; nobody else ends it, and only once', async () => {
    const [absent, other] = [await aReviewer(), await aReviewer()]
    const { id } = (await arrange(absent, absent.id, other.id)).json()
    expect((await other.browser.send('POST', `/stand-ins/${id}/end`)).json().code).toBe('not_your_stand_in')
    expect((await absent.browser.send('POST', `/stand-ins/${id}/end`)).statusCode).toBe(200)
    expect(await standsInFor(other.id)).toEqual([])
    expect((await absent.browser.send('POST', `/stand-ins/${id}/end`)).json().code).toBe('stand_in_over')
    expect((await arrange(absent, absent.id, other.id)).statusCode).toBe(200)
  })
})

test.for([
  { guard: 'row-level security and the program', on: app },
  { guard: 'the program alone', on: unguarded },
])('another organ: its people neither stand in here nor are seen: $guard', async ({ on }) => {
  const [absent, foreign] = [await aReviewer(), await there.signedIn('leader', 'fern')]
  const { id } = (await arrange(absent, absent.id, (await aReviewer()).id)).json()
  const { browser } = await there.signedIn('securityAdmin', 'sec', on)
  const wish = { fromOn: '2026-11-24', toOn: '2026-11-30', reason: '出差' }
  const mine = await aReviewer()
  expect((await arrange(mine, mine.id, foreign.id)).json().code).toBe('unknown_stand_in')
  const across = { ...wish, absentId: absent.id, standInId: foreign.id }
  expect((await browser.send('POST', '/stand-ins', across)).statusCode).toBe(404)
  expect((await browser.send('POST', `/stand-ins/${id}/end`)).statusCode).toBe(404)
  expect((await browser.send('GET', '/stand-ins')).body).not.toContain(absent.id)
})

describe('settings of the review', () => {
  const level = (id: string, role: string, checklist: string[] = []) => ({ id, role, days: 2, checklist })
  const levels = (...roles: string[]) =>
    ['firstReview', 'secondReview', 'finalReview'].map((id, index) => level(id, roles[index] ?? 'leader'))
  const choose = async (id: string, value: unknown) => {
    const { browser } = await signedIn('systemAdmin')
    return browser.send('PUT', `/settings/${id}`, { value })
  }

  test('three levels by people who review, and types that differ', async () => {
    const plan = { levels: levels('unitHead', 'legalStaff', 'leader'), byType: { news: levels('unitHead', 'ogiHead') } }
    expect((await choose('reviewPlan', plan)).statusCode).toBe(200)
  })

  test.each([1, 2, 4, 5])('%i levels, the last of them the final one', async (count) => {
    // One name signs once.
    for (const _ of idsOf(count)) await aReviewer('leader')
    const chain = idsOf(count).map((id) => level(id, 'leader'))
    expect((await choose('reviewPlan', { levels: chain, byType: {} })).statusCode).toBe(200)
  })

  test.for([
    { what: 'levels out of their order', value: { levels: levels('unitHead').slice(0, 2), byType: {} }, why: '次序' },
    { what: 'no level at all', value: { levels: [], byType: {} }, why: '至少要有一级' },
    { what: 'a clerk as reviewer', value: { levels: levels('clerk'), byType: {} }, why: '审核人应当是' },
    { what: 'an administrator as reviewer', value: { levels: levels('systemAdmin'), byType: {} }, why: '审核人应当是' },
    {
      what: 'a type that there is not',
      value: { levels: levels('unitHead'), byType: { poem: levels('leader') } },
      why: '',
    },
    {
      what: 'the same thing to look at twice',
      value: { levels: [level('firstReview', 'unitHead', ['事实', '事实']), ...levels().slice(1)], byType: {} },
      why: '不能重复',
    },
  ])('not $what', async ({ value, why }) => {
    const answer = await choose('reviewPlan', value)
    expect(answer.statusCode).toBe(422)
    expect(answer.json().message).toContain(why)
  })

  test.for([
    { template: '{creditCode}/{yyyy}-{seq:5}', is: 200 },
    { template: '{letterCode}{yyyy}{seq}', is: 200 },
    { template: '{creditCode}/{seq:5}', is: 422 },
    { template: '{creditCode}/{yyyy}', is: 422 },
    { template: '{yyyy}-{seq}-{seq:3}', is: 422 },
    { template: '{yyyy}-{SEQ}-{seq}', is: 422 },
    { template: '{yyyy}-{seq}}', is: 422 },
    { template: '{yyyy} {seq}', is: 422 },
    { template: '<b>{yyyy}-{seq}', is: 422 },
  ])('index number $template: $is', async ({ template, is }) => {
    expect((await choose('indexNumberTemplate', template)).statusCode).toBe(is)
  })
})
