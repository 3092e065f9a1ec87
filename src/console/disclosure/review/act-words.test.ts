import { expect, test } from 'vitest'
import { plainDate } from '../../../days/plain-date.ts'
import { actWords } from './act-words.ts'

test('a first publication has nothing above its text', () => {
  expect(actWords({ kind: 'publish' })).toBeNull()
})

test('a correction tells why, and from which day the information itself changed', () => {
  expect(actWords({ kind: 'correct', reason: '数字有误' })).toEqual({ title: '更正说明：数字有误' })
  const changed = actWords({ kind: 'correct', reason: '地址调整', changedOn: plainDate('2026-11-20') })
  expect(changed?.title).toBe('更正说明：地址调整（信息变更日期：2026-11-20）')
})

test('a correction that hides the former text says so before it is signed, with or without its reason', () => {
  expect(actWords({ kind: 'correct', reason: '误', hideReason: '含个人信息' })?.hides).toContain('理由：含个人信息')
  expect(actWords({ kind: 'correct', reason: '误', hideReason: '' })?.hides).toContain('还没有填写')
  expect(actWords({ kind: 'correct', reason: '误' })?.hides).toBeUndefined()
})

test('a withdrawal and a repeal show what is still wanting in their place', () => {
  expect(actWords({ kind: 'withdraw', reason: '' })?.title).toBe('本信息将被撤回。理由：（还没有填写理由）')
  expect(actWords({ kind: 'repeal', reason: '已过时', on: null, by: '' })?.title).toBe(
    '本文件自（日期未填）起废止，依据：（未填）。已过时',
  )
})
