import { findOutcome } from '../law/outcomes.ts'
import { refusals } from '../refusal.ts'
import { thirdPartyIsDone } from './consulted.ts'
import type { StepMatter } from './steps.ts'
import { recordOfGround, type WithheldPart } from './withheld-part.ts'

/**
 * Art. 37: what is withheld is told part by part, and each ground demands of its part what it demands of a whole refusal:
 * the basis of classification, the provision, the consultation (art. 32), the balancing (art. 16).
 */
export function checkParts(matter: StepMatter, parts: readonly WithheldPart[]): void {
  if (parts.length === 0) throw refusals.partsMissing()
  for (const [index, { what, under, reason, record }] of parts.entries()) {
    if (!findOutcome(under, matter.actor.today)) throw refusals.partNeeds(index, '现行有效的依据', 'under')
    if (what.trim() === '') throw refusals.partNeeds(index, '不予公开的部分的名称或者位置', 'what')
    if (reason.trim() === '') throw refusals.partNeeds(index, '不予公开的理由', 'reason')
    const needed = recordOfGround(under)
    if (needed === null && record !== '') throw refusals.textNotUsed('依据材料', '答复书', `parts.${index}.record`)
    const isOnFile = under === 'denied.thirdPartyRights' && thirdPartyIsDone(matter)
    if (needed !== null && record.trim() === '' && !isOnFile) throw refusals.partNeeds(index, needed, 'record')
  }
}
