import { describe, expect, test } from 'vitest'
import { plainDate } from '../days/plain-date.ts'
import type { LetterStep } from './approval-levels.ts'
import { foldHistory } from './history.ts'
import type { Letter, LetterChange } from './letters/letter.ts'
import { aDraft, aLetter, levelsOf, type Told, told } from './testing/a-history.ts'

const fold = (...lines: Told[]) => foldHistory(told(['2025-09-01', 'received', {}], ...lines))
const noted: Told = ['2025-09-06', 'noted', { text: '已电话联系' }]
const dueOn = plainDate('2025-09-20')

describe('the request in the applicant’s own words', () => {
  const arrived = (asked?: string): Told => ['2025-09-01', 'arrived', asked === undefined ? {} : { asked }]
  const split: Told = ['2025-09-02', 'split', { numbers: ['2号'], kept: '甲项', asked: '甲项和乙项' }]
  test('stands as it was before it was split, in what stays and in the pieces; unsplit there is none', () => {
    expect(fold(arrived(), split).askedBefore).toBe('甲项和乙项')
    expect(fold(arrived('甲项和乙项')).askedBefore).toBe('甲项和乙项')
    expect(fold(arrived('全部'), split).askedBefore).toBe('甲项和乙项')
    expect(fold(arrived()).askedBefore).toBeNull()
  })
})

describe('a correction of the registration', () => {
  const change = { reason: '签收记录', from: { summary: '甲' }, to: { summary: '乙' }, personal: null }
  const proposed: Told = ['2025-09-03', 'correctionProposed', change, '登记人']
  const inForce: Told = ['2025-09-04', 'registrationCorrected', { ...change, proposedBy: '登记人' }]
  test('waits, with who proposed it, until it is confirmed or declined', () => {
    expect(fold().correction).toBeNull()
    expect(fold(proposed, noted).correction).toEqual({ ...change, by: { kind: 'staff', id: '登记人', name: '登记人' } })
    expect(fold(proposed, inForce).correction).toBeNull()
    const declined: Told = ['2025-09-04', 'correctionDeclined', { reason: '不是' }]
    expect(fold(proposed, declined, noted).correction).toBeNull()
    expect(fold(proposed, declined, proposed).correction).toMatchObject({ to: { summary: '乙' } })
  })
  const drafted: Told = ['2025-09-03', 'answerDrafted', aDraft(['unitHead', 'ogiHead'])]
  const approved: Told = ['2025-09-03', 'answerApproved', { level: 1, hash: aDraft().hash, opinion: '' }, '科长']
  test('sends back the draft that says what was wrong, with its approvals', () => {
    const history = fold(drafted, approved, inForce)
    expect(history).toMatchObject({ status: 'processing', draft: null, approvals: [] })
    expect(history.returned?.reason).toContain('登记已更正')
    expect(history.returned?.draft.hash).toBe(aDraft().hash)
  })
  test('leaves the draft where no letter says what was corrected, and without a draft sends nothing back', () => {
    const note: Told = [
      '2025-09-04',
      'registrationCorrected',
      { reason: '', from: { note: '' }, to: { note: '代填' }, personal: null, proposedBy: '' },
    ]
    expect(fold(drafted, approved, note)).toMatchObject({ status: 'approving', returned: null })
    expect(fold(drafted, approved, note).approvals).toHaveLength(1)
    expect(fold(inForce).returned).toBeNull()
  })
})

test('a withdrawal waits for its second person whatever is noted meanwhile', () => {
  const proof = { on: null, evidence: '来电', fileIds: [] }
  expect(fold(['2025-09-05', 'withdrawalProposed', { reason: '已取得', proof }], noted).withdrawal).toMatchObject({
    reason: '已取得',
    proof,
    by: { id: 'clerk' },
  })
})

describe('what a letter asked for is what it and its corrections say', () => {
  const asked: Told = ['2025-09-02', 'supplementRequested', { items: '文建名称', dueOn, letter: aLetter }]
  const corrected = (of: number, ...changes: LetterChange[]): Told => {
    const letter: Letter = { ...aLetter, kind: 'correction', correction: { of, changes } }
    return [
      '2025-09-05',
      'letterCorrected',
      { of, kind: 'supplementNotice', reason: '', service: '', dueOn: null, letter },
    ]
  }
  const inText = (from: string, to: string): LetterChange => ({ where: 'text', from, to })
  test('one after the other, in the text and not in the address', () => {
    expect(fold(asked, corrected(2, inText('文建', '文件'))).supplement?.items).toBe('文件名称')
    const twice = [corrected(2, inText('文建', '文件')), corrected(2, inText('名称', '文号'))]
    expect(fold(asked, ...twice).supplement?.items).toBe('文件文号')
    expect(fold(asked, corrected(2, { where: 'addressee', from: '文建', to: '文件' })).supplement?.items).toBe(
      '文建名称',
    )
  })
  test('each of its own letter', () => {
    expect(fold(asked, corrected(1, inText('文建', '文件'))).supplement?.items).toBe('文建名称')
    const sent: Told = ['2025-09-02', 'consultationSent', { consultation: 1, about: '和同' }]
    expect(fold(sent, corrected(2, inText('和同', '合同'))).consultations[0]?.about).toBe('合同')
  })
  test('a ledger that tells only that it was asked says nothing of what', () => {
    expect(fold(['2025-09-02', 'supplementRequested', {}]).supplement?.items).toBe('')
  })
  test('a correction is corrected through its first letter', () => {
    expect(fold(asked, corrected(2, inText('文建', '文件'))).sentLetters).toEqual([2])
    expect(fold(['2025-09-02', 'supplementRequested', { items: '', dueOn, letter: null }]).sentLetters).toEqual([])
  })
})

describe('letters that wait side by side', () => {
  const up = (step: LetterStep, hash: string, levels: ('unitHead' | 'ogiHead')[] = ['unitHead', 'ogiHead']): Told => [
    '2025-09-03',
    'letterDrafted',
    { step, input: {}, letter: { ...aLetter, addressee: hash }, hash, levels: levelsOf(...levels) },
  ]
  const back = (draft: number): Told => [
    '2025-09-04',
    'letterReturned',
    { draft, level: 1, hash: '', reason: '不清楚' },
  ]
  const yes = (draft: number, hash: string): Told => [
    '2025-09-04',
    'letterApproved',
    { draft, level: 1, hash, opinion: '' },
  ]
  const two = [up('consult', '甲'), up('consult', '乙')]
  test('an approval is of the one that it names', () => {
    const approvals = (...lines: Told[]) => fold(...two, ...lines).waiting.map((letter) => letter.approvals.length)
    expect(approvals(yes(3, '乙'))).toEqual([0, 1])
    expect(approvals(yes(2, '甲'))).toEqual([1, 0])
    expect(approvals(yes(3, '甲'))).toEqual([0, 0])
  })
  test('what is sent back is the one that is named; one that does not wait is not sent back', () => {
    const { waiting, returnedLetters } = fold(...two, back(3))
    expect(waiting.map(({ hash }) => hash)).toEqual(['甲'])
    expect(returnedLetters.map(({ letter }) => letter.hash)).toEqual(['乙'])
    expect(fold(...two, back(9))).toMatchObject({ waiting: [{ hash: '甲' }, { hash: '乙' }], returnedLetters: [] })
  })
  test('a correction of what has left that was sent back can be put up again after the answer, not after a withdrawal', () => {
    const ended = (outcome: string): Told => ['2025-09-05', 'concluded', { outcome, letterNumber: '1号' }]
    const returned = [up('correctLetter', '丙'), back(2)]
    expect(fold(...returned, ended('granted')).returnedLetters).toHaveLength(1)
    expect(fold(...returned, ended('withdrawn')).returnedLetters).toEqual([])
  })
})
