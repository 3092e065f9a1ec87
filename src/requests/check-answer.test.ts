import { describe, expect, test } from 'vitest'
import { nationalCalendar } from '../calendar/calendar.ts'
import { plainDate } from '../days/plain-date.ts'
import { isOutcomeId } from '../law/outcomes.ts'
import { Refusal } from '../refusal.ts'
import { checkAnswer } from './check-answer.ts'
import { foldHistory } from './history.ts'
import { asksOf } from './letters/write-letter.ts'
import type { StepInput } from './step-inputs.ts'
import { anOfficer, type Told, told } from './testing/a-history.ts'
import { partGrounds } from './withheld-part.ts'

type Answer = StepInput<'draftAnswer'>

const today = '2025-09-20'
const matter = (...lines: Told[]) => ({
  history: foldHistory(told(['2025-09-01', 'received', {}], ...lines)),
  isImported: false,
  standingIn: [],
  workBodyId: null,
  actor: anOfficer(today, ['clerk']),
  calendar: nationalCalendar,
})
const answer = (outcome: string, answers: Record<string, string>, facts: Partial<Answer> = {}): Answer => ({
  outcome,
  answers,
  reason: '',
  statement: '',
  record: '',
  search: null,
  parts: [],
  consultations: [],
  reasonable: [],
  earlierId: null,
  fileIds: [],
  confirmations: [],
  ...facts,
})

/** The answers to the guide that end in each outcome. */
const ours = { complete: 'yes', information: 'yes', responsible: 'us' }
const held = { ...ours, held: 'held' }
const all = { ...held, disclose: 'all' }
const none = { ...held, disclose: 'none' }

/** Only those of the texts that the letter of this outcome asks for. */
const filled = (outcome: string, texts: Partial<Answer>): Partial<Answer> =>
  Object.fromEntries(Object.entries(texts).filter(([text]) => isOutcomeId(outcome) && text in asksOf(outcome)))

const aPart = (changes: Partial<Answer['parts'][number]> = {}): Answer['parts'][number] => ({
  what: '第3页',
  under: 'denied.internalAffairs',
  reason: '内部流程',
  record: '公开弊大于利',
  consultations: [],
  reasonable: [],
  ...changes,
})

/** What the refusal says, by its code and field; undefined when the answer may be drafted. */
function why(input: Answer, ...lines: Told[]): string | undefined {
  try {
    checkAnswer(matter(...lines), input)
    return undefined
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return error.field ? `${error.code} ${error.field}` : error.code
  }
}

describe('art. 36: the outcome is the one to which the guide leads', () => {
  const granted = answer('granted', { ...all, how: 'provide' }, { statement: '附件' })
  test('that outcome is given back, with its article and row', () => {
    expect(checkAnswer(matter(), granted)).toMatchObject({ id: 'granted', article: '条例 36(2)', row: 'granted' })
  })
  test('another is refused', () => {
    expect(why({ ...granted, outcome: 'alreadyPublic' })).toBe('wrong_decision answers')
    expect(why({ ...granted, answers: all })).toBe('wrong_decision answers')
    expect(why({ ...granted, answers: { ...all, how: 'perhaps' } })).toBe('wrong_decision answers')
  })
  test('one that past ledgers alone may name, and one that the law does not know, are not offered', () => {
    expect(why(answer('unableToProvide.notHeld', { ...ours, held: 'none' }))).toBe('outcome_not_offered outcome')
    expect(why(answer('invented', all))).toBe('outcome_not_offered outcome')
  })
  test('before the Regulation in its present form there is none', () => {
    const early = { ...matter(), actor: anOfficer('2019-05-14', ['clerk']) }
    expect(() => checkAnswer(early, granted)).toThrow(expect.objectContaining({ code: 'outcome_not_offered' }))
  })
})

describe('what the letter must say in its own words', () => {
  test.each([
    ['granted', { ...all, how: 'provide' }],
    ['alreadyPublic', { ...all, how: 'public' }],
    ['partiallyGranted', { ...held, disclose: 'part' }],
    ['notResponsible', { complete: 'yes', information: 'yes', responsible: 'other' }],
    ['notProcessed.repeat', { complete: 'yes', information: 'repeat' }],
    ['notProcessed.publicPublication', { complete: 'yes', information: 'publication' }],
    ['denied.administrativeInquiry', { complete: 'yes', information: 'inquiry' }],
  ])('%s needs a statement', (outcome, answers) => {
    const without = answer(outcome, answers, filled(outcome, { reason: '理由', record: '记录', parts: [aPart()] }))
    expect(why(without)).toBe('record_missing statement')
    expect(why({ ...without, statement: '内容' })).toBeUndefined()
  })
  test.each([
    ['notResponsible', { complete: 'yes', information: 'yes', responsible: 'other' }],
    ['denied.stateSecret', { ...none, exemption: 'stateSecret' }],
    ['denied.prohibitedByLaw', { ...none, exemption: 'prohibited' }],
    ['denied.threeSecuritiesOneStability', { ...none, exemption: 'security' }],
    ['denied.internalAffairs', { ...none, exemption: 'internal' }],
    ['denied.processInformation', { ...none, exemption: 'process' }],
    ['denied.enforcementFile', { ...none, exemption: 'file' }],
  ])('%s needs a reason', (outcome, answers) => {
    const without = answer(outcome, answers, filled(outcome, { statement: '内容', record: '记录' }))
    expect(why(without)).toBe('record_missing reason')
    expect(why({ ...without, reason: '理由' })).toBeUndefined()
  })
  test.each([
    ['notProcessed.petitionOrComplaint', { complete: 'yes', information: 'petition' }],
    ['notGovernmentInformation', { complete: 'yes', information: 'enquiry' }],
    ['unableToProvide.needsCreation', { ...ours, held: 'create' }],
  ])('%s needs neither', (outcome, answers) => expect(why(answer(outcome, answers))).toBeUndefined())
})

describe('the information itself, as files', () => {
  const fileIds = ['4f7c2f0e-7f43-4a8e-9c55-0f5d7f1f0a11']
  test('says what is given where the whole is enclosed, but not which part', () => {
    expect(why(answer('granted', { ...all, how: 'provide' }, { fileIds }))).toBeUndefined()
    const partly = answer('partiallyGranted', { ...held, disclose: 'part' }, { parts: [aPart()], fileIds })
    expect(why(partly)).toBe('record_missing statement')
    expect(why({ ...partly, statement: '内容' })).toBeUndefined()
  })
  test.each([
    ['alreadyPublic', { ...all, how: 'public' }],
    ['denied.stateSecret', { ...none, exemption: 'stateSecret' }],
    ['unableToProvide.needsCreation', { ...ours, held: 'create' }],
  ])('%s gives none', (outcome, answers) => {
    const enclosing = answer(outcome, answers, { statement: '内容', reason: '理由', record: '记录', fileIds })
    expect(why(enclosing)).toBe('nothing_given fileIds')
  })
})

describe('the record on which the answer rests', () => {
  test.each([
    ['notProcessed.repeat', { complete: 'yes', information: 'repeat' }],
    ['notProcessed.confirmOrReissue', { complete: 'yes', information: 'reissue' }],
    ['denied.administrativeInquiry', { complete: 'yes', information: 'inquiry' }],
    ['denied.stateSecret', { ...none, exemption: 'stateSecret' }],
    ['denied.prohibitedByLaw', { ...none, exemption: 'prohibited' }],
    ['denied.threeSecuritiesOneStability', { ...none, exemption: 'security' }],
    ['denied.internalAffairs', { ...none, exemption: 'internal' }],
  ])('%s has one', (outcome, answers) => {
    const without = answer(outcome, answers, filled(outcome, { reason: '理由', statement: '内容' }))
    expect(why(without)).toBe('record_missing record')
    expect(why({ ...without, record: '记录' })).toBeUndefined()
  })

  describe('not held: the search', () => {
    const search = {
      searchedBy: '李四',
      searchedOn: plainDate('2025-09-10'),
      systems: '档案系统',
      keywords: '批复',
      scope: '2010年以来',
      result: '没有',
    }
    const notExist = answer('notExist', { ...ours, held: 'none' }, { search })
    test('who searched where, for what, how far and with what result', () => {
      expect(why(notExist)).toBeUndefined()
      expect(why({ ...notExist, search: null })).toBe('record_missing search')
      for (const field of ['searchedBy', 'systems', 'keywords', 'scope', 'result'])
        expect(why({ ...notExist, search: { ...search, [field]: ' ' } }), field).toBe('record_missing search')
    })
    test('not on a day to come', () => {
      expect(why({ ...notExist, search: { ...search, searchedOn: plainDate(today) } })).toBeUndefined()
      expect(why({ ...notExist, search: { ...search, searchedOn: plainDate('2025-09-21') } })).toBe(
        'day_out_of_range search.searchedOn',
      )
      // Nor before the request came in, on 1 September.
      expect(why({ ...notExist, search: { ...search, searchedOn: plainDate('2025-08-31') } })).toBe(
        'day_out_of_range search.searchedOn',
      )
      expect(why({ ...notExist, search: { ...search, searchedOn: plainDate('2025-09-01') } })).toBeUndefined()
    })
  })

  describe('art. 30: the supplement that was asked for', () => {
    const asked: Told = ['2025-09-02', 'supplementRequested', { dueOn: plainDate('2025-09-12') }]
    const came: Told = ['2025-09-10', 'supplementReceived', { text: '' }]
    const unclear = answer('unableToProvide.unclearAfterSupplement', { complete: 'unclear' }, { reason: '仍不明确' })
    const overdue = answer('other.supplementOverdue', { complete: 'overdue' })
    test('neither answer without it', () => {
      expect([why(unclear), why(overdue)]).toEqual(['outcome_needs', 'outcome_needs'])
    })
    test('still unclear only after it has come, overdue only if it has not', () => {
      expect([why(unclear, asked), why(overdue, asked)]).toEqual(['outcome_needs', undefined])
      expect([why(unclear, asked, came), why(overdue, asked, came)]).toEqual([undefined, 'outcome_needs'])
    })
    test('the case itself is the record, and no other is asked for', () =>
      expect(why({ ...overdue, record: '送达' }, asked)).toBe('text_not_used record'))
    test('each says why', () => {
      const said =
        (input: Answer, ...lines: Told[]) =>
        () =>
          checkAnswer(matter(...lines), input)
      expect(said(unclear)).toThrow('没有告知过补正')
      expect(said(unclear, asked)).toThrow('申请人还没有补正')
      expect(said(overdue, asked, came)).toThrow('申请人已经补正')
    })
  })

  test('art. 35: unreasonable repetition only after the applicant was asked to explain, and with the finding', () => {
    const massive = answer(
      'notProcessed.massiveRepeated',
      { complete: 'yes', information: 'massive' },
      { reason: '理由', record: '认定' },
    )
    const asked: Told = ['2025-09-02', 'reasonsRequested', { facts: '', dueOn: plainDate('2025-09-12'), letter: null }]
    expect(why(massive)).toBe('outcome_needs')
    expect(() => checkAnswer(matter(), massive)).toThrow('应当先要求申请人说明理由（条例第三十五条）')
    expect(why(massive, asked)).toBeUndefined()
    expect(why({ ...massive, record: '' }, asked)).toBe('record_missing record')
  })
})

describe('arts. 15 and 32: third parties', () => {
  const sent = (on: string, party: 'thirdParty' | 'coOrgan' = 'thirdParty'): Told => [
    on,
    'consultationSent',
    { consultation: 1, party, label: '第三方甲' },
  ]
  const answered = (opinion: 'agrees' | 'objects'): Told => [
    '2025-09-10',
    'consultationAnswered',
    { consultation: 1, opinion, reason: '' },
  ]
  const notified: Told = ['2025-09-18', 'thirdPartyNotified', { consultation: 1, reason: '', letter: null }]
  const granted = answer('granted', { ...all, how: 'provide' }, { statement: '附件' })
  const partly = answer(
    'partiallyGranted',
    { ...held, disclose: 'part' },
    { statement: '附件', parts: [aPart({ under: 'denied.thirdPartyRights', record: '', consultations: [1] })] },
  )

  describe('withheld for the third party’s sake', () => {
    const withheld = answer('denied.thirdPartyRights', { ...none, exemption: 'thirdParty' }, { reason: '理由' })
    test('rests on the consultation, or on a record of why there was none', () => {
      expect(why(withheld)).toBe('record_missing record')
      expect(why({ ...withheld, record: '不征求的理由' })).toBeUndefined()
      expect(why({ ...withheld, consultations: [1] }, sent('2025-09-05'), answered('objects'))).toBeUndefined()
    })
    test('that somebody was asked is no record where the refusal concerns another', () =>
      expect(why(withheld, sent('2025-09-05'), answered('objects'))).toBe('record_missing record'))
    test('one that is still open is none yet; the silent one is over after fifteen working days', () => {
      const relied = { ...withheld, consultations: [1] }
      expect(why(relied, sent('2025-09-05'))).toBe('opinion_open consultations')
      expect(why(relied, sent('2025-08-28'))).toBeUndefined()
    })
    test('asking a co-making organ is not asking a third party, and what nobody was asked is relied on by nobody', () => {
      const relied = { ...withheld, consultations: [1] }
      expect(why(relied, sent('2025-08-28', 'coOrgan'))).toBe('opinion_unknown consultations')
      expect(why({ ...withheld, consultations: [2] }, sent('2025-08-28'))).toBe('opinion_unknown consultations')
    })
    test('whoever agrees is no ground, and has no objection that could be reasonable', () => {
      const relied = { ...withheld, consultations: [1] }
      const agreed = [sent('2025-09-05'), answered('agrees')]
      expect(why(relied, ...agreed)).toBe('third_party_agreed consultations')
      expect(why({ ...relied, reasonable: [1] }, ...agreed)).toBe('nothing_to_find_reasonable reasonable')
      expect(why({ ...relied, reasonable: [1] }, sent('2025-08-28'))).toBe('nothing_to_find_reasonable reasonable')
      expect(why({ ...relied, reasonable: [1] }, sent('2025-09-05'), answered('objects'))).toBeUndefined()
    })
    test('no other answer speaks of consultations', () => {
      const secret = answer(
        'denied.stateSecret',
        { ...none, exemption: 'stateSecret' },
        { reason: '理由', record: '记录' },
      )
      expect(why({ ...secret, consultations: [1] }, sent('2025-09-05'), answered('objects'))).toBe(
        'text_not_used consultations',
      )
    })
  })

  test('nothing is disclosed while one is being asked, the last of the fifteen days included', () => {
    // Sent on 29 August: the fifteenth working day is 19 September; on 1 September it would be 22 September.
    expect(why(granted, sent('2025-09-01'))).toBe('consultation_open')
    expect(why(granted, sent('2025-08-29'))).toBeUndefined()
    const recorded = { ...partly, parts: [aPart({ under: 'denied.thirdPartyRights', consultations: [] })] }
    expect(why(recorded, sent('2025-09-01'))).toBe('consultation_open')
    expect(why(partly, sent('2025-08-29'))).toBeUndefined()
    expect(why(granted, sent('2025-09-01'), answered('agrees'))).toBeUndefined()
    const lastDay = { ...matter(sent('2025-08-29')), actor: anOfficer('2025-09-19', ['clerk']) }
    expect(() => checkAnswer(lastDay, granted)).toThrow(expect.objectContaining({ code: 'consultation_open' }))
  })
  test('an answer that gives nothing out need not wait', () => {
    expect(
      why(answer('unableToProvide.needsCreation', { ...ours, held: 'create' }), sent('2025-09-05')),
    ).toBeUndefined()
  })
  test('against an objection the whole is disclosed only after the third party was told', () => {
    const publicly = answer('alreadyPublic', { ...all, how: 'public' }, { statement: '网址' })
    for (const input of [granted, publicly]) {
      expect(why(input, sent('2025-09-05'), answered('objects'))).toBe('third_party_to_notify')
      expect(why(input, sent('2025-09-05'), answered('objects'), notified)).toBeUndefined()
    }
  })
  test('what is separated may leave out just what was objected to', () => {
    expect(why(partly, sent('2025-09-05'), answered('objects'))).toBeUndefined()
  })
  test('art. 34: a co-making organ’s objection does not bind', () => {
    expect(why(granted, sent('2025-09-05', 'coOrgan'), answered('objects'))).toBeUndefined()
  })
})

describe('art. 37: what is withheld in part', () => {
  const partly = (...parts: Answer['parts']) =>
    answer('partiallyGranted', { ...held, disclose: 'part' }, { statement: '其余部分', parts })
  const objected: Told[] = [
    ['2025-09-05', 'consultationSent', { consultation: 1, party: 'thirdParty', label: '第三方甲' }],
    ['2025-09-10', 'consultationAnswered', { consultation: 1, opinion: 'objects', reason: '商业秘密' }],
  ]
  test('is told part by part', () => {
    expect(why(partly())).toBe('parts_missing parts')
    expect(why(partly(aPart()))).toBeUndefined()
    expect(why({ ...partly(aPart()), reason: '笼统的理由' })).toBe('text_not_used reason')
  })
  test.each(partGrounds)('$id asks of a part what it asks of the whole', ({ id, record }) => {
    const bare = partly(aPart({ under: id, record: '' }))
    expect(why(bare)).toBe(record === null ? undefined : 'part_needs parts.0.record')
    expect(why(partly(aPart(), aPart({ under: id, record: '' })))).toBe(
      record === null ? undefined : 'part_needs parts.1.record',
    )
    expect(why(partly(aPart({ under: id })))).toBe(record === null ? 'text_not_used parts.0.record' : undefined)
  })
  test('art. 32: the consultation about the part is the record of art. 15; one about another part is none', () => {
    const part = aPart({ under: 'denied.thirdPartyRights', record: '', consultations: [1] })
    const other = aPart({ what: '第3页企业法定代表人的身份证号码', under: 'denied.thirdPartyRights', record: '' })
    expect(why(partly(part), ...objected)).toBeUndefined()
    expect(why(partly(part, other), ...objected)).toBe('part_needs parts.1.record')
    expect(why(partly(part, { ...other, record: '无法联系权利人' }), ...objected)).toBeUndefined()
    expect(why(partly(part, { ...other, consultations: [2] }), ...objected)).toBe(
      'opinion_unknown parts.1.consultations',
    )
    expect(why(partly(part, aPart({ consultations: [1] })), ...objected)).toBe('text_not_used parts.1.consultations')
  })
  test('what another third party objected to is not left out with a part that does not concern it', () => {
    const other = aPart({
      what: '第3页企业法定代表人的身份证号码',
      under: 'denied.thirdPartyRights',
      record: '无法联系',
    })
    expect(why(partly(other), ...objected)).toBe('third_party_to_notify')
  })
  test('an objection is overruled in part only after the third party was told', () => {
    expect(why(partly(aPart()), ...objected)).toBe('third_party_to_notify')
  })
  test('nothing of it is taken for an answer that discloses all or nothing', () => {
    const granted = answer('granted', { ...all, how: 'provide' }, { statement: '附件' })
    expect(why({ ...granted, parts: [aPart()] })).toBe('text_not_used parts')
  })

  describe('what is said of a third party stands on the consultation', () => {
    const agreed: Told[] = [
      ...objected.slice(0, 1),
      ['2025-09-10', 'consultationAnswered', { consultation: 1, opinion: 'agrees', reason: '' }],
    ]
    test.each([
      '第三方不同意公开',
      '经征求意见，第三方 书面 不同意 公开该合同',
      '权利人拒绝公开',
      '该公司不同意予以公开',
      '第三方视为不同意公开',
    ])('%s', (said) => {
      const field = 'parts.0.reason'
      expect(why(partly(aPart({ reason: said })))).toBe(`consultation_needed ${field}`)
      expect(why(partly(aPart({ reason: said })), ...agreed)).toBe(`consultation_needed ${field}`)
      const withheld = aPart({ under: 'denied.thirdPartyRights', record: '', reason: said, consultations: [1] })
      expect(why(partly(withheld), ...objected)).toBeUndefined()
      const unasked = { ...withheld, consultations: [], record: '无法联系' }
      expect(why(partly(withheld, unasked), ...objected)).toBe('consultation_needed parts.1.reason')
    })
    test('also in a whole refusal, and of its consent', () => {
      const whole = answer('denied.thirdPartyRights', { ...none, exemption: 'thirdParty' })
      expect(why({ ...whole, reason: '第三方不同意公开', record: '未征求' })).toBe('consultation_needed reason')
      const granted = answer('granted', { ...all, how: 'provide' }, { statement: '第三方同意公开，见附件' })
      expect(why(granted)).toBe('consultation_needed statement')
      expect(why(granted, ...agreed)).toBeUndefined()
    })
    test('nobody yields to disclosure who was not asked', () => {
      const yields = { ...held, disclose: 'thirdPartyYields', how: 'provide' }
      expect(why(answer('granted', yields, { statement: '附件' }))).toBe('consultation_needed answers')
      expect(why(answer('granted', yields, { statement: '附件' }), ...agreed)).toBeUndefined()
    })
    test('an opinion in part weighs like an objection', () => {
      const inPart: Told = [
        '2025-09-10',
        'consultationAnswered',
        { consultation: 1, opinion: 'agreesInPart', reason: '' },
      ]
      const granted = answer('granted', { ...all, how: 'provide' }, { statement: '附件' })
      expect(why(granted, ...objected.slice(0, 1), inPart)).toBe('third_party_to_notify')
    })
  })
})
