import { describe, expect, test } from 'vitest'
import { nationalCalendar } from '../../calendar/calendar.ts'
import { plainDate } from '../../days/plain-date.ts'
import { Refusal } from '../../refusal.ts'
import { foldHistory } from '../history.ts'
import type { StepInput, StepName } from '../step-inputs.ts'
import { type TakeMatter, take } from '../take.ts'
import { aDraft, aLetter, anOfficer, type Told, told } from '../testing/a-history.ts'
import { byHand, byPost, onlineToday } from '../testing/served.ts'

const today = '2025-09-26'
const draft = aDraft([])
const ready: Told[] = [
  ['2025-09-01', 'received', {}],
  ['2025-09-22', 'answerDrafted', draft],
]
const concluded: Told = ['2025-09-23', 'concluded', { outcome: 'granted', letterNumber: '1号', service: '' }]
const attempt = { of: 3, way: 'post', mailNumber: '', receivedBy: null, proof: '', correction: '' } as const
const posted: Told = ['2025-09-23', 'serviceAttempted', attempt]
const gone = { attempt: 4, result: 'returned', receivedBy: null, note: '', correction: '' } as const
const moved: Told = ['2025-09-25', 'serviceResult', { ...gone, cause: 'moved' }]
const mistaken: Told = ['2025-09-25', 'serviceResult', { ...gone, cause: 'ownMistake' }]

const at = (lines: readonly Told[], on = today): TakeMatter => ({
  history: foldHistory(told(...lines)),
  isImported: false,
  actor: anOfficer(on, ['clerk']),
  standingIn: [],
  workBodyId: null,
  calendar: nationalCalendar,
  channel: 'inPerson',
  levels: [],
  candidates: [],
  letter: aLetter,
})
function why<Name extends StepName>(name: Name, matter: TakeMatter, input: StepInput<Name>): string | undefined {
  try {
    take(name, matter, input)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return [error.code, error.field].filter(Boolean).join(' ')
  }
  return undefined
}
const issue = (served: object, on?: string) => ({
  hash: draft.hash,
  ...byPost,
  ...served,
  lateReason: '',
  ...(on ? { on: plainDate(on) } : {}),
})
const again = (served: object = {}) => ({ letter: 3, ...byPost, ...served, lateReason: '' })
const told4 = { attempt: 4, receivedBy: null, cause: null, note: '', correction: '' } as const

describe('国办公开办函〔2016〕235号: an answer leaves with its first service', () => {
  test('posted before it was taken down, it counts by the day of posting', () => {
    const events = take('issueAnswer', at(ready), issue({}, '2025-09-23'))
    expect(events.map(({ kind, happenedOn }) => [kind, happenedOn])).toEqual([
      ['serviceAttempted', '2025-09-23'],
      ['concluded', '2025-09-23'],
    ])
  })
  test('not before it was ready, and not in the future', () => {
    expect(why('issueAnswer', at(ready), issue({}, '2025-09-21'))).toBe('day_out_of_range on')
    expect(why('issueAnswer', at(ready), issue({}, '2025-09-27'))).toBe('day_out_of_range on')
  })
  test('arts. 33: in time by the day of posting it is not late, whatever day it is taken down', () => {
    const late = '2025-11-20'
    expect(why('issueAnswer', at(ready, late), issue({}, '2025-09-24'))).toBeUndefined()
    expect(why('issueAnswer', at(ready, late), issue({}))).toBe('late_reason_missing lateReason')
  })
  test('each way asks for what shows it', () => {
    expect(why('issueAnswer', at(ready), issue({ mailNumber: '' }))).toBe('mail_number_missing mailNumber')
    expect(why('issueAnswer', at(ready), issue({ ...byHand, receivedBy: null }))).toBe('receiver_missing receivedBy')
    expect(why('issueAnswer', at(ready), issue({ ...onlineToday, way: 'email' }))).toBe('service_proof_missing proof')
  })
  test('online it arrives when it is put there, and on no earlier day', () => {
    expect(why('issueAnswer', at(ready), issue(onlineToday))).toBeUndefined()
    expect(why('issueAnswer', at(ready), issue(onlineToday, '2025-09-24'))).toBe('online_is_now on')
  })
  test('民诉法 95: a notice to the public is no first service', () =>
    expect(why('issueAnswer', at(ready), issue({ way: 'publicNotice', proof: '网站' }))).toBe('notice_comes_last way'))
})

describe('what becomes of it', () => {
  const sent = [...ready, concluded, posted]
  test('is taken down with its cause, once; a second time it says what was wrong', () => {
    const on = plainDate('2025-09-25')
    const back = { ...told4, on, result: 'returned' } as const
    expect(why('recordService', at(sent), back)).toBe('return_cause_missing cause')
    expect(take('recordService', at(sent), { ...back, cause: 'moved' })).toMatchObject([{ kind: 'serviceResult' }])
    const known = at([...sent, moved])
    const received = { ...told4, on, result: 'received' } as const
    expect(why('recordService', known, received)).toBe('record_missing correction')
    expect(take('recordService', known, { ...received, correction: '看错回执' })).toMatchObject([{ supersedes: 5 }])
  })
  test('signed for at the counter, there is nothing more to be known', () => {
    const signed: Told = ['2025-09-23', 'serviceAttempted', { ...attempt, way: 'counter', receivedBy: 'agent' }]
    const received = { ...told4, on: plainDate(today), result: 'received' } as const
    expect(why('recordService', at([...ready, concluded, signed]), received)).toBe('signed_already attempt')
  })
  test('came back, it is served again, by public notice, too; but not where the organ itself wrote it wrongly', () => {
    const notice = again({ way: 'publicNotice', mailNumber: '', proof: '本机关网站' })
    expect(why('serveAgain', at([...sent, moved]), again())).toBeUndefined()
    expect(why('serveAgain', at([...sent, moved]), notice)).toBeUndefined()
    expect(why('serveAgain', at([...sent, mistaken]), notice)).toBe('notice_comes_last way')
    expect(why('serveLetter', at(sent), again())).toBe('nothing_to_serve')
    expect(why('serveAgain', at([...ready, concluded]), again())).toBe('nothing_served')
  })
  test('served late because the first one counted for nothing, it says why', () => {
    const lines = [...sent, mistaken]
    expect(why('serveAgain', at(lines, '2025-11-20'), again())).toBe('late_reason_missing lateReason')
    const late = { ...again(), lateReason: '地址抄错' }
    expect(take('serveAgain', at(lines, '2025-11-20'), late)[0]?.data).toMatchObject({ lateReason: '地址抄错' })
    // Posted in time and come back, the duty was met.
    expect(why('serveAgain', at([...sent, moved], '2025-11-20'), again())).toBeUndefined()
  })
  test('what was taken down wrongly is put right in its place, with why', () => {
    const right = { attempt: 4, ...byPost, on: plainDate('2025-09-22'), lateReason: '', correction: '收寄凭证为22日' }
    const [event] = take('correctService', at(sent), right)
    expect(event).toMatchObject({ kind: 'serviceAttempted', happenedOn: '2025-09-22', supersedes: 4 })
    expect(event?.data).toMatchObject({ of: 3, correction: '收寄凭证为22日' })
    expect(why('correctService', at(sent), { ...right, attempt: 9 })).toBe('unknown_attempt attempt')
  })
})
