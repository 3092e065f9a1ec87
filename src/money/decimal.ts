/** An exact decimal: `digits` × 10^−`scale`. Amounts in 万元 are never floats. */
export interface Decimal {
  readonly digits: bigint
  readonly scale: number
}

/** Reads 7730.28, -3 or +4; undefined for anything else. */
export function parseDecimal(text: string): Decimal | undefined {
  const match = /^([+-]?)(\d{1,18})(?:\.(\d{1,12}))?$/.exec(text.trim())
  if (!match) return undefined
  const fraction = match[3] ?? ''
  const digits = BigInt(`${match[2]}${fraction}`)
  return { digits: match[1] === '-' ? -digits : digits, scale: fraction.length }
}

const atScale = ({ digits, scale }: Decimal, to: number): bigint => digits * 10n ** BigInt(to - scale)

export function addDecimals(left: Decimal, right: Decimal): Decimal {
  const scale = Math.max(left.scale, right.scale)
  return { digits: atScale(left, scale) + atScale(right, scale), scale }
}

/** Below 0 when `left` is smaller, 0 when equal. */
export function compareDecimals(left: Decimal, right: Decimal): number {
  const scale = Math.max(left.scale, right.scale)
  const difference = atScale(left, scale) - atScale(right, scale)
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/** Divided by 10^`places`: 元 to 万元 with 4. */
export const scaleDecimal = ({ digits, scale }: Decimal, places: number): Decimal => ({ digits, scale: scale + places })

/** Written without trailing zeros: 7730.28, 12. */
export function printDecimal({ digits, scale }: Decimal): string {
  const sign = digits < 0n ? '-' : ''
  const text = String(digits < 0n ? -digits : digits).padStart(scale + 1, '0')
  const whole = text.slice(0, text.length - scale)
  let end = text.length
  while (end > whole.length && text[end - 1] === '0') end -= 1
  const fraction = text.slice(whole.length, end)
  return fraction === '' ? `${sign}${whole}` : `${sign}${whole}.${fraction}`
}
