import { expect, test } from 'vitest'
import { plainDate } from '../days/plain-date.ts'
import { heardFrom } from './consulted.ts'
import { eventData } from './event.ts'
import { foldHistory } from './history.ts'
import { aDraft, told } from './testing/a-history.ts'

test('a letter hears of the third parties that were chosen, each with what it said, and of nobody else', () => {
  const { consultations } = foldHistory(
    told(
      ['2025-09-02', 'consultationSent', { consultation: 1, party: 'thirdParty', label: '第三方甲' }],
      ['2025-09-02', 'consultationSent', { consultation: 2, party: 'thirdParty', label: '第三方乙' }],
      ['2025-09-02', 'consultationSent', { consultation: 3, party: 'thirdParty', label: '第三方丙' }],
      ['2025-09-10', 'consultationAnswered', { consultation: 1, opinion: 'agreesInPart', reason: '财务报表除外' }],
      ['2025-09-10', 'consultationAnswered', { consultation: 2, opinion: 'agrees', reason: '' }],
    ),
  )
  const heard = (chosen: number[], reasonable: number[] = []) =>
    heardFrom(consultations, { consultations: chosen, reasonable })
  expect(heard([])).toEqual([])
  expect(heard([1], [1])).toEqual([{ said: 'agreesInPart', reasonable: true }])
  expect(heard([3, 2])).toEqual([
    { said: 'agrees', reasonable: false },
    { said: 'silent', reasonable: false },
  ])
})

test('a draft of before whom it concerns was asked is still read', () => {
  const { consultations, reasonable, ...old } = aDraft()
  expect([consultations, reasonable]).toEqual([[], []])
  const part = { what: '财务报表', under: 'denied.thirdPartyRights', reason: '商业秘密', record: '' }
  const letter = { ...old.letter, madeOn: plainDate('2025-09-20') }
  expect(eventData.answerDrafted.parse({ ...old, letter, parts: [part] })).toMatchObject({
    consultations: [],
    reasonable: [],
    parts: [{ ...part, consultations: [], reasonable: [] }],
  })
})
