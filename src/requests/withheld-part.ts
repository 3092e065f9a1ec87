import { z } from 'zod'
import { denials } from '../law/outcome-answers.ts'
import { findOutcome, type OutcomeId, outcomeRecords } from '../law/outcomes.ts'
import { opinionsReliedOn } from './opinions-relied-on.ts'
import { typed } from './typed.ts'

/** Arts. 14–16 and 37: why a part may be withheld. What it demands of an answer it demands of the part. */
export const partGrounds = [
  ...denials.flatMap(({ id, label, article, ...denial }) =>
    'exemption' in denial ? [{ id, label, article, exemption: denial.exemption, record: denial.record }] : [],
  ),
  {
    id: 'notGovernmentInformation',
    label: '不属于政府信息的内容',
    article: '条例 2',
    exemption: null,
    record: null,
  },
] as const
export type PartGround = (typeof partGrounds)[number]['id']
const groundIds: readonly PartGround[] = partGrounds.map(({ id }) => id)

/** A part of the information that is withheld (art. 37): which, under what, why, and the record on which that ground rests. */
export const WithheldPart = z.strictObject({
  what: typed(1000).min(1, '请写明不予公开的是哪一部分'),
  under: z.enum(groundIds, '请选择不予公开的依据'),
  reason: typed(2000).min(1, '请写明这一部分不予公开的理由'),
  record: typed(2000).default(''),
  ...opinionsReliedOn,
})
export type WithheldPart = z.infer<typeof WithheldPart>

export const groundOf = (id: PartGround): (typeof partGrounds)[number] | undefined =>
  partGrounds.find((ground) => ground.id === id)

/** What must be on file for a ground, in words; null where it needs none. */
export function recordOfGround(id: PartGround): string | null {
  const record = groundOf(id)?.record
  return record ? outcomeRecords[record] : null
}

/** The grounds that the law knew on that day. */
export const groundsOn = (day: Parameters<typeof findOutcome>[1]) =>
  partGrounds.filter(({ id }) => findOutcome(id satisfies OutcomeId, day) !== undefined)
