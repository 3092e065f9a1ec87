import { afterAll, describe, expect, test } from 'vitest'
import { buildApp } from '../../app/build-app.ts'
import { testDatabase } from '../../db/testing/database.ts'
import { aPlatform } from '../../disclosure/testing/a-platform.ts'
import { acceptFile } from '../../files/accept.ts'
import { addFile } from '../../files/store.ts'
import type { Actor } from '../../organs/actor.ts'
import type { Role } from '../../organs/role.ts'
import { Browser, sessionCookie } from '../../organs/testing/staff.ts'
import * as units from '../../organs/units/store.ts'
import { showCase } from '../show.ts'
import { whomToRemind } from '../store/reminders.ts'
import { anIntake, aPerson } from '../testing/an-intake.ts'
import { handOver } from '../work/testing/hand-over.ts'
import { listOfSameApplicant } from './find.ts'
import { openApplicant, openFirstValues } from './open-personal.ts'
import { registerIntake } from './register-intake.ts'
import { takeStep } from './take-step.ts'

const { db, url, owner } = await testDatabase()
const day = '2026-11-24'
const app = await buildApp({ db, url }, { KAICHENG_TODAY: day })
afterAll(() => app.close())
const { organ, work, people, officer } = await aPlatform(db, app, day)

const unit = async (name: string) =>
  (await work((tx) => units.add(tx, organ.id, { name, isOgiWorkBody: false, phone: '' }))).id
const [own, other, empty] = [await unit('业务科'), await unit('法规科'), await unit('没人的科')]
const staffOf = async (unitId: string | null, name: string, roles: Role[] = ['clerk']): Promise<Actor> => {
  const one = await officer(day, roles, name)
  await owner
    .updateTable('staff')
    .set({ unitId })
    .where('id', '=', one.id ?? '')
    .execute()
  return { ...one, unitId }
}
const handler = await staffOf(own, 'handler')
const colleague = await staffOf(own, 'colleague')
const outsider = await staffOf(other, 'outsider')
const nowhere = await staffOf(null, 'nowhere')

const assigned = async (unitId: string, staffId: string | null) => {
  const [registered] = await work((tx) => registerIntake(tx, people.clerk, anIntake(day)))
  const id = registered?.request.id ?? ''
  await work((tx) => handOver(tx, people.ogiHead, id, { unitId, staffId }))
  return id
}
const note = (by: Actor, id: string) => work((tx) => takeStep(tx, by, id, 'note', { text: '电话联系过申请人' }))
const refused = { code: 'not_your_case' }

describe('a case that is assigned', () => {
  test('is its handler’s, his unit’s and the work body’s; clerks of other units and of none are refused', async () => {
    const id = await assigned(own, handler.id)
    for (const by of [handler, colleague, people.clerk]) await note(by, id)
    for (const by of [outsider, nowhere]) {
      await expect(note(by, id)).rejects.toMatchObject(refused)
      await expect(
        work((tx) => takeStep(tx, by, id, 'assign', { unitId: other, staffId: by.id })),
      ).rejects.toMatchObject(refused)
    }
  })

  test('stays its handler’s when he moves to another unit', async () => {
    const moved = await staffOf(own, 'moved')
    const id = await assigned(own, moved.id)
    await owner
      .updateTable('staff')
      .set({ unitId: other })
      .where('id', '=', moved.id ?? '')
      .execute()
    await note({ ...moved, unitId: other }, id)
    await expect(note(outsider, id)).rejects.toMatchObject(refused)
  })

  test('to a unit without a clerk is handed on by the work body, to which it has fallen', async () => {
    const id = await assigned(empty, null)
    await expect(note(colleague, id)).rejects.toMatchObject(refused)
    await work((tx) => handOver(tx, people.clerk, id, { unitId: own, staffId: handler.id }))
    await note(handler, id)
  })

  test('goes only to an active clerk of the unit that is named', async () => {
    const head = await staffOf(own, 'head', ['unitHead'])
    const gone = await staffOf(own, 'gone')
    await owner
      .updateTable('staff')
      .set({ disabledAt: new Date() })
      .where('id', '=', gone.id ?? '')
      .execute()
    for (const { id } of [head, gone, outsider])
      await expect(assigned(own, id)).rejects.toMatchObject({ code: 'unknown_handler', field: 'staffId' })
  })
})

describe('who asks, of a case that is assigned', () => {
  const open = (by: Actor, id: string) => work((tx) => openApplicant(tx, by, id, '与申请人联系'))

  test('is opened by its unit, the work body and whoever approves for the organ, and by nobody else, whatever reason is given', async () => {
    const id = await assigned(own, handler.id)
    const leader = await staffOf(other, 'chief', ['leader'])
    for (const by of [handler, colleague, people.clerk, people.ogiHead, leader])
      await expect(open(by, id)).resolves.toMatchObject({ name: anIntake(day).applicant.name })
    const head = await staffOf(other, 'otherhead', ['unitHead'])
    for (const by of [outsider, nowhere, head]) {
      await expect(open(by, id)).rejects.toMatchObject({ code: 'not_your_applicant' })
      await expect(work((tx) => openFirstValues(tx, by, id, '核对更正'))).rejects.toMatchObject({
        code: 'not_your_applicant',
      })
      expect((await work((tx) => showCase(tx, by, id))).maskedBecause).toContain('业务科')
    }
    expect((await work((tx) => showCase(tx, handler, id))).maskedBecause).toBeNull()
  })

  test('is told nowhere as the same applicant’s to whoever may not know, also who registers a request of the same identity', async () => {
    const identity = aPerson({ identityNumber: '110101199003070118' })
    const registered = async (by: Actor, summary: string, to: Actor) => {
      const [one] = await work((tx) =>
        registerIntake(tx, by, anIntake(day, { applicant: identity, pieces: [summary] })),
      )
      const id = one?.request.id ?? ''
      await work((tx) => handOver(tx, people.ogiHead, id, { unitId: to.unitId ?? '', staffId: to.id }))
      return id
    }
    const theirs = await registered(people.clerk, '二〇二五年度河道清淤工程的验收报告', handler)
    const asked = await registered(outsider, '全市幼儿园食堂的食品检查结果', outsider)
    const alike = await registered(outsider, '二〇二五年度河道清淤工程的验收报告', outsider)
    const seen = async (by: Actor, id: string, other: string) => {
      const { similar } = await work((tx) => showCase(tx, by, id))
      return similar.find((each) => each.id === other)?.why
    }
    expect(await seen(outsider, asked, theirs)).toBeUndefined()
    expect(await seen(outsider, alike, theirs)).toContain('内容相近')
    expect(await seen(outsider, asked, alike)).toBe('同一申请人')
    expect(await seen(people.clerk, asked, theirs)).toBe('同一申请人')
    // Nor from the other side: of the masked case it is not said which of one’s own is the same person’s.
    expect(await seen(outsider, theirs, asked)).toBeUndefined()

    const answers = (by: Actor) => work((tx) => listOfSameApplicant(tx, by, { organId: organ.id, id: asked }))
    expect(await answers(outsider)).toEqual([alike])
    expect((await answers(people.clerk)).toSorted()).toEqual([alike, theirs].toSorted())
  })

  test('is not told by what was typed into the case either', async () => {
    const id = await assigned(own, handler.id)
    await note(handler, id)
    const shown = async (by: Actor) => JSON.stringify(await work((tx) => showCase(tx, by, id)))
    expect(await shown(colleague)).toContain('电话联系过申请人')
    expect(await shown(outsider)).not.toContain('电话联系过申请人')
    expect(await shown(outsider)).toContain('"kind":"noted"')
  })

  test('is opened no wider for having been split: each piece is in the same hands', async () => {
    const id = await assigned(own, handler.id)
    const pieces = ['第一件的内容', '第二件的内容']
    const { registered } = await work((tx) => takeStep(tx, handler, id, 'split', { pieces }))
    const piece = registered[0]?.request.id ?? ''
    await note(colleague, piece)
    await expect(note(outsider, piece)).rejects.toMatchObject(refused)
    await expect(open(outsider, piece)).rejects.toMatchObject({ code: 'not_your_applicant' })
  })

  test('that nobody was charged with is opened by whoever could take it up', async () => {
    const [registered] = await work((tx) => registerIntake(tx, people.clerk, anIntake(day)))
    await open(outsider, registered?.request.id ?? '')
  })
})

test('letters, drafts and files of a case name nobody to whoever may not know who asks, by no route', async () => {
  const id = await assigned(own, handler.id)
  await work((tx) => takeStep(tx, handler, id, 'requestSupplement', { items: '请写明年份', dueOn: '2026-12-20' }))
  const name = anIntake(day).applicant.name
  const paper = await work(async (tx) => {
    const { id: fileId } = await addFile(tx, organ.id, await acceptFile(`${name}来信.txt`, Buffer.from('来信')), 24)
    await takeStep(tx, handler, id, 'note', { text: '申请人来信', fileIds: [fileId] })
    return fileId
  })
  const seen = async (by: Actor) => {
    const { waitingLetters, files } = await work((tx) => showCase(tx, by, id))
    return JSON.stringify({ waitingLetters, files })
  }
  expect(await seen(handler)).toContain(name)
  expect(await seen(outsider)).not.toContain(name)
  expect(await seen(outsider)).toContain('文书全文由承办科室')
  expect(await seen({ ...outsider, kind: 'applicant', roles: [] })).toContain(`${name}来信.txt`)
  const browser = new Browser(app)
  browser.cookie = await sessionCookie(db, organ.id, outsider.id ?? '', true, app.clock.now())
  for (const path of ['letters/4.json', 'letters/4.pdf', 'draft.docx', `files/${paper}`]) {
    const answer = await browser.send('GET', `/requests/${id}/${path}`)
    expect([answer.statusCode, answer.json().code], path).toEqual([403, 'not_your_applicant'])
  }
})

test('reminders go the way the turn goes: handler, else unit, else the work body; all clerks while it is nobody’s', async () => {
  const names = async (handlerId: string | null, unitId: string | null) =>
    (await work((tx) => whomToRemind(tx, organ.id, { handlerId, unitId }))).map(({ email }) => email.split('@')[0])
  expect(await names(handler.id, own)).toEqual(['handler'])
  expect((await names(null, own)).toSorted()).toEqual(['colleague', 'handler'])
  expect(await names(null, empty)).toEqual(['clerk'])
  const left = await staffOf(own, 'left')
  await owner
    .updateTable('staff')
    .set({ disabledAt: new Date() })
    .where('id', '=', left.id ?? '')
    .execute()
  expect(await names(left.id, own)).toEqual(['clerk'])
  expect(await names(null, null)).toEqual(expect.arrayContaining(['clerk', 'handler', 'nowhere', 'outsider']))
})
