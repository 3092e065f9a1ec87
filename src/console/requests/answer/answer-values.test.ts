import { expect, test } from 'vitest'
import { plainDate } from '../../../days/plain-date.ts'
import type { OutcomeId } from '../../../law/outcomes.ts'
import type { CaseView } from '../../../requests/case-view.ts'
import { type AnswerValues, answerInput, filesGiven, firstValues, lacksEnclosure } from './answer-values.ts'

const searcher = { searchedBy: '李文', searchedOn: plainDate('2026-11-24') }
const draft = {
  outcome: 'granted',
  reason: '',
  statement: '同意公开',
  record: '',
  search: null,
  parts: [],
  consultations: [1],
  reasonable: [],
  earlierId: null,
  files: [{ id: 'f', name: '合同.pdf' }],
  looked: [{ fileId: 'f', kind: 'phone', reason: '对外公布的电话' }],
} as unknown as NonNullable<CaseView['draft']>
const none = { draft: null, returned: null }

test('a form goes on with the draft that stands, or with the one that was sent back', () => {
  expect(firstValues({ draft, returned: null }, 'granted', searcher)).toMatchObject({ statement: '同意公开' })
  const returned = { draft, reason: '不清楚' }
  expect(firstValues({ draft: null, returned }, 'granted', searcher)).toMatchObject({ statement: '同意公开' })
})

test('another outcome takes over the files and what was said of them, and none of the words', () => {
  const first = firstValues({ draft, returned: null }, 'partiallyGranted', searcher)
  expect(first).toMatchObject({ statement: '', consultations: [], fileIds: draft.files })
  expect(first.confirmations).toEqual({ 'f phone': '对外公布的电话' })
})

test('a search is put down to whoever drafts, today, and one part is laid out, until a draft says otherwise', () => {
  expect(firstValues(none, 'notExist', searcher)).toMatchObject({ search: searcher, parts: [{}] })
})

const values: AnswerValues = {
  reason: '理由',
  statement: '告知',
  record: '依据',
  consultations: [1],
  reasonable: [1],
  earlierId: '',
  search: searcher,
  parts: [{ what: '第3页', under: 'denied.thirdPartyRights', consultations: [1], reasonable: [1] }],
  fileIds: [{ id: 'f', name: '合同.pdf', size: 1 }] as never,
}
const asked = { consultations: [{ id: 1, opinion: 'objects' }] } as unknown as CaseView
const sent = (outcome: OutcomeId, typed = values) => answerInput({ outcome, answers: {} }, typed, asked, [])

test('what a letter does not use is not sent, though it stands on the form from another outcome', () => {
  expect(sent('granted')).toMatchObject({ reason: '', search: null, parts: [], consultations: [], fileIds: ['f'] })
  expect(sent('notExist')).toMatchObject({ search: searcher, fileIds: [], parts: [] })
})

test('art. 15: the opinions relied on are those of the ground, in the whole and in a part', () => {
  expect(sent('denied.thirdPartyRights')).toMatchObject({ consultations: [1], reasonable: [1] })
  const [part] = sent('partiallyGranted').parts
  expect(part).toMatchObject({ consultations: [1], reasonable: [1] })
  const other = sent('partiallyGranted', { ...values, parts: [{ ...values.parts?.[0], under: 'denied.stateSecret' }] })
  expect(other.parts[0]).toMatchObject({ consultations: [], reasonable: [] })
})

test('a repeated request names the earlier one, or tells of it in words, not both', () => {
  expect(sent('notProcessed.repeat')).toMatchObject({ earlierId: null, record: '依据' })
  expect(sent('notProcessed.repeat', { ...values, earlierId: 'e' })).toMatchObject({ earlierId: 'e', record: '' })
})

test('files go out only with a letter that has enclosures', () => {
  expect(filesGiven('granted', values)).toEqual(['f'])
  expect(filesGiven('denied.internalAffairs', values)).toEqual([])
})

test('words that speak of an enclosure want one', () => {
  const says = (statement: string, fileIds: string[] = []) => lacksEnclosure({ ...sent('granted'), statement, fileIds })
  expect(['详见附件', '见所附的附件', '附件1：清单'].map((words) => says(words))).toEqual([true, true, true])
  expect(says('见附件', ['f'])).toBe(false)
  expect(['同意公开', '见官网。附件的说明从略'].map((words) => says(words))).toEqual([false, false])
})
