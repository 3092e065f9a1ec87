import { describe, expect, test } from 'vitest'
import { plainDate } from '../days/plain-date.ts'
import type { LetterStep } from './approval-levels.ts'
import type { RequestEvent } from './event.ts'
import { effectiveEvents, foldHistory } from './history.ts'
import { aDraft, aLetter, levelsOf, type Told, told } from './testing/a-history.ts'

const received: Told = ['2025-09-01', 'received', {}]
const fold = (...lines: Told[]) => foldHistory(told(received, ...lines))
const noted = (text: string): Told => ['2025-09-02', 'noted', { text }]
const texts = (events: readonly RequestEvent[]) =>
  events.map((event) => (event.kind === 'noted' ? event.data.text : event.kind))

/** The events with the one at `seq` said to take the place of another. */
const superseding = (events: readonly RequestEvent[], seq: number, supersedes: number) =>
  events.map((event) => (event.seq === seq ? { ...event, supersedes } : event))

describe('a history is never rewritten: what was wrong is superseded', () => {
  const three = told(noted('甲'), noted('乙'), noted('丙'), noted('甲改'), noted('甲再改'))
  test('the correction stands in the place of what it corrects, also of another correction', () => {
    expect(texts(effectiveEvents(superseding(three, 4, 1)))).toEqual(['甲改', '乙', '丙', '甲再改'])
    expect(texts(effectiveEvents(superseding(superseding(three, 4, 1), 5, 4)))).toEqual(['甲再改', '乙', '丙'])
  })
  test('in whatever order the events come', () => {
    const mixed = superseding(superseding(three, 4, 1), 5, 4)
    expect(texts(effectiveEvents([...mixed].reverse()))).toEqual(['甲再改', '乙', '丙'])
    expect(foldHistory([...mixed].reverse())).toEqual(foldHistory(mixed))
  })
  test('of an event that is not among them it stands at its own', () => {
    expect(texts(effectiveEvents(superseding(three, 2, 99)))).toEqual(['甲', '乙', '丙', '甲改', '甲再改'])
  })
  test('what is taken back is gone, and so is its taking back', () => {
    const events = told(received, ['2025-09-02', 'concluded', {}], ['2025-09-03', 'voided', {}])
    const voided = superseding(events, 3, 2)
    expect(effectiveEvents(voided).map(({ kind }) => kind)).toEqual(['received'])
    expect(foldHistory(voided)).toMatchObject({ status: 'processing', conclusion: null, lastSeq: 3 })
  })
  test('with no event nothing is known', () => {
    expect(foldHistory([])).toMatchObject({ lastSeq: 0, status: 'arrived', arrivedOn: null, receivedOn: null })
  })
})

describe('what is known after each kind of event', () => {
  test('the last unit to which it was assigned', () => {
    const assigned = (unitName: string): Told => [
      '2025-09-02',
      'assigned',
      { unitId: null, unitName, staffId: null, staffName: '' },
    ]
    expect(fold().assignment).toBeNull()
    expect(fold(assigned('甲科'), assigned('乙科'), noted('')).assignment?.unitName).toBe('乙科')
  })
  test('the supplement: asked, given until when, come', () => {
    expect(fold().supplement).toBeNull()
    const dueOn = plainDate('2025-09-20')
    const asked: Told = ['2025-09-02', 'supplementRequested', { items: '名称', dueOn }]
    expect(fold(asked).supplement).toEqual({
      requestedOn: '2025-09-02',
      dueOn,
      receivedOn: null,
      items: '名称',
      said: '',
      isNoted: false,
    })
    const came: Told = ['2025-09-05', 'supplementReceived', { text: '2024年的' }]
    expect(fold(asked, came).supplement?.receivedOn).toBe('2025-09-05')
    expect(fold(came)).toMatchObject({
      status: 'processing',
      supplement: { requestedOn: null, dueOn: null, receivedOn: '2025-09-05', items: '', said: '2024年的' },
    })
  })
  test('reasons and delay', () => {
    const dueOn = plainDate('2025-09-20')
    const asked: Told = ['2025-09-02', 'reasonsRequested', { facts: '', dueOn, letter: null }]
    expect(fold(asked)).toMatchObject({
      status: 'explaining',
      reasons: { requestedOn: '2025-09-02', dueOn, receivedOn: null },
    })
    const came: Told = ['2025-09-05', 'reasonsReceived', { text: '' }]
    const delayed: Told = ['2025-09-06', 'delayed', { until: dueOn, reason: '', letter: null }]
    expect(fold(asked, came, delayed)).toMatchObject({
      status: 'processing',
      delay: { decidedOn: '2025-09-06', until: dueOn },
    })
    expect(fold().delay).toBeNull()
  })
  test('fees: the day and the amount', () => {
    const [first, notified, paid] = told(received, ['2025-09-02', 'feeNotified', {}], ['2025-09-03', 'feePaid', {}])
    if (!first || !notified || !paid) throw new Error('three events')
    expect(foldHistory([first, { ...notified, amount: '12.50' } as RequestEvent, paid])).toMatchObject({
      feeNotified: { on: '2025-09-02', amount: '12.50' },
      feePaid: { on: '2025-09-03', amount: '0.00' },
    })
    expect(fold()).toMatchObject({ feeNotified: null, feePaid: null })
  })
  test('the conclusion: its day, its outcome and letter where they are known', () => {
    expect(fold(['2025-09-02', 'concluded', {}]).conclusion).toEqual({
      on: '2025-09-02',
      by: 2,
      outcome: null,
      letterNumber: null,
    })
    expect(fold(['2025-09-02', 'concluded', { outcome: 'granted', letterNumber: '1号' }]).conclusion).toEqual({
      on: '2025-09-02',
      by: 2,
      outcome: 'granted',
      letterNumber: '1号',
    })
  })
})

describe('art. 33: a proposal is open until it is decided', () => {
  const proposed: Told = ['2025-09-02', 'extensionProposed', { days: 10, reason: '多' }]
  test('with its days, its reason and who proposed it', () => {
    expect(fold(proposed, noted('')).proposal).toEqual({
      days: 10,
      reason: '多',
      by: { kind: 'staff', id: 'clerk', name: 'clerk' },
    })
  })
  test('granted or declined it is no more', () => {
    expect(fold(proposed, ['2025-09-03', 'extended', { days: 10 }]).proposal).toBeNull()
    expect(fold(proposed, ['2025-09-03', 'extensionDeclined', { reason: '' }]).proposal).toBeNull()
    expect(fold(proposed, ['2025-09-03', 'extensionDeclined', { reason: '' }], proposed).proposal?.days).toBe(10)
  })
  test('an extension of a ledger may not tell its days', () => {
    expect(fold(['2025-09-03', 'extended', {}]).extension).toEqual({ on: '2025-09-03', days: null })
  })
})

describe('letters that wait, come back and are corrected', () => {
  const up = (step: LetterStep, addressee: string): Told => [
    '2025-09-03',
    'letterDrafted',
    { step, input: {}, letter: { ...aLetter, addressee }, hash: addressee, levels: levelsOf('unitHead') },
  ]
  const back = (draft: number, hash: string, reason: string): Told => [
    '2025-09-04',
    'letterReturned',
    { draft, level: 1, hash, reason },
  ]
  const concluded = (outcome: 'granted' | 'withdrawn'): Told => [
    '2025-09-05',
    'concluded',
    { outcome, letterNumber: '1号' },
  ]
  const returned = (...lines: Told[]) =>
    fold(...lines).returnedLetters.map(({ letter, reason }) => `${letter.letter.addressee}：${reason}`)

  test('every letter that was sent back is told, until one to the same addressee is up, or else one of its step', () => {
    const two = [up('consult', '甲'), up('consult', '乙'), back(2, '甲', '不清楚'), back(3, '乙', '写错')]
    expect(returned(...two)).toEqual(['甲：不清楚', '乙：写错'])
    expect(returned(...two, up('requestSupplement', '乙'))).toEqual(['甲：不清楚', '乙：写错'])
    expect(returned(...two, up('consult', '乙'))).toEqual(['甲：不清楚'])
    expect(returned(...two, up('consult', '丙'))).toEqual(['乙：写错'])
    expect(returned(...two, concluded('granted'))).toEqual([])
  })
  test('a correction of the registration sends all of them back, not the last one only', () => {
    const change = { reason: '', from: {}, to: { summary: '乙' }, personal: null, proposedBy: '' }
    const corrected: Told = ['2025-09-04', 'registrationCorrected', change]
    expect(fold(up('consult', '甲'), up('requestReasons', '乙'), corrected)).toMatchObject({
      waiting: [],
      returnedLetters: [{ letter: { step: 'consult' } }, { letter: { step: 'requestReasons' } }],
    })
  })
  test('the answer overtakes what was on the way to it; a correction of what has left goes on, but not of what was withdrawn', () => {
    const both = [up('requestReasons', '甲'), up('correctLetter', '甲')]
    expect(fold(...both, concluded('granted')).waiting.map(({ step }) => step)).toEqual(['correctLetter'])
    expect(fold(...both, concluded('withdrawn')).waiting).toEqual([])
  })
  test('which events sent a letter', () => {
    const asked: Told = [
      '2025-09-02',
      'reasonsRequested',
      { facts: '', dueOn: plainDate('2025-09-20'), letter: aLetter },
    ]
    const { sentLetters } = fold(
      up('requestReasons', '甲'),
      asked,
      ['2025-09-03', 'extended', {}],
      concluded('granted'),
    )
    expect(sentLetters).toEqual([3, 5])
    expect(fold(['2025-09-05', 'concluded', { outcome: 'withdrawn', letterNumber: null }]).sentLetters).toEqual([])
  })
  test('a later day told by a correction is the day; the clock and the status stay', () => {
    const dueOn = plainDate('2025-09-20')
    const said = (kind: 'supplementNotice' | 'reasonsNotice', day: string | null): Told => [
      '2025-09-05',
      'letterCorrected',
      { of: 2, kind, reason: '', service: '', dueOn: day === null ? null : plainDate(day), letter: aLetter },
    ]
    const asked: Told = ['2025-09-02', 'supplementRequested', { items: '', dueOn }]
    expect(fold(asked, said('supplementNotice', '2025-09-25'))).toMatchObject({
      status: 'supplementing',
      supplement: { requestedOn: '2025-09-02', dueOn: '2025-09-25' },
    })
    expect(fold(asked, said('supplementNotice', null), said('reasonsNotice', '2025-09-26')).supplement?.dueOn).toBe(
      dueOn,
    )
    const reasons: Told = ['2025-09-02', 'reasonsRequested', { facts: '', dueOn, letter: aLetter }]
    expect(fold(reasons, said('reasonsNotice', '2025-09-25')).reasons?.dueOn).toBe('2025-09-25')
  })
})

describe('consultations', () => {
  const sent = (consultation?: number, facts = {}): Told => [
    '2025-09-02',
    'consultationSent',
    { ...(consultation === undefined ? {} : { consultation }), ...facts },
  ]
  test('each answer, delivery and notice belongs to the one it names', () => {
    const [first, second] = fold(
      sent(1, { party: 'thirdParty', label: '第三方甲', about: '合同' }),
      sent(2, { party: 'coOrgan', label: '共同制作机关甲' }),
      ['2025-09-03', 'consultationDelivered', { consultation: 2 }],
      ['2025-09-04', 'consultationAnswered', { consultation: 2, opinion: 'agrees', reason: '无异议' }],
      ['2025-09-05', 'consultationAnswered', { consultation: 1, opinion: 'objects', reason: '秘密' }],
      ['2025-09-06', 'thirdPartyNotified', { consultation: 1, reason: '', letter: null }],
    ).consultations
    expect(first).toMatchObject({
      id: 1,
      party: 'thirdParty',
      label: '第三方甲',
      about: '合同',
      sentOn: '2025-09-02',
      deliveredOn: null,
      answeredOn: '2025-09-05',
      opinion: 'objects',
      reason: '秘密',
      notifiedOn: '2025-09-06',
    })
    expect(second).toMatchObject({
      id: 2,
      party: 'coOrgan',
      label: '共同制作机关甲',
      about: '',
      sentOn: '2025-09-02',
      reason: '无异议',
      deliveredOn: '2025-09-03',
      answeredOn: '2025-09-04',
      opinion: 'agrees',
      notifiedOn: null,
    })
  })
  test('a ledger names none: the first answer belongs to the first one sent, the second is open', () => {
    const answered: Told = ['2025-09-04', 'consultationAnswered', {}]
    expect(fold(sent(), sent(), answered).consultations).toMatchObject([
      { id: 1, party: 'thirdParty', label: '第三方', about: '', answeredOn: '2025-09-04', opinion: null, reason: '' },
      { id: 2, answeredOn: null, opinion: null, reason: '' },
    ])
  })
})

describe('the draft', () => {
  const draft = aDraft(['unitHead', 'ogiHead'])
  const drafted: Told = ['2025-09-04', 'answerDrafted', draft, 'li']
  const approved: Told = ['2025-09-05', 'answerApproved', { level: 1, hash: draft.hash, opinion: '同意' }, 'wang']
  test('stands with its day and its author, and each approval with those of its own', () => {
    expect(fold(drafted, approved)).toMatchObject({
      status: 'approving',
      draft: { ...draft, on: '2025-09-04', by: { id: 'li' } },
      approvals: [{ level: 'firstReview', hash: draft.hash, opinion: '同意', on: '2025-09-05', by: { id: 'wang' } }],
    })
  })
  test('approved at every level it is approved; where none is asked, at once', () => {
    expect(fold(drafted, approved, approved).status).toBe('approved')
    expect(fold(['2025-09-04', 'answerDrafted', aDraft([])]).status).toBe('approved')
  })
  test('drafted anew it has no approval', () => expect(fold(drafted, approved, drafted).approvals).toEqual([]))
  test('what the applicant hands in overtakes it with its approvals', () => {
    for (const came of ['supplementReceived', 'reasonsReceived'] as const)
      expect(fold(drafted, approved, ['2025-09-06', came, { text: '' }])).toMatchObject({
        status: 'processing',
        draft: null,
        returned: null,
        approvals: [],
      })
  })
  test('what was sent back is kept with the reason until there is another draft', () => {
    const back: Told = ['2025-09-06', 'answerReturned', { level: 2, hash: draft.hash, reason: '再核' }]
    expect(fold(drafted, approved, back)).toMatchObject({
      draft: null,
      approvals: [],
      returned: { draft: { hash: draft.hash }, reason: '再核' },
    })
    expect(fold(drafted, back, drafted).returned).toBeNull()
  })
  test('without a draft nothing is approved or sent back', () => {
    const back: Told = ['2025-09-06', 'answerReturned', { level: 1, hash: draft.hash, reason: '' }]
    expect(fold(approved, back)).toMatchObject({ approvals: [], returned: null })
  })
  test('a note is no approval', () => expect(fold(drafted, noted('')).approvals).toEqual([]))
})
