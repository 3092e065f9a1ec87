import { describe, expect, test } from 'vitest'
import { plainDate } from '../days/plain-date.ts'
import type { Role } from '../organs/role.ts'
import type { Applicant } from './applicant.ts'
import { foldHistory } from './history.ts'
import type { Letter } from './letters/letter.ts'
import { standingOf } from './registration.ts'
import type { Request } from './request.ts'
import { inTheEnd, take } from './take.ts'
import { aDraft, aLetter, anOfficer, levelsOf, type Told, told } from './testing/a-history.ts'
import { aMatter, today, whyNotTaken as why } from './testing/a-matter.ts'

const day = plainDate
const taken: Told[] = [
  ['2025-09-02', 'arrived', {}],
  ['2025-09-02', 'received', { rule: 'submittedInPerson' }],
]
const applicant: Applicant = {
  kind: 'naturalPerson',
  name: '张三',
  identityKind: 'residentId',
  identityNumber: '',
  creditCode: '',
  legalRepresentative: '',
  contactName: '',
  phone: '13800138000',
  email: '',
  address: '',
  postcode: '',
  agent: null,
}
const request: Request = {
  organId: 1,
  id: '00000000-0000-4000-8000-000000000001',
  number: '1号',
  origin: 'live',
  channel: 'inPerson',
  applicantKind: 'naturalPerson',
  summary: '2024年统计年鉴',
  purpose: '',
  formWanted: '',
  routeWanted: '',
  assistance: '',
  arrivedOn: day('2025-09-02'),
  splitFrom: null,
  status: 'processing',
  lastSeq: 2,
  receivedOn: day('2025-09-02'),
  unitId: null,
  handlerId: null,
  outcome: null,
  concludedOn: null,
  dueOn: null,
  dueKind: null,
  calendarVersion: null,
}
const of = (by: Role, ...lines: Told[]) => ({
  ...aMatter(by, [...taken, ...lines]),
  standing: standingOf(request, told(...taken, ...lines), applicant),
})

describe('a registration that was taken down wrongly', () => {
  const arrival = { to: { arrivedOn: '2025-09-01' }, reason: '签收记录为1日' }
  const moved = {
    reason: '签收记录为1日',
    personal: null,
    from: { arrivedOn: '2025-09-02', receivedOn: '2025-09-02' },
    to: { arrivedOn: '2025-09-01', receivedOn: '2025-09-01' },
  }
  const proposed: Told = ['2025-09-05', 'correctionProposed', moved, '登记人']
  const inForce = (proposedBy: string) => [
    { kind: 'registrationCorrected', happenedOn: today, data: { ...moved, proposedBy } },
    { kind: 'arrived', happenedOn: '2025-09-01', data: { note: '' }, supersedes: 1 },
    {
      kind: 'received',
      happenedOn: '2025-09-01',
      data: { rule: 'submittedInPerson', confirmation: null },
      supersedes: 2,
    },
  ]
  test('is put right at once where no day and no figure of a report moves; nobody proposed it', () => {
    expect(take('correctRegistration', of('clerk'), { to: { name: '章三' }, reason: '申请表所写' })).toEqual([
      {
        kind: 'registrationCorrected',
        happenedOn: today,
        data: {
          reason: '申请表所写',
          from: {},
          to: {},
          proposedBy: '',
          personal: { from: { name: '张三' }, to: { name: '章三' } },
        },
      },
    ])
  })
  test('waits for a second person where a day moves, and until then changes nothing', () => {
    expect(take('correctRegistration', of('clerk'), arrival)).toEqual([
      { kind: 'correctionProposed', happenedOn: today, data: moved },
    ])
    expect(why('correctRegistration', of('clerk', proposed), arrival)).toBe('correction_waits')
  })
  test('confirmed, it takes the place of the arrival and the receipt, with who proposed it', () => {
    expect(take('confirmCorrection', of('ogiHead', proposed), {})).toEqual(inForce('登记人'))
    expect(why('confirmCorrection', of('ogiHead'), {})).toBe('no_correction')
    const own = { ...of('ogiHead', proposed), actor: anOfficer(today, ['ogiHead'], '登记人') }
    expect(why('confirmCorrection', own, {})).toBe('own_correction')
  })
  test('by a stand-in, in the name of who is away, and never in that of who proposed it', () => {
    const standingFor = (name: string) => ({
      ...of('clerk', proposed),
      standingIn: [{ role: 'ogiHead' as const, unitId: null, staffId: name, name }],
    })
    expect(take('confirmCorrection', standingFor('主任'), {})[0]).toMatchObject({
      data: { proposedBy: '登记人', standsInFor: { staffId: '主任' } },
    })
    expect(why('confirmCorrection', standingFor('登记人'), {})).toBe('not_in_their_name')
  })
  test('declined, it leaves everything as it was, with the reason', () => {
    expect(take('declineCorrection', of('ogiHead', proposed), { reason: '签收记录为2日' })).toEqual([
      { kind: 'correctionDeclined', happenedOn: today, data: { reason: '签收记录为2日' } },
    ])
    expect(why('declineCorrection', of('ogiHead'), { reason: '' })).toBe('no_correction')
  })
  test('before it is proposed one sees what will be in force when it is confirmed', () => {
    expect(inTheEnd('correctRegistration', of('clerk'), arrival)).toEqual(inForce('officer'))
    expect(inTheEnd('note', of('clerk'), { text: '已电话联系' })).toMatchObject([{ kind: 'noted' }])
  })
})

describe('a letter that has left is corrected by another one that names it', () => {
  const notice: Told = [
    '2025-09-03',
    'supplementRequested',
    { items: '名称', dueOn: day('2025-09-20'), letter: aLetter },
  ]
  const letter: Letter = { ...aLetter, kind: 'correction', correction: { of: 3, changes: [] } }
  const input = { letter: 3, corrections: [], dueOn: null, reason: '日期写错', service: '邮寄' }
  const sent = { ...of('clerk', notice), letter, kindToCorrect: 'supplementNotice' } as const
  test('with its kind, why, how it is served and the later day, where one is told', () => {
    const data = { of: 3, kind: 'supplementNotice', reason: '日期写错', service: '邮寄', dueOn: null, letter }
    expect(take('correctLetter', sent, input)).toEqual([{ kind: 'letterCorrected', happenedOn: today, data }])
    const dueOn = day('2025-09-25')
    expect(take('correctLetter', sent, { ...input, dueOn })[0]?.data).toEqual({ ...data, dueOn })
    expect(why('correctLetter', sent, { ...input, dueOn: day(today) })).toBe('not_after_today dueOn')
  })
  test('邮政法 55: it is not served by a courier either', () => {
    expect(why('correctLetter', sent, { ...input, service: '顺丰快递' })).toBe('foreign_courier service')
  })
  test('only one that was sent from here, and only by a letter that corrects', () => {
    const { kindToCorrect: _, ...ofNoKind } = sent
    const shut = why('correctLetter', sent, { ...input, letter: 1 })
    expect(shut).toMatch(/^unknown_letter/)
    expect(why('correctLetter', ofNoKind, input)).toBe(shut)
    expect(why('correctLetter', { ...sent, letter: aLetter }, input)).toBe(shut)
    expect(why('correctLetter', { ...sent, letter: null }, input)).toBe(shut)
  })
})

describe('an opinion that was taken down wrongly is not put right', () => {
  const asked = (consultation: number): Told => [
    '2025-09-03',
    'consultationSent',
    { consultation, party: 'thirdParty' },
  ]
  const objected: Told = ['2025-09-04', 'consultationAnswered', { consultation: 1, opinion: 'objects', reason: '有损' }]
  const change = {
    consultation: 1,
    on: day('2025-09-04'),
    opinion: 'agrees',
    reason: '',
    correction: '看错',
  } as const
  const up = (step: 'notifyThirdParty' | 'consult'): Told => [
    '2025-09-05',
    'letterDrafted',
    { step, input: {}, letter: aLetter, hash: 'a', levels: levelsOf('unitHead') },
  ]
  test('while a letter that tells the third party of it is up for approval', () => {
    expect(why('correctOpinion', of('clerk', asked(1), objected, up('notifyThirdParty')), change)).toBe('letter_relies')
    expect(why('correctOpinion', of('clerk', asked(1), objected, up('consult')), change)).toBeUndefined()
  })
  test('while an answer that rests on it is drafted', () => {
    const drafted: Told = ['2025-09-05', 'answerDrafted', aDraft()]
    expect(why('correctOpinion', of('clerk', asked(1), objected, drafted), change)).toBe('draft_relies')
  })
  test('of whoever has given none, though another has', () => {
    const second = { ...change, consultation: 2 }
    expect(why('correctOpinion', of('clerk', asked(1), asked(2), objected), second)).toBe('no_opinion_yet')
  })
})

test('a supplement that was taken down wrongly is put right on its day; letters that quote it are written anew', () => {
  const supplemented: Told[] = [
    ['2025-09-03', 'supplementRequested', { items: '年份', dueOn: day('2025-09-20') }],
    ['2025-09-04', 'supplementReceived', { text: '2023年' }],
  ]
  const to = { supplement: '2024年' }
  const lines: Told[] = [
    ...supplemented,
    ['2025-09-05', 'answerDrafted', { ...aDraft(), levels: levelsOf('unitHead') }],
  ]
  const [correction, again] = take('correctRegistration', of('clerk', ...lines), { to, reason: '来信写的是2024年' })
  expect(correction).toMatchObject({ data: { from: { supplement: '2023年' }, to } })
  expect(again).toMatchObject({ kind: 'supplementReceived', happenedOn: '2025-09-04', data: { text: '2024年' } })
  expect(again?.supersedes).toBe(4)
  const after = foldHistory(
    told(...taken, ...lines, ['2025-09-08', 'registrationCorrected', { ...correction?.data, proposedBy: '' } as never]),
  )
  expect([after.draft, after.returned?.reason]).toEqual([null, expect.stringContaining('登记已更正')])
  expect(why('correctRegistration', of('clerk'), { to, reason: '写错了' })).toContain('wrong_correction')
})
