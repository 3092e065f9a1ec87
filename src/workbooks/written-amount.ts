import type { MoneyColumn } from './ledger.ts'
import type { RawCell } from './table.ts'

const written = /^([-−]?)\s?(?:[￥¥]\s?)?([-−]?)(\d{1,15}|\d{1,3}(?:,\d{3}){1,4})(\.\d{1,20})?\s?元?$/

export type AmountReading = { readonly value: string } | { readonly reason: string }

/** An amount in yuan as people write it: 1234.5, 1,234.50, ￥1234元. Always answers with two decimals. */
export function readAmount(cell: RawCell, column: MoneyColumn): AmountReading {
  const text = typeof cell === 'number' ? plainNumber(cell) : typeof cell === 'string' ? cell : ''
  const normal = text.slice(0, 40).normalize('NFKC').trim()
  if (/万/.test(normal)) return { reason: '请以元为单位填写，不要用万元' }
  const parts = written.exec(normal)
  if (!parts) return { reason: '不是金额，写法如 1234.50，以元为单位' }
  const decimals = (parts[4] ?? '.').slice(1).replace(/0{1,20}$/, '')
  if (decimals.length > 2) return { reason: '金额最多两位小数' }
  const whole = (parts[3] ?? '').replaceAll(',', '').replace(/^0{1,14}(?=\d)/, '')
  if (whole.length > column.wholeDigits) return { reason: '金额过大，请核对是否多写了位数' }
  const amount = `${whole}.${decimals.padEnd(2, '0')}`
  const isNegative = (parts[1] || parts[2]) && Number(amount) > 0
  if (isNegative && !column.mayBeNegative) return { reason: '金额不能是负数' }
  return { value: isNegative ? `-${amount}` : amount }
}

/** Excel keeps 0.1 + 0.2 as 0.30000000000000004; what is a cent within a millionth is that cent. */
function plainNumber(amount: number): string {
  if (!Number.isFinite(amount) || Math.abs(amount) >= 1e15) return ''
  const cents = amount.toFixed(2)
  return Math.abs(Number(cents) - amount) < 1e-6 ? cents : amount.toFixed(8)
}
