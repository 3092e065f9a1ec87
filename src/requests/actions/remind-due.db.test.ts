import { expect, test } from 'vitest'
import { composeMail } from '../../app/compose-mail.ts'
import { plainDate } from '../../days/plain-date.ts'
import { inOrgan } from '../../db/organ.ts'
import { testDatabase } from '../../db/testing/database.ts'
import { sendQueued } from '../../mail/outbox.ts'
import { queuedMails } from '../../mail/testing/queued.ts'
import { systemActor } from '../../organs/actor.ts'
import { anOffice } from '../../organs/testing/officers.ts'
import type { StepName } from '../step-inputs.ts'
import { listReminders } from '../store/reminders.ts'
import { anIntake } from '../testing/an-intake.ts'
import { letOut } from '../testing/let-out.ts'
import { registerIntake } from './register-intake.ts'
import { remindDue } from './remind-due.ts'
import { takeStep } from './take-step.ts'

const { db, owner } = await testDatabase()
const { organ, unitId, officer } = await anOffice(db)
const clerk = await officer('2026-03-02', ['clerk'])
const colleague = await officer('2026-03-02', ['clerk'], 'li')
const [registered] = await inOrgan(db, organ.id, (tx) => registerIntake(tx, clerk, anIntake('2026-03-02')))
const id = registered?.request.id ?? ''
await inOrgan(db, organ.id, (tx) => takeStep(tx, clerk, id, 'assign', { unitId, staffId: clerk.id }))

const remindOn = (today: string) => remindDue(db, systemActor(organ.id, plainDate(today)))
const mails = () => queuedMails(owner, 'requestReminder')

test('the handler is reminded three days before, one day before, on the day and when it is overdue, each once', async () => {
  // Received on Monday 2 March, due on Monday 30 March.
  expect(await remindOn('2026-03-24')).toBe(0)
  for (const day of ['2026-03-25', '2026-03-26', '2026-03-27', '2026-03-30', '2026-03-31', '2026-04-01'])
    await remindOn(day)
  const reminders = await inOrgan(db, organ.id, (tx) => listReminders(tx, clerk))
  expect(reminders.map(({ kind }) => kind).sort()).toEqual(['dueToday', 'oneDay', 'overdue', 'threeDays'])
  expect(await inOrgan(db, organ.id, (tx) => listReminders(tx, colleague))).toEqual([])
})

test('run again, and by two servers at once, it reminds nobody twice', async () => {
  expect(await Promise.all([remindOn('2026-04-02'), remindOn('2026-04-02'), remindOn('2026-04-02')])).toEqual([0, 0, 0])
  expect(await mails()).toHaveLength(4)
})

test('the mail names the number and the day, and nothing of who asks or for what', async () => {
  const [mail] = await mails()
  expect(mail?.subject).toBe('【办理提醒】示统依申请〔2026〕1号3个工作日内到期')
  expect(mail?.body).toContain('2026年3月30日')
  expect(`${mail?.subject}${mail?.body}`).not.toMatch(/张三|可行性研究|13800138000/)
})

test('one person whose address is none keeps nobody else from hearing of what is due', async () => {
  const given = async (to: string) => {
    const [made] = await inOrgan(db, organ.id, (tx) => registerIntake(tx, clerk, anIntake('2026-03-02')))
    await inOrgan(db, organ.id, (tx) => takeStep(tx, clerk, made?.request.id ?? '', 'assign', { unitId, staffId: to }))
    return made?.request.id
  }
  await given(clerk.id ?? '')
  const second = await given(colleague.id ?? '')
  await owner.updateTable('staff').set({ email: 'nobody' }).where('id', '=', clerk.id).execute()
  await expect(remindOn('2026-03-25')).rejects.toThrow('some requests')
  const reminders = await inOrgan(db, organ.id, (tx) => listReminders(tx, colleague))
  expect(reminders.filter(({ requestId }) => requestId === second)).toHaveLength(1)
})

test('mail says what is true when it leaves: after an extension, a confirmation or an answer nothing of before goes out', async () => {
  const register = async (facts = {}) => {
    const then = await officer('2026-04-01', ['clerk'], 'li')
    const [made] = await inOrgan(db, organ.id, (tx) => registerIntake(tx, then, anIntake('2026-04-01', facts)))
    const id = made?.request.id ?? ''
    await inOrgan(db, organ.id, (tx) => takeStep(tx, then, id, 'assign', { unitId, staffId: then.id }))
    return { id, number: made?.request.number ?? '' }
  }
  const [stays, extended, confirmed, withdrawn] = [
    await register(),
    await register(),
    await register({ channel: 'online' }),
    await register(),
  ]
  await owner.updateTable('staff').set({ email: 'li@shili.invalid' }).where('id', '=', colleague.id).execute()
  await owner.deleteFrom('outbox').execute()
  // Due on Thursday 30 April; the mail server is down.
  await remindOn('2026-04-30').catch(() => {})
  const waiting = (await mails()).map(({ subject }) => subject)
  for (const { number } of [stays, extended, confirmed, withdrawn])
    expect(
      waiting.filter((subject) => subject.includes(`${number}今`) || subject.includes(`${number}已`)),
    ).toHaveLength(1)
  const [head, li] = [await officer('2026-04-30', ['ogiHead']), await officer('2026-04-30', ['clerk'], 'li')]
  const act = (actor: typeof head, of: string, name: StepName, input: object) =>
    inOrgan(db, organ.id, (tx) => takeStep(tx, actor, of, name, input))
  await act(head, extended.id, 'extendReply', { days: 10, reason: '检索量大' })
  const late = { on: '2026-04-30', method: '电话', evidence: '', lateReason: '此前无人接听' }
  await act(li, confirmed.id, 'confirmReceipt', late)
  await act(li, withdrawn.id, 'withdraw', { on: '2026-04-30', evidence: '当面说明' })
  const sent: string[] = []
  const transport = { send: async ({ subject }: { subject: string }) => void sent.push(subject), close: () => {} }
  await sendQueued(
    db,
    organ.id,
    transport,
    composeMail(() => plainDate('2026-04-30'), ''),
  )
  expect(
    sent.filter((subject) =>
      [stays, extended, confirmed, withdrawn].some(
        ({ number }) => subject.includes(`${number}今`) || subject.includes(`${number}已`),
      ),
    ),
  ).toEqual([`【办理提醒】${stays.number}今天到期`])
  // Nothing is tried again.
  expect(
    await sendQueued(
      db,
      organ.id,
      transport,
      composeMail(() => plainDate('2026-05-01'), ''),
    ),
  ).toBe(0)
})

test('art. 33 III: the day of a request whose third party is still asked moves on in the lists, however far off it is', async () => {
  const [made] = await inOrgan(db, organ.id, (tx) => registerIntake(tx, clerk, anIntake('2026-03-02')))
  const third = made?.request.id ?? ''
  const asked = { party: 'thirdParty', name: '示例公司', about: '合同金额' }
  await inOrgan(db, organ.id, (tx) => takeStep(tx, clerk, third, 'assign', { unitId, staffId: clerk.id }))
  const { request } = await inOrgan(db, organ.id, (tx) => takeStep(tx, clerk, third, 'consult', asked))
  await letOut(db, request, (role) => officer('2026-03-02', [role]))
  const dueOn = async () =>
    (await owner.selectFrom('requests').select('dueOn').where('id', '=', third).executeTakeFirstOrThrow()).dueOn
  expect(await dueOn()).toBe('2026-03-30')
  await remindOn('2026-03-04').catch(() => {})
  // Two working days of asking are left out so far.
  expect(await dueOn()).toBe('2026-04-01')
})
