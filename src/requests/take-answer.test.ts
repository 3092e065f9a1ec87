import { describe, expect, test } from 'vitest'
import { plainDate } from '../days/plain-date.ts'
import { asEvent } from './as-event.ts'
import { answerClock } from './clock.ts'
import { foldHistory } from './history.ts'
import { letterHash } from './letters/letter-hash.ts'
import { foldedOf } from './refold.ts'
import type { StepInput } from './step-inputs.ts'
import { withdrawalNeedsSecond } from './steps.ts'
import { take } from './take.ts'
import { aDraft, aLetter, anOfficer, levelsOf, type Told, told } from './testing/a-history.ts'
import { arrived, aMatter as matter, received, today, whyNotTaken as why } from './testing/a-matter.ts'
import { byPost } from './testing/served.ts'

const day = plainDate

describe('the answer', () => {
  const draft = aDraft(['unitHead', 'ogiHead'])
  const { hash } = draft
  const answers = { complete: 'yes', information: 'petition' }
  const input: StepInput<'draftAnswer'> = {
    outcome: 'notProcessed.petitionOrComplaint',
    answers,
    reason: '',
    statement: '请向信访部门提出',
    record: '',
    search: null,
    parts: [],
    consultations: [],
    reasonable: [],
    earlierId: null,
    fileIds: [],
    confirmations: [],
  }
  const drafted: Told[] = [...received, ['2025-09-04', 'answerDrafted', draft]]
  const approval = (level: number, by: string): Told => [
    '2025-09-05',
    'answerApproved',
    { level, hash, opinion: '' },
    by,
  ]
  test('is drafted with its letter, the hash of it and the levels of today', () => {
    const { confirmations: _, ...said } = input
    const of = matter('clerk', received, { letter: aLetter, levels: levelsOf('unitHead', 'leader') })
    expect(take('draftAnswer', of, input)).toEqual([
      {
        kind: 'answerDrafted',
        happenedOn: today,
        data: {
          ...said,
          looked: [],
          letter: aLetter,
          hash: letterHash(aLetter),
          levels: levelsOf('unitHead', 'leader'),
          authors: ['officer'],
        },
      },
    ])
    const looked = [
      {
        fileId: '00000000-0000-4000-8000-000000000001',
        kind: 'hiddenSheet',
        where: '附件.xlsx',
        reason: '空表',
        severity: 'confirm' as const,
      },
    ]
    expect(take('draftAnswer', { ...of, looked }, input)[0]?.data).toMatchObject({ looked })
    expect(why('draftAnswer', of, { ...input, outcome: 'granted' })).toBe('wrong_decision answers')
    expect(why('draftAnswer', matter('clerk', received), input)).toBe('outcome_not_offered outcome')
  })
  test('is approved and sent back level by level, bound to the text', () => {
    const first = matter('unitHead', drafted)
    expect(take('approveAnswer', first, { hash, opinion: '同意' })).toEqual([
      { kind: 'answerApproved', happenedOn: today, data: { level: 1, hash, opinion: '同意' } },
    ])
    expect(take('returnAnswer', first, { hash, reason: '理由不足' })).toEqual([
      { kind: 'answerReturned', happenedOn: today, data: { level: 1, hash, reason: '理由不足' } },
    ])
    const second = matter('ogiHead', [...drafted, approval(1, 'head')])
    expect(take('approveAnswer', second, { hash, opinion: '' })[0]?.data).toMatchObject({ level: 2 })
    expect(take('returnAnswer', second, { hash, reason: '再核' })[0]?.data).toMatchObject({ level: 2 })
    expect(why('approveAnswer', first, { hash: 'another', opinion: '' })).toBe('hash_changed')
    expect(why('returnAnswer', first, { hash: 'another', reason: '' })).toBe('hash_changed')
  })
  describe('goes out', () => {
    const approved = [...drafted, approval(1, 'head'), approval(2, 'ogi')]
    const numbered = { ...aLetter, number: '示统公复〔2025〕1号', madeOn: day(today) }
    test('邮政法 55: not by another courier', () => {
      const typed = { hash, ...byPost, mailNumber: 'SF1234567890123', lateReason: '' }
      const whyNot = why('issueAnswer', matter('clerk', approved, { letter: numbered }), typed)
      expect(whyNot).toBe('foreign_courier mailNumber')
    })
    test('as it was approved, numbered and dated, with how it was served, and ends the case', () => {
      const issue = { hash, ...byPost, lateReason: '' }
      expect(take('issueAnswer', matter('clerk', approved, { letter: numbered }), issue)).toEqual([
        {
          kind: 'serviceAttempted',
          happenedOn: today,
          data: {
            of: approved.length + 2,
            way: 'post',
            mailNumber: 'XA12345678901',
            receivedBy: null,
            proof: '',
            correction: '',
          },
        },
        {
          kind: 'concluded',
          happenedOn: today,
          data: {
            outcome: 'granted',
            letterNumber: '示统公复〔2025〕1号',
            hash,
            service: '邮寄（邮件号码XA12345678901）',
          },
        },
      ])
    })
    test('not with another text, nor without one', () => {
      const other = { ...numbered, paragraphs: ['改过'] }
      expect(
        why('issueAnswer', matter('clerk', approved, { letter: other }), { hash, ...byPost, lateReason: '' }),
      ).toBe('hash_changed')
      expect(why('issueAnswer', matter('clerk', approved), { hash, ...byPost, lateReason: '' })).toBe('hash_changed')
      const shown = { hash: letterHash(other), ...byPost, lateReason: '' }
      expect(why('issueAnswer', matter('clerk', approved, { letter: other }), shown)).toBe('hash_changed')
    })
    test('without approval where the organ asks for none, but as drafted', () => {
      const none: Told[] = [...received, ['2025-09-04', 'answerDrafted', aDraft([])]]
      const other = { ...numbered, paragraphs: ['改过'] }
      expect(
        why('issueAnswer', matter('clerk', none, { letter: numbered }), { hash, ...byPost, lateReason: '' }),
      ).toBeUndefined()
      expect(
        why('issueAnswer', matter('clerk', none, { letter: other }), {
          hash: letterHash(other),
          ...byPost,
          lateReason: '',
        }),
      ).toBe('hash_changed')
    })
  })
})

describe('withdrawal', () => {
  const by = (changes: Partial<StepInput<'withdraw'>> = {}): StepInput<'withdraw'> => ({
    reason: '',
    on: null,
    evidence: '',
    fileIds: [],
    ...changes,
  })
  const withdrawn = [
    { kind: 'withdrawn', happenedOn: today, data: { reason: '已取得' } },
    {
      kind: 'concluded',
      happenedOn: today,
      data: { outcome: 'withdrawn', letterNumber: null, hash: null, service: '' },
    },
  ]
  test('ends the case on that day', () => {
    expect(take('withdraw', matter('applicant', received), by({ reason: '已取得' }))).toEqual(withdrawn)
  })
  test('of what was never confirmed invents no receipt, whoever takes it back; from that day it counts', () => {
    const proof = { on: null, evidence: '', fileIds: ['00000000-0000-4000-8000-000000000001'] }
    const proposed: Told = ['2025-09-05', 'withdrawalProposed', { reason: '已取得', proof }, 'clerk']
    const online = take('withdraw', matter('applicant', [arrived]), by({ reason: '已取得' }))
    const confirmed = take('confirmWithdrawal', matter('unitHead', [arrived, proposed]), { opinion: '' })
    expect(online).toEqual(withdrawn)
    expect(confirmed.map(({ kind }) => kind)).toEqual(['withdrawn', 'concluded'])
    const { actor, calendar } = matter('applicant', [arrived])
    const events = [...told(arrived), ...online.map((fact, index) => asEvent(actor, fact, index + 2))]
    expect(foldHistory(events)).toMatchObject({ status: 'concluded', receivedOn: null })
    expect(answerClock(calendar, foldHistory(events), actor.today)).toBeUndefined()
    expect(foldedOf(events, calendar, actor.today)).toMatchObject({
      receivedOn: today,
      concludedOn: today,
      dueOn: null,
    })
  })

  describe('taken down by a clerk', () => {
    const paper = { fileIds: ['00000000-0000-4000-8000-000000000001'] }
    const word = { on: day('2025-09-05'), evidence: '电话，李文接听' }
    test('needs the applicant’s paper, or a record of when and how it came', () => {
      const of = matter('clerk', received)
      expect(why('withdraw', of, by({ reason: '已取得' }))).toBe('withdrawal_unproven evidence')
      expect(why('withdraw', of, by({ evidence: '电话' }))).toBe('withdrawal_unproven evidence')
      expect(why('withdraw', of, by({ on: word.on }))).toBe('withdrawal_unproven evidence')
      expect([why('withdraw', of, by(paper)), why('withdraw', of, by(word))]).toEqual([undefined, undefined])
      expect(take('withdraw', of, by(word)).map(({ kind }) => kind)).toEqual(['withdrawn', 'concluded'])
      expect(take('withdraw', of, by(word))[0]?.data).toEqual({ reason: '', proof: { ...word, fileIds: [] } })
    })
    test('came between the request and today', () => {
      const on = (text: string) => why('withdraw', matter('clerk', received), by({ ...word, on: day(text) }))
      expect([on('2025-09-01'), on(today)]).toEqual([undefined, undefined])
      expect([on('2025-08-31'), on('2025-09-09'), on('1900-01-01'), on('9999-12-31')]).toEqual(
        Array.from({ length: 4 }, () => 'day_out_of_range on'),
      )
    })
    const kinds = (...lines: Told[]) => take('withdraw', matter('clerk', lines), by(paper)).map(({ kind }) => kind)
    test('of what is overdue, or up for approval, is for a second person to confirm', () => {
      const drafted: Told = ['2025-09-04', 'answerDrafted', aDraft(['ogiHead'])]
      const long: Told[] = [
        ['2025-07-01', 'arrived', {}],
        ['2025-07-01', 'received', {}],
      ]
      expect(kinds(...received, drafted)).toEqual(['withdrawalProposed'])
      expect(kinds(...received, ['2025-09-04', 'answerDrafted', aDraft([])])).toEqual(['withdrawalProposed'])
      expect(kinds(...long)).toEqual(['withdrawalProposed'])
      // Not confirmed on the day on which it should have been.
      expect(kinds(arrived)).toEqual(['withdrawalProposed'])
      expect(kinds(['2025-09-08', 'arrived', {}])).toEqual(['withdrawn', 'concluded'])
    })
    test('the applicant’s own act needs no second person', () => {
      const long: Told[] = [['2025-07-01', 'received', {}]]
      const taken = take('withdraw', matter('applicant', long), by())
      expect(taken.map(({ kind }) => kind)).toEqual(['withdrawn', 'concluded'])
      expect(withdrawalNeedsSecond(matter('applicant', long))).toBe(false)
      expect(withdrawalNeedsSecond(matter('clerk', long))).toBe(true)
    })
    const proof = { on: null, evidence: '', fileIds: paper.fileIds }
    const proposed: Told[] = [
      ...received,
      ['2025-09-04', 'answerDrafted', aDraft([])],
      ['2025-09-05', 'withdrawalProposed', { reason: '已取得', proof }, 'clerk'],
    ]
    test('confirmed by another head it ends the case, with the paper', () => {
      const taken = take('confirmWithdrawal', matter('unitHead', proposed), { opinion: '' })
      expect(taken).toEqual([{ ...withdrawn[0], data: { reason: '已取得', proof } }, withdrawn[1]])
      const looked = take('confirmWithdrawal', matter('unitHead', proposed), { opinion: '已电话核对' })
      expect(looked[0]?.data).toMatchObject({ reason: '已取得；核对意见：已电话核对' })
      expect(why('confirmWithdrawal', matter('clerk', proposed), { opinion: '' })).toBe('not_your_step')
      const own = { ...matter('unitHead', proposed), actor: anOfficer(today, ['unitHead'], 'clerk') }
      expect(why('confirmWithdrawal', own, { opinion: '' })).toBe('own_withdrawal')
      expect(why('withdraw', matter('clerk', proposed), by(paper))).toBe('withdrawal_proposed')
    })
    test('meanwhile no answer is sent; declined, the case goes on', () => {
      const { hash } = aDraft([])
      const send = (...lines: Told[]) =>
        why('issueAnswer', matter('clerk', lines, { letter: aLetter }), { hash, ...byPost, lateReason: '' })
      expect(send(...proposed)).toBe('withdrawal_proposed')
      expect(send(...proposed, ['2025-09-06', 'withdrawalDeclined', { reason: '不是本人' }])).toBeUndefined()
      expect(why('declineWithdrawal', matter('unitHead', received), { reason: '' })).toBe('no_withdrawal')
    })
  })
})

test('an answer that is late says why', () => {
  const lines: Told[] = [
    ['2025-07-01', 'received', {}],
    ['2025-07-20', 'answerDrafted', aDraft([])],
  ]
  const { hash } = aDraft([])
  const send = (lateReason: string) =>
    why('issueAnswer', matter('clerk', lines, { letter: aLetter }), { hash, ...byPost, lateReason })
  expect([send(''), send('系统故障')]).toEqual(['late_reason_missing lateReason', undefined])
  const late = { hash, ...byPost, lateReason: '系统故障' }
  expect(take('issueAnswer', matter('clerk', lines, { letter: aLetter }), late)[1]?.data).toMatchObject({
    lateReason: '系统故障',
  })
  // What the applicant has not supplemented is not late by the organ's doing.
  const overdue: Told[] = [...lines.slice(0, 1), ['2025-07-20', 'answerDrafted', aDraft([], 'other.supplementOverdue')]]
  const closing = matter('clerk', overdue, { letter: aLetter })
  expect(why('issueAnswer', closing, { hash, ...byPost, lateReason: '' })).toBeUndefined()
})
