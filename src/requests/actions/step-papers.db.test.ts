import { expect, test } from 'vitest'
import { plainDate } from '../../days/plain-date.ts'
import { inOrgan } from '../../db/organ.ts'
import { testDatabase } from '../../db/testing/database.ts'
import { acceptFile } from '../../files/accept.ts'
import { addFile } from '../../files/store.ts'
import type { Role } from '../../organs/role.ts'
import { anOffice } from '../../organs/testing/officers.ts'
import { showCase } from '../show.ts'
import type { StepName } from '../step-inputs.ts'
import { anIntake } from '../testing/an-intake.ts'
import { letOut } from '../testing/let-out.ts'
import { registerIntake } from './register-intake.ts'
import { takeStep } from './take-step.ts'

const { db } = await testDatabase()
const { organ, officer } = await anOffice(db)
const today = '2026-03-10'

const register = async (facts: Parameters<typeof anIntake>[1] = {}) => {
  const actor = await officer(today, ['clerk'])
  const [one] = await inOrgan(db, organ.id, (tx) => registerIntake(tx, actor, anIntake(today, facts)))
  return one?.request.id ?? ''
}
const step = async (id: string, name: StepName, input: object, role: Role = 'clerk') => {
  const actor = await officer(today, [role])
  const taken = await inOrgan(db, organ.id, (tx) => takeStep(tx, actor, id, name, input))
  return (await letOut(db, taken.request, (level) => officer(today, [level]))) ?? taken
}
const show = async (id: string) => {
  const actor = await officer(today, ['clerk'])
  return inOrgan(db, organ.id, (tx) => showCase(tx, actor, id))
}
const upload = async () => {
  const file = await acceptFile('扫描件.txt', Buffer.from('扫描件'))
  const { id } = await inOrgan(db, organ.id, (tx) => addFile(tx, organ.id, file, 24))
  return id
}

const notice = { items: '请写明年份', dueOn: '2026-03-20' }
const consulted = { party: 'thirdParty', name: '示例机械厂', contact: '', about: '合同价款' }
const opinion = { consultation: 1, on: today, opinion: 'agrees' }
const before = {
  supplement: [['requestSupplement', notice]],
  reasons: [['requestReasons', { facts: '一个月内申请200件', dueOn: '2026-03-20' }]],
  consultation: [['consult', consulted]],
  opinion: [
    ['consult', consulted],
    ['answerConsultation', opinion],
  ],
  nothing: [],
} as const satisfies Record<string, readonly (readonly [StepName, object])[]>

test.each<[StepName, keyof typeof before, object, string, 'attachment' | 'evidence']>([
  ['receiveSupplement', 'supplement', { on: today, text: '2025年的' }, 'supplementReceived', 'attachment'],
  ['receiveReasons', 'reasons', { on: today, text: '做研究' }, 'reasonsReceived', 'attachment'],
  ['deliverConsultation', 'consultation', { consultation: 1, on: today }, 'consultationDelivered', 'evidence'],
  ['answerConsultation', 'consultation', opinion, 'consultationAnswered', 'evidence'],
  ['correctOpinion', 'opinion', { ...opinion, correction: '看错了' }, 'consultationAnswered', 'evidence'],
  ['withdraw', 'nothing', {}, 'withdrawn', 'evidence'],
  ['note', 'nothing', { text: '邮件退回' }, 'noted', 'evidence'],
  [
    'correctRegistration',
    'nothing',
    { to: { agentName: '欧阳克勤', note: '后来委托' }, reason: '补交了授权委托书' },
    'registrationCorrected',
    'evidence',
  ],
])('%s: the paper stands with the very event, in the file of the case', async (name, way, input, kind, purpose) => {
  const id = await register()
  for (const [earlier, typed] of before[way]) await step(id, earlier, typed)
  const paper = await upload()
  await step(id, name, { ...input, fileIds: [paper] })
  const { events, files } = await show(id)
  const of = events.findLast((event) => event.kind === kind)
  expect(files).toMatchObject([{ id: paper, purpose, seq: of?.seq }])
})

test('a confirmation takes what proves it', async () => {
  const facts = { channel: 'ordinaryMail', receivedOn: null, confirmation: null } as const
  const id = await register({ ...facts, arrivedOn: plainDate(today) })
  const fileIds = [await upload()]
  await step(id, 'confirmReceipt', { on: today, method: '电话', fileIds })
  expect((await show(id)).files).toMatchObject([{ purpose: 'evidence', seq: 2 }])
})

test('a step whose paper is not there any more is not taken', async () => {
  const id = await register()
  await step(id, 'requestSupplement', notice)
  const gone = '00000000-0000-4000-8000-000000000001'
  const input = { on: today, text: '2025年的', fileIds: [gone] }
  await expect(step(id, 'receiveSupplement', input)).rejects.toMatchObject({ code: 'unknown_file' })
  expect((await show(id)).status).toBe('supplementing')
})
