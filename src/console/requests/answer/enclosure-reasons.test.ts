import { expect, test } from 'vitest'
import type { EnclosureFinding } from '../../../requests/case-view.ts'
import { reasonKey, reasonsGiven, reasonsWanted } from './enclosure-reasons.ts'

const found = (fileId: string, kind: string, severity: EnclosureFinding['severity'] = 'confirm'): EnclosureFinding => ({
  fileId,
  kind,
  severity,
  name: '合同.pdf',
  message: '有证件号码',
  where: '第1页',
  reason: '',
})
const findings = [
  found('a', 'identity'),
  found('a', 'phone'),
  found('b', 'comments', 'hint'),
  found('b', 'hidden', 'block'),
]

test('a reason is wanted for what may leave only with one, not for a hint, nor for what may not leave at all', () => {
  expect(reasonsWanted(findings, {})).toEqual(['a identity', 'a phone'])
})

test('blanks are no reason', () => {
  expect(reasonsWanted(findings, { 'a identity': ' ', 'a phone': '对外公布的电话' })).toEqual(['a identity'])
  expect(reasonsGiven(findings, { 'a identity': ' ', 'a phone': ' 对外公布的电话 ' })).toEqual([
    { fileId: 'a', kind: 'phone', reason: '对外公布的电话' },
  ])
})

test('a reason for a file that was taken away is not sent', () => {
  expect(reasonsGiven([], { 'a phone': '对外公布的电话' })).toEqual([])
})

test('one reason answers for every place of a kind in a file, and for no other file', () => {
  const elsewhere: EnclosureFinding = { ...found('a', 'phone'), where: '第9页' }
  expect(reasonKey(elsewhere)).toBe(reasonKey(found('a', 'phone')))
  expect(reasonKey(found('a', 'phone'))).not.toBe(reasonKey(found('b', 'phone')))
})
