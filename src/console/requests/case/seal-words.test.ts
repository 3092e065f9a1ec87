import { expect, test } from 'vitest'
import { plainDate } from '../../../days/plain-date.ts'
import { sealSentences } from './seal-words.ts'

const facts = {
  name: '示例市统计局',
  issuer: '示例电子认证服务有限公司',
  serial: '01',
  fingerprint: 'a'.repeat(64),
  algorithm: 'RSA 2048',
  validFrom: plainDate('2026-01-01'),
  validTo: plainDate('2027-01-01'),
}
const check = { facts, at: '2026-11-24 10:30:00', isIntact: true, wasValid: true, chain: 'whole' } as const

test('a check of a seal says who, when, whether whole and valid, who issued it, and what it does not judge', () => {
  const { isGood, sentences } = sealSentences(check)
  expect(isGood).toBe(true)
  for (const part of ['完好', '示例市统计局', '2026-11-24 10:30:00', '有效期内', '示例电子认证服务有限公司', '不判断'])
    expect(sentences.join('')).toContain(part)
})

test.each([
  [{ ...check, isIntact: false }, '有改动'],
  [{ ...check, wasValid: false }, '不在有效期内'],
  ['none', '没有电子签章'],
  ['broken', '损坏'],
] as const)('what is wrong is said, and never good', (found, words) => {
  const { isGood, sentences } = sealSentences(found)
  expect([isGood, sentences.join('').includes(words)]).toEqual([false, true])
})
