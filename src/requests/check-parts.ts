import { findOutcome } from '../law/outcomes.ts'
import { type Refusal, refusals } from '../refusal.ts'
import { checkOpinions } from './check-opinions.ts'
import { protectsThirdParty } from './opinions-relied-on.ts'
import type { StepMatter } from './steps.ts'
import { recordOfGround, type WithheldPart } from './withheld-part.ts'

/**
 * Art. 37: what is withheld is told part by part, and each ground demands of its part what it demands of a whole refusal:
 * the basis of classification, the provision, the consultation about this very part (art. 32), the balancing (art. 16).
 */
export function checkParts(matter: StepMatter, parts: readonly WithheldPart[]): void {
  if (parts.length === 0) throw refusals.partsMissing()
  for (const [index, part] of parts.entries()) {
    const { what, under, reason, record, consultations, reasonable } = part
    if (!findOutcome(under, matter.actor.today)) throw refusals.partNeeds(index, '现行有效的依据', 'under')
    if (what.trim() === '') throw refusals.partNeeds(index, '不予公开的部分的名称或者位置', 'what')
    if (reason.trim() === '') throw refusals.partNeeds(index, '不予公开的理由', 'reason')
    if (recordOfGround(under) === null && record !== '')
      throw refusals.textNotUsed('依据材料', '答复书', `parts.${index}.record`)
    if (protectsThirdParty(under)) checkOpinions(matter, part, `parts.${index}.`)
    else if (consultations.length > 0 || reasonable.length > 0)
      throw refusals.textNotUsed('征求过的第三方', '答复书', `parts.${index}.consultations`)
    const lack = missingRecord(part, index)
    if (lack) throw lack
  }
}

/** What a part's ground demands on record and does not have. Another's opinion is no ground: where nobody was asked for it, why is on record. */
export function missingRecord(
  { under, record, consultations }: Partial<WithheldPart>,
  index: number,
): Refusal | undefined {
  const needed = under ? recordOfGround(under) : null
  const isMissing = needed !== null && !record?.trim() && !consultations?.length
  return isMissing ? refusals.partNeeds(index, needed, 'record') : undefined
}
