import { expect, test } from 'vitest'
import { trialSaid } from './trial-said.ts'

test.for([
  { isRunning: true, newest: { step: '核验', isProved: null }, said: '正在验证：核验' },
  { isRunning: true, newest: undefined, said: '正在验证' },
  { isRunning: false, newest: { step: '核验', isProved: true }, said: '备份验证通过' },
  { isRunning: false, newest: { step: '核验', isProved: false }, said: '备份验证没有通过' },
  { isRunning: false, newest: { step: '核验', isProved: null }, said: '' },
  { isRunning: false, newest: undefined, said: '' },
])('$said', ({ isRunning, newest, said }) => expect(trialSaid(isRunning, newest)).toBe(said))
