import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { plainDate } from '../../calendar/plain-date.ts'
import { inOrgan } from '../../db/organ.ts'
import { testDatabase } from '../../db/testing/database.ts'
import { confirmAll } from '../../ledgers/years/testing/confirm-all.ts'
import type { Actor } from '../../organs/actor.ts'
import { anOffice } from '../../organs/testing/officers.ts'
import { publishReport } from '../../report/actions.ts'
import { showCase, showList } from '../show.ts'
import type { StepName } from '../step-inputs.ts'
import * as store from '../store/requests.ts'
import { anIntake } from '../testing/an-intake.ts'
import { letOut } from '../testing/let-out.ts'
import { previewStep } from './preview-step.ts'
import { registerIntake } from './register-intake.ts'
import { takeStep } from './take-step.ts'

const { db, owner } = await testDatabase()
const { organ, unitId, officer } = await anOffice(db)
const clerk = (today: string) => officer(today, ['clerk'])
const head = (today: string) => officer(today, ['ogiHead'], 'head')

const register = async (today: string, facts = {}) => {
  const actor = await clerk(today)
  const [one] = await inOrgan(db, organ.id, (tx) => registerIntake(tx, actor, anIntake(today, facts)))
  if (!one) throw new Error('nothing registered')
  return one.request
}
const step = async (actor: Actor, id: string, name: StepName, input: unknown) =>
  (await inOrgan(db, actor.organId, (tx) => takeStep(tx, actor, id, name, input))).request
const show = (actor: Actor, id: string) => inOrgan(db, actor.organId, (tx) => showCase(tx, actor, id))
const preview = (actor: Actor, id: string, name: StepName, input: unknown) =>
  inOrgan(db, actor.organId, (tx) => previewStep(tx, actor, id, name, input))
const reason = '申请表原件所写'

test('a name taken down wrongly is put right at once; the first stays, encrypted, and the letters follow', async () => {
  const request = await register('2026-03-02')
  const actor = await clerk('2026-03-03')
  await step(actor, request.id, 'correctRegistration', { to: { name: '章三', phone: '13900139000' }, reason })
  const after = await inOrgan(db, organ.id, (tx) => store.getApplicant(tx, organ.id, request.id))
  expect(after).toMatchObject({ name: '章三', phone: '13900139000' })
  const view = await show(actor, request.id)
  expect(view.number).toBe(request.number)
  expect(view.corrected[0]?.lines).toEqual([
    { label: '姓名或者名称', from: '张*', to: '章*' },
    { label: '电话', from: '138****8000', to: '139****9000' },
  ])
  expect(JSON.stringify(view)).not.toMatch(/张三|章三|13800138000|13900139000/)
  const { events } = await inOrgan(db, organ.id, (tx) => store.get(tx, organ.id, request.id))
  expect(events.at(-1)?.data).toMatchObject({ personal: { from: { name: '张三' }, to: { name: '章三' } } })
  const { rows } = await sql<{ found: number }>`
    select count(*) as found from request_events where data::text ~ '张三|章三|13800138000|13900139000'`.execute(owner)
  expect(rows[0]?.found).toBe(0)
  const find = (words: string) =>
    inOrgan(db, organ.id, (tx) => showList(tx, actor, { view: 'all', words, page: 1, pageSize: 50 }))
  expect((await find('章三')).items.map(({ number }) => number)).toEqual([request.number])
  const input = { items: '请写明文件名称', dueOn: '2026-03-25' }
  expect((await preview(actor, request.id, 'requestSupplement', input)).letter?.addressee).toBe('章三')
})

test('a day taken down wrongly moves the clock only when a second person has confirmed it', async () => {
  const request = await register('2026-03-09')
  const actor = await clerk('2026-03-10')
  const correction = { to: { arrivedOn: '2026-03-02' }, reason }
  const { sentence } = await preview(actor, request.id, 'correctRegistration', correction)
  expect(sentence).toContain(
    '答复期限由2026年4月7日变为2026年3月30日，因为收到申请之日由2026年3月9日更正为2026年3月2日',
  )
  expect(sentence).toContain('须由另一人确认后生效')
  const waiting = await step(actor, request.id, 'correctRegistration', correction)
  expect(waiting).toMatchObject({ receivedOn: '2026-03-09', dueOn: '2026-04-07' })
  await expect(step(actor, request.id, 'confirmCorrection', {})).rejects.toThrow('此步骤由')
  const both = { ...actor, roles: ['clerk', 'ogiHead'] } as const
  await expect(step(both, request.id, 'confirmCorrection', {})).rejects.toThrow('应当由另一人确认')
  await expect(step(actor, request.id, 'correctRegistration', correction)).rejects.toThrow('等待另一人确认')
  const done = await step(await head('2026-03-10'), request.id, 'confirmCorrection', {})
  expect(done).toMatchObject({
    number: request.number,
    arrivedOn: '2026-03-02',
    receivedOn: '2026-03-02',
    dueOn: '2026-03-30',
  })
  const { events } = await show(actor, request.id)
  expect(events.filter(({ kind }) => kind === 'received').map(({ happenedOn }) => happenedOn)).toEqual([
    '2026-03-09',
    '2026-03-02',
  ])
})

test('a correction that is declined leaves everything as it was', async () => {
  const request = await register('2026-03-09')
  await step(await clerk('2026-03-10'), request.id, 'correctRegistration', { to: { arrivedOn: '2026-03-06' }, reason })
  await step(await head('2026-03-10'), request.id, 'declineCorrection', { reason: '签收记录为9日' })
  const view = await show(await clerk('2026-03-10'), request.id)
  expect(view).toMatchObject({ receivedOn: '2026-03-09', correction: null })
})

test.each([
  [{ arrivedOn: '2018-03-02' }, '尚未施行'],
  [{ arrivedOn: '2026-03-11' }, '不能晚于今天'],
  [{ arrivedOn: '三月二日' }, '请填写日期'],
  [{ receivedOn: '2026-03-10' }, '应当相同'],
  [{ name: '' }, '请填写'],
  [{ identityNumber: '110105194912310021' }, '证件号码'],
  [{ phone: '电话' }, '电话'],
  [{ channel: 'pigeon' }, '请从列出的选项中选择'],
  [{ name: '张三' }, '与现在登记的相同'],
  [{}, '与现在登记的相同'],
])('what would not have been taken down is no correction: %o', async (to, why) => {
  const request = await register('2026-03-09')
  await expect(step(await clerk('2026-03-10'), request.id, 'correctRegistration', { to, reason })).rejects.toThrow(why)
})

test('the day of receipt cannot be put after what was done on the request', async () => {
  const request = await register('2026-03-02')
  const actor = await clerk('2026-03-05')
  await step(actor, request.id, 'requestSupplement', { items: '请写明文件名称', dueOn: '2026-03-25' })
  await expect(
    step(await clerk('2026-03-10'), request.id, 'correctRegistration', { to: { arrivedOn: '2026-03-06' }, reason }),
  ).rejects.toThrow('已经办理了后面的步骤')
})

test('the class of applicant moves a column of the report; the published report of that year is told', async () => {
  const request = await register('2024-03-04')
  const actor = await clerk('2024-03-05')
  await step(actor, request.id, 'withdraw', { reason: '', on: '2024-03-05', evidence: '申请人来电，李文接听' })
  const how = { publishedOn: plainDate('2025-01-20'), calendarVersion: 'test', reason: null }
  await inOrgan(db, organ.id, (tx) => confirmAll(tx, organ, 2024, how.publishedOn))
  await publishReport(db, actor, organ, 2024, how)
  const to = { applicantKind: 'enterprise', name: '示例商贸有限公司', creditCode: '', identityNumber: '' }
  const { sentence, cells } = await preview(await clerk('2025-02-10'), request.id, 'correctRegistration', {
    to,
    reason,
  })
  expect(sentence).toContain('2024年度报告已经公布')
  expect(cells.map(({ column }) => column)).toEqual(['enterprise', 'enterprise'])
  await step(await clerk('2025-02-10'), request.id, 'correctRegistration', { to, reason })
  const done = await step(await head('2025-02-11'), request.id, 'confirmCorrection', {})
  expect(done).toMatchObject({ status: 'concluded', applicantKind: 'enterprise', number: request.number })
  const { rows } = await sql<{ detail: unknown }>`
    select detail from audit_entries where action = 'request.confirmCorrection' and subject = ${request.id}`.execute(
    owner,
  )
  expect(rows[0]?.detail).toMatchObject({ reportsToRevise: [2024] })
})

test('an opinion recorded wrongly is put right, until the third party was told or the answer has left', async () => {
  const request = await register('2026-03-02')
  const actor = await clerk('2026-03-05')
  await step(actor, request.id, 'assign', { unitId, staffId: null })
  await expect(
    step(actor, request.id, 'correctOpinion', {
      consultation: 1,
      on: '2026-03-05',
      opinion: 'agrees',
      correction: '错',
    }),
  ).rejects.toThrow('还没有登记过')
  await step(actor, request.id, 'consult', { party: 'thirdParty', name: '示例公司', about: '合同金额' })
  await letOut(db, request, (role) => officer('2026-03-05', [role]))
  const answer = { consultation: 1, on: '2026-03-06', opinion: 'agrees' }
  await step(await clerk('2026-03-06'), request.id, 'answerConsultation', answer)
  const right = { ...answer, opinion: 'agreesInPart', reason: '属于商业秘密', correction: '回函第二页写明不同意' }
  await step(await clerk('2026-03-09'), request.id, 'correctOpinion', right)
  const view = await show(actor, request.id)
  expect(view.consultations).toMatchObject([
    { opinion: 'agreesInPart', reason: '属于商业秘密', answeredOn: '2026-03-06' },
  ])
  expect(view.events.filter(({ kind }) => kind === 'consultationAnswered')).toHaveLength(2)
  await step(await clerk('2026-03-09'), request.id, 'notifyThirdParty', { consultation: 1, reason: '公共利益' })
  await expect(step(await clerk('2026-03-09'), request.id, 'correctOpinion', right)).rejects.toThrow('送审中的告知书')
  await letOut(db, request, (role) => officer('2026-03-09', [role]))
  await expect(step(await clerk('2026-03-09'), request.id, 'correctOpinion', right)).rejects.toThrow('已经根据这一意见')
})

test('a letter that waits for its approval goes back too, and is not sent to who was taken down wrongly', async () => {
  const request = await register('2026-03-02')
  const actor = await clerk('2026-03-05')
  await step(actor, request.id, 'requestSupplement', { items: '请写明文件名称', dueOn: '2026-03-25' })
  expect((await show(actor, request.id)).waitingLetters).toHaveLength(1)
  await step(actor, request.id, 'correctRegistration', { to: { phone: '13900139000' }, reason })
  expect((await show(actor, request.id)).waitingLetters).toHaveLength(1)
  await step(actor, request.id, 'correctRegistration', { to: { name: '章三' }, reason })
  expect((await show(actor, request.id)).waitingLetters).toEqual([])
  await step(actor, request.id, 'requestSupplement', { items: '请写明文件名称', dueOn: '2026-03-25' })
  expect((await show(actor, request.id)).waitingLetters).toMatchObject([{ letter: { addressee: '章三' } }])
})

test('an answer drafted on a registration that was wrong goes back and is drafted anew', async () => {
  const request = await register('2026-03-02')
  const actor = await clerk('2026-03-05')
  const granted = {
    outcome: 'granted',
    answers: { complete: 'yes', information: 'yes', responsible: 'us', held: 'held', disclose: 'all', how: 'provide' },
    statement: '现将您申请的批复文件复印件随本答复提供。',
  }
  expect(await step(actor, request.id, 'draftAnswer', granted)).toMatchObject({ status: 'approving' })
  await step(actor, request.id, 'correctRegistration', { to: { phone: '13900139000' }, reason })
  expect(await show(actor, request.id)).toMatchObject({ status: 'approving' })
  const foreseen = await preview(actor, request.id, 'correctRegistration', { to: { name: '章三' }, reason })
  expect(foreseen.sentence).toMatch(/答复期限不变，.+已拟的答复作废，须重新拟答复、重新审批。/)
  const back = await step(actor, request.id, 'correctRegistration', { to: { name: '章三' }, reason })
  expect(back.status).toBe('processing')
  expect((await show(actor, request.id)).overtaken).toHaveLength(1)
  await step(actor, request.id, 'draftAnswer', granted)
  expect((await show(actor, request.id)).draft?.letter.addressee).toBe('章三')
})

test('a day long past, or of a year already reported, is asked about before a number is given', async () => {
  const actor = await clerk('2026-03-20')
  const take = (day: string, facts = {}) =>
    inOrgan(db, organ.id, (tx) => registerIntake(tx, actor, anIntake(day, facts)))
  await expect(take('2020-03-02')).rejects.toThrow('距今已超过5个工作日')
  await expect(take('2024-03-02')).rejects.toThrow('2024年度报告已经公布')
  await expect(take('2026-03-12')).rejects.toMatchObject({ code: 'received_long_ago', field: 'arrivedOn' })
  expect(await take('2026-03-13')).toHaveLength(1)
  const [one] = await take('2020-03-02', { isDayConfirmed: true })
  expect(one?.request).toMatchObject({ receivedOn: '2020-03-02' })
})
