import { describe, expect, test } from 'vitest'
import { plainDate } from '../days/plain-date.ts'
import type { Role } from '../organs/role.ts'
import { askedOf, type ReviewLevel } from '../review/level.ts'
import { foldHistory } from './history.ts'
import { take } from './take.ts'
import { aDraft, aLetter, anOfficer, type Told, told } from './testing/a-history.ts'
import { aMatter, received, today, whyNotTaken as why } from './testing/a-matter.ts'

const ofUnit: readonly ReviewLevel[] = [
  { id: 'firstReview', role: 'unitHead', ownUnit: true, days: 2, checklist: ['附件齐全'] },
  { id: 'finalReview', role: 'ogiHead', ownUnit: false, days: 2, checklist: [] },
]
const draft = { ...aDraft(), levels: askedOf(ofUnit, '业务科') }
const drafted: Told = ['2025-09-04', 'answerDrafted', draft, '拟稿人']
const approved: Told = [
  '2025-09-05',
  'answerApproved',
  { level: 1, hash: draft.hash, opinion: '', checklist: ['附件齐全'] },
  '科长',
]
const of = (id: string, roles: readonly Role[], unitId: string | null, ...lines: Told[]) => ({
  ...aMatter('clerk', [...received, drafted, ...lines]),
  actor: { ...anOfficer(today, roles, id), unitId },
})
const yes = { hash: draft.hash, opinion: '同意', checklist: ['附件齐全'] }
const back = { hash: draft.hash, reason: '理由不足' }

describe('an answer is approved by the head of the unit that handles it', () => {
  test('and by no other head', () => {
    expect(why('approveAnswer', of('科长', ['unitHead'], '业务科'), yes)).toBeUndefined()
    expect(why('approveAnswer', of('别科科长', ['unitHead'], '办公室'), yes)).toBe('not_your_units_level')
  })
  test('when everything on the list of the level was looked at', () => {
    expect(why('approveAnswer', of('科长', ['unitHead'], '业务科'), { ...yes, checklist: [] })).toBe(
      'checklist_open checklist',
    )
  })
  test('or by whoever stands in for them, in their name', () => {
    const standingIn = [{ role: 'unitHead', unitId: '业务科', staffId: '科长', name: '科长' }] as const
    const matter = { ...of('代理人', ['clerk'], '办公室'), standingIn }
    const [event] = take('approveAnswer', matter, yes)
    expect(event).toMatchObject({ kind: 'answerApproved', data: { standsInFor: { name: '科长' } } })
    const drafter = { ...of('拟稿人', ['clerk'], '办公室'), standingIn }
    expect(why('approveAnswer', drafter, yes)).toBe('own_draft')
  })
})

describe('an answer goes back', () => {
  const head = (...lines: Told[]) => of('主任', ['ogiHead'], '办公室', approved, ...lines)
  test('to an earlier level, whose approval falls with those after it; the text stands', () => {
    const [event] = take('returnAnswer', head(), {
      ...back,
      to: 'firstReview',
      category: 'fact',
      suggested: '改为附后',
    })
    expect(event).toMatchObject({ data: { to: 'firstReview', category: 'fact', suggested: '改为附后' } })
    const sent: Told = [today, 'answerReturned', { level: 2, ...back, to: 'firstReview' }, '主任']
    const history = foldHistory(told(...received, drafted, approved, sent))
    expect(history).toMatchObject({ status: 'approving', approvals: [], draft: { hash: draft.hash }, returned: null })
  })
  test('to its drafter, where nothing else is said', () => {
    const sent: Told = [today, 'answerReturned', { level: 2, ...back }, '主任']
    const history = foldHistory(told(...received, drafted, approved, sent))
    expect(history).toMatchObject({ status: 'processing', draft: null, returned: { reason: '理由不足' } })
  })
  test('sent by the head of the work body or who stands in for them, whosever turn it is, and in whose name', () => {
    const standingIn = [{ role: 'ogiHead', unitId: '办公室', staffId: '主任', name: '主任' }] as const
    const standIn = (...lines: Told[]) => ({ ...of('代理人', ['clerk'], '业务科', ...lines), standingIn })
    const second: Told = ['2025-09-06', 'answerApproved', { level: 2, hash: draft.hash, opinion: '' }, '局长']
    for (const lines of [[], [approved], [approved, second]])
      expect(take('returnAnswer', standIn(...lines), back)).toMatchObject([
        { kind: 'answerReturned', data: { standsInFor: { staffId: '主任' } } },
      ])
    expect(why('returnAnswer', of('主任', ['ogiHead'], '办公室'), back)).toBeUndefined()
  })
  test('by whoever holds the level in turn, also who wrote it', () => {
    expect(why('returnAnswer', of('拟稿人', ['unitHead'], '业务科'), back)).toBeUndefined()
    expect(why('approveAnswer', of('拟稿人', ['unitHead'], '业务科'), yes)).toBe('own_draft')
  })
  test('to no level that has not signed, and by nobody who holds none', () => {
    expect(why('returnAnswer', head(), { ...back, to: 'finalReview' })).toBe('not_an_earlier_step to')
    expect(why('returnAnswer', of('法制', ['legalStaff'], '办公室', approved), back)).toBe('not_your_level')
    const second: Told = ['2025-09-06', 'answerApproved', { level: 2, hash: draft.hash, opinion: '' }, '主任']
    expect(why('returnAnswer', of('法制', ['legalStaff'], '办公室', approved, second), back)).toBe('holds_no_level')
    expect(why('returnAnswer', of('科长', ['unitHead'], '业务科', approved, second), back)).toBeUndefined()
  })
})

test('art. 33: while the head of the work body is away, whoever stands in extends in their name', () => {
  const standingIn = [{ role: 'ogiHead', unitId: '办公室', staffId: '主任', name: '主任' }] as const
  const matter = { ...aMatter('clerk', received), actor: anOfficer(today, ['unitHead'], '代理人'), standingIn }
  const [event] = take('extendReply', matter, { days: 10, reason: '检索量大' })
  expect(event).toMatchObject({ kind: 'extended', data: { standsInFor: { staffId: '主任' } } })
})

test('art. 33: nobody grants the extension that they have proposed, nor in the name of who has', () => {
  const proposedBy = (by: string): Told => ['2025-09-05', 'extensionProposed', { days: 10, reason: '检索量大' }, by]
  const grant = { days: 10, reason: '检索量大' }
  const standingIn = [{ role: 'ogiHead', unitId: '办公室', staffId: '主任', name: '主任' }] as const
  const matter = (by: string, facts: object) => ({ ...aMatter('clerk', [...received, proposedBy(by)]), ...facts })
  const standIn = { actor: anOfficer(today, ['clerk'], '代理人'), standingIn }
  expect(why('extendReply', matter('代理人', standIn), grant)).toBe('own_proposal')
  expect(why('extendReply', matter('主任', standIn), grant)).toBe('not_in_their_name')
  const head = { actor: anOfficer(today, ['ogiHead'], '主任') }
  expect(why('extendReply', matter('主任', head), grant)).toBe('own_proposal')
  expect(why('extendReply', matter('经办', head), grant)).toBeUndefined()
})

describe('what a second person confirms', () => {
  const proof = { on: plainDate('2025-09-05'), evidence: '电话', fileIds: [] }
  const proposed: Told = ['2025-09-05', 'withdrawalProposed', { reason: '已取得', proof }, '主任']
  const standingFor = (...names: readonly string[]) =>
    names.map((name) => ({ role: 'ogiHead' as const, unitId: null, staffId: name, name }))
  const of = (roles: readonly Role[], ...names: readonly string[]) => ({
    ...aMatter('clerk', [...received, proposed]),
    actor: anOfficer(today, roles, '代理人'),
    standingIn: standingFor(...names),
  })

  test('is not confirmed in the name of who proposed it', () => {
    expect(why('confirmWithdrawal', of(['clerk'], '主任'), { opinion: '' })).toBe('not_in_their_name')
    expect(why('confirmWithdrawal', of(['unitHead'], '主任'), { opinion: '' })).toBeUndefined()
  })
  test('is so in the name of another who is away, which is what its event says', () => {
    const [event] = take('confirmWithdrawal', of(['clerk'], '主任', '副主任'), { opinion: '' })
    expect(event).toMatchObject({ kind: 'withdrawn', data: { standsInFor: { staffId: '副主任' } } })
  })
  test('may be declined, as the proposer may take it back', () => {
    expect(why('declineWithdrawal', of(['clerk'], '主任'), { reason: '误登' })).toBeUndefined()
  })
})

test('a letter that nobody could approve is not put up', () => {
  const input = { items: '名称', dueOn: plainDate('2025-09-20') }
  const facts = { letter: aLetter, letterLevels: askedOf(ofUnit, '业务科') }
  expect(why('requestSupplement', aMatter('clerk', received, facts), input)).toBe('level_unheld')
})
