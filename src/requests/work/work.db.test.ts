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
import { listOwnTurns } from '../../review/turns/actions.ts'
import { previewStep } from '../actions/preview-step.ts'
import { registerIntake } from '../actions/register-intake.ts'
import { takeStep } from '../actions/take-step.ts'
import { showCase } from '../show.ts'
import type { StepName } from '../step-inputs.ts'
import { anIntake } from '../testing/an-intake.ts'

const { db, url, owner } = await testDatabase()
const day = '2026-11-24'
const app = await buildApp({ db, url }, { KAICHENG_TODAY: day })
afterAll(() => app.close())
const { organ, work, people, officer } = await aPlatform(db, app, day)

const unit = async (name: string) =>
  (await work((tx) => units.add(tx, organ.id, { name, isOgiWorkBody: false, phone: '' }))).id
const [business, legal] = [await unit('业务科'), await unit('法规科')]
const staffOf = async (unitId: string, name: string, roles: Role[]): Promise<Actor> => {
  const one = await officer(day, roles, name)
  await owner
    .updateTable('staff')
    .set({ unitId })
    .where('id', '=', one.id ?? '')
    .execute()
  return { ...one, unitId }
}
const handler = await staffOf(business, 'business-clerk', ['clerk'])
const head = await staffOf(business, 'business-head', ['unitHead'])
const lawyer = await staffOf(legal, 'legal-clerk', ['clerk'])

const registered = async () => {
  const [one] = await work((tx) => registerIntake(tx, people.clerk, anIntake(day)))
  return one?.request ?? { id: '', number: '' }
}
const step = (by: Actor, id: string, name: StepName, input: object) => work((tx) => takeStep(tx, by, id, name, input))
const shown = (by: Actor, id: string) => work((tx) => showCase(tx, by, id))
const turns = async (by: Actor, number: string) =>
  (await work((tx) => listOwnTurns(tx, by))).items.filter(({ title }) => title === number).map(({ what }) => what)
const whose = async (id: string) => {
  const { unitName, handlerName } = await shown(people.clerk, id)
  return [unitName, handlerName]
}
const offered = '已交其他科室，等待接收；接收前仍由您负责'
const refusedWhat = '交办被退回，另行交办或者自己办理'

describe('what is handed to another unit', () => {
  test('is offered: the sender stays responsible and the clock runs, until a clerk or the head of that unit takes it on', async () => {
    const { id, number } = await registered()
    const preview = await work((tx) =>
      previewStep(tx, people.clerk, id, 'assign', { unitId: business, staffId: handler.id }),
    )
    expect(preview.after).toEqual(preview.before)
    expect(preview.remarks.join('')).toContain('由业务科接收后才算交办')
    await step(people.clerk, id, 'assign', { unitId: business, staffId: handler.id })
    expect(await whose(id)).toContain(people.clerk.name)
    expect(await turns(people.clerk, number)).toEqual([offered])
    for (const by of [handler, head]) expect(await turns(by, number)).toEqual(['接收或者退回交办'])
    expect(await turns(lawyer, number)).toEqual([])
    await expect(step(lawyer, id, 'acceptHandover', {})).rejects.toMatchObject({ code: 'offered_to_others' })
    await expect(step(handler, id, 'draftAnswer', {})).rejects.toThrow()
    expect((await shown(handler, id)).maskedBecause).not.toBeNull()

    await step(head, id, 'acceptHandover', { staffId: handler.id })
    expect(await whose(id)).toEqual(['业务科', handler.name])
    expect(await turns(handler, number)).toEqual(['办理申请、拟答复'])
    expect(await turns(people.clerk, number)).toEqual([])
    expect((await shown(handler, id)).maskedBecause).toBeNull()
    await expect(step(head, id, 'acceptHandover', {})).rejects.toMatchObject({ code: 'nothing_offered' })
  })

  test('goes back to whoever sent it when it is refused with a reason; offered elsewhere it is taken on', async () => {
    const { id, number } = await registered()
    await step(people.clerk, id, 'assign', { unitId: business, staffId: null })
    await expect(step(handler, id, 'refuseHandover', {})).rejects.toThrow()
    await expect(
      step(handler, id, 'refuseHandover', { reason: '不属于', betterUnitId: business }),
    ).rejects.toMatchObject({ code: 'better_unit_is_own', field: 'betterUnitId' })
    await step(handler, id, 'refuseHandover', { reason: '不属于我科职责', betterUnitId: legal })
    expect(await turns(people.clerk, number)).toEqual([refusedWhat])
    expect(await turns(handler, number)).toEqual([])
    expect((await shown(people.clerk, id)).work.handover).toMatchObject({
      standing: 'refused',
      unitName: '业务科',
      reason: '不属于我科职责',
      betterUnitName: '法规科',
    })
    // Who has no part in it any more reads their own words, and no others.
    expect(JSON.stringify((await shown(handler, id)).events)).toContain('不属于我科职责')
    expect(JSON.stringify(await shown(lawyer, id))).not.toContain('不属于我科职责')
    await step(people.clerk, id, 'assign', { unitId: legal, staffId: null })
    expect((await shown(people.clerk, id)).work.handover).toMatchObject({ standing: 'offered', unitName: '法规科' })
    await step(lawyer, id, 'acceptHandover', { staffId: lawyer.id })
    expect(await whose(id)).toEqual(['法规科', lawyer.name])
    expect((await shown(people.clerk, id)).work.handover).toBeNull()
  })

  test('binds at once where the head of the work body decides after a refusal, and not before', async () => {
    const { id, number } = await registered()
    const give = (unitId: string) => step(people.ogiHead, id, 'assign', { unitId, staffId: null })
    await give(business)
    expect((await shown(people.clerk, id)).work.handover).toMatchObject({ standing: 'offered' })
    await step(handler, id, 'refuseHandover', { reason: '不属于我科职责' })
    expect(await turns(people.ogiHead, number)).toEqual([refusedWhat])
    await give(business)
    expect(await whose(id)).toEqual(['业务科', null])
    expect(await turns(handler, number)).toEqual(['办理申请、拟答复'])
  })

  test('refused twice, is also the turn of the head of the work body', async () => {
    const { id, number } = await registered()
    for (const [unitId, by] of [
      [business, handler],
      [legal, lawyer],
    ] as const) {
      await step(people.clerk, id, 'assign', { unitId, staffId: null })
      await step(by, id, 'refuseHandover', { reason: '不属于我科职责' })
    }
    expect(await turns(people.ogiHead, number)).toEqual(['确定承办科室'])
  })

  test('is given to a person at once within one’s own unit, which takes an offer back', async () => {
    const { id, number } = await registered()
    await step(people.clerk, id, 'assign', { unitId: business, staffId: null })
    await step(people.clerk, id, 'assign', { unitId: people.clerk.unitId, staffId: people.clerk.id })
    expect((await shown(people.clerk, id)).work.handover).toBeNull()
    expect(await turns(handler, number)).toEqual([])
    await expect(step(handler, id, 'acceptHandover', {})).rejects.toMatchObject({ code: 'nothing_offered' })
  })

  test('split meanwhile, each piece is in the sender’s hands', async () => {
    const { id } = await registered()
    await step(people.clerk, id, 'assign', { unitId: business, staffId: null })
    const { registered: pieces } = await step(people.clerk, id, 'split', { pieces: ['第一件', '第二件'] })
    expect(await whose(pieces[0]?.request.id ?? '')).toContain(people.clerk.name)
  })
})

describe('the opinion of another unit', () => {
  const asked = { about: '请说明该文件是否在法规科', dueOn: '2026-11-27' }
  const ask = async (more: object = {}) => {
    const { id, number } = await registered()
    await step(people.clerk, id, 'assign', { unitId: people.clerk.unitId, staffId: people.clerk.id })
    await step(people.clerk, id, 'askCoHandling', { unitId: legal, ...asked, ...more })
    const [waiting] = (await shown(people.clerk, id)).work.coHandlings
    return { id, number, seq: waiting?.seq ?? 0 }
  }

  test('is asked for by a day, is that unit’s turn, and is told to it, without who asks', async () => {
    const { id, number, seq } = await ask()
    expect(await turns(lawyer, number)).toEqual(['提出协办意见'])
    expect(await turns(handler, number)).toEqual([])
    const seen = await shown(lawyer, id)
    expect(seen.maskedBecause).not.toBeNull()
    expect(seen.work.coHandlings).toMatchObject([{ about: asked.about, isMine: true }])
    expect((await shown(handler, id)).work.coHandlings).toMatchObject([{ about: '', isMine: false }])
    await expect(step(handler, id, 'answerCoHandling', { asked: seq, opinion: '同意' })).rejects.toMatchObject({
      code: 'co_handling_of_others',
    })
    const paper = await work(async (tx) => {
      const file = await addFile(tx, organ.id, await acceptFile('目录.txt', Buffer.from('目录')), 24)
      await takeStep(tx, lawyer, id, 'answerCoHandling', {
        asked: seq,
        opinion: '文件在我科，可以公开',
        fileIds: [file.id],
      })
      return file.id
    })
    expect(await turns(lawyer, number)).toEqual([])
    for (const by of [people.clerk, people.ogiHead, lawyer]) {
      const { work: seen, files } = await shown(by, id)
      expect(seen.coHandlings[0]?.answer?.opinion).toBe('文件在我科，可以公开')
      expect(files.map(({ name }) => name)).toContain('目录.txt')
    }
    const opened = async (by: Actor) => {
      const browser = new Browser(app)
      browser.cookie = await sessionCookie(db, organ.id, by.id ?? '', true, app.clock.now())
      return (await browser.send('GET', `/requests/${id}/files/${paper}`)).statusCode
    }
    expect([await opened(lawyer), await opened(people.clerk), await opened(handler)]).toEqual([200, 200, 403])
  })

  test('warns while it is open, and shuts the draft only where it must be awaited, until it has come or is no longer asked for', async () => {
    const loose = await ask()
    const whyNot = async (id: string) =>
      (await shown(people.clerk, id)).steps.find(({ name }) => name === 'draftAnswer')?.why
    expect(await whyNot(loose.id)).toBeNull()
    const strict = await ask({ isAwaited: true })
    expect(await whyNot(strict.id)).toContain('法规科')
    await step(people.clerk, strict.id, 'endCoHandling', { asked: strict.seq, reason: '已经从档案室查到' })
    expect(await whyNot(strict.id)).toBeNull()
    expect(await turns(lawyer, strict.number)).toEqual([])
    const answered = await ask({ isAwaited: true })
    await step(lawyer, answered.id, 'answerCoHandling', { asked: answered.seq, opinion: '没有意见' })
    expect(await whyNot(answered.id)).toBeNull()
  })

  test('is asked of a unit once at a time, never of one’s own, not for a day that has passed, and not by telling who asks', async () => {
    const { id } = await ask()
    const again = (input: object) => step(people.clerk, id, 'askCoHandling', { unitId: business, ...asked, ...input })
    await expect(again({ unitId: legal })).rejects.toMatchObject({ code: 'co_handling_open' })
    await expect(again({ unitId: people.clerk.unitId })).rejects.toMatchObject({ code: 'co_handling_of_own_unit' })
    await expect(again({ dueOn: '2026-11-23' })).rejects.toMatchObject({ code: 'day_out_of_range' })
    const { name } = anIntake(day).applicant
    await expect(again({ about: `${name}申请的文件在不在你科` })).rejects.toMatchObject({
      code: 'told_applicant',
      field: 'about',
    })
  })
})

describe('a note that names a colleague', () => {
  const noted = async () => {
    const { id, number } = await registered()
    await step(people.clerk, id, 'assign', { unitId: people.clerk.unitId, staffId: people.clerk.id })
    await step(people.clerk, id, 'note', { text: '请看一下这份文件有没有解密', to: [lawyer.id] })
    return { id, number }
  }

  test('is their turn until they have read it', async () => {
    const { id, number } = await noted()
    expect(await turns(lawyer, number)).toEqual(['阅看提到您的备注'])
    const seen = await shown(lawyer, id)
    expect(seen.work.notesForMe).toMatchObject([{ text: '请看一下这份文件有没有解密' }])
    expect(JSON.stringify((await shown(handler, id)).events)).not.toContain('有没有解密')
    await expect(step(handler, id, 'readNote', {})).rejects.toMatchObject({ code: 'no_note_to_read' })
    await step(lawyer, id, 'readNote', {})
    expect(await turns(lawyer, number)).toEqual([])
    // It stays theirs to read, and to write they must be asked again.
    expect(JSON.stringify((await shown(lawyer, id)).events)).toContain('有没有解密')
    await expect(step(lawyer, id, 'note', { text: '再说一句' })).rejects.toMatchObject({ code: 'not_your_case' })
  })

  test('or until they answer by a note of their own, which names whoever asked', async () => {
    const { id, number } = await noted()
    await step(lawyer, id, 'note', { text: '已经解密', to: [people.clerk.id] })
    expect(await turns(lawyer, number)).toEqual([])
    expect(await turns(people.clerk, number)).toEqual(['办理申请、拟答复', '阅看提到您的备注'])
    expect((await shown(people.clerk, id)).work.notesForMe).toMatchObject([{ byId: lawyer.id, text: '已经解密' }])
    expect(JSON.stringify((await shown(lawyer, id)).events)).toContain('已经解密')
  })

  test('names only those who do business here, and does not tell them who asks', async () => {
    const { id } = await noted()
    const admin = await officer(day, ['systemAdmin'], 'sysadmin')
    const write = (text: string, to: string | null) => step(people.clerk, id, 'note', { text, to: [to] })
    await expect(write('请看', admin.id)).rejects.toMatchObject({ code: 'unknown_colleague', field: 'to' })
    await expect(write(`${anIntake(day).applicant.name}来电`, lawyer.id)).rejects.toMatchObject({
      code: 'told_applicant',
      field: 'text',
    })
    await step(people.clerk, id, 'note', { text: `${anIntake(day).applicant.name}来电` })
  })

  test('mail tells the colleague, without names', async () => {
    const { number } = await noted()
    const mails = await owner.selectFrom('outbox').selectAll().execute()
    const words = JSON.stringify(mails)
    expect(words).toContain(`阅看提到您的备注（申请${number}）`)
    expect(words).not.toContain('有没有解密')
  })
})
