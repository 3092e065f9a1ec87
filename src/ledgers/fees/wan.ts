import { addDecimals, type Decimal, parseDecimal } from '../../report/decimal.ts'
import { yuanToWan } from '../../report/figures.ts'

export { yuanToWan }

const read = (yuan: string): Decimal => {
  const amount = parseDecimal(yuan)
  if (!amount) throw new RangeError(`not an amount in yuan: ${yuan}`)
  return amount
}

/** The sum of amounts in yuan, exact, with two decimals. */
export function addYuan(amounts: readonly string[]): string {
  const { digits } = amounts.map(read).reduce(addDecimals, { digits: 0n, scale: 2 })
  const text = String(digits < 0n ? -digits : digits).padStart(3, '0')
  return `${digits < 0n ? '-' : ''}${text.slice(0, -2)}.${text.slice(-2)}`
}
