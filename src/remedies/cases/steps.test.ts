import { describe, expect, test } from 'vitest'
import { nationalCalendar as calendar } from '../../calendar/calendar.ts'
import { plainDate } from '../../days/plain-date.ts'
import { administrations, type Role, roleIds } from '../../organs/role.ts'
import { type CaseStatus, foldCase, statusOf } from './case.ts'
import type { NewEvent, Opening } from './event.ts'
import { limitsOf } from './limits.ts'
import type { StepName } from './step-inputs.ts'
import { stepNames, stepViews, whyNot } from './steps.ts'
import { aHistory, anOpening, aSuit, decided, happened } from './testing/a-case.ts'

const unit = { unitId: '01890000-0000-7000-8000-0000000000a1', unitName: '业务科', staffId: null, staffName: '' }
const workBodyId = '01890000-0000-7000-8000-0000000000b1'
const today = plainDate('2026-05-11')

function matterOf(
  opening: Opening,
  facts: readonly NewEvent[],
  roles: readonly Role[],
  unitId: string | null = unit.unitId,
) {
  const folded = foldCase(aHistory(opening, [happened('assigned', '2026-03-02', unit), ...facts]))
  return {
    folded,
    limits: limitsOf(folded, calendar, today),
    actor: { id: '01890000-0000-7000-8000-0000000000c1', kind: 'staff' as const, roles, unitId },
    workBodyId,
    isAnswered: true,
  }
}
const openTo = (...matter: Parameters<typeof matterOf>): StepName[] =>
  stepNames.filter((name) => !whyNot(name, matterOf(...matter)))

const ended = decided('2026-04-20', 'review.revoked', 'corrected', { performBy: '2026-05-27' })
const courses: readonly (readonly [CaseStatus, Opening, readonly NewEvent[], readonly StepName[]])[] = [
  ['open', anOpening(), [], ['reply', 'hear', 'decide', 'changeProcedure', 'suspend', 'extend']],
  [
    'suspended',
    anOpening(),
    [happened('suspended', '2026-03-20', { reason: '等待另案' })],
    ['reply', 'hear', 'decide', 'changeProcedure', 'resume', 'extend'],
  ],
  ['decided', anOpening(), [ended], ['perform']],
  ['open', aSuit(), [], ['reply', 'hear', 'decide', 'suspend', 'extend']],
  ['decided', aSuit(), [decided('2026-04-20', 'suit.claimDismissed', 'upheld')], ['openInstance', 'takeEffect']],
]
const whenever: readonly StepName[] = ['receiveOpinion', 'listEvidence', 'note', 'correct', 'takeBack']

describe.each(courses)('a case that is %s', (status, opening, facts, own) => {
  test('lets a clerk and the legal staff who have it in hand take its steps, and the head of the unit; only the head of the work body counts it otherwise', () => {
    expect(statusOf(matterOf(opening, facts, []).folded)).toBe(status)
    const sorted = (...names: StepName[]) => [...own, ...whenever, ...names].sort()
    expect(openTo(opening, facts, ['clerk']).sort()).toEqual(sorted('assign', 'cancel'))
    expect(openTo(opening, facts, ['legalStaff']).sort()).toEqual(sorted())
    expect(openTo(opening, facts, ['unitHead']).sort()).toEqual(sorted('assign'))
    const counts: StepName[] = status === 'decided' ? ['classify'] : []
    expect(openTo(opening, facts, ['ogiHead'], null).sort()).toEqual(sorted('assign', 'cancel', ...counts))
  })

  test('is shut to everybody else: other units, leaders, administrators', () => {
    for (const roles of [['clerk'], ['legalStaff'], ['unitHead']] as const)
      expect(openTo(opening, facts, roles, '01890000-0000-7000-8000-0000000000d1'), roles[0]).toEqual([])
    for (const role of ['leader', ...administrations] as const) expect(openTo(opening, facts, [role]), role).toEqual([])
  })
})

test('a case that was registered by mistake is shut to all', () => {
  const facts = [happened('cancelled', '2026-03-03', { reason: '重复' })]
  for (const role of roleIds) expect(openTo(anOpening(), facts, [role]), role).toEqual([])
})

test('what is due first is the next step', () => {
  const next = (...matter: Parameters<typeof matterOf>) =>
    stepViews(matterOf(...matter)).find(({ isNext }) => isNext)?.name
  expect(next(anOpening(), [], ['clerk'])).toBe('reply')
  expect(next(anOpening(), [happened('replied', '2026-03-09')], ['clerk'])).toBe('decide')
  expect(next(anOpening(), [ended], ['clerk'])).toBe('perform')
  const opinion = happened('opinionReceived', '2026-05-06', { number: '意1号' })
  const done = happened('performed', '2026-05-08')
  expect(next(anOpening(), [ended, done, opinion], ['clerk'])).toBe('answerOpinion')
})
