import { describe, expect, test } from 'vitest'
import { type Role, roleIds } from '../organs/role.ts'
import { editionStatuses } from './edition.ts'
import type { StepName } from './edition-event.ts'
import { nextStep, stepViews, whyNot, whyNotBegin, whyNotSave } from './lifecycle.ts'
import { stepNames } from './steps.ts'
import { aMatter, aPerson, historyOf } from './testing/a-history.ts'
import { aContent } from './testing/a-record.ts'

/** Written by hand from art. 17 and the order 拟稿 → 初审 → 复审 → 终审 → 发布: whoever is not named here may not. */
const open: Readonly<Record<string, Partial<Record<StepName | 'save', readonly Role[]>>>> = {
  drafting: {
    save: ['clerk', 'unitHead', 'legalStaff', 'ogiHead', 'leader'],
    submit: ['clerk'],
    discard: ['clerk'],
  },
  reviewing: {
    save: ['clerk', 'unitHead', 'legalStaff', 'ogiHead', 'leader'],
    // Nobody has signed: it is the unit head's turn.
    sign: ['unitHead'],
    sendBack: ['unitHead'],
    publishUrgently: ['ogiHead', 'leader'],
    discard: ['clerk'],
  },
  signed: {
    save: ['clerk', 'unitHead', 'legalStaff', 'ogiHead', 'leader'],
    // Whoever holds a level of this chain: legal staff hold none.
    sendBack: ['unitHead', 'ogiHead', 'leader'],
    schedule: ['clerk'],
    publish: ['clerk'],
    discard: ['clerk'],
  },
  scheduled: { unschedule: ['clerk', 'unitHead', 'legalStaff', 'ogiHead', 'leader'] },
  live: {},
  superseded: {},
  discarded: {},
}

const ofUnit = { record: { unitId: '本科', begunBy: '拟稿人' }, workBodyId: '公开办' }

describe.each(editionStatuses.map(({ id }) => id))('while %s', (status) => {
  test.each(roleIds)('%s may take these steps and no others', (role) => {
    const matter = aMatter(aPerson('另一人', role), historyOf(status))
    const steps = stepNames.filter((name) => !whyNot(name, matter))
    const expected = stepNames.filter((name) => open[status]?.[name]?.includes(role))
    expect(steps).toEqual(expected)
    expect(!whyNotSave(matter)).toBe(open[status]?.save?.includes(role) ?? false)
  })
})

describe.each(editionStatuses.map(({ id }) => id))('a text of a unit, while %s', (status) => {
  test.each(roleIds)('is no business of %s of another unit but to sign for the whole organ', (role) => {
    const matter = { ...aMatter({ ...aPerson('另一人', role), unitId: '别的科' }, historyOf(status)), ...ofUnit }
    const takesClerk = stepNames.filter((name) => whyNot(name, matter)?.code === 'not_your_record')
    const isTheirs = (name: StepName) =>
      role === 'clerk' || (role === 'unitHead' && name === 'unschedule') ? open[status]?.[name]?.includes(role) : false
    expect(takesClerk).toEqual(stepNames.filter(isTheirs))
    const mends = role !== 'clerk' && role !== 'unitHead' && open[status]?.save?.includes(role) === true
    expect(!whyNotSave(matter)).toBe(mends)
    expect(whyNotBegin(matter)?.code).toBe('not_your_record')
  })

  test.each([
    ['whoever began it', aPerson('拟稿人', 'clerk')],
    ['a colleague of the unit', { ...aPerson('同事', 'clerk'), unitId: '本科' }],
    ['the work body', { ...aPerson('公开办', 'clerk'), unitId: '公开办' }],
  ])('is the business of %s', (_, clerk) => {
    const matter = { ...aMatter(clerk, historyOf(status)), ...ofUnit }
    const mine = stepNames.filter((name) => !whyNot(name, matter))
    expect(mine).toEqual(stepNames.filter((name) => open[status]?.[name]?.includes('clerk')))
    expect(!whyNotSave(matter)).toBe(open[status]?.save?.includes('clerk') ?? false)
    expect(whyNotBegin(matter)).toBeUndefined()
  })
})

test('the turn goes from level to level, and nobody signs out of turn', () => {
  for (const [signed, role] of (['unitHead', 'ogiHead', 'leader'] as const).entries()) {
    const events = historyOf('reviewing', aContent(), signed)
    for (const other of roleIds)
      expect(whyNot('sign', aMatter(aPerson('另一人', other), events)) === undefined).toBe(other === role)
  }
})

test('whoever stands in for an absent reviewer signs in their turn, and never a text of their own', () => {
  const events = historyOf('reviewing', aContent(), 2)
  const standingIn = [{ role: 'leader' as const, unitId: null, staffId: '局长', name: '局长' }]
  expect(whyNot('sign', { ...aMatter(aPerson('代理', 'ogiHead'), events), standingIn })).toBeUndefined()
  expect(whyNot('sign', { ...aMatter(aPerson('拟稿人', 'clerk'), events), standingIn })?.code).toBe('own_text')
  expect(whyNot('sign', { ...aMatter(aPerson('审核人1', 'unitHead'), events), standingIn })?.code).toBe(
    'signed_at_level',
  )
})

test('what is not to be disclosed proactively is reviewed, but not published here', () => {
  const content = aContent({ attribute: 'onRequest', attributeReason: '仅涉及特定人' })
  for (const name of ['publish', 'schedule'] as const)
    expect(whyNot(name, aMatter(aPerson('经办', 'clerk'), historyOf('signed', content), content))?.code).toBe(
      'not_proactive',
    )
})

test('a shut step names its reason and its article, and the next lawful one comes first', () => {
  const views = stepViews(aMatter(aPerson('经办', 'clerk'), historyOf('reviewing')))
  expect(views[0]).toMatchObject({
    name: 'sign',
    isNext: true,
    article: '条例第十七条',
    why: expect.stringContaining('科室负责人'),
  })
  expect(views.every(({ why }) => why === null || why.length > 4)).toBe(true)
  expect(nextStep(aMatter(aPerson('经办', 'clerk'), historyOf('discarded')))).toBeUndefined()
})
