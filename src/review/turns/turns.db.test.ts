import { afterAll, describe, expect, test } from 'vitest'
import { buildApp } from '../../app/build-app.ts'
import { composeMail } from '../../app/compose-mail.ts'
import { plainDate } from '../../days/plain-date.ts'
import { testDatabase } from '../../db/testing/database.ts'
import { saveRevision } from '../../disclosure/actions/save.ts'
import { settleTurns as settleRecords } from '../../disclosure/actions/settle-turns.ts'
import { takeStep as takeRecordStep } from '../../disclosure/actions/take-step.ts'
import { defaultPlan } from '../../disclosure/review-plan.ts'
import type { EditionKey } from '../../disclosure/store/editions.ts'
import { aPlatform } from '../../disclosure/testing/a-platform.ts'
import { aContent, aSignedRecord, freeOfSecrets, submitAndSign } from '../../disclosure/testing/a-record.ts'
import * as units from '../../organs/units/store.ts'
import { registerIntake } from '../../requests/actions/register-intake.ts'
import { settleTurns as settleRequests } from '../../requests/actions/settle-turns.ts'
import { takeStep } from '../../requests/actions/take-step.ts'
import { foldHistory } from '../../requests/history.ts'
import { get } from '../../requests/store/requests.ts'
import { anIntake } from '../../requests/testing/an-intake.ts'
import { handOver } from '../../requests/work/testing/hand-over.ts'
import { arrangeStandIn } from '../stand-ins/actions.ts'
import { standingInOf } from '../store.ts'
import { countOwnTurns, listOwnTurns, remindOfTurns } from './actions.ts'

const { db, url, owner } = await testDatabase()
const day = '2026-11-24'
const app = await buildApp({ db, url }, { KAICHENG_TODAY: day })
afterAll(() => app.close())
const here = await aPlatform(db, app, day)
const { organ, work, people, officer, now, unitId } = here

const turnsOf = async (actor: (typeof people)['clerk']) => {
  const { items } = await work((tx) => listOwnTurns(tx, actor))
  expect(await work((tx) => countOwnTurns(tx, actor))).toBe(items.length)
  return items
}
const titled = async (actor: (typeof people)['clerk'], title: string) =>
  (await turnsOf(actor)).filter((each) => each.title === title).map(({ what }) => what)
/** Signs in turn, everything ticked. */
const sign = async (key: EditionKey, hash: string, ...by: readonly ('unitHead' | 'ogiHead' | 'leader')[]) => {
  const secrecy = freeOfSecrets(aContent())
  for (const who of by) {
    const checklist = defaultPlan.levels.find(({ role }) => role === who)?.checklist ?? []
    await work((tx) => takeRecordStep(tx, people[who], now, key, 'sign', { hash, checklist, secrecy }))
  }
}
const mailsTo = async (name: string) =>
  (await owner.selectFrom('outbox').select('payload').where('kind', '=', 'mail').orderBy('queuedAt').execute()).flatMap(
    ({ payload }) => {
      const { to, subject } = payload as { to: string; subject: string }
      return to === `${name}@shili.invalid` ? [subject] : []
    },
  )

describe('a record', () => {
  test('is its drafter’s, then that of each level in turn, then its drafter’s again, and nobody’s once it is out', async () => {
    const title = '轮到谁的公告'
    const { key, hash } = await aSignedRecord(db, people, aContent({ title }), 0, now)
    const all = async () => {
      const found: string[] = []
      for (const [who, actor] of Object.entries(people))
        for (const what of await titled(actor, title)) found.push(`${who}：${what}`)
      return found
    }
    expect(await all()).toEqual(['unitHead：审核信息：初审（科室负责人）'])
    expect(await mailsTo('unithead')).toContainEqual(expect.stringContaining('轮到您办理'))
    await sign(key, hash, 'unitHead', 'ogiHead', 'leader')
    expect(await all()).toEqual(['clerk：发布信息'])
    await work((tx) => takeRecordStep(tx, people.clerk, now, key, 'publish', { hash }))
    expect(await all()).toEqual([])
  })

  test('is not that of a reviewer whose words stand in it', async () => {
    const title = '科长改过的公告'
    const second = await officer(day, ['unitHead'], 'second-head')
    const { key } = await aSignedRecord(db, people, aContent({ title }), 0, now)
    await work((tx) =>
      saveRevision(tx, people.unitHead, now, key, { content: aContent({ title, summary: '科长写的' }), basedOn: 2 }),
    )
    await submitAndSign(db, people, key, 0)
    expect([await titled(people.unitHead, title), await titled(second, title)]).toEqual([
      [],
      ['审核信息：初审（科室负责人）'],
    ])
  })

  test('is that of whoever stands in, in the name of who is away, and mail goes to both', async () => {
    const title = '局长不在时的公告'
    const other = await officer(day, ['clerk'], 'in-place')
    const wish = { fromOn: plainDate(day), toOn: plainDate('2026-11-30'), reason: '出差' }
    await work((tx) =>
      arrangeStandIn(tx, people.leader, { ...wish, absentId: people.leader.id ?? '', standInId: other.id ?? '' }),
    )
    await aSignedRecord(db, people, aContent({ title }), 2, now)
    expect((await turnsOf(other)).find((each) => each.title === title)).toMatchObject({ standsInFor: 'leader' })
    expect((await turnsOf(people.leader)).find((each) => each.title === title)).toMatchObject({ standsInFor: null })
    expect(await mailsTo('in-place')).toHaveLength(1)
  })
})

describe('whoever stands in', () => {
  const { fromOn, toOn } = { fromOn: plainDate(day), toOn: plainDate('2026-11-30') }
  const inPlaceOf = async (name: string, ...absent: readonly (typeof people)['clerk'][]) => {
    const other = await officer(day, ['clerk'], name)
    for (const each of absent) {
      const wish = { fromOn, toOn, reason: '出差', absentId: each.id ?? '', standInId: other.id ?? '' }
      await work((tx) => arrangeStandIn(tx, each, wish))
    }
    return other
  }

  test('for the drafter of a record has no turn, and no mail of one', async () => {
    const title = '科长自己起草的公告'
    const drafter = await officer(day, ['clerk', 'unitHead'], 'drafting-head')
    const other = await inPlaceOf('for-drafter', drafter)
    await aSignedRecord(db, { ...people, clerk: drafter }, aContent({ title }), 0, now)
    expect(await titled(people.unitHead, title)).toEqual(['审核信息：初审（科室负责人）'])
    expect([await titled(other, title), await mailsTo('for-drafter')]).toEqual([[], []])
  })

  test('for who has signed it at another level has none either', async () => {
    const title = '一人兼两级的公告'
    const head = await officer(day, ['unitHead', 'ogiHead'], 'head-of-both')
    const other = await inPlaceOf('for-both', head)
    await aSignedRecord(db, { ...people, unitHead: head }, aContent({ title }), 1, now)
    expect(await titled(people.ogiHead, title)).toEqual(['审核信息：复审（政府信息公开工作机构负责人）'])
    expect(await titled(other, title)).toEqual([])
    expect(await mailsTo('for-both')).toEqual([expect.stringContaining('初审')])
  })

  test('for two has it in the name of the first of them, in which they sign', async () => {
    const title = '两位局长都不在时的公告'
    const leaders = [await officer(day, ['leader'], 'z-leader'), await officer(day, ['leader'], 'a-leader')]
    const other = await inPlaceOf('for-two', ...leaders)
    const { key } = await aSignedRecord(db, people, aContent({ title }), 2, now)
    expect((await turnsOf(other)).find(({ id }) => id.includes(key.recordId))?.standsInFor).toBe('a-leader')
    expect(await work((tx) => standingInOf(tx, organ.id, other.id ?? '', plainDate(day)))).toMatchObject([
      { name: 'a-leader' },
      { name: 'z-leader' },
    ])
  })
})

describe('a request', () => {
  const ofNumber = (actor: (typeof people)['clerk'], number: string) => titled(actor, number)
  test('is the clerk’s to assign, then its handler’s, then that of whoever approves, then to be sent', async () => {
    const [registered] = await work((tx) => registerIntake(tx, people.clerk, anIntake(day)))
    const { id = '', number = '' } = registered?.request ?? {}
    expect(await ofNumber(people.clerk, number)).toEqual(['交办申请'])
    const handler = await officer(day, ['clerk'], 'handler')
    const step = (actor: typeof handler, name: Parameters<typeof takeStep>[3], input: object) =>
      work((tx) => takeStep(tx, actor, id, name, input))
    await step(people.clerk, 'assign', { unitId, staffId: handler.id })
    expect([await ofNumber(people.clerk, number), await ofNumber(handler, number)]).toEqual([[], ['办理申请、拟答复']])
    expect(await mailsTo('handler')).toHaveLength(1)
    await step(handler, 'proposeExtension', { days: 10, reason: '检索量大，需要逐卷查阅' })
    expect([await ofNumber(handler, number), await ofNumber(people.ogiHead, number)]).toEqual([[], ['决定是否延期']])
    await step(people.ogiHead, 'declineExtension', { reason: '期限足够' })
    const letter = { items: '请写明所需信息的名称', dueOn: '2026-12-15' }
    await step(handler, 'requestSupplement', letter)
    expect(await ofNumber(people.unitHead, number)).toEqual(['审批政府信息公开申请补正告知书：终审（科室负责人）'])
    expect(await ofNumber(handler, number)).toEqual([])
    const [up] = foldHistory((await work((tx) => get(tx, organ.id, id))).events).waiting
    await step(people.unitHead, 'returnLetter', { draft: up?.seq, hash: up?.hash, reason: '写清楚一些' })
    expect(await ofNumber(handler, number)).toEqual(['修改退回的文书：告知补正'])
  })

  test('an answer that nobody is left to sign falls to the head of the work body, who sends it back', async () => {
    const [registered] = await work((tx) => registerIntake(tx, people.clerk, anIntake(day)))
    const { id = '', number = '' } = registered?.request ?? {}
    const handler = await officer(day, ['clerk'], 'drafting')
    await work((tx) => takeStep(tx, people.clerk, id, 'assign', { unitId, staffId: handler.id }))
    await work((tx) => takeStep(tx, handler, id, 'requestSupplement', { items: '请写明名称', dueOn: '2026-12-15' }))
    expect(await ofNumber(people.ogiHead, number)).toEqual([])
    const heads = owner
      .updateTable('staff')
      .where('id', 'in', (from) => from.selectFrom('staffRoles').select('staffId').where('role', '=', 'unitHead'))
    await heads.set({ disabledAt: new Date() }).execute()
    expect(await ofNumber(people.ogiHead, number)).toEqual(['审批政府信息公开申请补正告知书：终审（科室负责人）'])
    const [up] = foldHistory((await work((tx) => get(tx, organ.id, id))).events).waiting
    await work((tx) =>
      takeStep(tx, people.ogiHead, id, 'returnLetter', { draft: up?.seq, hash: up?.hash, reason: '无人可签' }),
    )
    expect(await ofNumber(handler, number)).toEqual(['修改退回的文书：告知补正'])
    await heads.set({ disabledAt: null }).execute()
  })

  test('whose handler is gone, or whose unit has no clerk, falls to the clerks of the work body, and mail to them', async () => {
    const unit = (name: string) => work((tx) => units.add(tx, organ.id, { name, isOgiWorkBody: false, phone: '' }))
    const [manned, empty] = [await unit('有人的科'), await unit('没人的科')]
    const inUnit = async (name: string) => {
      const one = await officer(day, ['clerk'], name)
      await owner
        .updateTable('staff')
        .set({ unitId: manned.id })
        .where('id', '=', one.id ?? '')
        .execute()
      return { ...one, unitId: manned.id }
    }
    const [handler, colleague] = [await inUnit('gone'), await inUnit('staying')]
    const assigned = async (to: { readonly unitId: string; readonly staffId: string | null }) => {
      const [registered] = await work((tx) => registerIntake(tx, people.clerk, anIntake(day)))
      const { id = '', number = '' } = registered?.request ?? {}
      await work((tx) => handOver(tx, people.ogiHead, id, to))
      return number
    }
    const handled = await assigned({ unitId: manned.id, staffId: handler.id })
    const nobodys = await assigned({ unitId: empty.id, staffId: null })
    const seen = async () =>
      Promise.all([people.clerk, handler, colleague].flatMap((who) => [ofNumber(who, handled), ofNumber(who, nobodys)]))
    const own = ['办理申请、拟答复']
    expect(await seen()).toEqual([[], own, own, [], [], []])
    expect(await mailsTo('clerk')).toContainEqual(expect.stringContaining('办理申请、拟答复'))
    await owner
      .updateTable('staff')
      .set({ disabledAt: new Date() })
      .where('id', '=', handler.id ?? '')
      .execute()
    expect(await seen()).toEqual([own, own, own, [], [], []])
  })
})

describe('mail', () => {
  const turnOf = async (title: string) =>
    owner.selectFrom('turns').selectAll().where('title', '=', title).executeTakeFirstOrThrow()
  const about = (turn: Awaited<ReturnType<typeof turnOf>>, why: string) => ({
    kind: 'turn',
    why,
    of: turn.kind,
    subjectId: turn.subjectId,
    part: turn.part,
    what: turn.what,
    after: 0,
    dueOn: turn.dueOn,
  })
  const compose = composeMail(() => plainDate(day), '')

  test('says what is true when it leaves: nothing to who has it no more, nothing of what is done', async () => {
    const title = '写信前已经办完的公告'
    const { key, hash } = await aSignedRecord(db, people, aContent({ title }), 1, now)
    const turn = await turnOf(title)
    const told = (to: string, why = 'came') =>
      work((tx) => compose(tx, organ.id, { to: `${to}@shili.invalid`, about: about(turn, why) }))
    expect((await told('ogihead'))?.body).toContain('复审（政府信息公开工作机构负责人）')
    expect((await told('ogihead'))?.body).not.toContain(title)
    expect(await told('unithead')).toBeNull()
    await sign(key, hash, 'ogiHead')
    expect(await told('ogihead')).toBeNull()
  })

  test('reminds before the day, of each day once, and of what is far from due not at all', async () => {
    const title = '快到期的公告'
    await aSignedRecord(db, people, aContent({ title }), 1, now)
    const due = (await turnOf(title)).dueOn
    expect(due).toBe('2026-11-26')
    const before = (await mailsTo('ogihead')).length
    await remindOfTurns(db, organ.id, plainDate('2026-11-24'))
    expect(await mailsTo('ogihead')).toHaveLength(before)
    await remindOfTurns(db, organ.id, plainDate('2026-11-25'))
    const after = (await mailsTo('ogihead')).length
    expect(after).toBeGreaterThan(before)
    await remindOfTurns(db, organ.id, plainDate('2026-11-25'))
    expect(await mailsTo('ogihead')).toHaveLength(after)
  })
})

test('what versions before left open has its turns again, as they are, and nobody is told anew', async () => {
  const all = () => owner.selectFrom('turns').selectAll().orderBy('subjectId').orderBy('part').execute()
  const [before, told] = [await all(), await owner.selectFrom('outbox').select('id').execute()]
  expect(before.length).toBeGreaterThan(3)
  await owner.deleteFrom('turns').execute()
  await settleRecords(db, organ.id, plainDate(day))
  await settleRequests(db, organ.id, plainDate(day))
  expect(await all()).toEqual(before)
  expect(await owner.selectFrom('outbox').select('id').execute()).toHaveLength(told.length)
})

test('another organ’s turns are nobody’s here, and an administrator has none', async () => {
  const there = await aPlatform(db, app, day, { slug: 'shili-b', name: '示例市乙局' })
  const title = '乙局的公告'
  await aSignedRecord(db, there.people, aContent({ title }), 0, now)
  expect(await titled(people.unitHead, title)).toEqual([])
  const { browser } = await here.signedIn('unitHead', 'page-head')
  const answer = (await browser.send('GET', '/turns')).json()
  expect(answer.items.map((each: { title: string }) => each.title)).not.toContain(title)
  expect((await browser.send('GET', '/turns/count')).json()).toEqual({ total: answer.total })
  const admin = await here.signedIn('systemAdmin')
  expect((await admin.browser.send('GET', '/turns')).statusCode).toBe(403)
})
