import type { LeafColumn } from '../../law/report-format.ts'
import type { Figure } from '../report.ts'
import { plain, recall } from './bare.ts'
import { hasMarks, withoutMarks } from './marks.ts'

const sign = '(?:[+\\-\u2212\u2013\u2014]{1,2}|减少?|增加?|负|下降)?'
const unit = '(?:万元|亿元|元|件次|件|项|个|次|条|宗|起|份)?'
const figurePattern = new RegExp(
  `^(${sign})(\\d{1,3}(?:,\\d{3}){1,5}(?:\\.\\d{1,10})?|\\d{1,15}(?:\\.\\d{1,10})?)(${unit})(?:\\([^()]{0,60}\\)|\\[[^\\]]{0,60}\\])?$`,
)
const noneSigns = new Set(['/', '//', '\\', '-', '--', '—', '——', '–', '−', '无', '/件', '无件'])
const zeros = new Set(['零', '〇'])
/** A space inside a number may be a lost separator, or stand between two numbers. */
const isTornNumber = (text: string): boolean => /[\d,.]\s+[\d,.]/.test(text.trim())

/** Undefined where footnote marks stand inside the number. */
function closeUp(text: string): string | undefined {
  const bareText = withoutMarks(text)
  return hasMarks(bareText) ? undefined : plain(bareText).replace(/\s+/g, '')
}

/** True for text that stands for one figure: a number with sign, unit or remark, or a printed “none” such as `/`. */
export const isFigure = recall((text: string): boolean => {
  if (text.length > 90) return false
  const printed = closeUp(text)
  if (printed === undefined) return false
  return isNone(printed) || zeros.has(printed) || (figurePattern.test(printed) && !isTornNumber(plain(text)))
})

const isNone = (printed: string): boolean => noneSigns.has(printed)

/** True for a cell that prints “none” (`/`, `-`, 无) where a number belongs: it states no number. */
export const isPrintedNone = (text: string): boolean => isNone(closeUp(text) ?? '')

const negative = /^(?:-|\u2212|\u2013|\u2014|减|负|下降)/

/** A decimal string without separators, leading or trailing zeros; 元 becomes 万元. */
function decimal(digits: string, inYuan: boolean): string {
  const [whole = '0', fraction = ''] = digits.replaceAll(',', '').split('.')
  let left = whole
  let right = fraction
  if (inYuan) {
    const padded = whole.padStart(5, '0')
    left = padded.slice(0, -4)
    right = padded.slice(-4) + fraction
  }
  left = left.replace(/^0+(?=\d)/, '')
  let end = right.length
  while (end > 0 && right.charAt(end - 1) === '0') end -= 1
  return end > 0 ? `${left}.${right.slice(0, end)}` : left
}

/**
 * The figure that a cell prints, or undefined when it is not one for certain. A count takes 件 and a remark in brackets;
 * amounts come out in 万元 (`inYuan`: the column is headed 元); `asPrinted` keeps its wording.
 */
export function readFigure(text: string, kind: LeafColumn['kind'], inYuan = false): Figure | undefined {
  const printed = closeUp(text)
  if (printed === undefined) return undefined
  if (kind === 'asPrinted') return printed.length <= 40 && /[\d/\-—无零]/.test(printed) ? printed : undefined
  if (zeros.has(printed)) return kind === 'amountWan' ? '0' : 0
  if (isTornNumber(plain(text))) return undefined
  const match = figurePattern.exec(printed)
  if (!match) return undefined
  const [, signs = '', digits = '', units = ''] = match
  const isNegative = negative.test(signs)
  if (kind === 'amountWan') {
    if (units !== '' && units !== '元' && units !== '万元' && /[1-9]/.test(digits)) return undefined
    const amount = decimal(digits, units === '元' || (units === '' && inYuan))
    return isNegative && amount !== '0' ? `-${amount}` : amount
  }
  if (units.endsWith('元')) return undefined
  const value = Number(digits.replaceAll(',', ''))
  if (!Number.isSafeInteger(value)) return undefined
  return isNegative && value !== 0 ? -value : value
}
