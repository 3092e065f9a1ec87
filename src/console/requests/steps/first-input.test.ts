import { expect, test } from 'vitest'
import type { CaseView } from '../../../requests/case-view.ts'
import { firstInput, isAboutPaper, levelUp, wholeInput } from './first-input.ts'

const consultation = { id: 1, party: 'thirdParty', label: '第三方甲', answeredOn: null }
const view = (more: object = {}): CaseView =>
  ({
    summary: '甲和乙',
    events: [],
    consultations: [],
    draft: null,
    returnedLetters: [],
    letters: [],
    waitingLetters: [],
    unitId: null,
    handlerId: null,
    ...more,
  }) as never

test('whoever agrees to an extension begins with what was proposed', () => {
  const events = [{ kind: 'extensionProposed', data: { days: 10, reason: '需要核对' } }]
  expect(firstInput(view({ events }), 'extendReply')).toEqual({ days: 10, reason: '需要核对' })
  expect(firstInput(view(), 'extendReply')).toEqual({ days: 20 })
})

test('where only one was consulted it need not be chosen', () => {
  expect(firstInput(view({ consultations: [consultation] }), 'answerConsultation')).toEqual({ consultation: 1 })
  const two = [consultation, { ...consultation, id: 2 }]
  expect(firstInput(view({ consultations: two }), 'answerConsultation')).toEqual({})
})

test('a signature is bound to the text on the screen, whatever a kept draft says', () => {
  const draft = { hash: 'now' }
  expect(wholeInput(view({ draft }), 'approveAnswer', { hash: 'before', opinion: '同意' })).toEqual({
    hash: 'now',
    opinion: '同意',
  })
})

test('what is empty is not sent, nor are empty pieces', () => {
  expect(wholeInput(view(), 'note', { text: '', other: null })).toEqual({})
  expect(wholeInput(view(), 'split', { pieces: ['甲', ' ', '乙'] })).toEqual({ pieces: ['甲', '乙'] })
})

test('an approval of a letter is bound to the one that is on the screen', () => {
  const waitingLetters = [
    { draft: 4, hash: 'four', why: '现在由科室负责人审批' },
    { draft: 6, hash: 'six', why: null },
  ]
  expect(firstInput(view({ waitingLetters }), 'approveLetter')).toEqual({ draft: 6 })
  expect(wholeInput(view({ waitingLetters }), 'approveLetter', { draft: 4, hash: 'before' })).toEqual({
    draft: 4,
    hash: 'four',
  })
})

test('a letter that was sent back begins with what it said', () => {
  const returnedLetters = [
    { step: 'requestSupplement', input: { items: '名称' }, reason: '不清楚' },
    { step: 'consult', input: { name: '甲公司' }, reason: '登记已更正' },
    { step: 'consult', input: { name: '乙公司' }, reason: '登记已更正' },
  ]
  expect(firstInput(view({ returnedLetters }), 'requestSupplement')).toMatchObject({ items: '名称' })
  expect(firstInput(view({ returnedLetters }), 'consult')).toMatchObject({ name: '甲公司' })
  expect(firstInput(view({ returnedLetters }), 'requestReasons')).toEqual({})
})

test('the only letter that can be corrected is chosen; rows of words left empty are not sent', () => {
  const letters = [
    { seq: 4, corrects: null },
    { seq: 9, corrects: { seq: 4, number: '', changes: [] } },
  ]
  expect(firstInput(view({ letters }), 'correctLetter')).toEqual({ corrections: [{}], letter: 4 })
  expect(firstInput(view({ letters: [...letters, { seq: 11, corrects: null }] }), 'correctLetter')).toEqual({
    corrections: [{}],
  })
  const corrections = [{}, { from: '示范路', to: '' }, { from: '', to: '' }]
  expect(wholeInput(view(), 'correctLetter', { corrections })).toEqual({ corrections: [{ from: '示范路', to: '' }] })
})

test('files go in by their ids', () => {
  expect(wholeInput(view(), 'withdraw', { fileIds: [{ id: 'a', name: '撤回.pdf' }] })).toEqual({ fileIds: ['a'] })
})

test('of what is ticked only the list of the level in turn is sent, whichever letter was looked at before', () => {
  const level = (id: string, checklist: readonly string[], approved: object | null = null) => ({
    id,
    checklist,
    approved,
  })
  const approvals = [level('firstReview', ['甲'], {}), level('finalReview', ['乙', '丙'])]
  expect(levelUp(view({ approvals }), 'approveAnswer', undefined)).toMatchObject({ id: 'finalReview' })
  expect(wholeInput(view({ approvals }), 'approveAnswer', { checklist: ['甲', '丙', '乙'] })).toMatchObject({
    checklist: ['乙', '丙'],
  })
  const waitingLetters = [{ draft: 4, hash: 'four', why: null, levels: [level('finalReview', ['丁'])] }]
  expect(wholeInput(view({ waitingLetters }), 'approveLetter', { draft: 4, checklist: ['乙'] })).toMatchObject({
    checklist: [],
  })
})

test('what is sent back goes to its drafter unless another is chosen', () => {
  expect(firstInput(view(), 'returnAnswer')).toEqual({ to: 'drafting' })
  expect(firstInput(view({ waitingLetters: [{ draft: 6, why: null }] }), 'returnLetter')).toEqual({
    draft: 6,
    to: 'drafting',
  })
})

test('whoever signs or sends back has the paper before them, and no second one beside it', () => {
  const waitingLetters = [{ draft: 6, hash: 'six', why: null }]
  expect(isAboutPaper(view({ waitingLetters }), 'returnLetter', 6)).toBe(true)
  expect(isAboutPaper(view({ waitingLetters }), 'returnLetter', undefined)).toBe(false)
  expect(isAboutPaper(view(), 'issueAnswer', undefined)).toBe(true)
  // A step that writes a letter shows it as it will be sent.
  expect(isAboutPaper(view({ waitingLetters }), 'requestSupplement', 6)).toBe(false)
})
