import { describe, expect, test } from 'vitest'
import { plainDate } from '../days/plain-date.ts'
import type { Role } from '../organs/role.ts'
import { foldHistory } from './history.ts'
import { letterHash } from './letters/letter-hash.ts'
import { take } from './take.ts'
import { aLetter, anOfficer, levelsOf, type Told, told } from './testing/a-history.ts'
import { aMatter, received, today, whyNotTaken as why } from './testing/a-matter.ts'

const hash = letterHash(aLetter)
const letter = aLetter
const input = { items: '名称', dueOn: plainDate('2025-09-20') }
const drafted = (step: 'requestSupplement' | 'requestReasons' | 'consult', levels: Role[] = ['unitHead']): Told => [
  '2025-09-03',
  'letterDrafted',
  { step, input, letter, hash, levels: levelsOf(...levels) },
  '拟稿人',
]
const approve = { draft: 3, hash, opinion: '同意' }

describe('a letter on the way to the answer is put up first', () => {
  const put = (facts: Parameters<typeof aMatter>[2]) =>
    take('requestSupplement', aMatter('clerk', received, facts), input)
  test('with what the step would do, to those who approve it', () => {
    const letterLevels = levelsOf('unitHead', 'ogiHead')
    expect(put({ letter, letterLevels })).toEqual([
      {
        kind: 'letterDrafted',
        happenedOn: today,
        data: { step: 'requestSupplement', input, letter, hash, levels: letterLevels, authors: ['officer'] },
      },
    ])
  })
  test('where nobody has to approve it, it leaves at once', () => {
    for (const facts of [{ letter, letterLevels: [] }, { letter }])
      expect(put(facts)).toMatchObject([{ kind: 'supplementRequested', data: { letter } }])
    expect(put({ letterLevels: levelsOf('unitHead') })).toMatchObject([{ kind: 'supplementRequested' }])
  })
  test('what could not be sent is not put up', () => {
    const of = aMatter('clerk', received, { letter, letterLevels: levelsOf('unitHead') })
    const late = (dueOn: string) => why('requestSupplement', of, { ...input, dueOn: plainDate(dueOn) })
    expect([late(today), late('2025-09-09'), late('2026-09-09'), late('2026-09-10')]).toEqual([
      'not_after_today dueOn',
      undefined,
      undefined,
      'day_out_of_range dueOn',
    ])
  })
  test('an answer is no such letter', () => {
    const noted = aMatter('clerk', received, { letter, letterLevels: levelsOf('unitHead') })
    expect(take('note', noted, { text: '已电话联系' })).toMatchObject([{ kind: 'noted' }])
  })
})

describe('an approval of a letter', () => {
  const approved = { kind: 'letterApproved', happenedOn: today, data: { draft: 3, level: 1, hash, opinion: '同意' } }
  const of = (lines: Told[], facts: Parameters<typeof aMatter>[2] = { letter }) =>
    aMatter('unitHead', [...received, ...lines], facts)

  test('before the last is only told', () => {
    expect(take('approveLetter', of([drafted('requestSupplement', ['unitHead', 'ogiHead'])]), approve)).toEqual([
      approved,
    ])
  })
  test('the last one sends it, as it was put up', () => {
    expect(take('approveLetter', of([drafted('requestSupplement')]), approve)).toEqual([
      approved,
      { kind: 'supplementRequested', happenedOn: today, data: { ...input, letter } },
    ])
  })
  test.for<[string, string, Told[], Parameters<typeof aMatter>[2]?]>([
    [
      'the text is another',
      'hash_changed',
      [drafted('requestSupplement')],
      { letter: { ...letter, paragraphs: ['改过'] } },
    ],
    ['the text is lost', 'hash_changed', [drafted('requestSupplement')], { letter: null }],
    [
      'the case has moved on',
      'closed_in_status',
      [
        drafted('requestSupplement'),
        ['2025-09-04', 'reasonsRequested', { facts: '', dueOn: plainDate('2025-09-12'), letter }],
      ],
    ],
    [
      'its step may no longer be taken',
      'supplemented_once',
      [
        drafted('requestSupplement'),
        ['2025-09-04', 'supplementRequested', {}],
        ['2025-09-05', 'supplementReceived', { text: '' }],
      ],
    ],
    ['nothing waits', 'no_letter_waiting', []],
  ])('sends nothing where %s', ([, code, lines, facts]) => {
    expect(why('approveLetter', of(lines, facts ?? { letter }), approve)).toBe(code)
  })
  test('is of the letter that was seen', () => {
    expect(why('approveLetter', of([drafted('requestSupplement')]), { ...approve, hash: 'other' })).toBe('hash_changed')
    expect(why('approveLetter', of([drafted('requestSupplement')]), { ...approve, draft: 4 })).toBe('no_letter_waiting')
  })
  test('is given by those whose turn it is for this very letter, though another one waits for them', () => {
    const other: Told = [
      '2025-09-03',
      'letterDrafted',
      { step: 'consult', input: {}, letter, hash: 'other', levels: levelsOf('ogiHead') },
    ]
    const two = [drafted('requestSupplement'), other]
    expect(why('approveLetter', of(two), { draft: 4, hash: 'other', opinion: '' })).toBe('not_your_level')
    expect(why('approveLetter', of(two), approve)).toBeUndefined()
  })
  test('sent back with its reason', () => {
    const returned = take('returnLetter', of([drafted('requestSupplement')]), { draft: 3, hash, reason: '不清楚' })
    expect(returned).toEqual([
      { kind: 'letterReturned', happenedOn: today, data: { draft: 3, level: 1, hash, reason: '不清楚' } },
    ])
  })
})

describe('what became of the letters that were put up', () => {
  const of = (...lines: Told[]) => {
    const { waiting, returnedLetters } = foldHistory(told(...received, drafted('requestSupplement'), ...lines))
    return [waiting.map(({ step, approvals }) => [step, approvals.length]), returnedLetters[0]?.reason ?? null]
  }
  const back: Told = ['2025-09-04', 'letterReturned', { draft: 3, level: 1, hash, reason: '不清楚' }]
  const yes = (seen: string): Told => ['2025-09-04', 'letterApproved', { draft: 3, level: 1, hash: seen, opinion: '' }]
  const corrected = (to: Record<string, string>, personal: Record<string, string> | null = null): Told => [
    '2025-09-04',
    'registrationCorrected',
    { reason: '', from: {}, to, personal: personal && { from: {}, to: personal }, proposedBy: '' },
  ]
  test.for<[string, Told[], unknown]>([
    ['it waits', [], [[['requestSupplement', 0]], null]],
    ['it was sent back', [back], [[], '不清楚']],
    ['it is up again', [back, drafted('requestSupplement')], [[['requestSupplement', 0]], null]],
    ['another is up', [back, drafted('consult')], [[['consult', 0]], '不清楚']],
    ['it left', [yes(hash)], [[], null]],
    ['an approval of another text counts for nothing', [yes('other')], [[['requestSupplement', 0]], null]],
    ['only that one is sent back', [drafted('consult', ['unitHead', 'ogiHead']), back], [[['consult', 0]], '不清楚']],
    ...(['applicantKind', 'channel', 'arrivedOn', 'receivedOn', 'summary', 'routeWanted'] as const).map(
      (field): [string, Told[], unknown] => [
        `${field} was corrected, which it says`,
        [corrected({ [field]: '1' })],
        [[], expect.stringContaining('登记已更正')],
      ],
    ),
    ['the name was corrected', [corrected({}, { name: '李四' })], [[], expect.stringContaining('登记已更正')]],
    ['the telephone was', [corrected({ note: '1' }, { phone: '1' })], [[['requestSupplement', 0]], null]],
  ])('%s', ([, lines, expected]) => expect(of(...lines)).toEqual(expected))

  test('each approval is kept with who gave it', () => {
    const two = drafted('requestSupplement', ['unitHead', 'ogiHead'])
    const lines: Told[] = [
      ...received,
      two,
      ['2025-09-04', 'letterApproved', { draft: 3, level: 1, hash, opinion: '' }, '科长'],
    ]
    expect(foldHistory(told(...lines)).waiting).toMatchObject([
      {
        seq: 3,
        on: '2025-09-03',
        by: { id: '拟稿人' },
        approvals: [{ level: 'firstReview', on: '2025-09-04', by: { id: '科长' } }],
      },
    ])
  })
})

describe('what was taken down wrongly', () => {
  const sent: Told = ['2025-09-03', 'consultationSent', { consultation: 1, party: 'thirdParty' }]
  const agreed: Told = ['2025-09-04', 'consultationAnswered', { consultation: 1, opinion: 'agrees', reason: '' }]
  const change = {
    consultation: 1,
    on: plainDate('2025-09-05'),
    opinion: 'objects',
    reason: '商业秘密',
    correction: '看错',
  } as const
  const of = (...lines: Told[]) => aMatter('clerk', [...received, sent, ...lines])
  test('an opinion is put right by an event that takes the place of the first', () => {
    expect(take('correctOpinion', of(agreed), change)).toEqual([
      {
        kind: 'consultationAnswered',
        happenedOn: '2025-09-05',
        supersedes: 4,
        data: { consultation: 1, opinion: 'objects', reason: '商业秘密', correction: '看错' },
      },
    ])
    expect(why('correctOpinion', of(agreed), { ...change, on: plainDate('2025-09-02') })).toBe('day_out_of_range on')
    expect(why('correctOpinion', of(agreed), { ...change, reason: '' })).toBe('record_missing reason')
    expect(why('correctOpinion', of(agreed), { ...change, opinion: 'agrees', reason: '' })).toBeUndefined()
    const delivered: Told = ['2025-09-04', 'consultationDelivered', { consultation: 1 }]
    expect(why('correctOpinion', of(delivered, agreed), { ...change, on: plainDate('2025-09-03') })).toBe(
      'day_out_of_range on',
    )
    expect(why('correctOpinion', of(), change)).toBe('no_opinion_yet')
  })
  test('as long as nothing rests on it', () => {
    const objected: Told = [
      '2025-09-04',
      'consultationAnswered',
      { consultation: 1, opinion: 'objects', reason: '有损' },
    ]
    const told: Told = ['2025-09-05', 'thirdPartyNotified', { consultation: 1, reason: '公共利益', letter }]
    expect(why('correctOpinion', of(objected, told), change)).toBe('opinion_relied')
    expect(why('correctOpinion', of(objected, drafted('consult')), change)).toBeUndefined()
  })
  test('a withdrawal that is not confirmed goes on, with the reason', () => {
    const proof = { on: null, evidence: '来电', fileIds: [] }
    const proposed: Told = ['2025-09-05', 'withdrawalProposed', { reason: '', proof }]
    expect(take('declineWithdrawal', aMatter('unitHead', [...received, proposed]), { reason: '不是本人' })).toEqual([
      { kind: 'withdrawalDeclined', happenedOn: today, data: { reason: '不是本人' } },
    ])
    expect(why('confirmWithdrawal', aMatter('unitHead', received), { opinion: '' })).toBe('no_withdrawal')
  })
  test('a registration that is not at hand is not put right', () => {
    expect(
      why(
        'correctRegistration',
        { ...aMatter('clerk', received), actor: anOfficer(today, ['clerk']) },
        { to: {}, reason: '错' },
      ),
    ).toBe('unknown_request')
  })
})
