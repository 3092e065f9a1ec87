import { describe, expect, test } from 'vitest'
import { nationalCalendar } from '../calendar/calendar.ts'
import { plainDate } from '../days/plain-date.ts'
import type { Role } from '../organs/role.ts'
import { foldHistory } from './history.ts'
import { nextStep, stepViews, whyNot } from './lifecycle.ts'
import { stepNames } from './steps.ts'
import { aDraft, aLetter, anOfficer, levelsOf, type Told, told } from './testing/a-history.ts'

const received: Told = ['2025-09-01', 'received', {}]
const assigned: Told = ['2025-09-01', 'assigned', { unitId: null, unitName: '甲科', staffId: null, staffName: '' }]
const matter = (on: string, role: Role, ...lines: Told[]) => ({
  history: foldHistory(told(...lines)),
  actor: anOfficer(on, [role]),
  isImported: false,
  standingIn: [],
  workBodyId: null,
  calendar: nationalCalendar,
})
const next = (on: string, ...lines: Told[]) => nextStep(matter(on, 'clerk', ...lines))

describe('the one lawful step that is next', () => {
  test('on arrival: confirm it', () => expect(next('2025-09-01', ['2025-09-01', 'arrived', {}])).toBe('confirmReceipt'))
  test('then hand it to a unit, then answer it', () => {
    expect(next('2025-09-01', received)).toBe('assign')
    expect(next('2025-09-01', received, assigned)).toBe('draftAnswer')
  })
  test('while one of those consulted has not answered: their answer', () => {
    const sent = (consultation: number): Told => ['2025-09-02', 'consultationSent', { consultation }]
    const answered: Told = ['2025-09-03', 'consultationAnswered', { consultation: 1, opinion: 'agrees', reason: '' }]
    expect(next('2025-09-03', received, assigned, sent(1), sent(2), answered)).toBe('answerConsultation')
    expect(next('2025-09-03', received, assigned, sent(1), answered)).toBe('draftAnswer')
  })
  test('art. 32: after the fifteen working days nothing is waited for, the organ decides', () => {
    const sent: Told = ['2025-09-02', 'consultationSent', { consultation: 1 }]
    expect(next('2025-09-23', received, assigned, sent)).toBe('answerConsultation')
    expect(next('2025-09-24', received, assigned, sent)).toBe('draftAnswer')
    const delivered: Told = ['2025-09-03', 'consultationDelivered', { consultation: 1 }]
    expect(next('2025-09-24', received, assigned, sent, delivered)).toBe('answerConsultation')
    const second: Told = ['2025-09-20', 'consultationSent', { consultation: 2 }]
    expect(next('2025-09-24', received, assigned, sent, second)).toBe('answerConsultation')
  })
  test('a withdrawal that waits for its second person is decided first', () => {
    const proof = { on: null, evidence: '', fileIds: [] }
    const taken: Told = ['2025-09-02', 'withdrawalProposed', { reason: '', proof }]
    expect(next('2025-09-03', received, assigned, taken)).toBe('confirmWithdrawal')
    expect(next('2025-09-03', received, assigned, taken, ['2025-09-03', 'withdrawalDeclined', { reason: '' }])).toBe(
      'draftAnswer',
    )
  })
  test('nothing after the end, also where a withdrawal had waited for its second person', () => {
    const proof = { on: null, evidence: '', fileIds: [] }
    const proposed: Told = ['2025-09-02', 'withdrawalProposed', { reason: '', proof }]
    const ended: Told[] = [
      ['2025-09-03', 'withdrawn', { reason: '' }],
      ['2025-09-03', 'concluded', { outcome: 'withdrawn', letterNumber: null }],
    ]
    expect(next('2025-09-03', received, assigned, proposed, ...ended)).toBeUndefined()
  })
  test('a letter on the way to the answer is approved before anything else; a correction of one that has left is not waited for', () => {
    const up = (step: 'consult' | 'correctLetter'): Told => [
      '2025-09-02',
      'letterDrafted',
      { step, input: {}, letter: aLetter, hash: 'a', levels: levelsOf('unitHead') },
    ]
    expect(next('2025-09-03', received, assigned, up('consult'))).toBe('approveLetter')
    expect(next('2025-09-03', received, assigned, up('correctLetter'))).toBe('draftAnswer')
  })
  test('a proposed extension is decided first', () => {
    const proposed: Told = ['2025-09-02', 'extensionProposed', { days: 5, reason: '' }]
    expect(next('2025-09-03', received, proposed)).toBe('extendReply')
  })
  test('art. 30: the supplement, and after its last day the closing answer', () => {
    const asked: Told = ['2025-09-02', 'supplementRequested', { dueOn: plainDate('2025-09-12') }]
    expect(next('2025-09-12', received, asked)).toBe('receiveSupplement')
    expect(next('2025-09-13', received, asked)).toBe('draftAnswer')
    expect(next('2025-12-13', received, ['2025-09-02', 'supplementRequested', {}])).toBe('receiveSupplement')
  })
  test('art. 35: the reasons, and after their last day the answer', () => {
    const dueOn = plainDate('2025-09-12')
    const asked: Told = ['2025-09-02', 'reasonsRequested', { facts: '', dueOn, letter: null }]
    expect(next('2025-09-12', received, asked)).toBe('receiveReasons')
    expect(next('2025-09-13', received, asked)).toBe('draftAnswer')
  })
  test('approve, send, and nothing after the end', () => {
    const drafted = (...levels: Role[]): Told => ['2025-09-02', 'answerDrafted', aDraft(levels)]
    expect(next('2025-09-03', received, drafted('ogiHead'))).toBe('approveAnswer')
    expect(next('2025-09-03', received, drafted())).toBe('issueAnswer')
    expect(next('2025-09-03', received, ['2025-09-02', 'concluded', {}])).toBeUndefined()
  })
})

describe('the steps as the page shows them', () => {
  const views = stepViews(matter('2025-09-03', 'clerk', received, assigned))
  test('all of them, the next one first and the others in their order', () => {
    expect(views.map(({ name }) => name)).toEqual([
      'draftAnswer',
      ...stepNames.filter((name) => name !== 'draftAnswer'),
    ])
    expect(views.filter(({ isNext }) => isNext).map(({ name }) => name)).toEqual(['draftAnswer'])
  })
  test('open ones say nothing, shut ones why, in the words of the refusal', () => {
    expect(views[0]).toEqual({
      name: 'draftAnswer',
      label: '拟答复',
      article: '条例第三十六条',
      why: null,
      isNext: true,
    })
    const why = (name: string) => views.find((view) => view.name === name)?.why
    expect(why('issueAnswer')).toBe('申请处于“办理中”，不能办理此步骤')
    expect(why('extendReply')).toBe('此步骤由政府信息公开工作机构负责人办理')
  })
  test('whose step it is names everybody, the applicant too', () => {
    const leader = matter('2025-09-03', 'leader', received)
    expect(whyNot('withdraw', leader)?.message).toBe('此步骤由经办人、申请人办理')
    expect(whyNot('assign', leader)?.message).toBe('此步骤由经办人、科室负责人、政府信息公开工作机构负责人办理')
  })
})
