import { describe, expect, test } from 'vitest'
import { plainDate } from '../../days/plain-date.ts'
import { type Role, roleIds } from '../../organs/role.ts'
import {
  type DocumentMatter,
  type DocumentStatus,
  type DocumentStep,
  documentStatuses,
  documentSteps,
  statusOf,
  stepViews,
  whyNot,
} from './steps.ts'

const today = plainDate('2026-03-02')
const since = plainDate('2020-04-01')
type Facts = Partial<DocumentMatter['document']>

const aMatter = (facts: Facts, role: Role = 'clerk'): DocumentMatter => ({
  document: {
    issuedOn: plainDate('2020-03-01'),
    effectiveFrom: since,
    validUntil: null,
    repealedOn: null,
    lapsedBy: null,
    recordId: null,
    amendments: [{ id: '01a20c4d-0000-7000-8000-000000000001', amendedOn: today, amendedBy: '示统规〔2026〕1号' }],
    ...facts,
  },
  actor: { roles: [role], today },
})

const standing: Readonly<Record<DocumentStatus, Facts>> = {
  notIssued: { issuedOn: plainDate('2026-03-03'), effectiveFrom: plainDate('2026-03-03') },
  notYetEffective: { effectiveFrom: plainDate('2026-04-01') },
  inForce: {},
  expired: { validUntil: plainDate('2026-03-01') },
  lapsed: { validUntil: plainDate('2026-03-01'), lapsedBy: '示政发〔2026〕1号' },
  repealed: { repealedOn: today },
}

/**
 * Written by hand: a document is repealed once, also after it has run out; it may turn out to have lapsed, or to have been
 * amended, on a day gone by; before it was issued there is nothing to amend.
 */
const open: Readonly<Record<DocumentStatus, readonly DocumentStep[]>> = {
  notIssued: ['repeal', 'lapse', 'removeAmendment'],
  notYetEffective: ['repeal', 'lapse', 'amend', 'removeAmendment'],
  inForce: ['repeal', 'lapse', 'amend', 'removeAmendment'],
  expired: ['repeal', 'lapse', 'amend', 'removeAmendment'],
  lapsed: ['repeal', 'lapse', 'amend', 'removeAmendment'],
  repealed: ['lapse', 'amend', 'removeAmendment'],
}
const keepers: readonly Role[] = ['clerk', 'legalStaff']

describe.each(documentStatuses)('a document that is %s', (status) => {
  test.each(roleIds)('lets %s take these steps and no others', (role) => {
    const matter = aMatter(standing[status], role)
    expect(statusOf(matter)).toBe(status)
    expect(documentSteps.filter((name) => !whyNot(name, matter))).toEqual(keepers.includes(role) ? open[status] : [])
  })

  test.each(roleIds)('and was published here ends at its record; %s may register its amendment at most', (role) => {
    const matter = aMatter({ ...standing[status], recordId: '01a20c4d-0000-7000-8000-000000000000' }, role)
    const left = open[status].filter((name) => name === 'amend' || name === 'removeAmendment')
    expect(documentSteps.filter((name) => !whyNot(name, matter))).toEqual(keepers.includes(role) ? left : [])
  })
})

test('each refusal says why', () => {
  const code = (name: DocumentStep, facts: Facts, role?: Role) => whyNot(name, aMatter(facts, role))?.code
  const recordId = '01a20c4d-0000-7000-8000-000000000000'
  expect(code('repeal', { recordId, repealedOn: today })).toBe('published_document')
  expect(code('lapse', { recordId })).toBe('published_document')
  expect(code('amend', standing.notIssued)).toBe('not_in_force_then')
  expect(code('removeAmendment', { amendments: [] })).toBe('no_amendment')
  expect(code('repeal', {}, 'leader')).toBe('not_your_step')
})

test('a repeal on a day to come is a repeal already, and the day is named', () => {
  const repealedOn = plainDate('2026-12-31')
  expect(statusOf(aMatter({ repealedOn }))).toBe('inForce')
  expect(whyNot('repeal', aMatter({ repealedOn }))?.code).toBe('repealed_already')
  const [repeal] = stepViews(aMatter({ repealedOn }))
  expect(repeal).toMatchObject({ name: 'repeal', label: '登记废止', why: expect.stringContaining('2026-12-31') })
})
