import { isKnown } from './known.ts'
import type { Sentence } from './sentence.ts'

const rule = '依据《政府信息公开信息处理费管理办法》，'

/** Section 六: a nought on the fee is stated too (国办函〔2020〕109号), where it is known to be one. */
export const otherMatters: readonly Sentence[] = [
  {
    id: 'fees.none',
    ground: (known) => isKnown(known, 'requests') && !hasFees(known.facts.fees),
    text: ({ year }) => `${rule}${year}年未发出收费通知，未收取政府信息公开信息处理费，收取金额为0元。`,
  },
  {
    id: 'fees.some',
    ground: ({ facts }) => hasFees(facts.fees),
    text: ({ year, facts: { fees } }) =>
      `${rule}${year}年发出收费通知${fees.notices}件，通知金额共计${fees.notified}元，实际收取信息处理费共计${fees.collected}元。`,
  },
]

const hasFees = ({ notices, collected }: { notices: number; collected: string }) => notices > 0 || Number(collected) > 0
