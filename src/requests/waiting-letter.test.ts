import { describe, expect, test } from 'vitest'
import { plainDate } from '../days/plain-date.ts'
import type { Role } from '../organs/role.ts'
import { Refusal } from '../refusal.ts'
import type { LetterStep } from './approval-levels.ts'
import { foldHistory } from './history.ts'
import { letterHash } from './letters/letter-hash.ts'
import type { Acting } from './signer.ts'
import { take } from './take.ts'
import { aLetter, anOfficer, levelsOf, type Told, told } from './testing/a-history.ts'
import { aMatter, received } from './testing/a-matter.ts'
import { isLast, letterNotInTurn, letterUp, noLetterToReturn, waitsFor, whyNotLetter } from './waiting-letter.ts'

const hash = letterHash(aLetter)
const levels = levelsOf('unitHead', 'ogiHead')
const drafted = (step: LetterStep = 'requestSupplement'): Told => [
  '2025-09-03',
  'letterDrafted',
  { step, input: {}, letter: aLetter, hash, levels },
  '拟稿人',
]
const approved: Told = ['2025-09-04', 'letterApproved', { draft: 3, level: 1, hash, opinion: '' }, '科长']
const waitingIn = (...lines: Told[]) => foldHistory(told(...received, ...lines)).waiting
const by = (id: string, ...roles: Role[]): Acting => ({ actor: anOfficer('2025-09-08', roles, id), standingIn: [] })

describe('a letter waits for one level after the other, each another person', () => {
  test.for<[string, Told[], ReturnType<typeof by>, string | undefined]>([
    ['the first level', [], by('科长', 'unitHead'), undefined],
    ['the second, out of turn', [], by('主任', 'ogiHead'), 'not_your_level'],
    ['whoever drafted it', [], by('拟稿人', 'unitHead'), 'own_letter'],
    ['the second, in turn', [approved], by('主任', 'ogiHead'), undefined],
    ['the first again', [approved], by('科长', 'unitHead'), 'not_your_level'],
    ['the same person at both levels', [approved], by('科长', 'unitHead', 'ogiHead'), 'approved_already'],
    ['another of two roles', [approved], by('主任', 'unitHead', 'ogiHead'), undefined],
  ])('%s', ([, lines, who, code]) => {
    const [letter] = waitingIn(drafted(), ...lines)
    expect(letter && whyNotLetter(letter, who)?.code).toBe(code)
    const matter = { ...aMatter('clerk', [...received, drafted(), ...lines]), ...who }
    expect(letterNotInTurn(matter)?.code).toBe(code)
  })
  test('is there any for this person, and is there any at all', () => {
    const waiting = aMatter('clerk', [...received, drafted(), drafted('consult'), approved])
    // The one has its first approval, the other waits for it.
    expect(letterNotInTurn({ ...waiting, ...by('科长', 'unitHead') })).toBeUndefined()
    expect(letterNotInTurn({ ...waiting, ...by('主任', 'ogiHead') })).toBeUndefined()
    expect(letterNotInTurn({ ...waiting, ...by('局长', 'leader') })?.code).toBe('not_your_level')
    expect(letterNotInTurn(aMatter('unitHead', received))?.code).toBe('no_letter_waiting')
  })
  test('the last approval is the one of the last level', () => {
    expect(waitingIn(drafted()).map(isLast)).toEqual([false])
    expect(waitingIn(drafted(), approved).map(isLast)).toEqual([true])
  })
})

describe('a letter goes back as an answer does', () => {
  const mayReturn = (who: Acting, ...lines: Told[]) =>
    noLetterToReturn({ ...aMatter('clerk', [...received, drafted(), ...lines]), ...who })?.code
  const inPlaceOf = (role: Role) => ({
    ...by('代理人', 'clerk'),
    standingIn: [{ role, unitId: null, staffId: '不在', name: '不在的人' }],
  })
  test('by whoever holds the level in turn, also who wrote it', () => {
    expect(mayReturn(by('科长', 'unitHead'))).toBeUndefined()
    expect(mayReturn(by('拟稿人', 'unitHead'))).toBeUndefined()
    expect(mayReturn(by('拟稿人', 'clerk'))).toBe('not_your_level')
    expect(mayReturn(by('科长', 'unitHead'), approved)).toBe('not_your_level')
    expect(mayReturn(inPlaceOf('unitHead'))).toBeUndefined()
    expect(mayReturn(inPlaceOf('leader'))).toBe('not_your_level')
  })
  test('and by the head of the work body or who stands in for them, whosever turn it is', () => {
    expect(mayReturn(by('主任', 'ogiHead'))).toBeUndefined()
    expect(mayReturn(inPlaceOf('ogiHead'))).toBeUndefined()
    const matter = { ...aMatter('clerk', [...received, drafted()]), ...inPlaceOf('ogiHead') }
    expect(take('returnLetter', matter, { draft: 3, hash, reason: '无人审批' })).toMatchObject([
      { kind: 'letterReturned', data: { standsInFor: { staffId: '不在' } } },
    ])
  })
})

test('of each kind one waits at a time; others may be consulted side by side', () => {
  const history = foldHistory(told(...received, drafted(), drafted('consult')))
  const waits = (step: string) => waitsFor({ history }, step)
  expect(['requestSupplement', 'requestReasons', 'consult', 'note'].map(waits)).toEqual([true, false, false, false])
})

test('a letter is approved as it was seen', () => {
  const history = foldHistory(told(...received, drafted(), drafted('consult')))
  const up = (draft: number, seen: string) => {
    try {
      return letterUp(history, draft, seen).step
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return error.code
    }
  }
  expect([up(3, hash), up(4, hash), up(5, hash), up(3, 'other')]).toEqual([
    'requestSupplement',
    'consult',
    'no_letter_waiting',
    'hash_changed',
  ])
  expect(history.waiting.map(({ on }) => on)).toEqual([plainDate('2025-09-03'), plainDate('2025-09-03')])
})

test('whoever put a letter up takes it back to mend it; nobody else does, and of another it is not taken back by them', () => {
  const recall = { draft: 3, hash, reason: '期限写错' }
  const as = (id: string) => ({ ...aMatter('clerk', [...received, drafted()]), actor: by(id, 'clerk').actor })
  const [event] = take('recallLetter', as('拟稿人'), recall)
  expect(event).toMatchObject({ kind: 'letterReturned', data: { draft: 3, reason: '期限写错', recalled: true } })
  const back = foldHistory(
    told(...received, drafted(), ['2025-09-04', 'letterReturned', { ...recall, level: 1, recalled: true }, '拟稿人']),
  )
  expect([back.waiting, back.returnedLetters.map(({ reason }) => reason)]).toEqual([[], ['拟稿人撤回送审：期限写错']])
  expect(() => take('recallLetter', as('同事'), recall)).toThrow('由拟稿送审的人自己撤回')
})
