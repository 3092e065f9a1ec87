import { expect, test } from 'vitest'
import type { CaseView } from '../../../requests/case-view.ts'
import { opinionsLine } from './opinions-line.ts'

const asked = [
  { id: 1, label: '第三方甲', opinion: 'objects' },
  { id: 2, label: '第三方乙', opinion: null },
  { id: 3, label: '第三方丙', opinion: 'agrees' },
] as unknown as CaseView['consultations']
const line = (consultations: readonly number[], reasonable: readonly number[] = []) =>
  opinionsLine({ consultations: asked }, { consultations: [...consultations], reasonable: [...reasonable] })

test('art. 15: whoever approves reads of each third party what it said, and whether its reasons were found good', () => {
  expect(line([1, 3], [1])).toBe('第三方甲（不同意公开，认定理由合理）、第三方丙（同意公开）')
})

test('silence is told as such: it is no objection', () => {
  expect(line([2])).toBe('第三方乙（逾期未答复）')
})

test('of whom the answer does not rely on nothing is told', () => {
  expect(line([])).toBe('')
})
