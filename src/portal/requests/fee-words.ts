import type { FeeLadder } from '../../law/fees.ts'

/**
 * 信息处理费: an organ charges one request by the piece or by the page, never by both, and chooses which. Nobody is promised what
 * is free by the other measure. Empty where there is no ladder.
 */
export function freeOfCharge({
  notice,
  perRequest,
  perPage,
}: Pick<FeeLadder, 'notice' | 'perRequest' | 'perPage'>): string {
  const [pieces] = perRequest.bands
  const [pages] = perPage.bands
  if (!pieces?.upTo || !pages?.upTo) return ''
  return [
    '：对一件申请只按件或者按量选择一种标准计收，由本机关选定',
    `按件计收的，同一申请人一个自然月内累计${pieces.upTo}件以内（含${pieces.upTo}件）的部分不收费`,
    `按量计收的，一件申请提供的信息${pages.upTo}页以内（含${pages.upTo}页）的部分不收费（${notice}）`,
  ].join('；')
}
