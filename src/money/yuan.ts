import { addDecimals, type Decimal, parseDecimal } from './decimal.ts'

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

const negative = (yuan: string): string => (Number(yuan) === 0 ? yuan : `-${yuan}`)

/** The first amount less the others, which are not below nought; exact, with two decimals. */
export const lessYuan = (yuan: string, ...others: readonly string[]): string => addYuan([yuan, ...others.map(negative)])

/** Yuan as text with two decimals → 万元 as text, exact to the fen, without trailing zeros: "385.10" → "0.03851". */
export function yuanToWan(yuan: string): string {
  const match = /^(-?)(\d+)(?:\.(\d{1,2}))?$/.exec(yuan)
  if (!match) throw new RangeError(`not an amount in yuan: ${yuan}`)
  const [, sign = '', whole = '0', cents = ''] = match
  const digits = `${whole}${cents.padEnd(2, '0')}`.padStart(7, '0')
  const text = `${digits.slice(0, -6)}.${digits.slice(-6)}`.replace(/\.?0+$/, '').replace(/^0+(?=\d)/, '')
  return text === '0' ? '0' : `${sign}${text}`
}
