import { whyTooLarge } from '../fee-level.ts'
import type { Finding } from '../finding.ts'
import type { Draft } from './draft.ts'

const key = 'administrativeFees.amountWan'

/** A fee too large for its organ is probably in 元 under the header 万元: which, cannot be told, so it is not taken. */
export function doubtfulFee(draft: Draft, organ: string | null): Finding[] {
  const printed = draft.figures.proactive[key]
  const reason = typeof printed === 'string' ? whyTooLarge(organ, printed) : undefined
  if (reason === undefined) return []
  draft.figures.proactive[key] = null
  return [
    {
      code: 'UNIT_SUSPECT',
      severity: 'warning',
      about: 'reading',
      row: 'administrativeFees',
      column: 'amountWan',
      actual: printed ?? null,
      message: `“行政事业性收费”填的是${printed}万元，${reason}，可能误把元填成了万元；单位不能确定，未读取，请核对`,
    },
  ]
}
