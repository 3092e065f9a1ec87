import { describe, expect, test } from 'vitest'
import { plainDate } from '../days/plain-date.ts'
import type { Role } from '../organs/role.ts'
import { feedbackStatuses } from './feedback.ts'
import { stepNames } from './step-inputs.ts'
import { stepViews, whyNot, whyNotKnowWho } from './steps.ts'
import { standingAfter } from './take.ts'
import { aFeedback, calendar } from './testing/a-feedback.ts'

const matter = (
  facts: { unitId?: string | null; handlerId?: string | null; status?: (typeof feedbackStatuses)[number] },
  actor: { id?: string; unitId?: string | null; roles: readonly Role[] },
) => ({
  feedback: aFeedback({ unitId: 'own', ...facts }),
  unitName: '普查科',
  actor: { id: 'me', unitId: 'own', ...actor },
  workBodyId: 'body',
})

describe('in which state a step is open', () => {
  const open = feedbackStatuses.map((status) => ({
    status,
    steps: stepNames.filter((name) => !whyNot(name, matter({ status }, { roles: ['clerk'] }))),
  }))
  test('open feedback is answered, handed on or closed; what is answered or closed may be answered once more', () => {
    expect(open).toEqual([
      { status: 'open', steps: ['answer', 'assign', 'close'] },
      { status: 'answered', steps: ['answer'] },
      { status: 'closed', steps: ['answer'] },
    ])
  })

  test('the answer is what comes next, while it is open', () => {
    const next = (status: 'open' | 'answered') =>
      stepViews(matter({ status }, { roles: ['clerk'] })).find(({ isNext }) => isNext)?.name
    expect([next('open'), next('answered')]).toEqual(['answer', undefined])
  })
})

describe('whose it is (decision 0037)', () => {
  test.for([
    { who: 'a clerk, of what nobody was charged with', facts: { unitId: null }, actor: { unitId: 'other' }, may: true },
    { who: 'a clerk of its unit', facts: {}, actor: {}, may: true },
    { who: 'a clerk of another unit', facts: {}, actor: { unitId: 'other' }, may: false },
    { who: 'a clerk of the work body', facts: {}, actor: { unitId: 'body' }, may: true },
    { who: 'its handler', facts: { handlerId: 'me' }, actor: { unitId: 'other' }, may: true },
  ])('$who', ({ facts, actor, may }) => {
    const asked = matter(facts, { ...actor, roles: ['clerk'] })
    expect(whyNot('answer', asked) === undefined).toBe(may)
    expect(whyNotKnowWho(asked) === undefined).toBe(may)
  })

  test.for([
    { who: 'the head of its unit', actor: { roles: ['unitHead'] }, steps: ['assign'] },
    { who: 'the head of another unit', actor: { roles: ['unitHead'], unitId: 'other' }, steps: [] },
    { who: 'the head of the work body', actor: { roles: ['ogiHead'], unitId: 'other' }, steps: ['assign'] },
    { who: 'a leader', actor: { roles: ['leader'] }, steps: [] },
  ] as const)('$who hands on at most', ({ actor, steps }) => {
    expect(stepNames.filter((name) => !whyNot(name, matter({}, actor)))).toEqual(steps)
  })

  test('who is shut out is told whose it is', () => {
    const refusal = whyNot('answer', matter({}, { roles: ['clerk'], unitId: 'other' }))
    expect([refusal?.code, refusal?.message]).toEqual(['not_your_feedback', expect.stringContaining('普查科')])
  })
})

describe('how it stands afterwards', () => {
  const arrived = aFeedback({ arrivedOn: plainDate('2026-03-06') })
  const answered = { kind: 'answered', data: { text: '已改正' } } as const

  test('days are working days from the day after it came', () => {
    const stands = standingAfter(arrived, answered, calendar, plainDate('2026-03-10'))
    expect(stands).toMatchObject({ status: 'answered', concludedOn: '2026-03-10', usedDays: 2 })
  })

  test('a further answer changes neither the day nor the days', () => {
    const once = standingAfter(arrived, answered, calendar, plainDate('2026-03-10'))
    expect(standingAfter(once, answered, calendar, plainDate('2026-03-20'))).toEqual({
      ...once,
      lastSeq: once.lastSeq + 1,
    })
  })

  test('what is closed without an answer is concluded too, and one that is handed on is not', () => {
    const closed = standingAfter(
      arrived,
      { kind: 'closed', data: { reason: '重复' } },
      calendar,
      plainDate('2026-03-06'),
    )
    expect(closed).toMatchObject({ status: 'closed', usedDays: 0 })
    const data = { unitId: 'u', unitName: '普查科', staffId: null, staffName: '' }
    expect(standingAfter(arrived, { kind: 'assigned', data }, calendar, plainDate('2026-03-09'))).toMatchObject({
      status: 'open',
      unitId: 'u',
      concludedOn: null,
    })
  })
})
