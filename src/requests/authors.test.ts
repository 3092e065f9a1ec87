import { describe, expect, test } from 'vitest'
import { nationalCalendar } from '../calendar/calendar.ts'
import { plainDate } from '../days/plain-date.ts'
import type { Role } from '../organs/role.ts'
import { authorsOfAnswer } from './authors.ts'
import { chainOfAnswer } from './fold-draft.ts'
import { chainOfLetter } from './fold-letters.ts'
import { foldHistory } from './history.ts'
import { letterHash } from './letters/letter-hash.ts'
import { take } from './take.ts'
import { aDraft, aLetter, anOfficer, levelsOf, type Told, told } from './testing/a-history.ts'
import { aMatter, received, today, whyNotTaken as why } from './testing/a-matter.ts'
import { turnsOf } from './turns.ts'

const answers = { complete: 'yes', information: 'petition' }
const filledIn = (facts: Partial<ReturnType<typeof aDraft>> = {}) => {
  const { outcome, reason, record, search, parts, consultations, reasonable, earlierId, fileIds } = aDraft(
    [],
    'notProcessed.petitionOrComplaint',
  )
  const rest = { reason, record, search, parts, consultations, reasonable, earlierId, fileIds }
  return { outcome, answers, statement: '请向信访部门提出', confirmations: [], ...rest, ...facts }
}
const letter = aLetter
const hash = letterHash(letter)
const as = (id: string, roles: readonly Role[], lines: Told[], facts: Parameters<typeof aMatter>[2] = {}) => ({
  ...aMatter('clerk', lines, facts),
  actor: anOfficer(today, roles, id),
})

/** What somebody puts up in a case, as the event that then stands in it. */
function putUp(by: string, lines: Told[], input: ReturnType<typeof filledIn>): Told {
  const [event] = take('draftAnswer', as(by, ['clerk'], lines, { letter, levels: levelsOf('unitHead') }), input)
  if (event?.kind !== 'answerDrafted') throw new Error('nothing was drafted')
  return [today, event.kind, event.data, by]
}
const back: Told = [today, 'answerReturned', { level: 1, hash, reason: '再核' }, '主任']

/** A case in which these people put up an answer, each after the one before was sent back. */
function putUpInTurn(...all: readonly (readonly [by: string, input: ReturnType<typeof filledIn>])[]): Told[] {
  const lines = [...received]
  for (const [by, input] of all) {
    if (lines.length > received.length) lines.push(back)
    lines.push(putUp(by, lines, input))
  }
  return lines
}
const mayApprove = (id: string, lines: Told[]) =>
  why('approveAnswer', as(id, ['unitHead'], lines), { hash, opinion: '', checklist: [] })

describe('nobody approves an answer in which their own words stand', () => {
  test('also when another sends it again as it was', () => {
    const lines = putUpInTurn(['甲', filledIn()], ['乙', filledIn()])
    expect([mayApprove('甲', lines), mayApprove('乙', lines), mayApprove('丙', lines)]).toEqual([
      'own_draft',
      'own_draft',
      undefined,
    ])
  })
  test('nor when another has changed some of them', () => {
    const lines = putUpInTurn(['甲', filledIn()], ['乙', filledIn({ statement: '请到信访部门当面提出' })])
    expect([mayApprove('甲', lines), mayApprove('丙', lines)]).toEqual(['own_draft', undefined])
  })
  test('though several sent it back and again', () => {
    const lines = putUpInTurn(
      ['甲', filledIn({ reason: '' })],
      ['乙', filledIn({ statement: '请向信访部门提出。附：地址' })],
      ['丁', filledIn({ statement: '请向信访部门提出。附：地址和电话' })],
    )
    expect(['甲', '乙', '丁', '丙'].map((each) => mayApprove(each, lines))).toEqual([
      'own_draft',
      'own_draft',
      'own_draft',
      undefined,
    ])
  })
  test('what stands again as it once was is whose it was then, and of whoever puts it up', () => {
    const lines = putUpInTurn(['甲', filledIn()], ['乙', filledIn({ statement: '另行告知' })], ['丁', filledIn()])
    expect(['甲', '乙', '丁'].map((each) => mayApprove(each, lines))).toEqual(['own_draft', undefined, 'own_draft'])
  })
  test('a wording that a reviewer suggested is of whoever takes it over: who suggested it signs', () => {
    const suggestion: Told = [
      today,
      'answerReturned',
      { level: 1, hash, reason: '再核', suggested: '另行告知' },
      '科长',
    ]
    const first = [...putUpInTurn(['甲', filledIn()]), suggestion]
    const lines = [...first, putUp('乙', first, filledIn({ statement: '另行告知' }))]
    expect([mayApprove('科长', lines), mayApprove('乙', lines)]).toEqual([undefined, 'own_draft'])
  })
  test('whose turn it is leaves them out', () => {
    const events = told(...putUpInTurn(['甲', filledIn()], ['乙', filledIn()]))
    const turns = turnsOf({ id: 'r', number: '1' }, foldHistory(events), events, nationalCalendar, plainDate(today))
    expect(turns.find(({ kind }) => kind === 'answer')?.notBy.toSorted()).toEqual(['乙', '甲'].toSorted())
  })
  test('nor is put up what only they could approve', () => {
    const lines = [...putUpInTurn(['甲', filledIn()]), back]
    const candidates = [{ id: '甲', name: '甲', unitId: null, roles: ['unitHead'] as const, standingIn: [] }]
    const facts = { letter, levels: levelsOf('unitHead'), candidates }
    expect(why('draftAnswer', as('乙', ['clerk'], lines, facts), filledIn())).toBe('level_unheld')
  })
})

describe('whose words are all gone may approve again', () => {
  const authorsAfter = (...all: readonly (readonly [by: string, answer: Partial<ReturnType<typeof aDraft>>])[]) => {
    const drafts = all.map(([by, answer]): Told => [today, 'answerDrafted', { ...aDraft(), ...answer }, by])
    const [last, ...before] = drafts.toReversed()
    if (last?.[1] !== 'answerDrafted') return []
    return authorsOfAnswer(foldHistory(told(...received, ...before.toReversed())), last[2], last[3] ?? null)
  }
  const refused = { outcome: 'denied.stateSecret', reason: '属于国家秘密' } as const
  test('texts and the outcome', () => {
    expect(authorsAfter(['甲', { statement: '现予公开' }], ['乙', refused])).toEqual(['乙'])
  })
  test('but not while the outcome, a ground or a file that they chose stands: it is compared as a whole', () => {
    expect(authorsAfter(['甲', { statement: '见附件' }], ['乙', { statement: '已寄出' }])).toEqual(['乙', '甲'])
    const file = '00000000-0000-4000-8000-000000000001'
    const other = '00000000-0000-4000-8000-000000000002'
    expect(authorsAfter(['甲', { fileIds: [file] }], ['乙', { ...refused, fileIds: [file] }])).toEqual(['乙', '甲'])
    expect(authorsAfter(['甲', { fileIds: [file] }], ['乙', { ...refused, fileIds: [other] }])).toEqual(['乙'])
  })
  test('a choice that another changed is theirs as long as it stands', () => {
    expect(
      authorsAfter(['甲', { reason: '' }], ['乙', refused], ['丁', { ...refused, reason: '依法不公开' }]),
    ).toContain('乙')
  })
  test('a text that is moved to another field stays whose it was', () => {
    const moved = { outcome: 'notProcessed.petitionOrComplaint', statement: '经查属于国家秘密' } as const
    expect(authorsAfter(['甲', refused], ['乙', moved])).toEqual(['甲', '乙'])
  })
})

describe('a letter is as an answer', () => {
  const input = { items: '请写明文件名称', dueOn: plainDate('2025-09-20') }
  function send(by: string, lines: Told[], said = input): Told {
    const facts = { letter, letterLevels: levelsOf('unitHead') }
    const [event] = take('requestSupplement', as(by, ['clerk'], lines, facts), said)
    if (event?.kind !== 'letterDrafted') throw new Error('no letter was put up')
    return [today, event.kind, event.data, by]
  }
  const up = (draft: number): Told => [today, 'letterReturned', { draft, level: 1, hash, reason: '再核' }, '主任']
  const first = [...received, send('甲', received), up(3)]
  const mayApproveLetter = (id: string, lines: Told[]) =>
    why('approveLetter', as(id, ['unitHead'], lines, { letter }), { draft: lines.length, hash, opinion: '' })
  test('sent again as it was, it is of whoever wrote it first and of whoever puts it up', () => {
    const lines = [...first, send('乙', first)]
    expect(['甲', '乙', '丙'].map((each) => mayApproveLetter(each, lines))).toEqual([
      'own_letter',
      'own_letter',
      undefined,
    ])
    const again = [...lines, up(5)]
    expect(mayApproveLetter('甲', [...again, send('丁', again)])).toBe('own_letter')
  })
  test('written anew with another day, the first one may approve it', () => {
    const lines = [...first, send('乙', first, { items: '补充索取用途', dueOn: plainDate('2025-09-22') })]
    expect(['甲', '乙'].map((each) => mayApproveLetter(each, lines))).toEqual([undefined, 'own_letter'])
  })
  test('it may say again what another letter of its step said that came back', () => {
    const consult = (by: string, addressee: string, about: string): Told => {
      const said = { party: 'coOrgan', name: addressee, about }
      return [
        today,
        'letterDrafted',
        {
          step: 'consult',
          input: said,
          letter: { ...letter, addressee },
          hash: addressee,
          levels: levelsOf('unitHead'),
        },
        by,
      ]
    }
    const two = [...received, consult('甲', '财政局', '某表'), consult('丁', '审计局', '别项')]
    const returned: Told[] = [3, 4].map((draft) => [today, 'letterReturned', { draft, level: 1, hash: '', reason: '' }])
    const lines = [...two, ...returned]
    const facts = { letter: { ...letter, addressee: '审计局' }, letterLevels: levelsOf('unitHead') }
    const said = { party: 'coOrgan' as const, name: '审计局', contact: '', about: '某表' }
    const [event] = take('consult', as('乙', ['clerk'], lines, facts), said)
    expect(event).toMatchObject({ data: { authors: expect.arrayContaining(['甲', '丁']) } })
  })
})

describe('events of before 0.3, which say of nobody whose words stand', () => {
  const drafted = (by: string): Told => [today, 'answerDrafted', aDraft(), by]
  test('whoever had put up an answer by then is taken to have written of it; what was signed stays signed', () => {
    const lines = [...received, drafted('甲'), back, drafted('乙')]
    expect([...chainOfAnswer(foldHistory(told(...lines))).notBy].toSorted()).toEqual(['乙', '甲'].toSorted())
    const signed: Told = [today, 'answerApproved', { level: 1, hash, opinion: '' }, '甲']
    expect(foldHistory(told(...lines, signed)).approvals).toMatchObject([{ by: { id: '甲' } }])
  })
  test('and so of a letter, when one came back', () => {
    const up = (by: string): Told => [
      today,
      'letterDrafted',
      { step: 'requestReasons', input: {}, letter, hash, levels: levelsOf('unitHead') },
      by,
    ]
    const returned: Told = [today, 'letterReturned', { draft: 3, level: 1, hash, reason: '' }]
    const [waiting] = foldHistory(told(...received, up('甲'), returned, up('乙'))).waiting
    expect(waiting && [...chainOfLetter(waiting).notBy].toSorted()).toEqual(['乙', '甲'].toSorted())
  })
})
