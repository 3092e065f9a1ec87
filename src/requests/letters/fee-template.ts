import { articleOn } from '../../law/articles.ts'
import { cite } from './cite.ts'
import type { FactsOf } from './facts.ts'
import { received } from './opening.ts'
import { need, phrase, sentence } from './wording.ts'
import { youOf } from './you.ts'

type FeeFacts = FactsOf['feeNotice']

const basisArticles = { perRequest: '信息处理费办法 按件计收', perPage: '信息处理费办法 按量计收' } as const

/** What the law charges by this basis, in its own measure. Throws RangeError where it was not in force. */
export function feeStandard({ basis }: Pick<FeeFacts['fee'], 'basis'>, day: FeeFacts['madeOn']): string {
  const article = articleOn(basisArticles[basis], day)
  if (!article) throw new RangeError(`${basisArticles[basis]} was not in force on ${day}`)
  return article.statement
}

/** 2026年6月 */
export const monthWords = (month: string): string => `${Number(month.slice(0, 4))}年${Number(month.slice(5))}月`

/** How the amount comes about, so that it can be reckoned again. */
export function feeReckoning({ basis, month, counted, pages, pagesBefore }: FeeFacts['fee'], you: string): string {
  if (basis === 'perRequest') return `${you}在${monthWords(month)}向本机关提出的申请，本件为第${counted.length + 1}件`
  const added = pagesBefore > 0 ? `，${monthWords(month)}此前已按量计收${pagesBefore}页` : ''
  return `本件申请拟提供的信息共${pages}页${added}`
}

/** Basis, standard, amount and way of paying (信息处理费办法 收费通知), until when, and what follows. */
export function writeFeeNotice(facts: FeeFacts): string[] {
  const { fee, madeOn, way, code, withinDays } = facts
  const you = youOf(facts)
  return [
    `${received(facts.request, you)}根据${cite(madeOn, '条例 42', '信息处理费办法 收费通知')}的规定，本机关对该申请${fee.basis === 'perRequest' ? '按件' : '按量'}收取信息处理费。`,
    `收费标准：${sentence(facts.standard)}`,
    `数额：${feeReckoning(fee, you)}，应当缴纳${fee.amount}元。`,
    `缴纳方式：${sentence(phrase(need(way, '缴纳方式', 'way')))}${code ? `缴款码：${code}。` : ''}`,
    `请${you}自收到本通知书次日起${withinDays}个工作日内缴纳。逾期没有缴纳的，视为放弃申请，本机关不再处理该政府信息公开申请。${
      facts.clock === 'resumes'
        ? '自本通知书发出次日起至缴费之日止的时间不计入答复期限，缴费后答复期限继续计算。'
        : '缴费后，答复期限自缴费次日起重新计算。'
    }`,
    '对收取信息处理费有疑问的，请在缴费期限内与本机关联系，联系方式见文末。',
  ]
}
