import { describe, expect, test } from 'vitest'
import { plainDate } from '../calendar/plain-date.ts'
import { letterHash } from './letters/canonical.ts'
import type { StepInput } from './step-inputs.ts'
import { take } from './take.ts'
import { aDraft, aLetter, type Told } from './testing/a-history.ts'
import { arrived, aMatter as matter, received, today, whyNotTaken as why } from './testing/a-matter.ts'

const day = plainDate

describe('the answer', () => {
  const draft = aDraft(['unitHead', 'ogiHead'])
  const { hash } = draft
  const answers = { complete: 'yes', information: 'petition' }
  const input: StepInput<'draftAnswer'> = {
    ...{ outcome: 'notProcessed.petitionOrComplaint', answers, reason: '', statement: '请向信访部门提出' },
    ...{ record: '', search: null, fileIds: [], confirmations: [] },
  }
  const drafted: Told[] = [...received, ['2025-09-04', 'answerDrafted', draft]]
  const approval = (level: number, by: string): Told => [
    ...(['2025-09-05', 'answerApproved', { level, hash, opinion: '' }, by] as const),
  ]
  test('is drafted with its letter, the hash of it and the levels of today', () => {
    const { confirmations: _, ...said } = input
    const of = matter('clerk', received, { letter: aLetter, levels: ['unitHead', 'leader'] })
    expect(take('draftAnswer', of, input)).toEqual([
      {
        ...{ kind: 'answerDrafted', happenedOn: today },
        data: { ...said, looked: [], letter: aLetter, hash: letterHash(aLetter), levels: ['unitHead', 'leader'] },
      },
    ])
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
    test('as it was approved, numbered and dated, and ends the case', () => {
      expect(take('issueAnswer', matter('clerk', approved, { letter: numbered }), { hash, service: '邮寄' })).toEqual([
        {
          ...{ kind: 'concluded', happenedOn: today },
          data: { outcome: 'granted', letterNumber: '示统公复〔2025〕1号', hash, service: '邮寄' },
        },
      ])
    })
    test('not with another text, nor without one', () => {
      const service = '邮寄'
      const other = { ...numbered, paragraphs: ['改过'] }
      expect(why('issueAnswer', matter('clerk', approved, { letter: other }), { hash, service })).toBe('hash_changed')
      expect(why('issueAnswer', matter('clerk', approved), { hash, service })).toBe('hash_changed')
      const shown = { hash: letterHash(other), service }
      expect(why('issueAnswer', matter('clerk', approved, { letter: other }), shown)).toBe('hash_changed')
    })
    test('without approval where the organ asks for none, but as drafted', () => {
      const none: Told[] = [...received, ['2025-09-04', 'answerDrafted', aDraft([])]]
      const other = { ...numbered, paragraphs: ['改过'] }
      const service = '邮寄'
      expect(why('issueAnswer', matter('clerk', none, { letter: numbered }), { hash, service })).toBeUndefined()
      expect(why('issueAnswer', matter('clerk', none, { letter: other }), { hash: letterHash(other), service })).toBe(
        'hash_changed',
      )
    })
  })
})

describe('withdrawal', () => {
  const withdrawn = [
    { kind: 'withdrawn', happenedOn: today, data: { reason: '已取得' } },
    {
      ...{ kind: 'concluded', happenedOn: today },
      data: { outcome: 'withdrawn', letterNumber: null, hash: null, service: '' },
    },
  ]
  test('ends the case on that day', () => {
    expect(take('withdraw', matter('applicant', received), { reason: '已取得' })).toEqual(withdrawn)
  })
  test('of what never counted as received lets it count as received that day, so that the report can count it', () => {
    expect(take('withdraw', matter('applicant', [arrived]), { reason: '已取得' })).toEqual([
      { kind: 'received', happenedOn: today, data: { rule: 'confirmedByBoth', confirmation: null } },
      ...withdrawn,
    ])
  })
})
