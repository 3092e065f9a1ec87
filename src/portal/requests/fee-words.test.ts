import { expect, test } from 'vitest'
import { feeLadders } from '../../law/fees.ts'
import { freeOfCharge } from './fee-words.ts'

test('what is free is told by each measure alone: the organ chooses one of them for a request', () => {
  const [ladder] = feeLadders
  if (!ladder) throw new Error('no ladder')
  const said = freeOfCharge(ladder)
  expect(said).toContain('选择一种标准计收，由本机关选定')
  expect(said).toContain('按件计收的，同一申请人一个自然月内累计10件以内（含10件）的部分不收费')
  expect(said).toContain('按量计收的，一件申请提供的信息30页以内（含30页）的部分不收费')
  expect(said).not.toContain('都不收费')
})
