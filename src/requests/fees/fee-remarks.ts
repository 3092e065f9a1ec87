import { monthWords } from '../letters/fee-template.ts'
import type { FeeFound } from './reckon-fee.ts'

const listed = (numbers: readonly string[]): string => numbers.join('、')

/** What was counted, so that whoever charges can see whether it is right; nothing where nothing is charged. */
export function feeRemarks(fee: FeeFound | undefined): string[] {
  if (!fee) return []
  const { basis, month, counted, amount, alike, pages, pagesBefore } = fee
  const numbers = counted.map(({ number }) => number)
  const how =
    basis === 'perPage'
      ? `按量计收：本件${pages}页${pagesBefore > 0 ? `，${monthWords(month)}此前已计收${pagesBefore}页` : ''}，应缴${amount}元。`
      : `按件计收：${monthWords(month)}该申请人在本件之前有${numbers.length}件（${listed(numbers)}），本件为第${numbers.length + 1}件，应缴${amount}元。同一申请人按证件号码或者统一社会信用代码认定，没有号码的按姓名和电话认定；代理人提出的计入被代理人；拆分的各件分别计。`
  const doubt =
    basis === 'perRequest' && alike.length > 0
      ? [
          `另有${alike.length}件姓名或者电话相同、证件号码不同，没有计入：${listed(alike)}。确属同一申请人的，请先办理“更正登记”。`,
        ]
      : []
  return [how, ...doubt]
}
