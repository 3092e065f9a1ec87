import { describe, expect, test } from 'vitest'
import { plainDate } from '../../days/plain-date.ts'
import { type Role, roleIds } from '../../organs/role.ts'
import type { ListedDecision } from './listed-decision.ts'
import {
  type DecisionMatter,
  type DecisionStatus,
  type DecisionStep,
  decisionStatuses,
  decisionSteps,
  nextStep,
  statusOf,
  stepViews,
  whyNot,
} from './steps.ts'
import { aDecision } from './testing/a-decision.ts'

const day = plainDate('2026-11-20')
const recordId = '01a20c4d-0000-7000-8000-000000000001'
const filled = { facts: { number: '示渔罚〔2026〕7号' } }
const here = { recordId, publishedOn: day, address: '/shili-nyj/records/2026-00001' }
const over = { facts: { ...filled.facts, shownUntil: '2026-11-30' } }
const quashed = { quashedOn: day, quashedHow: 'revoked', quashedBy: '示政复决字〔2026〕3号' } as const

type Facts = Partial<ListedDecision> & { readonly isUnderWay?: boolean }
const aMatter = ({ isUnderWay = false, ...facts }: Facts, role: Role = 'clerk'): DecisionMatter => ({
  decision: { ...aDecision({ ...filled, ...facts }), address: facts.address ?? null },
  isUnderWay,
  actor: { id: '经办', roles: [role], unitId: null, today: plainDate('2026-12-01') },
  workBodyId: null,
})

/** A penalty in every state; one that was quashed in each of its own. */
const world: Readonly<Record<string, { readonly is: DecisionStatus; readonly facts: Facts }>> = {
  unsaid: { is: 'unsaid', facts: { publicity: 'unsaid' } },
  due: { is: 'due', facts: {} },
  'public elsewhere': { is: 'due', facts: { publishedOn: day } },
  exempt: { is: 'exempt', facts: { publicity: 'exempt', exemptReason: '未成年人' } },
  'under way': { is: 'underWay', facts: { recordId, isUnderWay: true } },
  public: { is: 'public', facts: here },
  'public, its correction under way': { is: 'underWay', facts: { ...here, isUnderWay: true } },
  withdrawn: { is: 'withdrawn', facts: { ...here, withdrawnOn: day } },
  'withdrawn and drafted anew': {
    is: 'underWay',
    facts: { recordId, publishedOn: day, withdrawnOn: day, isUnderWay: true },
  },
  'quashed, never public': { is: 'quashed', facts: quashed },
  'quashed, public elsewhere': { is: 'quashed', facts: { ...quashed, publishedOn: day } },
  'quashed, public elsewhere, a draft discarded here': {
    is: 'quashed',
    facts: { ...quashed, publishedOn: day, recordId },
  },
  'quashed, taken down elsewhere': { is: 'quashed', facts: { ...quashed, publishedOn: day, withdrawnOn: day } },
  'quashed, public here': { is: 'quashed', facts: { ...quashed, ...here } },
  'quashed, its withdrawal under way': { is: 'quashed', facts: { ...quashed, ...here, isUnderWay: true } },
  'quashed and withdrawn': { is: 'quashed', facts: { ...quashed, ...here, withdrawnOn: day } },
  'over, public here': { is: 'public', facts: { ...here, ...over } },
  'over, public elsewhere': { is: 'due', facts: { publishedOn: day, ...over } },
  'over, its withdrawal under way': { is: 'underWay', facts: { ...here, ...over, isUnderWay: true } },
  'over and withdrawn': { is: 'withdrawn', facts: { ...here, ...over, withdrawnOn: day } },
}

/**
 * Written by hand from 处罚法 48 and the rules of 双公示: text and ledger do not part; what was quashed is not published again,
 * and goes from where it is public, here through review, elsewhere by hand, as does what has run out; what was withdrawn begins anew.
 */
const open: Readonly<Record<string, readonly DecisionStep[]>> = {
  unsaid: ['publicize', 'change', 'quash'],
  due: ['publicize', 'change', 'quash'],
  'public elsewhere': ['publicize', 'change', 'quash'],
  exempt: ['change', 'quash'],
  'under way': [],
  public: ['quash'],
  'public, its correction under way': [],
  withdrawn: ['publicize', 'change', 'quash'],
  'withdrawn and drafted anew': [],
  'quashed, never public': ['change'],
  'quashed, public elsewhere': ['change', 'noteWithdrawal'],
  'quashed, public elsewhere, a draft discarded here': ['change', 'noteWithdrawal'],
  'quashed, taken down elsewhere': ['change'],
  'quashed, public here': ['beginWithdrawal'],
  'quashed, its withdrawal under way': [],
  'quashed and withdrawn': ['change'],
  'over, public here': ['quash', 'beginWithdrawal'],
  'over, public elsewhere': ['change', 'quash', 'noteWithdrawal'],
  'over, its withdrawal under way': [],
  'over and withdrawn': ['change', 'quash'],
}

const openTo = (matter: DecisionMatter) => decisionSteps.filter((name) => !whyNot(name, matter))

describe.each(Object.entries(world))('a penalty that is %s', (name, { is, facts }) => {
  test.each(roleIds)('lets %s take these steps and no others', (role) => {
    const matter = aMatter(facts, role)
    expect(statusOf(matter)).toBe(is)
    expect(openTo(matter)).toEqual(role === 'clerk' ? open[name] : [])
  })

  test('is quashed only as a penalty; a licence goes through the rest alike', () => {
    const expected = open[name]?.filter((step) => step !== 'quash')
    expect(openTo(aMatter({ ...facts, kind: 'licensing' }))).toEqual(expected)
  })

  test('is never published one by one where it is compulsion', () => {
    const expected = open[name]?.filter((step) => step !== 'quash' && step !== 'publicize')
    expect(openTo(aMatter({ ...facts, kind: 'compulsion' }))).toEqual(expected)
  })
})

test('every state is tried', () => {
  expect(new Set(Object.values(world).map(({ is }) => is))).toEqual(new Set(decisionStatuses))
})

test.for<[string, DecisionStep, string]>([
  ['exempt', 'publicize', 'not_for_publicity'],
  ['under way', 'change', 'publicity_under_way'],
  ['under way', 'publicize', 'publicity_under_way'],
  ['under way', 'quash', 'publicity_under_way'],
  ['under way', 'noteWithdrawal', 'not_quashed'],
  ['public', 'change', 'decision_is_public'],
  ['public', 'publicize', 'decision_is_public'],
  ['public', 'beginWithdrawal', 'not_quashed'],
  ['public elsewhere', 'noteWithdrawal', 'not_quashed'],
  ['due', 'beginWithdrawal', 'not_quashed'],
  ['quashed, never public', 'publicize', 'decision_quashed'],
  ['quashed, never public', 'quash', 'decision_quashed'],
  ['quashed, never public', 'noteWithdrawal', 'not_quashed'],
  ['quashed, public here', 'change', 'decision_is_public'],
  ['quashed, public here', 'noteWithdrawal', 'withdrawn_by_record'],
  ['quashed, public elsewhere', 'beginWithdrawal', 'not_published_here'],
  ['quashed, taken down elsewhere', 'noteWithdrawal', 'withdrawn_already'],
  ['quashed, its withdrawal under way', 'change', 'publicity_under_way'],
  ['quashed, its withdrawal under way', 'beginWithdrawal', 'edition_open'],
  ['quashed and withdrawn', 'beginWithdrawal', 'withdrawn_already'],
])('%s: %s is refused as %s', ([state, step, code]) => {
  expect(whyNot(step, aMatter(world[state]?.facts ?? {}))?.code).toBe(code)
})

test('what the import left empty is filled in before it is published, and only penalties are quashed', () => {
  const empty = aMatter({ facts: {} })
  expect(whyNot('publicize', empty)?.code).toBe('fields_missing')
  expect(nextStep(empty)).toBe('change')
  expect(whyNot('quash', aMatter({ kind: 'licensing' }))?.code).toBe('only_penalties')
  expect(whyNot('publicize', aMatter({ kind: 'compulsion' }))?.code).toBe('not_for_publicity')
})

test('the step that is due comes first, and nothing is due while its record is under way', () => {
  const next = (state: string) => stepViews(aMatter(world[state]?.facts ?? {})).find(({ isNext }) => isNext)?.name
  expect(Object.keys(world).flatMap((state) => (next(state) ? [[state, next(state)]] : []))).toEqual([
    ['due', 'publicize'],
    ['quashed, public elsewhere', 'noteWithdrawal'],
    ['quashed, public elsewhere, a draft discarded here', 'noteWithdrawal'],
    ['quashed, public here', 'beginWithdrawal'],
    ['over, public here', 'beginWithdrawal'],
    ['over, public elsewhere', 'noteWithdrawal'],
  ])
})
