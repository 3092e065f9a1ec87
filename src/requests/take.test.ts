import { describe, expect, test } from 'vitest'
import { plainDate } from '../days/plain-date.ts'
import { take } from './take.ts'
import { aLetter, anOfficer, type Told } from './testing/a-history.ts'
import { arrived, aMatter as matter, received, today, whyNotTaken as why } from './testing/a-matter.ts'

const day = plainDate
test('what is shut is refused with the reason, and nothing happens', () => {
  expect(why('note', { ...matter('clerk', received), isImported: true }, { text: '' })).toBe('imported_request')
  expect(
    why('confirmReceipt', matter('leader', [arrived]), { on: day(today), method: '', evidence: '', lateReason: '' }),
  ).toBe('not_your_step')
})

describe('art. 31: the day of receipt', () => {
  const confirm = (on: string) => ({ on: day(on), method: '电话', evidence: '通话记录', lateReason: '' })
  test('is the day confirmed with the applicant, with who confirmed how', () => {
    expect(take('confirmReceipt', matter('clerk', [arrived]), confirm('2025-09-01'))).toEqual([
      {
        kind: 'received',
        happenedOn: '2025-09-01',
        data: {
          rule: 'confirmedByBoth',
          confirmation: { by: 'officer', method: '电话', evidence: '通话记录' },
        },
      },
    ])
  })
  test('follows the rule of the channel', () => {
    const [event] = take(
      'confirmReceipt',
      matter('clerk', [arrived], { channel: 'ordinaryMail' }),
      confirm('2025-09-01'),
    )
    expect(event?.data).toMatchObject({ rule: 'confirmedWithApplicant' })
  })
  test('is neither before the arrival nor in the future', () => {
    const on = (text: string) => why('confirmReceipt', matter('clerk', [arrived]), confirm(text))
    expect([on('2025-09-01'), on(today)]).toEqual([undefined, 'late_reason_missing lateReason'])
    const late = { ...confirm(today), lateReason: '多次联系未果' }
    expect(take('confirmReceipt', matter('clerk', [arrived]), late)[0]?.data).toMatchObject({
      lateReason: '多次联系未果',
    })
    expect([on('2025-08-31'), on('2025-09-09')]).toEqual(['day_out_of_range on', 'day_out_of_range on'])
  })
  test('where no arrival is known, is today', () => {
    const bare = matter('clerk', [['2025-09-01', 'noted', { text: '' }]])
    expect(why('confirmReceipt', bare, confirm(today))).toBeUndefined()
    expect(why('confirmReceipt', bare, confirm('2025-09-07'))).toBe('day_out_of_range on')
  })
})

describe('handing on and splitting', () => {
  const input = { unitId: '00000000-0000-4000-8000-000000000001', staffId: null }
  test('names the unit and the person', () => {
    const assignee = { unitName: '法规科', staffName: '李四' }
    const actor = { ...anOfficer(today, ['clerk']), unitId: input.unitId }
    expect(take('assign', matter('clerk', received, { assignee, actor }), input)).toEqual([
      { kind: 'assigned', happenedOn: today, data: { ...input, ...assignee } },
    ])
    expect(take('assign', matter('clerk', received, { actor }), input)[0]?.data).toEqual({
      ...input,
      unitName: '',
      staffName: '',
    })
  })
  test('the first piece stays, the others get numbers', () => {
    const pieces = ['甲项', '乙项']
    expect(take('split', matter('clerk', received, { pieces: ['2号'] }), { pieces })).toEqual([
      { kind: 'split', happenedOn: today, data: { numbers: ['2号'], kept: '甲项' } },
    ])
    expect(take('split', matter('clerk', received), { pieces: [] })[0]?.data).toEqual({ numbers: [], kept: '' })
    const asked = matter('clerk', received, { asked: '请公开甲项和乙项' })
    expect(take('split', asked, { pieces })[0]?.data).toMatchObject({ asked: '请公开甲项和乙项' })
  })
})

describe('art. 30: supplement', () => {
  const letter = aLetter
  test('asked once with a day after today, and its notice', () => {
    const of = matter('clerk', received, { letter })
    const input = { items: '名称', dueOn: day('2025-09-09') }
    expect(take('requestSupplement', of, input)).toEqual([
      { kind: 'supplementRequested', happenedOn: today, data: { ...input, letter } },
    ])
    expect(why('requestSupplement', of, { ...input, dueOn: day(today) })).toBe('not_after_today dueOn')
    expect(why('requestSupplement', of, { ...input, dueOn: day('9999-12-31') })).toBe('day_out_of_range dueOn')
  })
  const asked: Told[] = [...received, ['2025-09-04', 'supplementRequested', { dueOn: day('2025-09-30') }]]
  test('comes on a day from the asking to today', () => {
    const on = (text: string) => why('receiveSupplement', matter('clerk', asked), { on: day(text), text: '已补正' })
    expect([on('2025-09-04'), on(today)]).toEqual([undefined, undefined])
    expect([on('2025-09-03'), on('2025-09-09')]).toEqual(['day_out_of_range on', 'day_out_of_range on'])
    expect(take('receiveSupplement', matter('clerk', asked), { on: day('2025-09-05'), text: '已补正' })).toEqual([
      { kind: 'supplementReceived', happenedOn: '2025-09-05', data: { text: '已补正' } },
    ])
  })
  test('an applicant does it today, whatever day a form may name', () => {
    const on = (text: string) => why('receiveSupplement', matter('applicant', asked), { on: day(text), text: '' })
    expect([on(today), on('2025-09-05'), on('2025-09-09')]).toEqual([
      undefined,
      'day_out_of_range on',
      'day_out_of_range on',
    ])
  })
})

describe('art. 35: reasons and delay', () => {
  const letter = aLetter
  const asked: Told = ['2025-09-04', 'reasonsRequested', { facts: '多', dueOn: day('2025-09-30'), letter: null }]
  const explained: Told[] = [...received, asked, ['2025-09-05', 'reasonsReceived', { text: '' }]]
  test('reasons are asked with a day after today', () => {
    const of = matter('clerk', received, { letter })
    const input = { facts: '三十件', dueOn: day('2025-09-15') }
    expect(take('requestReasons', of, input)).toEqual([
      { kind: 'reasonsRequested', happenedOn: today, data: { ...input, letter } },
    ])
    expect(why('requestReasons', of, { ...input, dueOn: day('2025-09-07') })).toBe('not_after_today dueOn')
  })
  test('they come on a day from the asking to today', () => {
    const of = matter('clerk', [...received, asked])
    expect(take('receiveReasons', of, { on: day('2025-09-04'), text: '科研' })).toEqual([
      { kind: 'reasonsReceived', happenedOn: '2025-09-04', data: { text: '科研' } },
    ])
    expect(why('receiveReasons', of, { on: day('2025-09-03'), text: '' })).toBe('day_out_of_range on')
  })
  test('a delay ends later than the twenty days would', () => {
    const of = matter('ogiHead', explained, { letter })
    const until = (text: string) => ({ until: day(text), reason: '数量大' })
    expect(why('delayAnswer', of, until('2025-09-29'))).toBe('delay_not_later until')
    expect(why('delayAnswer', of, until('2026-09-10'))).toBe('day_out_of_range until')
    expect(take('delayAnswer', of, until('2025-09-30'))).toEqual([
      { kind: 'delayed', happenedOn: today, data: { ...until('2025-09-30'), letter } },
    ])
  })
})

describe('arts. 32 and 34: consulting others', () => {
  const letter = aLetter
  const ask = (party: 'thirdParty' | 'coOrgan') => ({ party, name: '某公司', contact: '', about: '合同' })
  const sent = (on: string, consultation: number, party: 'thirdParty' | 'coOrgan' = 'thirdParty'): Told => [
    on,
    'consultationSent',
    { consultation, party, label: '' },
  ]
  const answered = (opinion: 'agrees' | 'agreesInPart' | 'objects'): Told => [
    '2025-09-05',
    'consultationAnswered',
    { consultation: 1, opinion, reason: '' },
  ]
  test('each is named in order by kind, never by its name', () => {
    const label = (party: 'thirdParty' | 'coOrgan', ...lines: Told[]) =>
      take('consult', matter('clerk', [...received, ...lines], { letter }), ask(party))[0]
    expect(label('thirdParty')).toEqual({
      kind: 'consultationSent',
      happenedOn: today,
      data: { consultation: 1, party: 'thirdParty', label: '第三方甲', about: '合同', letter },
    })
    expect(label('thirdParty', sent('2025-09-03', 1), sent('2025-09-03', 2, 'coOrgan'))?.data).toMatchObject({
      consultation: 3,
      label: '第三方乙',
    })
    expect(label('coOrgan', sent('2025-09-03', 1))?.data).toMatchObject({ consultation: 2, label: '共同制作机关甲' })
  })
  test('after the tenth sign they are counted', () => {
    const ten = Array.from({ length: 10 }, (_, index) => sent('2025-09-03', index + 1))
    const last = take('consult', matter('clerk', [...received, ...ten]), ask('thirdParty'))[0]
    expect(last?.data).toMatchObject({ label: '第三方11' })
    const ninth = take('consult', matter('clerk', [...received, ...ten.slice(1)]), ask('thirdParty'))[0]
    expect(ninth?.data).toMatchObject({ label: '第三方癸' })
  })
  test('reaches the other side once, between sending and today, and not after its answer', () => {
    const deliver = (on: string, consultation: number, ...lines: Told[]) =>
      why('deliverConsultation', matter('clerk', [...received, sent('2025-09-03', 1), ...lines]), {
        consultation,
        on: day(on),
      })
    expect([deliver('2025-09-03', 1), deliver('2025-09-02', 1), deliver('2025-09-09', 1)]).toEqual([
      undefined,
      'day_out_of_range on',
      'day_out_of_range on',
    ])
    expect(deliver(today, 2)).toBe('unknown_consultation consultation')
    const other = sent('2025-09-03', 2)
    const delivered: Told = ['2025-09-04', 'consultationDelivered', { consultation: 1 }]
    expect(deliver(today, 1, other, delivered)).toBe('consultation_delivered')
    expect(deliver(today, 1, other, answered('agrees'))).toBe('consultation_answered')
    expect(
      take('deliverConsultation', matter('clerk', [...received, sent('2025-09-03', 1)]), {
        consultation: 1,
        on: day('2025-09-04'),
      }),
    ).toEqual([{ kind: 'consultationDelivered', happenedOn: '2025-09-04', data: { consultation: 1 } }])
  })
  test('is answered once, from the day it arrived; an objection says why', () => {
    const two = [...received, sent('2025-09-03', 1), sent('2025-09-03', 2)]
    const input = { consultation: 1, on: day('2025-09-05'), opinion: 'objects', reason: '商业秘密' } as const
    const of = matter('clerk', two)
    expect(take('answerConsultation', of, input)).toEqual([
      {
        kind: 'consultationAnswered',
        happenedOn: '2025-09-05',
        data: { consultation: 1, opinion: 'objects', reason: '商业秘密' },
      },
    ])
    expect(why('answerConsultation', of, { ...input, reason: '' })).toBe('record_missing reason')
    expect(why('answerConsultation', of, { ...input, opinion: 'agreesInPart', reason: '' })).toBe(
      'record_missing reason',
    )
    expect(why('answerConsultation', of, { ...input, opinion: 'agrees', reason: '' })).toBeUndefined()
    expect(why('answerConsultation', of, { ...input, on: day('2025-09-02') })).toBe('day_out_of_range on')
    const delivered = matter('clerk', [...two, ['2025-09-06', 'consultationDelivered', { consultation: 1 }]])
    expect(why('answerConsultation', delivered, input)).toBe('day_out_of_range on')
    const again = matter('clerk', [...two, answered('agrees')])
    expect(why('answerConsultation', again, input)).toBe('consultation_answered')
  })
  test('a third party that objects is told, once; nobody else is', () => {
    const input = { consultation: 1, reason: '公共利益' }
    const objecting = [...received, sent('2025-09-03', 1), answered('objects')]
    expect(take('notifyThirdParty', matter('clerk', objecting, { letter }), input)).toEqual([
      { kind: 'thirdPartyNotified', happenedOn: today, data: { ...input, letter } },
    ])
    const secondObjects: Told[] = [
      sent('2025-09-03', 2),
      ['2025-09-05', 'consultationAnswered', { consultation: 2, opinion: 'objects', reason: '' }],
    ]
    const told: Told = ['2025-09-06', 'thirdPartyNotified', { consultation: 1, reason: '', letter: null }]
    const of = (...lines: Told[]) => matter('clerk', [...received, ...lines, ...secondObjects])
    expect(why('notifyThirdParty', of(sent('2025-09-03', 1), answered('objects'), told), input)).toBe(
      'third_party_notified',
    )
    expect(why('notifyThirdParty', of(sent('2025-09-03', 1), answered('agrees')), input)).toBe(
      'third_party_not_objecting',
    )
    expect(why('notifyThirdParty', of(sent('2025-09-03', 1, 'coOrgan'), answered('objects')), input)).toBe(
      'third_party_not_objecting',
    )
  })
})

describe('art. 33: extension', () => {
  const input = { days: 10, reason: '检索量大' }
  const proposed: Told[] = [...received, ['2025-09-05', 'extensionProposed', input]]
  test('is proposed, granted with its notice, or declined', () => {
    expect(take('proposeExtension', matter('clerk', received), input)).toEqual([
      { kind: 'extensionProposed', happenedOn: today, data: input },
    ])
    expect(take('extendReply', matter('ogiHead', proposed, { letter: aLetter }), input)).toEqual([
      { kind: 'extended', happenedOn: today, data: { ...input, letter: aLetter } },
    ])
    expect(take('declineExtension', matter('ogiHead', proposed), { reason: '不必' })).toEqual([
      { kind: 'extensionDeclined', happenedOn: today, data: { reason: '不必' } },
    ])
  })
})

test('a note is kept as it is', () => {
  expect(take('note', matter('leader', received), { text: '请加快' })).toEqual([
    { kind: 'noted', happenedOn: today, data: { text: '请加快' } },
  ])
})
