import { describe, expect, test } from 'vitest'
import { plainDate } from '../days/plain-date.ts'
import { findOutcome, isOutcomeId, outcomesOn } from '../law/outcomes.ts'
import { decide, firstQuestion, questions, wayTaken } from './decision.ts'

/** 补不补 → 是不是 → 谁负责 → 有没有 → 给不给 → 怎么给, as the law orders it: where every option leads, by hand. */
const ways: Record<string, Record<string, string>> = {
  complete: {
    yes: '→ information',
    unclear: 'unableToProvide.unclearAfterSupplement',
    overdue: 'other.supplementOverdue',
    feeUnpaid: 'other.feeUnpaid',
  },
  information: {
    yes: '→ responsible',
    petition: 'notProcessed.petitionOrComplaint',
    publication: 'notProcessed.publicPublication',
    repeat: 'notProcessed.repeat',
    reissue: 'notProcessed.confirmOrReissue',
    massive: 'notProcessed.massiveRepeated',
    inquiry: 'denied.administrativeInquiry',
    enquiry: 'notGovernmentInformation',
  },
  responsible: { us: '→ held', other: 'notResponsible' },
  held: { held: '→ disclose', none: 'notExist', create: 'unableToProvide.needsCreation' },
  disclose: { all: '→ how', thirdPartyYields: '→ how', part: 'partiallyGranted', none: '→ exemption' },
  exemption: {
    stateSecret: 'denied.stateSecret',
    prohibited: 'denied.prohibitedByLaw',
    security: 'denied.threeSecuritiesOneStability',
    thirdParty: 'denied.thirdPartyRights',
    internal: 'denied.internalAffairs',
    process: 'denied.processInformation',
    file: 'denied.enforcementFile',
  },
  how: { provide: 'granted', public: 'alreadyPublic' },
}

const shortest: Record<string, Record<string, string>> = {
  complete: {},
  information: { complete: 'yes' },
  responsible: { complete: 'yes', information: 'yes' },
  held: { complete: 'yes', information: 'yes', responsible: 'us' },
  disclose: { complete: 'yes', information: 'yes', responsible: 'us', held: 'held' },
  exemption: { complete: 'yes', information: 'yes', responsible: 'us', held: 'held', disclose: 'none' },
  how: { complete: 'yes', information: 'yes', responsible: 'us', held: 'held', disclose: 'all' },
}

test('the questions and their options are those of the law, each leading where it must', () => {
  const declared = questions.map(({ id, options }) => [
    id,
    Object.fromEntries(options.map(({ id: option, next, outcome }) => [option, next ? `→ ${next}` : outcome])),
  ])
  expect(Object.fromEntries(declared)).toEqual(ways)
})

describe.each(Object.entries(ways))('at %s', (question, options) => {
  test('it is asked when everything before it is answered', () => {
    expect(decide(shortest[question] ?? {})).toMatchObject({ question: { id: question } })
  })
  test.each(Object.entries(options))('%s leads to %s', (option, where) => {
    const decision = decide({ ...shortest[question], [question]: option })
    if (where.startsWith('→ ')) expect(decision).toMatchObject({ question: { id: where.slice(2) } })
    else expect(decision).toEqual({ outcome: where })
  })
  test('an answer that is no option of it is wrong', () => {
    for (const wrong of ['', 'toString', 'perhaps'])
      expect(decide({ ...shortest[question], [question]: wrong })).toEqual({ wrong: question })
  })
})

test('what was answered off the way taken counts for nothing', () => {
  expect(decide({ complete: 'overdue', how: 'provide', held: 'nonsense' })).toEqual({
    outcome: 'other.supplementOverdue',
  })
  expect(decide({ ...shortest.how, exemption: 'stateSecret', how: 'provide' })).toEqual({ outcome: 'granted' })
})

test('the guide begins with the supplement', () => expect(firstQuestion).toBe('complete'))

test('it reaches every answer that may be offered today, but for the withdrawal, which has a step of its own', () => {
  const today = plainDate('2026-11-24')
  const reached = questions.flatMap(({ options }) => options.flatMap(({ outcome }) => outcome ?? []))
  for (const outcome of reached) expect(isOutcomeId(outcome) && findOutcome(outcome, today)?.importOnly).toBeUndefined()
  const offered = outcomesOn(today).filter(({ importOnly }) => !importOnly)
  const unreached = offered.flatMap(({ id }) => (reached.includes(id) ? [] : [id]))
  expect(unreached.toSorted()).toEqual(['other.otherMisc', 'withdrawn'])
})

describe('the way taken', () => {
  test('names each question with the option chosen, to the end', () => {
    const way = wayTaken({ ...shortest.how, how: 'public', exemption: 'file' })
    expect(way.map(({ question, option }) => `${question.id} ${option.id}`)).toEqual([
      'complete yes',
      'information yes',
      'responsible us',
      'held held',
      'disclose all',
      'how public',
    ])
  })
  test('stops where nothing, or no option, was chosen', () => {
    expect(wayTaken({})).toEqual([])
    expect(wayTaken({ complete: 'yes' }).map(({ question }) => question.id)).toEqual(['complete'])
    expect(wayTaken({ complete: 'yes', information: 'perhaps' })).toHaveLength(1)
  })
  test('warns where the law does: one supplement, the search record, the third party', () => {
    const warned = questions.flatMap(({ options }) => options.flatMap(({ id, warn }) => (warn ? [id] : [])))
    expect(warned).toEqual([
      'unclear',
      'overdue',
      'feeUnpaid',
      'massive',
      'other',
      'none',
      'thirdPartyYields',
      'thirdParty',
    ])
  })
})
