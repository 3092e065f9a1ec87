import fc from 'fast-check'
import { expect, test } from 'vitest'
import { yuanToWan } from './yuan.ts'

test.for<[string, string]>([
  ['0', '0'],
  ['0.00', '0'],
  ['385.10', '0.03851'],
  ['251000', '25.1'],
  ['77302800.00', '7730.28'],
  ['100000.00', '10'],
  ['0.01', '0.000001'],
  ['-200.00', '-0.02'],
])('%s元 is printed as %s万元, exact to the fen', ([yuan, wan]) => {
  expect(yuanToWan(yuan)).toBe(wan)
})

test('the amount in 万元 is always the same money', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 14n }), (fen) => {
      const [whole = '0', decimals = ''] = yuanToWan(`${fen / 100n}.${String(fen % 100n).padStart(2, '0')}`).split('.')
      return BigInt(whole) * 1_000_000n + BigInt(decimals.padEnd(6, '0')) === fen
    }),
  )
})
